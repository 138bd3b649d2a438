//! Among hits that fit alike, the one that is written as typed comes first: коса is not косая, 1Ж not 1З.

use super::{Engine, Found, term::Term};
use crate::{
    segment::{
        layout::{STREET_ROW, Section, street::OWN},
        strings,
    },
    text::{fold::plain, token::tokens},
};

/// What a street gains whose official text has every typed word letter for letter.
const SAME_LETTERS: f32 = 0.02;

/// Adds the gain to the hits and sorts them again. `readings` holds the terms of each reading of the query.
pub(super) fn prefer_typed(engine: &Engine, readings: &[&[Term]], found: &mut [Found]) {
    let mut known: Vec<(u32, f32)> = Vec::new();
    for hit in found.iter_mut() {
        let gain = match known.iter().find(|(street, _)| *street == hit.street) {
            Some((_, gain)) => *gain,
            None => {
                let gain = SAME_LETTERS * share_of_words(engine, readings, hit.street);
                known.push((hit.street, gain));
                gain
            }
        };
        hit.score += gain;
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
}

/// The share of the typed words that the street's own name has.
fn share_of_words(engine: &Engine, readings: &[&[Term]], street: u32) -> f32 {
    let at = engine.segment.u32(Section::Streets, street as usize * STREET_ROW + OWN);
    let own = strings::get(&engine.segment, Section::StreetTextOffsets, Section::StreetTextBytes, at);
    let words: Vec<String> = tokens(own).iter().map(|token| plain(&token.text)).collect();
    let share = |terms: &&[Term]| {
        let same = terms.iter().filter(|term| words.contains(&term.text)).count();
        same as f32 / terms.len().max(1) as f32
    };
    readings.iter().map(share).fold(0.0, f32::max)
}
