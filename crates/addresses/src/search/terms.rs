//! The words of a query, what each may mean, and the ways to tell words from house number.

use super::{
    Engine,
    words::{Depth, Matches, add_typos},
};
use crate::{
    house::{
        grammar::{self, is_ordinal},
        number::HouseNumber,
    },
    segment::{bigrams, layout::Section},
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

/// From this length on, two typos are looked for at once when one gives nothing.
const LONG_WORD: usize = 7;
/// How well the most similar word fits, at the most.
const SIMILAR: f32 = 0.85;
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
    /// May it be unfinished?
    typing: bool,
    /// Does it name a kind of street or place?
    kind_word: bool,
    /// Is it the name of a place, letter for letter?
    exact_place: bool,
    /// How far typos have been looked for.
    depth: Depth,
}

/// A set of terms, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TermSet(u32);

impl TermSet {
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
    /// Matches the words. Typos are looked for in those that no vocabulary has.
    pub(crate) fn new(engine: &Engine, tokens: &[Token], typing: bool) -> Query {
        let mut terms = Vec::new();
        let mut at = 0;
        while at < tokens.len() && terms.len() < MAX_TERMS {
            at = push_terms(engine, tokens, at, typing, &mut terms);
        }
        Query { terms, typing }
    }

    /// Looks for more typos in the doubtful words. Returns whether any may now mean more.
    pub(crate) fn doubt(&mut self, engine: &Engine, doubtful: TermSet) -> bool {
        let doubted = self.terms.iter_mut().enumerate().filter(|(at, _)| doubtful.has(*at));
        doubted.fold(false, |grown, (_, term)| term.deepen(engine, Depth::Two) || grown)
    }

    /// Looks for typos in every word but the names of places that everything lies in; further in the doubtful ones.
    pub(crate) fn doubt_all(&mut self, engine: &Engine, doubtful: TermSet) -> bool {
        let mut grown = false;
        for (at, term) in self.terms.iter_mut().enumerate() {
            if !term.exact_place || term.names_a_place() {
                let depth = if doubtful.has(at) { Depth::Similar } else { Depth::One };
                grown |= term.deepen(engine, depth);
            }
        }
        grown
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
fn push_terms(engine: &Engine, tokens: &[Token], at: usize, typing: bool, terms: &mut Vec<Term>) -> usize {
    let token = &tokens[at];
    if at > 0 && is_ordinal(tokens, at - 1) {
        return at + 1;
    }
    let key = fold(&token.text);
    if key.is_empty() || is_noise(&key) {
        return at + 1;
    }
    let last = typing && at + 1 == tokens.len();
    let mut make = Maker { engine, last, dotted: token.dot };
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
        let searchable = letters && !kind_word;
        let missed = streets.is_empty() && places.is_empty();
        let exact_place = engine.places.exact(&key).is_some();
        let mut term = Term {
            tokens,
            key,
            text: plain(&token.text),
            number,
            kinds,
            streets,
            places,
            street_weight: 0.0,
            place_weight: 0.0,
            unexplained: 0.0,
            typing: self.last,
            kind_word,
            exact_place,
            depth: if searchable { Depth::Exact } else { Depth::Similar },
        };
        if missed && !term.deepen(engine, Depth::One) && term.key.len() >= LONG_WORD {
            term.deepen(engine, Depth::Two);
        }
        term.weigh(engine);
        term
    }
}

impl Term {
    /// Looks for typos of the word up to `depth`. Returns whether it may now mean more words.
    pub(crate) fn deepen(&mut self, engine: &Engine, depth: Depth) -> bool {
        let mut grown = false;
        for step in [Depth::One, Depth::Two, Depth::Similar] {
            if step > self.depth && step <= depth {
                let pairs = [(&engine.streets, &mut self.streets), (&engine.places, &mut self.places)];
                grown |= add_typos(&self.key, self.typing, step, pairs);
                grown |= step == Depth::Similar && self.add_similar(engine);
                self.depth = step;
            }
        }
        if grown {
            self.weigh(engine);
        }
        grown
    }

    fn add_similar(&mut self, engine: &Engine) -> bool {
        let similar = bigrams::similar(&engine.segment, &self.key);
        let before = self.streets.words.len();
        for (word, similarity) in similar {
            self.streets.add(word, SIMILAR * similarity);
        }
        self.streets.words.len() > before
    }

    /// Works out the weights from what it may mean.
    fn weigh(&mut self, engine: &Engine) {
        self.street_weight = engine.facts.street_weight(&self.streets, self.is_initial(), self.number);
        self.place_weight = engine.facts.place_weight(&self.places);
        let post_code = self.number && self.key.len() == 6;
        self.unexplained = if self.kind_word || self.is_initial() || post_code {
            0.0
        } else if self.number {
            NUMBER_UNEXPLAINED
        } else if self.exact_place {
            self.place_weight.min(self.street_weight)
        } else {
            self.street_weight
        };
    }

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
