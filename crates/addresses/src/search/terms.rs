//! The words of a query, what each may mean, and the ways to tell words from house number.

use super::{
    Engine,
    words::{Matches, add_typos},
};
use crate::{
    house::{
        grammar::{self, is_ordinal},
        number::HouseNumber,
    },
    segment::layout::Section,
    text::{
        fold::{fold, fold_j_as_zh, plain},
        kinds::{StreetKinds, is_noise, is_place_kind, ordinal_word, street_kinds},
        token::{Gap, Token},
    },
};

/// At most this many ways to find the house number in the query are tried.
const MAX_READINGS: usize = 5;
/// At most this many words are matched.
const MAX_TERMS: usize = 16;

/// What a number loses that is in no name; a post code (six digits) loses nothing.
const NUMBER_UNEXPLAINED: f32 = 0.5;

/// Up to this weight, the name of a place tells nothing.
const COMMON_PLACE: f32 = 0.15;

/// One word of the query.
pub(crate) struct Term {
    /// Tokens that it was made of: first, after last.
    pub(crate) tokens: (usize, usize),
    /// Folding key.
    pub(crate) key: String,
    /// As typed, lower case.
    pub(crate) text: String,
    /// Digits?
    pub(crate) number: bool,
    /// The kinds of street that it may name.
    pub(crate) kinds: StreetKinds,
    /// Words of street names that it may mean.
    pub(crate) streets: Matches,
    /// Words of place names that it may mean.
    pub(crate) places: Matches,
    /// What it is worth as a word of a street.
    pub(crate) street_weight: f32,
    /// What it is worth as a word of a place; 0 when it is none.
    pub(crate) place_weight: f32,
    /// What is lost when nothing of an address explains it.
    pub(crate) unexplained: f32,
}

/// A set of terms, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TermSet(u32);

impl TermSet {
    /// Every term.
    pub(crate) const ALL: TermSet = TermSet(u32::MAX);

    pub(crate) fn has(self, term: usize) -> bool {
        term < 32 && self.0 & (1 << term) != 0
    }

    pub(crate) fn add(&mut self, term: usize) {
        if term < 32 {
            self.0 |= 1 << term;
        }
    }
}

/// A query with its words matched.
pub(crate) struct Query {
    pub(crate) terms: Vec<Term>,
    typing: bool,
}

/// One way to tell the words from the house.
pub(crate) struct Reading {
    /// Terms that are words of a street or place.
    pub(crate) terms: Vec<usize>,
    /// The house, when this reading has one.
    pub(crate) house: Option<HouseNumber>,
    /// May the house number be unfinished?
    pub(crate) typing: bool,
}

impl Query {
    /// Matches the words. Typos are looked for in those that no vocabulary has, and in those of `doubtful`.
    pub(crate) fn new(engine: &Engine, tokens: &[Token], typing: bool, doubtful: TermSet) -> Query {
        let mut terms = Vec::new();
        let mut at = 0;
        while at < tokens.len() && terms.len() < MAX_TERMS {
            at = push_terms(engine, tokens, at, typing, doubtful, &mut terms);
        }
        Query { terms, typing }
    }

    /// The readings; the one without a house comes last.
    pub(crate) fn readings(&self, tokens: &[Token]) -> Vec<Reading> {
        let mut found: Vec<grammar::Found> = Vec::new();
        for at in 0..tokens.len() {
            let inside = found.iter().any(|known| known.from <= at && at < known.to);
            // `12 2` may be a house 2 of a street 12; `12/2` and `12 к2` may not.
            let loose = at > 0 && tokens[at - 1].number && matches!(tokens[at].gap, Gap::Space | Gap::Comma);
            if !inside || loose {
                found.extend(grammar::read(tokens, at));
            }
        }
        if let Some(announced) = found.iter().position(|found| found.announced && found.to - found.from < tokens.len()) {
            found = vec![found.swap_remove(announced)];
        }
        let without = if found.iter().any(|found| found.announced) { None } else { Some(self.without_house()) };
        let with = found.into_iter().take(MAX_READINGS).map(|found| Reading {
            terms: self.outside(found.from, found.to),
            typing: self.typing && found.to == tokens.len(),
            house: Some(found.number),
        });
        with.chain(without).collect()
    }

    fn without_house(&self) -> Reading {
        Reading { terms: (0..self.terms.len()).collect(), house: None, typing: self.typing }
    }

    fn outside(&self, from: usize, to: usize) -> Vec<usize> {
        let outside = |term: &Term| term.tokens.1 <= from || term.tokens.0 >= to;
        (0..self.terms.len()).filter(|at| outside(&self.terms[*at])).collect()
    }
}

/// Adds the terms that begin at a token; returns the next token.
fn push_terms(
    engine: &Engine,
    tokens: &[Token],
    at: usize,
    typing: bool,
    doubtful: TermSet,
    terms: &mut Vec<Term>,
) -> usize {
    let token = &tokens[at];
    if at > 0 && is_ordinal(tokens, at - 1) {
        return at + 1;
    }
    let key = fold(&token.text);
    if key.is_empty() || is_noise(&key) {
        return at + 1;
    }
    let last = typing && at + 1 == tokens.len();
    let broad = doubtful.has(terms.len());
    let mut make = Maker { engine, broad, last, dotted: token.dot };
    if let Some(next) = tokens.get(at + 1)
        && let Some(joined) = make.joined_pair(token, &key, next)
    {
        make.last = false;
        terms.push(make.term((at, at + 2), joined, token));
        return at + 2;
    }
    if token.text.contains('-') && street_kinds(&key).is_empty() && !make.known(&key) {
        for part in token.text.split('-').filter(|part| !part.is_empty()) {
            let part = Token { text: part.to_owned(), ..token.clone() };
            terms.push(make.term((at, at + 1), fold(&part.text), &part));
        }
    } else {
        let key = ordinal_word(&key).map_or(key, str::to_owned);
        terms.push(make.term((at, at + 1), key, token));
    }
    at + 1
}

struct Maker<'a> {
    engine: &'a Engine,
    broad: bool,
    last: bool,
    dotted: bool,
}

impl Maker<'_> {
    fn known(&self, key: &str) -> bool {
        self.engine.streets.exact(key).is_some() || self.engine.places.exact(key).is_some()
    }

    /// `больше охтинский` for a register that writes it in one word.
    fn joined_pair(&self, first: &Token, key: &str, next: &Token) -> Option<String> {
        let words = !first.number && !next.number && matches!(next.gap, Gap::Space | Gap::Dash) && !first.dot;
        if !words || key.len() < 2 {
            return None;
        }
        let next_key = fold(&next.text);
        let joined = fold(&format!("{}{}", first.text, next.text));
        let better = next_key.len() > 1 && !(self.known(key) && self.known(&next_key));
        (better && self.engine.streets.exact(&joined).is_some()).then_some(joined)
    }

    fn term(&self, tokens: (usize, usize), key: String, token: &Token) -> Term {
        let engine = self.engine;
        let second = fold_j_as_zh(&token.text);
        let number = key.starts_with(|c: char| c.is_ascii_digit());
        let kinds = if number { StreetKinds::default() } else { street_kinds(&key) };
        let mut streets = engine.streets.matches(&key, second.as_deref());
        let mut places = engine.places.matches(&key, second.as_deref());
        let kind_word = !kinds.is_empty() || is_place_kind(&key);
        let letters = key.len() > 1 && !number;
        if letters && !kind_word && (self.last || self.dotted) {
            let quality = if self.dotted { 0.88 } else { 0.93 };
            engine.streets.add_prefix(&key, quality, &mut streets);
            engine.places.add_prefix(&key, quality - 0.05, &mut places);
        } else if self.last && !number && !kind_word {
            engine.streets.add_prefix(&key, 0.9, &mut streets);
        }
        let missed = streets.is_empty() && places.is_empty();
        if letters && !kind_word && (missed || self.broad) {
            add_typos(&key, self.last, self.broad, [(&engine.streets, &mut streets), (&engine.places, &mut places)]);
        }
        let street_weight = engine.facts.street_weight(&streets, key.len() == 1, number);
        let place_weight = engine.facts.place_weight(&places);
        let unexplained = if kind_word || key.len() == 1 && !number || key.len() == 6 && number {
            0.0
        } else if number {
            NUMBER_UNEXPLAINED
        } else if place_weight > 0.0 && engine.places.exact(&key).is_some() {
            place_weight.min(street_weight)
        } else {
            street_weight
        };
        Term { tokens, key, text: plain(&token.text), number, kinds, streets, places, street_weight, place_weight, unexplained }
    }
}

impl Term {
    /// One letter alone.
    pub(crate) fn is_initial(&self) -> bool {
        self.key.len() == 1 && !self.number
    }

    /// A place that not everything lies in.
    pub(crate) fn names_a_place(&self) -> bool {
        self.place_weight > COMMON_PLACE
    }

    /// How many streets its words lead to.
    pub(crate) fn postings(&self, engine: &Engine) -> usize {
        let start = |word: u32| engine.segment.u32(Section::PostingOffsets, word as usize) as usize;
        let single: usize = self.streets.words.iter().map(|(word, _)| start(word + 1) - start(*word)).sum();
        single + self.streets.prefix.map_or(0, |(from, to, _)| start(to) - start(from))
    }
}
