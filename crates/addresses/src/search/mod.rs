//! From what was typed to the houses that it may mean.
//!
//! Streets are found by their words, fuzzily; houses exactly, within the streets that fit. A second, broader pass
//! (typos in every word, the other keyboard layout) runs only when the first explains the query badly.

mod candidates;
mod facts;
mod houses;
mod query;
mod score;
mod spelling;
mod split;
mod term;
mod typos;
mod words;

use crate::{
    register::partition,
    segment::{layout::Section, read::Segment},
    text::{fold::fold, keyboard::other_layout, token::tokens},
};
use facts::Facts;
use houses::Answer;
use query::{Query, Reading};
use words::{Depth, Lexicon, Matches};

/// Longest query that is read, in characters.
pub(crate) const MAX_QUERY: usize = 200;
/// Below this share of explained words the broader readings are tried.
const WEAK: f32 = 0.80;
/// When a house explains this much, suggestions without a house are not looked for.
const SURE: f32 = 0.95;
/// Hits beyond the limit that may still come forward by their spelling.
const ROOM: usize = 5;
/// What a reading on the other keyboard layout loses.
const OTHER_LAYOUT: f32 = 0.02;

/// A house that fits, by index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) house: u32,
    pub(crate) street: u32,
    pub(crate) score: f32,
}

/// The automata and tables of one segment.
pub(crate) struct Engine {
    segment: Segment,
    streets: Lexicon,
    places: Lexicon,
    facts: Facts,
    /// Streets of today; former names follow them.
    present: u32,
    /// The overlay that says which houses are gone.
    overlay: Option<Segment>,
}

impl Engine {
    /// The engine of a base, and of the overlay that lies over it.
    pub(crate) fn pair(base: Segment, overlay: Option<Segment>) -> Result<(Engine, Option<Engine>), String> {
        let mut base = Engine::new(base)?;
        base.overlay = overlay.clone();
        let Some(overlay) = overlay else { return Ok((base, None)) };
        let mut over = Engine::new(overlay)?;
        // A few changed streets say nothing about which words are rare in the country.
        over.facts = Facts::like(&over.segment, &base);
        Ok((base, Some(over)))
    }

    fn new(segment: Segment) -> Result<Engine, String> {
        let streets = Lexicon::new(segment.shared(Section::WordFst), segment.shared(Section::WordFstBack))?;
        let places = Lexicon::new(segment.shared(Section::PlaceFst), segment.shared(Section::PlaceFstBack))?;
        let facts = Facts::of(&segment);
        let present = segment.u32_count(Section::StreetKinds).saturating_sub(segment.u32_count(Section::FormerStreets)) as u32;
        Ok(Engine { segment, streets, places, facts, present, overlay: None })
    }

    /// The street itself, or the one that this is a former name of.
    pub(crate) fn street_of_today(&self, street: u32) -> u32 {
        street.checked_sub(self.present).map_or(street, |former| self.segment.u32(Section::FormerStreets, former as usize))
    }

    /// Is this the former name of a street?
    pub(crate) fn is_former(&self, street: u32) -> bool {
        street >= self.present
    }

    /// The former names of a street, as streets.
    pub(crate) fn former_names(&self, street: u32) -> impl Iterator<Item = u32> + '_ {
        let former = self.segment.u32s(Section::FormerStreets, 0..self.segment.u32_count(Section::FormerStreets));
        (self.present..).zip(former).filter(move |(_, of)| *of == street).map(|(former, _)| former)
    }

    /// Has the house gone, or is it told anew in the overlay?
    pub(crate) fn is_gone(&self, house: u32) -> bool {
        self.overlay.as_ref().is_some_and(|overlay| {
            let count = overlay.u32_count(Section::Gone);
            let at = partition(count, |at| overlay.u32(Section::Gone, at) < house);
            at < count && overlay.u32(Section::Gone, at) == house
        })
    }

    /// The best houses, best first, each once.
    pub(crate) fn search(&self, query: &str, limit: usize) -> Vec<Found> {
        let end = query.char_indices().nth(MAX_QUERY).map_or(query.len(), |(at, _)| at);
        let text = &query[..end];
        let mut typed = Typed::new(self, text);
        let mut answer = typed.answer(self, limit);
        let mut other = None;
        if answer.explained < WEAK
            && let Some(text) = other_layout(text).filter(|other| self.knows_a_word_of(other))
        {
            let typed = other.insert(Typed::new(self, &text));
            let mut second = typed.answer(self, limit);
            second.found.iter_mut().for_each(|found| found.score -= OTHER_LAYOUT);
            answer.merge(second);
        }
        // First the words that the best street leaves in doubt, then all: one of the others may be the mistyped one.
        if answer.explained < WEAK && typed.query.doubt(self, answer.doubtful) {
            answer.merge(typed.answer(self, limit));
        }
        if answer.explained < WEAK && typed.query.doubt_all(self, answer.doubtful) {
            answer.merge(typed.answer(self, limit));
        }
        let mut best = answer.into_best(limit + ROOM);
        let other = other.as_ref().map_or(&[][..], |typed| &typed.query.terms);
        spelling::prefer_typed(self, &[&typed.query.terms, other], &mut best);
        best.truncate(limit);
        best
    }

    /// Adds the words of both vocabularies that a word with typos may mean. Returns whether there were new ones.
    fn add_typos(&self, key: &str, beginning: bool, depth: Depth, streets: &mut Matches, places: &mut Matches) -> bool {
        let postings = |word: u32| {
            self.segment.u32(Section::PostingOffsets, word as usize + 1) - self.segment.u32(Section::PostingOffsets, word as usize)
        };
        let houses = |place: u32| self.segment.u32(Section::PlaceCounts, place as usize);
        let street = words::add_typos(&self.streets, key, beginning, depth, &postings, streets);
        words::add_typos(&self.places, key, beginning, depth, &houses, places) || street
    }

    /// Is any longer word of the text in a vocabulary, or the beginning of one, or nearly one?
    fn knows_a_word_of(&self, text: &str) -> bool {
        let keys: Vec<String> = tokens(text).iter().filter(|t| !t.number).map(|t| fold(&t.text)).collect();
        let long = |key: &&String| key.len() >= 4;
        let known = |key: &String| [&self.streets, &self.places].iter().any(|lexicon| lexicon.exact(key).is_some() || lexicon.begins(key));
        keys.iter().filter(long).any(known)
            || keys.iter().filter(long).max_by_key(|key| key.len()).is_some_and(|key| {
                let (mut streets, mut places) = (Matches::default(), Matches::default());
                self.add_typos(key, false, Depth::One, &mut streets, &mut places)
            })
    }
}

/// A text with its words and the ways to read them.
struct Typed {
    query: Query,
    readings: Vec<Reading>,
}

impl Typed {
    fn new(engine: &Engine, text: &str) -> Typed {
        let tokens = tokens(text);
        let typing = !text.ends_with(|c: char| c.is_whitespace() || c == ',');
        let query = Query::new(engine, &tokens, typing);
        let readings = query.readings(&tokens);
        Typed { query, readings }
    }

    fn answer(&self, engine: &Engine, limit: usize) -> Answer {
        let mut answer = Answer::default();
        for reading in &self.readings {
            if reading.house.is_none() && answer.explained >= SURE {
                break;
            }
            houses::answer(engine, &self.query, reading, limit, &mut answer);
        }
        answer
    }
}
