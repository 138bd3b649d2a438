//! Which streets are scored: those of the rarest word first, of further words only while the query is not explained.

use super::{
    Engine,
    query::{Query, Reading},
    score::{Scored, score},
    term::Term,
};
use crate::{register::partition, segment::layout::Section};

/// Streets that one word adds at most, the likeliest and larger ones first.
const BUDGET: usize = 500;
/// Of them, those that lie in no place that was typed.
const ANYWHERE: usize = 250;
/// Postings of one typed word that are looked through for the typed place.
const LOOK_THROUGH: usize = 100_000;
/// Streets that one reading scores at most.
const MOST: usize = 1500;
/// When the best street explains this much, no further word is followed.
const ENOUGH: f32 = 0.9;
/// A street must explain this much to be kept.
const TOO_LITTLE: f32 = 0.2;

/// Scores the streets worth it, in no order. `has_house` says whether a street has the house of the reading.
pub(super) fn scored(engine: &Engine, query: &Query, reading: &Reading, has_house: &dyn Fn(u32) -> bool) -> Vec<Scored> {
    let sources = sources(engine, query, reading);
    let places: Vec<&Term> = reading.terms.iter().map(|at| &query.terms[*at]).filter(|term| term.names_a_place()).collect();
    let mut seen: Vec<u32> = Vec::new();
    let mut scored: Vec<Scored> = Vec::new();
    for at in &sources {
        let mut streets = follow(engine, &places, &query.terms[*at]);
        streets.retain(|street| seen.binary_search(street).is_err());
        streets.truncate(MOST - seen.len());
        if streets.is_empty() {
            continue;
        }
        scored.extend(
            streets.iter().map(|street| score(engine, &query.terms, reading, *street)).filter(|scored| scored.explained > TOO_LITTLE),
        );
        seen.extend(streets);
        seen.sort_unstable();
        if seen.len() >= MOST || scored.iter().any(|s| s.explained >= ENOUGH && has_house(s.street)) {
            break;
        }
    }
    if sources.is_empty() && reading.terms.iter().any(|at| !query.terms[*at].places.is_empty()) {
        let streets = streets_in(engine, &places);
        scored.extend(streets.into_iter().map(|street| score(engine, &query.terms, reading, street)).filter(|s| s.explained > TOO_LITTLE));
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

/// The likeliest streets of all words that a term may mean, ascending, each once.
fn follow(engine: &Engine, places: &[&Term], term: &Term) -> Vec<u32> {
    let segment = &engine.segment;
    let start = |word: u32| segment.u32(Section::PostingOffsets, word as usize) as usize;
    let mut found = Likeliest::default();
    // What is nearest to the typed word first: in a country, its neighbours alone lead to a million streets.
    let mut words: Vec<(u32, u32, f32)> = term.streets.words.iter().map(|(word, quality)| (*word, word + 1, *quality)).collect();
    words.sort_unstable_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    let mut room = LOOK_THROUGH;
    for (from, to, quality) in words.into_iter().chain(term.streets.prefix) {
        let worth = term.street_weight * quality;
        let range = start(from)..start(to);
        let many = range.len() > ANYWHERE;
        match largest_of_beginning(engine, from, to).filter(|_| many) {
            Some(largest) => segment.u32s(Section::BeginningStreets, largest).take(ANYWHERE).for_each(|street| found.add(worth, street)),
            None => segment.u32s(Section::Postings, range.clone()).take(ANYWHERE).for_each(|street| found.add(worth, street)),
        }
        if many && !places.is_empty() {
            let range = range.start..range.end.min(range.start + room);
            room -= range.len();
            let marked: Vec<(&[u8], f32)> = places.iter().map(|term| (term.in_chains(engine), term.place_weight / 255.0)).collect();
            let chains = segment.u32s(Section::PostingChains, range.clone());
            for (chain, at) in chains.zip(range) {
                let fits = |(chains, weight): &(&[u8], f32)| f32::from(chains.get(chain as usize).copied().unwrap_or_default()) * weight;
                let gain: f32 = marked.iter().map(fits).sum();
                if gain > 0.0 {
                    found.add(worth + gain, segment.u32(Section::Postings, at));
                }
            }
        }
    }
    found.into_streets()
}

/// The largest streets of a beginning of words that has very many, as a range of [`Section::BeginningStreets`].
fn largest_of_beginning(engine: &Engine, from: u32, to: u32) -> Option<std::ops::Range<usize>> {
    let rows = engine.segment.numbers(Section::Beginnings);
    let count = (engine.segment.u32_count(Section::Beginnings) / 3).saturating_sub(1);
    let row = |at: usize| (rows.get(at * 3), rows.get(at * 3 + 1));
    let at = partition(count, |at| row(at) < (from, to));
    (at < count && row(at) == (from, to)).then(|| rows.get(at * 3 + 2) as usize..rows.get(at * 3 + 5) as usize)
}

/// The largest streets in the places that the terms name.
fn streets_in(engine: &Engine, places: &[&Term]) -> Vec<u32> {
    let segment = &engine.segment;
    let mut found = Likeliest::default();
    let mut room = LOOK_THROUGH;
    for term in places {
        let chains = term.in_chains(engine);
        let best = chains.iter().copied().max().unwrap_or_default();
        for (chain, _) in chains.iter().enumerate().filter(|(_, quality)| best > 0 && **quality == best) {
            let range =
                segment.u32(Section::ChainStreetOffsets, chain) as usize..segment.u32(Section::ChainStreetOffsets, chain + 1) as usize;
            let range = range.start..range.end.min(range.start + room);
            room -= range.len();
            segment.u32s(Section::ChainStreets, range).take(ANYWHERE).for_each(|street| found.add(term.place_weight, street));
        }
    }
    if places.is_empty() {
        (0..segment.u32_count(Section::StreetKinds).min(BUDGET) as u32).for_each(|street| found.add(0.0, street));
    }
    found.into_streets()
}

/// Streets by what they are worth before they are scored.
#[derive(Default)]
struct Likeliest {
    found: Vec<(f32, u32)>,
    /// What is worth no more comes too late.
    floor: Option<f32>,
}

/// Streets after which the unlikely ones are thrown out.
const CROWDED: usize = BUDGET * 16;

impl Likeliest {
    fn add(&mut self, worth: f32, street: u32) {
        if self.floor.is_some_and(|floor| worth <= floor) {
            return;
        }
        self.found.push((worth, street));
        if self.found.len() >= CROWDED {
            self.thin_out();
        }
    }

    fn thin_out(&mut self) {
        // Worth more in a place than anywhere: the same street comes twice.
        self.found.sort_unstable_by(|a, b| a.1.cmp(&b.1).then(b.0.total_cmp(&a.0)));
        self.found.dedup_by_key(|(_, street)| *street);
        if self.found.len() > BUDGET {
            let (_, last, _) = self.found.select_nth_unstable_by(BUDGET - 1, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            self.floor = Some(last.0);
            self.found.truncate(BUDGET);
        }
    }

    /// The likeliest, ascending.
    fn into_streets(mut self) -> Vec<u32> {
        self.thin_out();
        let mut streets: Vec<u32> = self.found.into_iter().map(|(_, street)| street).collect();
        streets.sort_unstable();
        streets
    }
}
