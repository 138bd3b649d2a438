//! House numbers with their municipality and their dwellings.

use std::io;

use super::{
    NO_POINT, RoadCode,
    rows::{AtPoint, Dwelling, Placed, Point},
};
use crate::{
    error::ImportError,
    import::{
        collected::Collected,
        kept::{Parts, Position},
    },
    runs::{Row, Sorter, Space, take_array},
};

/// A house number that is complete.
pub(super) struct House {
    pub(super) number: Box<str>,
    pub(super) road: RoadCode,
    /// Stable public key.
    pub(super) id: Box<str>,
}

/// The rows in force of the large tables, sorted and kept.
pub(super) struct Large {
    space: Space,
    points: Sorter<Point>,
    houses: Sorter<AtPoint>,
    units: Sorter<Dwelling>,
    parts: Parts,
}

/// What is in a part.
const POINT: u8 = 1;
const HOUSE: u8 = 2;
const UNIT: u8 = 3;

impl Large {
    pub(super) fn new(space: &Space, parts: Parts) -> Large {
        let space = space.clone();
        Large { points: Sorter::new(&space), houses: Sorter::new(&space), units: Sorter::new(&space), parts, space }
    }

    pub(super) fn point(&mut self, point: u64, municipality: u32) -> io::Result<()> {
        let row = Point { point, municipality };
        note(POINT, &row, &mut self.parts);
        self.points.push(row)
    }

    pub(super) fn house(&mut self, point: u64, house: u64, road: u32, number: Box<str>, id: Box<str>) -> io::Result<()> {
        let row = AtPoint { point, house, road, number, id };
        note(HOUSE, &row, &mut self.parts);
        self.houses.push(row)
    }

    pub(super) fn unit(&mut self, house: u64, unit: Box<str>) -> io::Result<()> {
        let row = Dwelling { house, unit };
        note(UNIT, &row, &mut self.parts);
        self.units.push(row)
    }

    /// Takes over the rows that an earlier import had read.
    pub(super) fn take_over(&mut self) -> Result<(), ImportError> {
        let Large { space, points, houses, units, parts } = self;
        let damaged = || io::Error::from(io::ErrorKind::InvalidData);
        let folder = space.folder();
        parts.take_over(&mut |mut content| {
            let mut repeat = || -> io::Result<()> {
                while let Some([kind]) = take_array(&mut content) {
                    match kind {
                        POINT => points.push(Row::take(&mut content).ok_or_else(damaged)?)?,
                        HOUSE => houses.push(Row::take(&mut content).ok_or_else(damaged)?)?,
                        _ => units.push(Row::take(&mut content).ok_or_else(damaged)?)?,
                    }
                }
                Ok(())
            };
            repeat().map_err(ImportError::io(folder))
        })
    }

    pub(super) fn is_full(&self) -> bool {
        self.parts.is_full()
    }

    pub(super) fn keep(&mut self, position: &Position) -> Result<(), ImportError> {
        self.parts.keep(position)
    }
}

fn note(kind: u8, row: &impl Row, parts: &mut Parts) {
    parts.part.push(kind);
    row.put(&mut parts.part);
}

/// Calls `add` with each house number and its dwellings, one a line, by number.
pub(super) fn houses(
    large: Large,
    out: &mut Collected,
    add: &mut impl FnMut(House, &str, &mut Collected) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    let space = large.space.clone();
    let failed = || ImportError::io(space.folder());
    let mut placed = Sorter::new(&space);
    let (mut points, mut at_points) = (large.points.finish().map_err(failed())?, large.houses.finish().map_err(failed())?);
    let mut point = points.next().map_err(failed())?;
    let mut known: Option<Point> = None;
    while let Some(AtPoint { point: wanted, house, road, number, id }) = at_points.next().map_err(failed())? {
        // The last row of a point counts.
        while let Some(next) = point.take_if(|point| point.point <= wanted) {
            known = Some(next);
            point = points.next().map_err(failed())?;
        }
        match known.filter(|known| known.point == wanted) {
            Some(Point { municipality, .. }) => {
                placed.push(Placed { house, municipality, road, number, id }).map_err(failed())?;
            }
            None => out.skipped.add(NO_POINT),
        }
    }
    let (mut placed, mut units) = (placed.finish().map_err(failed())?, large.units.finish().map_err(failed())?);
    let mut unit = units.next().map_err(failed())?;
    let mut next = placed.next().map_err(failed())?;
    let mut of_house = String::new();
    while let Some(Placed { house, municipality, road, number, id }) = next {
        next = placed.next().map_err(failed())?;
        if next.as_ref().is_some_and(|next| next.house == house) {
            continue;
        }
        of_house.clear();
        while let Some(some) = unit.take_if(|unit| unit.house <= house) {
            if some.house == house {
                of_house.push_str(if of_house.is_empty() { "" } else { "\n" });
                of_house.push_str(&some.unit);
            }
            unit = units.next().map_err(failed())?;
        }
        add(House { number, road: (municipality, road), id }, &of_house, out)?;
    }
    Ok(())
}
