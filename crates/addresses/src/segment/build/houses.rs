//! From houses as they came to houses in the order of the index, with their keys and dwellings.

use std::io::{self, Seek, Write};

use super::{
    rows::{Came, HouseRow, Id, IdRow, ListRow, Place, UnitsRow},
    units::Units,
};
use crate::{
    error::ImportError,
    runs::{Row, Sorted, Sorter, Space, Spool, Spooled},
    segment::{ids, layout::Section, write::SegmentWriter},
};

/// How houses are laid out.
pub(super) struct Plan<'a> {
    pub(super) space: &'a Space,
    /// Street → rank.
    pub(super) rank: &'a [u32],
    /// House text → place in the order by number.
    pub(super) place: &'a [u32],
    /// Is what has the same street and text one house?
    pub(super) gather: bool,
}

/// What was laid out.
pub(super) struct Houses {
    /// The first house of each rank, with one more at the end.
    pub(super) first: Vec<u32>,
    /// Further addresses of houses that had one.
    pub(super) aliases: u64,
    /// The same address again, with no dwelling to add.
    pub(super) again: u64,
}

/// Writes the sections of houses.
pub(super) fn put<W: Write + Seek, I: Id>(plan: &Plan<'_>, came: Spooled, sections: &mut SegmentWriter<W>) -> Result<Houses, ImportError> {
    let put = || -> io::Result<Houses> {
        let space = plan.space;
        let (houses, units) = sorted::<I>(plan, came)?;
        let mut laid = Laid { first: Vec::with_capacity(plan.rank.len() + 1), ids: Spool::new(space), ends: Spool::new(space), again: 0 };
        let (mut by_id, mut lists) = (Sorter::<IdRow<I>>::new(space), Sorter::<ListRow>::new(space));
        sections.stream(Section::Houses, |write| laid.houses(plan, houses, units, &mut by_id, &mut lists, write))?;
        let aliases = put_ids(space, laid.ids, laid.ends, by_id, sections)?;
        put_units(space, lists, sections)?;
        Ok(Houses { first: laid.first, aliases, again: laid.again })
    };
    put().map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => ImportError::TooLarge("texts over 4 GiB"),
        _ => ImportError::Io { path: plan.space.folder().to_owned(), source: error },
    })
}

type Both<I> = (Sorted<HouseRow<I>>, Sorted<UnitsRow>);

/// Houses and dwellings in the order of the index.
fn sorted<I: Id>(plan: &Plan<'_>, came: Spooled) -> io::Result<Both<I>> {
    let (mut houses, mut units) = (Sorter::new(plan.space), Sorter::new(plan.space));
    let mut arrival = 0;
    came.consume(|mut block| {
        while !block.is_empty() {
            let house = Came::take(&mut block).ok_or(io::ErrorKind::InvalidData)?;
            let at = Place { rank: plan.rank[house.street as usize], number: plan.place[house.text as usize], arrival };
            houses.push(HouseRow { at, id: I::of(house.id), unit: !house.units.is_empty() })?;
            if !house.units.is_empty() {
                units.push(UnitsRow { at, units: house.units.into() })?;
            }
            arrival += 1;
        }
        Ok(())
    })?;
    Ok((houses.finish()?, units.finish()?))
}

/// What is known once the houses are in order.
struct Laid {
    first: Vec<u32>,
    ids: Spool,
    /// Where each text id ends.
    ends: Spool,
    again: u64,
}

impl Laid {
    fn houses<I: Id>(
        &mut self,
        plan: &Plan<'_>,
        mut houses: Sorted<HouseRow<I>>,
        mut units: Sorted<UnitsRow>,
        by_id: &mut Sorter<IdRow<I>>,
        lists: &mut Sorter<ListRow>,
        write: &mut dyn FnMut(&[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut chunk = Vec::with_capacity(1 << 16);
        let (mut count, mut length) = (0u32, 0u64);
        let mut last: Option<Place> = None;
        let mut unit = units.next()?;
        let mut of_house = Units::default();
        while let Some(HouseRow { at, id, unit: with_unit }) = houses.next()? {
            if plan.gather && last.is_some_and(|last| (last.rank, last.number) == (at.rank, at.number)) {
                self.again += u64::from(!with_unit);
                continue;
            }
            last = Some(at);
            while self.first.len() <= at.rank as usize {
                self.first.push(count);
            }
            chunk.extend_from_slice(&at.number.to_le_bytes());
            if chunk.len() >= 1 << 16 {
                write(&chunk)?;
                chunk.clear();
            }
            self.ids.row(|out| out.extend_from_slice(id.bytes()))?;
            if !I::GUIDS {
                length += id.bytes().len() as u64;
                let end = u32::try_from(length).map_err(|_| io::ErrorKind::FileTooLarge)?;
                self.ends.row(|out| out.extend_from_slice(&end.to_le_bytes()))?;
            }
            by_id.push(IdRow { id, arrival: at.arrival, house: count })?;
            // All that came for this street and number, or for this row of it.
            let belongs = |units: &UnitsRow| {
                (units.at.rank, units.at.number) == (at.rank, at.number) && (plan.gather || units.at.arrival == at.arrival)
            };
            while let Some(some) = unit.take_if(|unit| belongs(unit)) {
                of_house.add(&some.units);
                unit = units.next()?;
            }
            if let Some(units) = of_house.list() {
                lists.push(ListRow { units, house: count })?;
            }
            count += 1;
        }
        while self.first.len() <= plan.rank.len() {
            self.first.push(count);
        }
        write(&chunk)
    }
}

/// Writes the keys of the houses, and the houses in the order of their keys. Returns how many are further addresses.
fn put_ids<W: Write + Seek, I: Id>(
    space: &Space,
    ids: Spool,
    ends: Spool,
    by_id: Sorter<IdRow<I>>,
    sections: &mut SegmentWriter<W>,
) -> io::Result<u64> {
    sections.put(Section::IdKind, &[if I::GUIDS { ids::GUIDS } else { ids::TEXTS }])?;
    if I::GUIDS {
        sections.put_spool(Section::Ids, ids, None)?;
    } else {
        sections.put_spool(Section::IdBytes, ids, None)?;
        sections.put_spool(Section::Ids, ends, Some(0))?;
    }
    let mut sorted = by_id.finish()?;
    let mut further = Sorter::<[u32; 2]>::new(space);
    let mut aliases = 0;
    sections.stream(Section::IdOrder, |write| {
        let mut chunk = Vec::with_capacity(1 << 16);
        let mut last: Option<I> = None;
        while let Some(IdRow { id, house, .. }) = sorted.next()? {
            chunk.extend_from_slice(&house.to_le_bytes());
            if chunk.len() >= 1 << 16 {
                write(&chunk)?;
                chunk.clear();
            }
            if last.as_ref() == Some(&id) {
                aliases += 1;
                further.push([house, 0])?;
            }
            last = Some(id);
        }
        write(&chunk)
    })?;
    let mut further = further.finish()?;
    put_rows(sections, Section::Aliases, &mut further, |[house, _], out| out.extend_from_slice(&house.to_le_bytes()))?;
    Ok(aliases)
}

/// Writes the lists of dwellings, each once, and which houses have which.
fn put_units<W: Write + Seek>(space: &Space, lists: Sorter<ListRow>, sections: &mut SegmentWriter<W>) -> io::Result<()> {
    let mut lists = lists.finish()?;
    let (mut of_houses, mut ends) = (Sorter::<[u32; 2]>::new(space), Spool::new(space));
    sections.stream(Section::UnitTextBytes, |write| {
        let mut last: Option<Box<str>> = None;
        let (mut count, mut length) = (0u32, 0u64);
        while let Some(ListRow { units, house }) = lists.next()? {
            if last.as_ref() != Some(&units) {
                write(units.as_bytes())?;
                length += units.len() as u64;
                let end = u32::try_from(length).map_err(|_| io::ErrorKind::FileTooLarge)?;
                ends.row(|out| out.extend_from_slice(&end.to_le_bytes()))?;
                count += 1;
                last = Some(units);
            }
            of_houses.push([house, count - 1])?;
        }
        Ok(())
    })?;
    sections.put_spool(Section::UnitTextOffsets, ends, Some(0))?;
    let mut of_houses = of_houses.finish()?;
    put_rows(sections, Section::Units, &mut of_houses, |row, out| row.put(out))
}

fn put_rows<W: Write + Seek, R: Row>(
    sections: &mut SegmentWriter<W>,
    section: Section,
    rows: &mut Sorted<R>,
    put: impl Fn(R, &mut Vec<u8>),
) -> io::Result<()> {
    sections.stream(section, |write| {
        let mut chunk = Vec::with_capacity(1 << 16);
        while let Some(row) = rows.next()? {
            put(row, &mut chunk);
            if chunk.len() >= 1 << 16 {
                write(&chunk)?;
                chunk.clear();
            }
        }
        write(&chunk)
    })
}
