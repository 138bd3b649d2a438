//! A query with its words matched, and the ways to tell words from house number.

use super::{Engine, split, term::Term, words::Depth};
use crate::{
    house::{grammar, number::HouseNumber},
    text::token::{Gap, Token},
};

/// At most this many ways to find the house number in the query are tried.
const MAX_READINGS: usize = 5;

/// A set of terms, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TermSet(u32);

impl TermSet {
    pub(crate) fn has(self, term: usize) -> bool {
        term < 32 && self.0 & (1 << term) != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
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
        Query { terms: split::terms(engine, tokens, typing), typing }
    }

    /// Looks for more typos in the doubtful words. Returns whether any may now mean more.
    pub(crate) fn doubt(&mut self, engine: &Engine, doubtful: TermSet) -> bool {
        // Where nothing was found, everything is in doubt.
        let doubted = self.terms.iter_mut().enumerate().filter(|(at, _)| doubtful.is_empty() || doubtful.has(*at));
        doubted.fold(false, |grown, (_, term)| term.deepen(engine, Depth::Two) || grown)
    }

    /// Looks for typos in every word but the names of places that everything lies in; further in the doubtful ones.
    pub(crate) fn doubt_all(&mut self, engine: &Engine, doubtful: TermSet) -> bool {
        let mut grown = false;
        for (at, term) in self.terms.iter_mut().enumerate() {
            if !term.is_common_place() {
                let depth = if doubtful.is_empty() || doubtful.has(at) { Depth::Similar } else { Depth::One };
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
