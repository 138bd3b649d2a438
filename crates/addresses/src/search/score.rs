//! How well a street fits the words of a reading.

use super::{
    Engine,
    query::{Reading, TermSet},
    term::Term,
};
use crate::{
    segment::layout::{
        Role, STREET_ROW, Section,
        street::{CHAIN, FIRST_WORD},
        unpack,
    },
    text::kinds::StreetKinds,
};

/// A street with its score.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scored {
    pub(crate) street: u32,
    /// 0 to about 1.
    pub(crate) score: f32,
    /// Share of the query's words that the street and its places explain.
    pub(crate) explained: f32,
    /// Is a number of the reading in neither the name nor the places?
    pub(crate) number_left: bool,
    /// Words that are not, or not wholly, explained.
    pub(crate) doubtful: TermSet,
}

const SHARE_OF_QUERY: f32 = 0.64;
const SHARE_OF_NAME: f32 = 0.36;
/// A word explained this well is taken as typed.
const SURE: f32 = 0.9;
const SAME_KIND: f32 = 0.03;
const OTHER_KIND: f32 = -0.07;
const UNNAMED_PLACE: f32 = -0.012;
const RANK_PRIOR: f32 = 0.015;
/// How well an initial stands for a word.
const INITIAL_QUALITY: f32 = 0.7;

/// Scores one street for a reading.
pub(crate) fn score(engine: &Engine, terms: &[Term], reading: &Reading, street: u32) -> Scored {
    let segment = &engine.segment;
    let row = street as usize * STREET_ROW;
    let (streets, chains) = (segment.numbers(Section::Streets), segment.numbers(Section::Chains));
    let words_from = streets.get(row + FIRST_WORD) as usize;
    let words_to = streets.get(row + STREET_ROW + FIRST_WORD) as usize;
    let chain = streets.get(row + CHAIN) as usize;
    let places = chains.get(chain) as usize..chains.get(chain + 1) as usize;
    let kinds = StreetKinds(segment.u32(Section::StreetKinds, street as usize));

    let mut words = [(0u32, Role::Name, 0.0f32); MAX_WORDS];
    let count = words_to.saturating_sub(words_from).min(MAX_WORDS);
    for (slot, packed) in words.iter_mut().zip(segment.u32s(Section::StreetWords, words_from..words_to)) {
        let (word, role) = unpack(packed);
        *slot = (word, role, 0.0);
    }
    let words = &mut words[..count];
    let mut place_hits = 0u64;
    let mut number_left = false;
    let mut doubtful = TermSet::default();
    let (mut gained, mut possible, mut kind_score) = (0.0f32, 0.0f32, 0.0f32);
    for &at in &reading.terms {
        let term = &terms[at];
        let in_street = best_word(engine, term, words);
        if in_street > 0.0 {
            gained += term.street_weight * in_street;
            possible += term.street_weight;
            if in_street < SURE && !term.number {
                doubtful.add(at);
            }
            continue;
        }
        if !term.kinds.is_empty() {
            kind_score += if term.kinds.meets(kinds) {
                SAME_KIND
            } else if kinds.is_empty() || !term.kinds.is_plain() {
                0.0
            } else {
                OTHER_KIND
            };
            continue;
        }
        let mut in_place = 0.0f32;
        if !term.places.is_empty() {
            for (at, packed) in segment.u32s(Section::ChainWords, places.clone()).enumerate() {
                let quality = term.places.quality(unpack(packed).0);
                if quality > 0.0 {
                    in_place = in_place.max(quality);
                    place_hits |= 1 << at.min(63);
                }
            }
        }
        if in_place > 0.0 {
            gained += term.place_weight * in_place;
            possible += term.place_weight;
        } else {
            possible += term.unexplained;
            if !term.number {
                doubtful.add(at);
            }
            number_left |= term.number && term.unexplained > 0.0;
        }
    }
    let explained = if possible > 0.0 { gained / possible } else { 0.0 };
    let named = name_share(engine, words);
    let unnamed = unnamed_places(engine, places, place_hits);
    let rank = 1.0 / (1.0 + (street as f32).sqrt() / 8.0);
    let score = SHARE_OF_QUERY * explained
        + SHARE_OF_NAME * named
        + kind_score.clamp(OTHER_KIND, SAME_KIND)
        + UNNAMED_PLACE * unnamed
        + RANK_PRIOR * rank;
    Scored { street, score, explained, number_left, doubtful }
}

/// Words of a street that take part.
const MAX_WORDS: usize = 16;

/// The best quality of a term over the street's words; remembers it for [`name_share`].
fn best_word(engine: &Engine, term: &Term, words: &mut [(u32, Role, f32)]) -> f32 {
    let mut best = (0.0f32, usize::MAX);
    let initial = term.is_initial();
    for (at, (word, role, used)) in words.iter().enumerate() {
        if *role == Role::Kind {
            continue;
        }
        let mut quality = term.streets.quality(*word);
        if quality == 0.0 && *used == 0.0 {
            quality = initial_quality(engine, term, *word, initial);
        }
        if quality > best.0 {
            best = (quality, at);
        }
    }
    if let Some(slot) = words.get_mut(best.1) {
        slot.2 = slot.2.max(best.0);
        if slot.1 == Role::Joined {
            let quality = best.0;
            for part in words[best.1.saturating_sub(2)..best.1].iter_mut().filter(|w| w.1 == Role::Name) {
                part.2 = part.2.max(quality);
            }
        }
    }
    best.0
}

/// `М.` for Максима, and Большая for `Б.`
fn initial_quality(engine: &Engine, term: &Term, word: u32, initial: bool) -> f32 {
    let fact = engine.facts.word(word);
    let same = term.key.as_bytes().first() == Some(&fact.first);
    if same && (initial || fact.initial) && !term.number { INITIAL_QUALITY } else { 0.0 }
}

/// How much of the street's own name the query has.
fn name_share(engine: &Engine, words: &[(u32, Role, f32)]) -> f32 {
    let (mut gained, mut possible) = (0.0, 0.0);
    for (word, role, quality) in words {
        if *role == Role::Name {
            let weight = engine.facts.word(*word).weight;
            gained += weight * quality;
            possible += weight;
        }
    }
    if possible > 0.0 { gained / possible } else { 0.0 }
}

/// Places of the address that the query leaves out, not counting those that most addresses share.
fn unnamed_places(engine: &Engine, places: std::ops::Range<usize>, hits: u64) -> f32 {
    let unnamed = engine.segment.u32s(Section::ChainWords, places).enumerate().filter(|(at, packed)| {
        let (word, role) = unpack(*packed);
        role == Role::Name && hits & (1 << at.min(&63)) == 0 && !engine.facts.place(word).common
    });
    unnamed.count().min(6) as f32
}
