//! Addresses that come one row a dwelling, or more than once: kept together until the end of the file.

use rustc_hash::FxHashMap;

use super::Collected;
use crate::{
    error::ImportError,
    segment::{
        build::{HouseText, StreetKey},
        ids::guid_as_written,
    },
};

/// Dwellings of one house that are kept.
const MAX_UNITS: usize = 5000;
/// The same house at a second object, without any dwelling to add.
const AGAIN: &str = "the same address at a second object";

/// One house: its street, its number, its key.
struct House {
    street: StreetKey,
    text: HouseText,
    id: Id,
}

/// A key: most registers have GUIDs, which take no memory of their own.
enum Id {
    Guid([u8; 16]),
    Text(Box<str>),
}

/// Houses in the order of their arrival, each street and number once.
#[derive(Default)]
pub(super) struct Gathered {
    known: FxHashMap<(StreetKey, HouseText), u32>,
    houses: Vec<House>,
    /// Dwellings of the houses that have any.
    units: FxHashMap<u32, Vec<Box<str>>>,
}

impl Gathered {
    /// Adds a house, or a dwelling to the house that has the same street and number already. The first key stays.
    pub(super) fn add(&mut self, out: &mut Collected, street: StreetKey, number: &str, id: &str, unit: &str) -> Result<(), ImportError> {
        let text = out.builder.house_text(number);
        let next = u32::try_from(self.houses.len()).map_err(|_| ImportError::TooLarge("houses"))?;
        let at = *self.known.entry((street, text)).or_insert(next);
        if at == next {
            let id = guid_as_written(id).map_or_else(|| Id::Text(id.into()), Id::Guid);
            self.houses.push(House { street, text, id });
        } else if unit.is_empty() {
            out.skipped.add(AGAIN);
        }
        if !unit.is_empty() {
            let units = self.units.entry(at).or_default();
            if units.len() < MAX_UNITS && !units.iter().any(|known| **known == *unit) {
                units.push(unit.into());
            }
        }
        Ok(())
    }

    /// Hands the houses over, the dwellings in natural order.
    pub(super) fn finish(mut self, out: &mut Collected) -> Result<(), ImportError> {
        drop(self.known);
        for (at, house) in (0u32..).zip(self.houses) {
            let mut units = self.units.remove(&at).unwrap_or_default();
            units.sort_unstable_by(|a, b| natural(a).cmp(&natural(b)));
            let units = units.iter().map(|unit| &**unit);
            match house.id {
                Id::Guid(guid) => out.builder.guid_house(house.street, house.text, guid, units)?,
                Id::Text(id) => out.builder.house_with(house.street, house.text, &id, units)?,
            }
        }
        Ok(())
    }
}

/// Dwellings by number, then the rest: `2`, `2, комната 1`, `10`, `комната 2`.
pub(super) fn natural(unit: &str) -> (bool, u32, &str) {
    let end = unit.find(|c: char| !c.is_ascii_digit()).unwrap_or(unit.len());
    (end == 0, unit[..end].parse().unwrap_or(0), unit)
}
