//! How well a typed house number fits one of the register.

use super::number::{HouseNumber, PartKind};
use crate::text::fold::fold;

/// What is lost for each typed part that the register does not have.
const TYPED_TOO_MUCH: f32 = 0.38;

/// 1.0 for the same house, less for each part that differs, 0.0 at the least.
///
/// The main numbers are compared by the caller. `typing` says that the last typed part may be unfinished.
pub(crate) fn fit<'a>(typed: &HouseNumber, official: impl Iterator<Item = (PartKind, &'a str)>, typing: bool) -> f32 {
    let mut open: Vec<Option<(PartKind, &str)>> = official.map(Some).collect();
    let mut lost = 0.0;
    for (at, part) in typed.parts.iter().enumerate() {
        let unfinished = typing && at + 1 == typed.parts.len();
        let best = open
            .iter()
            .enumerate()
            .filter_map(|(slot, entry)| {
                let (kind, value) = (*entry)?;
                let cost = values_differ(&part.value, value, unfinished)? + kinds_differ(part.kind, kind);
                Some((slot, cost))
            })
            .min_by(|a, b| a.1.total_cmp(&b.1));
        match best {
            Some((slot, cost)) => {
                lost += cost;
                open[slot] = None;
            }
            None => lost += TYPED_TOO_MUCH,
        }
    }
    lost += open.iter().flatten().map(|(kind, value)| left_out(*kind, value)).sum::<f32>();
    (1.0 - lost).max(0.0)
}

/// `None` when the values are different, else what the difference costs.
fn values_differ(typed: &str, official: &str, unfinished: bool) -> Option<f32> {
    if typed == official {
        return Some(0.0);
    }
    let (typed, official) = (fold(typed), fold(official));
    if typed == official {
        Some(0.01)
    } else if unfinished && !typed.is_empty() && official.starts_with(&typed) {
        Some(0.06)
    } else if typed.len() == 1 && official.len() > 1 && !official.starts_with(|c: char| c.is_ascii_digit()) {
        official.contains(&typed).then_some(0.03)
    } else {
        None
    }
}

fn kinds_differ(typed: PartKind, official: PartKind) -> f32 {
    use PartKind::{Block, Building, Fraction, Letter, Litera, Loose, Range, Structure};
    match (typed, official) {
        (a, b) if a == b => 0.0,
        (Loose, Block) | (Letter, Litera) | (Litera, Letter) => 0.02,
        (Loose, Fraction | Building) | (Fraction, Block) | (Range, Fraction | Block) => 0.03,
        (Fraction | Range, _) | (_, Loose) | (Letter, Block | Building) | (Loose, _) => 0.05,
        (Building, Litera | Block) | (Block, Litera | Letter) | (Litera, Block | Building) => 0.05,
        (Structure, Building) | (Building, Structure) => 0.04,
        _ => 0.09,
    }
}

/// What it costs that a part of the official number was not typed.
fn left_out(kind: PartKind, value: &str) -> f32 {
    match (kind, value) {
        (PartKind::Litera, "а" | "a") => 0.02,
        (PartKind::Litera, _) => 0.04,
        (PartKind::Building | PartKind::Structure, "1") => 0.08,
        (PartKind::Range | PartKind::Fraction, _) => 0.12,
        (PartKind::Block, "1") => 0.13,
        _ => 0.16,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::grammar, *};
    use crate::text::token::tokens;

    fn parse(text: &str) -> HouseNumber {
        grammar::read(&tokens(text), 0).unwrap().number
    }

    fn fit_of(typed: &str, official: &str) -> f32 {
        let official = parse(official);
        fit(&parse(typed), official.parts.iter().map(|p| (p.kind, p.value.as_str())), false)
    }

    #[test]
    fn every_way_to_write_a_block_finds_it() {
        for typed in ["12 корпус 2", "12к2", "12 k2", "12/2", "12-2", "12 2", "12 с2"] {
            let right = fit_of(typed, "12, корпус 2");
            for wrong in ["12", "12, корпус 1", "12, корпус 3", "12а"] {
                assert!(right > fit_of(typed, wrong) + 0.1, "{typed} {wrong}");
            }
        }
    }

    #[test]
    fn the_plain_number_prefers_the_plain_house() {
        assert!(fit_of("12", "12") > fit_of("12", "12, литера А"));
        assert!(fit_of("12", "12, литера А") > fit_of("12", "12, литера Б"));
        assert!(fit_of("12", "12, литера Б") > fit_of("12", "12, корпус 1"));
    }

    #[test]
    fn a_letter_is_a_letter_in_both_scripts() {
        assert!(fit_of("12b", "12б") > 0.9);
        assert!(fit_of("12б", "12б") > fit_of("12b", "12б"));
    }
}
