//! From scored streets to houses.

use super::{
    Engine, Found, candidates,
    query::{Query, Reading, TermSet},
    score::Scored,
};
use crate::{
    house::{
        compare::fit,
        number::{HouseNumber, PartKind, parts_of},
    },
    register::partition,
    segment::layout::{STREET_ROW, Section, street::FIRST_HOUSE},
};

/// Streets whose houses are looked at.
const STREETS: usize = 120;
/// Share of the street in the score of a house; the rest is the number.
const STREET_SHARE: f32 = 0.62;
/// Each further house of a street suggested without a number stands this much lower.
const NEXT_HOUSE: f32 = 0.02;
/// A number that only begins as typed.
const BEGINS: f32 = 0.45;
/// Suggestions of a reading without a house stand behind a house that fits as well.
const NO_HOUSE: f32 = 0.94;
/// A number that was typed and is read as neither house nor name.
const NUMBER_LEFT: f32 = 0.3;
/// The second number of a corner house or a range.
const CORNER: f32 = 0.6;
/// Houses of one street that are looked through.
const MAX_HOUSES: usize = 2000;
/// The street without the house is worth this much.
const NO_SUCH_HOUSE: f32 = 0.35;
/// Streets this far behind the best are left out.
const FAR_BEHIND: f32 = 0.45;
/// How much of a query is explained when the house is there but its parts differ wholly.
const OTHER_PARTS: f32 = 0.7;

/// Houses found so far.
#[derive(Default)]
pub(crate) struct Answer {
    pub(crate) found: Vec<Found>,
    /// How much of the query the best house explains.
    pub(crate) explained: f32,
    /// Words that the best street leaves in doubt.
    pub(crate) doubtful: TermSet,
}

impl Answer {
    fn explain(&mut self, explained: f32, doubtful: TermSet) {
        if explained > self.explained {
            self.explained = explained;
            self.doubtful = doubtful;
        }
    }

    pub(crate) fn merge(&mut self, other: Answer) {
        self.explained = self.explained.max(other.explained);
        self.found.extend(other.found);
    }

    /// The best houses by score, each once.
    pub(crate) fn into_best(mut self, limit: usize) -> Vec<Found> {
        self.found.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.house.cmp(&b.house)));
        let mut best: Vec<Found> = Vec::with_capacity(limit);
        for found in self.found {
            if best.len() >= limit {
                break;
            }
            if best.iter().all(|b| b.house != found.house) {
                best.push(found);
            }
        }
        best
    }
}

/// Adds the houses that one reading leads to.
pub(crate) fn answer(engine: &Engine, query: &Query, reading: &Reading, limit: usize, answer: &mut Answer) {
    let has_house = |street: u32| match &reading.house {
        Some(number) => with_main(engine, street, number.main, number.main).next().is_some(),
        None => true,
    };
    let mut streets = candidates::scored(engine, query, reading, &has_house);
    let order = |a: &Scored, b: &Scored| b.score.total_cmp(&a.score).then(a.street.cmp(&b.street));
    let most = if reading.house.is_some() { STREETS } else { limit.clamp(1, STREETS) };
    if streets.len() > most {
        streets.select_nth_unstable_by(most, order);
        streets.truncate(most);
    }
    streets.sort_unstable_by(order);
    let Some(top) = streets.first().map(|best| best.score) else { return };
    let mut any = false;
    for scored in &streets {
        if top - scored.score > FAR_BEHIND {
            break;
        }
        let left = if scored.number_left { NUMBER_LEFT } else { 0.0 };
        match &reading.house {
            Some(number) => {
                for (house, fit) in numbered(engine, scored.street, number, reading.typing) {
                    any = true;
                    let score = STREET_SHARE * (scored.score - left) + (1.0 - STREET_SHARE) * fit;
                    answer.found.push(Found { house, street: scored.street, score });
                    answer.explain(scored.explained * fit.max(OTHER_PARTS), scored.doubtful);
                }
            }
            None => {
                answer.explain(scored.explained, scored.doubtful);
                for (at, house) in houses(engine, scored.street).take(limit).enumerate() {
                    let score = NO_HOUSE * scored.score - NEXT_HOUSE * at as f32 - left;
                    answer.found.push(Found { house: house.0, street: scored.street, score });
                }
            }
        }
    }
    if let (false, Some(number), Some(best)) = (any, &reading.house, streets.first()) {
        // Perhaps it is not this street: its words are in doubt.
        answer.explain(NO_SUCH_HOUSE * best.explained, best.doubtful);
        for (house, score) in nearest(engine, best, number, limit) {
            answer.found.push(Found { house, street: best.street, score });
        }
    }
}

/// Houses of a street with their text ids, but for those that are gone.
fn houses(engine: &Engine, street: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
    let range = house_range(engine, street);
    let first = range.start as u32;
    (first..).zip(engine.segment.u32s(Section::Houses, range)).filter(|(house, _)| !engine.is_gone(*house))
}

/// The houses of a street; those of the street of today when this is a former name.
fn house_range(engine: &Engine, street: u32) -> std::ops::Range<usize> {
    let row = engine.street_of_today(street) as usize * STREET_ROW + FIRST_HOUSE;
    engine.segment.u32(Section::Streets, row) as usize..engine.segment.u32(Section::Streets, row + STREET_ROW) as usize
}

/// Houses with the number, each with how well the rest of the number fits.
fn numbered(engine: &Engine, street: u32, number: &HouseNumber, typing: bool) -> Vec<(u32, f32)> {
    let mut found = Vec::new();
    for (house, text) in with_main(engine, street, number.main, number.main) {
        found.push((house, fit(number, parts_of(&engine.segment, text), typing)));
    }
    if found.is_empty() {
        found = cornered(engine, street, number);
    }
    if typing && number.parts.is_empty() && number.main > 0 {
        for scale in [10, 100] {
            let from = number.main.saturating_mul(scale);
            let begun = with_main(engine, street, from, from.saturating_add(scale - 1));
            found.extend(begun.take(20).map(|(house, _)| (house, BEGINS)));
        }
    }
    found
}

/// Houses of which the typed number is the second: 7 for 6/7, 30 for 32-30.
fn cornered(engine: &Engine, street: u32, number: &HouseNumber) -> Vec<(u32, f32)> {
    let typed = number.main.to_string();
    let second = |text: u32| {
        parts_of(&engine.segment, text).any(|(kind, value)| matches!(kind, PartKind::Fraction | PartKind::Range) && value == typed)
    };
    houses(engine, street).take(MAX_HOUSES).filter(|(_, text)| second(*text)).map(|(house, _)| (house, CORNER)).collect()
}

/// Houses whose main number lies in a range.
fn with_main(engine: &Engine, street: u32, from: u32, to: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
    let segment = &engine.segment;
    let range = house_range(engine, street);
    let (houses, numbers) = (segment.numbers(Section::Houses), segment.numbers(Section::HouseNumbers));
    let main = |house: usize| numbers.get(houses.get(house) as usize * 2);
    let first = range.start + partition(range.len(), |at| main(range.start + at) < from);
    let end = range.start + partition(range.len(), |at| main(range.start + at) <= to);
    (first as u32..).zip(segment.u32s(Section::Houses, first..end.max(first))).filter(|(house, _)| !engine.is_gone(*house))
}

/// When the street has no such house: its houses nearest by number.
fn nearest(engine: &Engine, street: &Scored, number: &HouseNumber, limit: usize) -> Vec<(u32, f32)> {
    let numbers = engine.segment.numbers(Section::HouseNumbers);
    let main = |text: u32| numbers.get(text as usize * 2);
    let mut all: Vec<(u32, u32)> =
        houses(engine, street.street).take(MAX_HOUSES).map(|(house, text)| (main(text).abs_diff(number.main), house)).collect();
    all.sort_unstable();
    let score = |at: usize| NO_SUCH_HOUSE * street.score - 0.001 * at as f32;
    all.into_iter().take(limit).enumerate().map(|(at, (_, house))| (house, score(at))).collect()
}
