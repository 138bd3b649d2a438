//! Which streets are scored: those of the rarest word first, of further words only while the query is not explained.

use super::{
    Engine,
    query::{Query, Reading},
    score::{Scored, score},
    term::Term,
};
use crate::segment::layout::{STREET_ROW, Section, street, unpack};

/// Streets that one word adds at most, larger ones first.
const BUDGET: usize = 1000;
/// Postings of one typed word that are looked through for the typed place when they are more than the budget.
const LOOK_THROUGH: usize = 20_000;
/// When the best street explains this much, no further word is followed.
const ENOUGH: f32 = 0.9;
/// A street must explain this much to be kept.
const TOO_LITTLE: f32 = 0.2;

/// Scores the streets worth it, in no order. `has_house` says whether a street has the house of the reading.
pub(super) fn scored(engine: &Engine, query: &Query, reading: &Reading, has_house: &dyn Fn(u32) -> bool) -> Vec<Scored> {
    let sources = sources(engine, query, reading);
    let mut seen: Vec<u32> = Vec::new();
    let mut scored: Vec<Scored> = Vec::new();
    for at in &sources {
        let mut streets = follow(engine, query, reading, &query.terms[*at]);
        streets.retain(|street| seen.binary_search(street).is_err());
        if streets.is_empty() {
            continue;
        }
        scored.extend(
            streets.iter().map(|street| score(engine, &query.terms, reading, *street)).filter(|scored| scored.explained > TOO_LITTLE),
        );
        seen.extend(streets);
        seen.sort_unstable();
        if scored.iter().any(|s| s.explained >= ENOUGH && has_house(s.street)) {
            break;
        }
    }
    if sources.is_empty() && reading.terms.iter().any(|at| !query.terms[*at].places.is_empty()) {
        let all = engine.segment.u32_count(Section::StreetKinds).min(BUDGET) as u32;
        scored.extend((0..all).map(|street| score(engine, &query.terms, reading, street)).filter(|s| s.explained > TOO_LITTLE));
    }
    scored
}

/// Terms to follow, rarest first. Numbers and initials lead to half the country: only when there is nothing else.
fn sources(engine: &Engine, query: &Query, reading: &Reading) -> Vec<usize> {
    let mut words: Vec<(bool, usize, usize)> = reading
        .terms
        .iter()
        .map(|at| {
            let term = &query.terms[*at];
            (term.number || term.is_initial(), term.postings(engine), *at)
        })
        .filter(|(_, count, _)| *count > 0)
        .collect();
    words.sort_unstable();
    let common_only = words.first().is_none_or(|(common, ..)| *common);
    words.into_iter().filter(|(common, ..)| common_only || !common).map(|(.., at)| at).collect()
}

/// The streets of all words that a term may mean, ascending, each once.
fn follow(engine: &Engine, query: &Query, reading: &Reading, term: &Term) -> Vec<u32> {
    let segment = &engine.segment;
    let start = |word: u32| segment.u32(Section::PostingOffsets, word as usize) as usize;
    let mut streets: Vec<u32> = Vec::new();
    // What is nearest to the typed word first: in a country, its neighbours alone lead to a million streets.
    let mut words = term.streets.words.clone();
    words.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    for (word, _) in &words {
        let room = LOOK_THROUGH.saturating_sub(streets.len());
        let range = start(*word)..start(word + 1);
        streets.extend(segment.u32s(Section::Postings, range.start..range.end.min(range.start + room)));
    }
    if let Some((from, to, _)) = term.streets.prefix {
        let room = LOOK_THROUGH.saturating_sub(streets.len());
        let range = start(from)..start(to);
        streets.extend(segment.u32s(Section::Postings, range.start..range.end.min(range.start + room)));
    }
    streets.sort_unstable();
    streets.dedup();
    if streets.len() > BUDGET {
        let places: Vec<&Term> = reading.terms.iter().map(|at| &query.terms[*at]).filter(|t| t.names_a_place()).collect();
        let mut rank = 0;
        streets.retain(|street| {
            rank += 1;
            rank <= BUDGET / 4 || (!places.is_empty() && lies_in(engine, *street, &places))
        });
        streets.truncate(BUDGET);
    }
    streets
}

/// Does the street lie in one of the places that the terms name?
fn lies_in(engine: &Engine, of: u32, places: &[&Term]) -> bool {
    let segment = &engine.segment;
    let chain = segment.u32(Section::Streets, of as usize * STREET_ROW + street::CHAIN) as usize;
    let words = segment.u32(Section::Chains, chain) as usize..segment.u32(Section::Chains, chain + 1) as usize;
    segment.u32s(Section::ChainWords, words).any(|packed| {
        let word = unpack(packed).0;
        places.iter().any(|term| term.places.quality(word) > 0.0)
    })
}
