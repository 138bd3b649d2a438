//! The rows of one region that are in force, by OBJECTID: what an index is built from and what a delta changes.

use std::path::Path;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::kept_rows::Rows;
use crate::{
    error::ImportError,
    runs::{Space, take_array, take_u32},
    segment::strings::Interner,
};

/// A row of AS_ADDR_OBJ with its parents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Object {
    pub(super) id: u64,
    /// 1 region … 8 street.
    pub(super) level: u8,
    /// With its kind in full: `улица Профсоюзная`.
    pub(super) name: String,
    /// What it was called before, newest last.
    pub(super) former: Vec<String>,
    /// What it lies in by each hierarchy, by OBJECTID; 0 for nothing.
    pub(super) parents: Parents,
}

/// What something lies in, by OBJECTID; 0 for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parents {
    pub(super) adm: u64,
    pub(super) mun: u64,
}

/// A row of AS_HOUSES with its parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct House {
    pub(super) id: u64,
    pub(super) guid: [u8; 16],
    pub(super) text: u32,
    pub(super) parents: Parents,
}

/// A row of AS_APARTMENTS or AS_ROOMS with what it lies in: a house, or for a room also a flat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) id: u64,
    pub(super) parent: u64,
    pub(super) text: u32,
}

/// Writes rows by what differs from the row before: they come by OBJECTID, and neighbours lie in the same street.
#[derive(Default)]
pub(super) struct Coder {
    last: [u64; 3],
}

impl Coder {
    pub(super) fn put_house(&mut self, house: &House, out: &mut Vec<u8>) {
        self.put([house.id, house.parents.adm, house.parents.mun], out);
        out.extend_from_slice(&house.guid);
        out.extend_from_slice(&house.text.to_le_bytes());
    }

    pub(super) fn take_house(&mut self, bytes: &mut &[u8]) -> Option<House> {
        let [id, adm, mun] = self.take(bytes)?;
        Some(House { id, parents: Parents { adm, mun }, guid: take_array(bytes)?, text: take_u32(bytes)? })
    }

    pub(super) fn put_unit(&mut self, unit: &Unit, out: &mut Vec<u8>) {
        self.put([unit.id, unit.parent, 0], out);
        out.extend_from_slice(&unit.text.to_le_bytes());
    }

    pub(super) fn take_unit(&mut self, bytes: &mut &[u8]) -> Option<Unit> {
        let [id, parent, _] = self.take(bytes)?;
        Some(Unit { id, parent, text: take_u32(bytes)? })
    }

    fn put(&mut self, numbers: [u64; 3], out: &mut Vec<u8>) {
        for (number, last) in numbers.iter().zip(&mut self.last) {
            // Small differences of either sign are small numbers.
            let differs = number.wrapping_sub(*last) as i64;
            let mut rest = (differs << 1 ^ differs >> 63) as u64;
            while rest > 127 {
                out.push(rest as u8 | 128);
                rest >>= 7;
            }
            out.push(rest as u8);
            *last = *number;
        }
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<[u64; 3]> {
        for last in &mut self.last {
            let (mut rest, mut shift) = (0u64, 0);
            loop {
                let [byte] = take_array(bytes)?;
                rest |= u64::from(byte & 127).checked_shl(shift)?;
                if byte < 128 {
                    break;
                }
                shift += 7;
            }
            let differs = (rest >> 1) as i64 ^ -((rest & 1) as i64);
            *last = last.wrapping_add(differs as u64);
        }
        Some(self.last)
    }
}

/// Everything of a region, in memory.
#[derive(Default)]
pub(super) struct Region {
    pub(super) objects: Vec<Object>,
    pub(super) houses: Vec<House>,
    pub(super) units: Vec<Unit>,
    /// Texts of houses and units.
    pub(super) texts: Interner,
    pub(super) index: Index,
}

/// What is said about the reading of a region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Report {
    pub(super) rows: u64,
    pub(super) skipped: Vec<(String, u64)>,
}

/// What an OBJECTID stands for: an index into the table of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entity {
    Object(usize),
    House(usize),
    Unit(usize),
}

/// From OBJECTID to row. Objects are few and asked for all the time: they have a table of their own.
#[derive(Default)]
pub(super) struct Index {
    pub(super) objects: FxHashMap<u64, u32>,
    others: FxHashMap<u64, u32>,
}

/// Marks the index of a unit.
const UNIT: u32 = 1 << 31;

impl Index {
    pub(super) fn get(&self, id: u64) -> Option<Entity> {
        match self.objects.get(&id) {
            Some(at) => Some(Entity::Object(*at as usize)),
            None => self.other(id),
        }
    }

    /// A house or a unit.
    pub(super) fn other(&self, id: u64) -> Option<Entity> {
        self.others.get(&id).map(|at| match at & UNIT {
            0 => Entity::House(*at as usize),
            _ => Entity::Unit((at & !UNIT) as usize),
        })
    }

    pub(super) fn object(&self, id: u64) -> Option<usize> {
        self.objects.get(&id).map(|at| *at as usize)
    }

    /// Takes the OBJECTID for a row, or says no when it has one.
    pub(super) fn claim(&mut self, id: u64, entity: Entity) -> Result<bool, String> {
        let number =
            |at: usize| u32::try_from(at).ok().filter(|at| at & UNIT == 0).ok_or("more than two thousand million rows in a region");
        let (table, at) = match entity {
            Entity::Object(at) => (&mut self.objects, number(at)?),
            Entity::House(at) => (&mut self.others, number(at)?),
            Entity::Unit(at) => (&mut self.others, number(at)? | UNIT),
        };
        let before = table.len();
        table.entry(id).or_insert(at);
        Ok(table.len() > before)
    }

    pub(super) fn remove(&mut self, id: u64) {
        self.objects.remove(&id);
        self.others.remove(&id);
    }
}

impl Region {
    /// All rows of a region in memory.
    pub(super) fn load(path: &Path, space: &Space) -> Result<Region, ImportError> {
        let Rows { head, mut houses, mut units } = Rows::load(path, space)?;
        let mut region = Region { objects: head.objects, texts: head.texts, ..Region::default() };
        region.index.objects = head.numbers;
        let failed = || ImportError::io(path);
        let bad = |reason| ImportError::bad(path.display().to_string(), reason);
        let (mut rows, mut coder) = (houses.rows().map_err(failed())?, Coder::default());
        while let Some(house) = rows.next(|bytes| coder.take_house(bytes)).map_err(failed())? {
            region.index.claim(house.id, Entity::House(region.houses.len())).map_err(bad)?;
            region.houses.push(house);
        }
        let (mut rows, mut coder) = (units.rows().map_err(failed())?, Coder::default());
        while let Some(unit) = rows.next(|bytes| coder.take_unit(bytes)).map_err(failed())? {
            region.index.claim(unit.id, Entity::Unit(region.units.len())).map_err(bad)?;
            region.units.push(unit);
        }
        Ok(region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_far_apart_come_back() {
        let rows = [[5, 0, 9], [6, u64::MAX, 9], [u64::MAX, 1, 1 << 63], [0, 0, 0], [1 << 40, 3, 7]];
        let (mut coder, mut bytes) = (Coder::default(), Vec::new());
        rows.iter().for_each(|row| coder.put(*row, &mut bytes));
        let (mut coder, mut rest) = (Coder::default(), &bytes[..]);
        for row in rows {
            assert_eq!(coder.take(&mut rest), Some(row));
        }
        assert_eq!(coder.take(&mut rest), None);
        assert_eq!(Coder::default().take(&mut &[255; 20][..]), None);
    }
}
