//! One word of a query and what it may mean.

use std::cell::OnceCell;

use super::{
    Engine,
    words::{Depth, Matches},
};
use crate::{
    segment::{bigrams, layout::Section},
    text::{
        fold::{other_readings, plain},
        kinds::{StreetKinds, is_place_kind, street_kinds},
        token::Token,
    },
};

/// What a number loses that is in no name; a post code (six digits) loses nothing.
const NUMBER_UNEXPLAINED: f32 = 0.5;
/// From this length on, two typos are looked for at once when one gives nothing.
const LONG_WORD: usize = 7;
/// How well the most similar word fits, at the most.
const SIMILAR: f32 = 0.85;
/// Entries of chains of places that one word marks at most.
const MAX_MARKED: usize = 400_000;
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
    /// Per chain of places: how well the word fits a place in it, 0 to 255. Worked out when first asked for.
    chains: OnceCell<Vec<u8>>,
}

impl Term {
    /// Matches a word. `last`: it may be unfinished.
    pub(super) fn new(engine: &Engine, tokens: (usize, usize), key: String, token: &Token, last: bool) -> Term {
        let others = other_readings(&token.text);
        let number = key.starts_with(|c: char| c.is_ascii_digit());
        let kinds = if number { StreetKinds::default() } else { street_kinds(&key) };
        let mut streets = engine.streets.matches(&key, &others);
        let mut places = engine.places.matches(&key, &others);
        let kind_word = !kinds.is_empty() || is_place_kind(&key);
        let letters = key.len() > 1 && !number;
        if letters && !kind_word && (last || token.dot) {
            let quality = if token.dot { 0.88 } else { 0.93 };
            engine.streets.add_prefix(&key, quality, &mut streets);
            engine.places.add_prefix(&key, quality - 0.05, &mut places);
        } else if last && !number && !kind_word {
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
            typing: last,
            kind_word,
            exact_place,
            depth: if searchable { Depth::Exact } else { Depth::Similar },
            chains: OnceCell::new(),
        };
        if missed && !term.deepen(engine, Depth::One) && term.key.len() >= LONG_WORD {
            term.deepen(engine, Depth::Two);
        }
        term.weigh(engine);
        term
    }

    /// Looks for typos of the word up to `depth`. Returns whether it may now mean more words.
    pub(crate) fn deepen(&mut self, engine: &Engine, depth: Depth) -> bool {
        let mut grown = false;
        for step in [Depth::One, Depth::Two, Depth::Similar] {
            if step > self.depth && step <= depth {
                grown |= engine.add_typos(&self.key, self.typing, step, &mut self.streets, &mut self.places);
                grown |= step == Depth::Similar && self.add_similar(engine);
                self.depth = step;
            }
        }
        if grown {
            self.weigh(engine);
            self.chains = OnceCell::new();
        }
        grown
    }

    /// Per chain of places: how well the word fits a place in it, 0 to 255.
    pub(super) fn in_chains(&self, engine: &Engine) -> &[u8] {
        self.chains.get_or_init(|| {
            let segment = &engine.segment;
            let mut chains = vec![0u8; segment.u32_count(Section::Chains).saturating_sub(1)];
            let start = |place: u32| segment.u32(Section::PlaceChainOffsets, place as usize) as usize;
            let single = self.places.words.iter().map(|(place, quality)| (*place, place + 1, *quality));
            let mut room = MAX_MARKED;
            for (from, to, quality) in single.chain(self.places.prefix) {
                let range = start(from)..start(to).min(start(from) + room);
                room -= range.len();
                for chain in segment.u32s(Section::PlaceChains, range) {
                    if let Some(known) = chains.get_mut(chain as usize) {
                        *known = (*known).max((quality * 255.0) as u8);
                    }
                }
            }
            chains
        })
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

    /// The name of a place that everything lies in.
    pub(crate) fn is_common_place(&self) -> bool {
        self.exact_place && !self.names_a_place()
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
