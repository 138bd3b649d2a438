//! Flats and rooms by the house that they are in: sorted by what they lie in, and walked through beside houses and flats.

use std::io;

use super::{
    kept_rows::Rows,
    rows::{Coder, House, Unit},
};
use crate::{
    import::tally::Tally,
    runs::{Row, Sorted, Sorter, Space, Spooled, take_u32, take_u64},
    segment::strings::Interner,
};

pub(super) const NO_HOUSE: &str = "unit without its house";

/// A dwelling of a house.
#[derive(Clone, Copy, Default)]
pub(super) struct Dwelling {
    /// Which house of the region.
    pub(super) house: u32,
    /// The text of the flat that it is a room of, if it is one.
    pub(super) flat: Option<u32>,
    pub(super) text: u32,
}

impl Dwelling {
    /// Adds a line: `12`, or `12, комната 3`.
    pub(super) fn write(&self, texts: &Interner, out: &mut String) {
        if !out.is_empty() {
            out.push('\n');
        }
        if let Some(flat) = self.flat {
            out.push_str(texts.text(flat));
            out.push_str(", ");
        }
        out.push_str(texts.text(self.text));
    }
}

/// Stands for no flat.
const NONE: u32 = u32::MAX;

impl Row for Dwelling {
    fn prefix(&self) -> u64 {
        u64::from(self.house) << 32
    }

    fn put(&self, out: &mut Vec<u8>) {
        [self.house, self.flat.unwrap_or(NONE), self.text].iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
    }

    fn take(bytes: &mut &[u8]) -> Option<Dwelling> {
        let (house, flat) = (take_u32(bytes)?, take_u32(bytes)?);
        Some(Dwelling { house, flat: (flat != NONE).then_some(flat), text: take_u32(bytes)? })
    }
}

/// A dwelling by the OBJECTID of what it lies in.
#[derive(Clone, Copy, Default)]
struct Inside {
    parent: u64,
    flat: Option<u32>,
    text: u32,
}

impl Row for Inside {
    fn prefix(&self) -> u64 {
        self.parent
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.parent.to_le_bytes());
        [self.flat.unwrap_or(NONE), self.text].iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
    }

    fn take(bytes: &mut &[u8]) -> Option<Inside> {
        let (parent, flat) = (take_u64(bytes)?, take_u32(bytes)?);
        Some(Inside { parent, flat: (flat != NONE).then_some(flat), text: take_u32(bytes)? })
    }
}

/// The dwellings of a region by house.
pub(super) fn dwellings(rows: &mut Rows, space: &Space, skipped: &mut Tally) -> io::Result<Sorted<Dwelling>> {
    let mut by_house = Sorter::new(space);
    let mut by_parent = Sorter::new(space);
    let (mut units, mut coder) = (rows.units.rows()?, Coder::default());
    while let Some(Unit { parent, text, .. }) = units.next(|bytes| coder.take_unit(bytes))? {
        by_parent.push(Inside { parent, flat: None, text })?;
    }
    let others = in_houses(by_parent, &mut rows.houses, &mut by_house, space)?;
    let (mut others, mut in_flats) = (others.finish()?, Sorter::new(space));
    // What lies in no house lies in a flat, whose house is to be found.
    let (mut units, mut coder) = (rows.units.rows()?, Coder::default());
    let mut flat: Option<Unit> = None;
    while let Some(Inside { parent, text, .. }) = others.next()? {
        while flat.is_none_or(|flat| flat.id < parent) {
            flat = units.next(|bytes| coder.take_unit(bytes))?;
            if flat.is_none() {
                break;
            }
        }
        match flat.filter(|flat| flat.id == parent) {
            Some(flat) => in_flats.push(Inside { parent: flat.parent, flat: Some(flat.text), text })?,
            None => skipped.add(NO_HOUSE),
        }
    }
    let mut nowhere = in_houses(in_flats, &mut rows.houses, &mut by_house, space)?.finish()?;
    while nowhere.next()?.is_some() {
        skipped.add(NO_HOUSE);
    }
    by_house.finish()
}

/// Takes what lies in a house; returns the others.
fn in_houses(all: Sorter<Inside>, houses: &mut Spooled, by_house: &mut Sorter<Dwelling>, space: &Space) -> io::Result<Sorter<Inside>> {
    let mut others = Sorter::new(space);
    let (mut all, mut houses, mut coder) = (all.finish()?, houses.rows()?, Coder::default());
    let (mut house, mut count): (Option<House>, u32) = (None, 0);
    while let Some(inside) = all.next()? {
        while house.is_none_or(|house| house.id < inside.parent) {
            house = houses.next(|bytes| coder.take_house(bytes))?;
            if house.is_none() {
                break;
            }
            count += 1;
        }
        match house.filter(|house| house.id == inside.parent) {
            Some(_) => by_house.push(Dwelling { house: count - 1, flat: inside.flat, text: inside.text })?,
            None => others.push(inside)?,
        }
    }
    Ok(others)
}
