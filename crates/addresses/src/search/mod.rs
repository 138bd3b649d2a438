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
mod words;

use crate::{
    segment::{layout::Section, read::Segment},
    text::{fold::fold, keyboard::other_layout, token::tokens},
};
use facts::Facts;
use houses::Answer;
use query::{Query, Reading};
use words::{Depth, Lexicon, Matches, add_typos};

/// Longest query that is read, in characters.
const MAX_QUERY: usize = 200;
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
}

impl Engine {
    pub(crate) fn new(segment: Segment) -> Result<Engine, String> {
        let streets = Lexicon::new(segment.shared(Section::WordFst))?;
        let places = Lexicon::new(segment.shared(Section::PlaceFst))?;
        let facts = Facts::of(&segment);
        Ok(Engine { segment, streets, places, facts })
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

    /// Is any longer word of the text in a vocabulary, or the beginning of one, or nearly one?
    fn knows_a_word_of(&self, text: &str) -> bool {
        let keys: Vec<String> = tokens(text).iter().filter(|t| !t.number).map(|t| fold(&t.text)).collect();
        let long = |key: &&String| key.len() >= 4;
        let known = |key: &String| [&self.streets, &self.places].iter().any(|lexicon| lexicon.exact(key).is_some() || lexicon.begins(key));
        keys.iter().filter(long).any(known)
            || keys.iter().filter(long).max_by_key(|key| key.len()).is_some_and(|key| {
                let (mut streets, mut places) = (Matches::default(), Matches::default());
                add_typos(key, false, Depth::One, [(&self.streets, &mut streets), (&self.places, &mut places)]);
                !streets.is_empty() || !places.is_empty()
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
