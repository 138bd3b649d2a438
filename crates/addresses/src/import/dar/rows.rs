//! What is kept of the rows of the large tables, and by what they are sorted.

use crate::runs::{Row, take_text, take_u32, take_u64};

/// An access point in force.
#[derive(Clone, Copy, Default)]
pub(super) struct Point {
    pub(super) point: u64,
    pub(super) municipality: u32,
}

/// A house number in force, by its access point.
#[derive(Default)]
pub(super) struct AtPoint {
    pub(super) point: u64,
    pub(super) house: u64,
    pub(super) road: u32,
    pub(super) number: Box<str>,
    /// Stable public key.
    pub(super) id: Box<str>,
}

/// A house number with its municipality.
#[derive(Default)]
pub(super) struct Placed {
    pub(super) house: u64,
    pub(super) municipality: u32,
    pub(super) road: u32,
    pub(super) number: Box<str>,
    pub(super) id: Box<str>,
}

/// A dwelling, by its house number.
#[derive(Default)]
pub(super) struct Dwelling {
    pub(super) house: u64,
    pub(super) unit: Box<str>,
}

/// What a text of its own costs beside its bytes.
const HEAP: usize = 24;

fn put(text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(&(text.len() as u32).to_le_bytes());
    out.extend_from_slice(text.as_bytes());
}

fn take(bytes: &mut &[u8]) -> Option<Box<str>> {
    let length = take_u32(bytes)? as usize;
    take_text(bytes, length).map(Into::into)
}

impl Row for Point {
    fn prefix(&self) -> u64 {
        self.point
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.point.to_le_bytes());
        out.extend_from_slice(&self.municipality.to_le_bytes());
    }

    fn take(bytes: &mut &[u8]) -> Option<Point> {
        Some(Point { point: take_u64(bytes)?, municipality: take_u32(bytes)? })
    }
}

impl Row for AtPoint {
    fn prefix(&self) -> u64 {
        self.point
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.point.to_le_bytes());
        out.extend_from_slice(&self.house.to_le_bytes());
        out.extend_from_slice(&self.road.to_le_bytes());
        put(&self.number, out);
        put(&self.id, out);
    }

    fn take(bytes: &mut &[u8]) -> Option<AtPoint> {
        Some(AtPoint { point: take_u64(bytes)?, house: take_u64(bytes)?, road: take_u32(bytes)?, number: take(bytes)?, id: take(bytes)? })
    }

    fn elsewhere(&self) -> usize {
        2 * HEAP + self.number.len() + self.id.len()
    }
}

impl Row for Placed {
    fn prefix(&self) -> u64 {
        self.house
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.house.to_le_bytes());
        [self.municipality, self.road].iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
        put(&self.number, out);
        put(&self.id, out);
    }

    fn take(bytes: &mut &[u8]) -> Option<Placed> {
        Some(Placed {
            house: take_u64(bytes)?,
            municipality: take_u32(bytes)?,
            road: take_u32(bytes)?,
            number: take(bytes)?,
            id: take(bytes)?,
        })
    }

    fn elsewhere(&self) -> usize {
        2 * HEAP + self.number.len() + self.id.len()
    }
}

impl Row for Dwelling {
    fn prefix(&self) -> u64 {
        self.house
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.house.to_le_bytes());
        put(&self.unit, out);
    }

    fn take(bytes: &mut &[u8]) -> Option<Dwelling> {
        Some(Dwelling { house: take_u64(bytes)?, unit: take(bytes)? })
    }

    fn elsewhere(&self) -> usize {
        HEAP + self.unit.len()
    }
}
