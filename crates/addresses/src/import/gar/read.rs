//! From the tables of one region to the rows that are in force, joined by the hierarchies.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{
    archive::Archive,
    join::{HouseRow, Lies, Tables, UnitRow, join},
    kept_rows::{Head, Rows},
    objects::{HouseFields, former_name, house_text, unit_text, written},
    rows::{Object, Parents, Report},
    scan::Fields,
    types::Types,
};
use crate::{
    error::ImportError,
    import::{Progress, tally::Tally},
    runs::{Sorter, Space},
    segment::ids::parse_guid_bytes,
};

const NOT_CURRENT: &str = "not in force on the date of the archive";
const NO_NUMBER: &str = "house without any number";
const NOT_A_DWELLING: &str = "unit that nobody lives in (office, shop, garage)";
const TWICE: &str = "object that has two rows in force";

/// The columns of each table that are read; the last four say whether a row is in force.
pub(super) const OBJECT: [&str; 8] = ["OBJECTID", "NAME", "TYPENAME", "LEVEL", "ISACTUAL", "ISACTIVE", "STARTDATE", "ENDDATE"];
pub(super) const HOUSE: [&str; 12] = [
    "OBJECTID",
    "OBJECTGUID",
    "HOUSENUM",
    "HOUSETYPE",
    "ADDNUM1",
    "ADDTYPE1",
    "ADDNUM2",
    "ADDTYPE2",
    "ISACTUAL",
    "ISACTIVE",
    "STARTDATE",
    "ENDDATE",
];
pub(super) const FLAT: [&str; 7] = ["OBJECTID", "NUMBER", "APARTTYPE", "ISACTUAL", "ISACTIVE", "STARTDATE", "ENDDATE"];
pub(super) const ROOM: [&str; 7] = ["OBJECTID", "NUMBER", "ROOMTYPE", "ISACTUAL", "ISACTIVE", "STARTDATE", "ENDDATE"];
pub(super) const HIERARCHY: [&str; 6] = ["OBJECTID", "PARENTOBJID", "PATH", "ISACTIVE", "STARTDATE", "ENDDATE"];

/// Reads one region folder.
pub(super) fn read(
    archive: &mut Archive,
    folder: &str,
    types: &Types,
    space: &Space,
    progress: &mut dyn FnMut(Progress),
) -> Result<Rows, ImportError> {
    let before = archive.rows_read();
    let day = archive.date().to_owned();
    let mut region = Reading { types, day: &day, space, head: Head::default(), skipped: Tally::default() };
    region.objects(archive, folder, progress)?;
    let tables = Tables {
        houses: region.houses(archive, folder, progress)?,
        units: region.units(archive, folder, progress)?,
        adm: region.hierarchy(archive, folder, "AS_ADM_HIERARCHY", progress)?,
        mun: region.hierarchy(archive, folder, "AS_MUN_HIERARCHY", progress)?,
    };
    let Reading { mut head, mut skipped, .. } = region;
    let (houses, units, twice) = join(tables, &mut head, space).map_err(ImportError::io(space.folder()))?;
    skipped.add_many(TWICE, twice);
    head.report = Report { rows: archive.rows_read() - before, skipped: skipped.sorted() };
    Ok(Rows { head, houses, units })
}

/// A region while its tables are read.
struct Reading<'a> {
    types: &'a Types,
    day: &'a str,
    space: &'a Space,
    head: Head,
    skipped: Tally,
}

impl Reading<'_> {
    fn objects(&mut self, archive: &mut Archive, folder: &str, progress: &mut dyn FnMut(Progress)) -> Result<(), ImportError> {
        let mut former: Vec<(u64, String)> = Vec::new();
        let Reading { types, day, head: Head { objects, numbers, .. }, skipped, .. } = self;
        archive.rows(folder, "AS_ADDR_OBJ", OBJECT, progress, |row| {
            let id = row.number(0)?;
            if !is_current(&row, 4, day) {
                skipped.add(NOT_CURRENT);
                // What history has no proper name for is not missed.
                former.extend(object(&row, types).map(|(_, name)| (id, name)));
                return Ok(());
            }
            let (level, name) = object(&row, types)?;
            match numbers.entry(id) {
                Entry::Occupied(_) => skipped.add(TWICE),
                Entry::Vacant(number) => {
                    number.insert(u32::try_from(objects.len()).map_err(|_| "more objects than a region can have".to_owned())?);
                    objects.push(Object { id, level, name, former: Vec::new(), parents: Parents::default() });
                }
            }
            Ok(())
        })?;
        for (id, name) in former {
            if let Some(at) = numbers.get(&id) {
                former_name(&mut objects[*at as usize], name);
            }
        }
        Ok(())
    }

    fn houses(&mut self, archive: &mut Archive, folder: &str, progress: &mut dyn FnMut(Progress)) -> Result<Sorter<HouseRow>, ImportError> {
        let Reading { types, day, space, head: Head { texts, .. }, skipped } = self;
        let mut rows = Sorter::new(space);
        // Few texts are shared by all houses: known ones are found by the bytes of their fields.
        let mut known = Known::default();
        let mut closed = 0;
        archive.rows(folder, "AS_HOUSES", HOUSE, progress, |row| {
            if !is_current(&row, 8, day) {
                closed += 1;
                return Ok(());
            }
            let text = known.find(&row, |row| Ok(house(row, types)?.map(|text| texts.id(&text))))?;
            let Some(text) = text else {
                skipped.add(NO_NUMBER);
                return Ok(());
            };
            rows.push(HouseRow { id: row.number(0)?, text, guid: guid(&row)? }).map_err(failed)?;
            Ok(())
        })?;
        skipped.add_many(NOT_CURRENT, closed);
        Ok(rows)
    }

    fn units(&mut self, archive: &mut Archive, folder: &str, progress: &mut dyn FnMut(Progress)) -> Result<Sorter<UnitRow>, ImportError> {
        let Reading { types, day, space, head: Head { texts, .. }, skipped } = self;
        let mut rows = Sorter::new(space);
        for (table, columns, rooms) in [("AS_APARTMENTS", FLAT, false), ("AS_ROOMS", ROOM, true)] {
            archive.rows(folder, table, columns, progress, |row| {
                if !is_current(&row, 3, day) {
                    skipped.add(NOT_CURRENT);
                    return Ok(());
                }
                let Some(text) = unit(&row, types, rooms)? else {
                    skipped.add(NOT_A_DWELLING);
                    return Ok(());
                };
                rows.push(UnitRow { id: row.number(0)?, text: texts.id(&text) }).map_err(failed)?;
                Ok(())
            })?;
        }
        Ok(rows)
    }

    fn hierarchy(
        &mut self,
        archive: &mut Archive,
        folder: &str,
        table: &'static str,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Sorter<Lies>, ImportError> {
        let mut rows = Sorter::new(self.space);
        let day = self.day;
        archive.rows(folder, table, HIERARCHY, progress, |row| {
            if let Some((id, parent)) = parent(&row, day)? {
                rows.push(Lies { id, parent }).map_err(failed)?;
            }
            Ok(())
        })?;
        Ok(rows)
    }
}

/// While rows were sorted.
fn failed(error: std::io::Error) -> String {
    format!("its rows cannot be sorted: {error}")
}

/// Texts of houses, by the bytes of the fields that they are made of.
#[derive(Default)]
struct Known {
    texts: FxHashMap<Vec<u8>, Option<u32>>,
    fields: Vec<u8>,
}

/// Texts that are remembered.
const MAX_KNOWN: usize = 1 << 18;

impl Known {
    #[inline]
    fn find<const N: usize>(
        &mut self,
        row: &Fields<'_, N>,
        make: impl FnOnce(&Fields<'_, N>) -> Result<Option<u32>, String>,
    ) -> Result<Option<u32>, String> {
        self.fields.clear();
        for at in 2..8 {
            self.fields.extend_from_slice(row.raw(at));
            self.fields.push(0);
        }
        if let Some(text) = self.texts.get(&self.fields) {
            return Ok(*text);
        }
        let text = make(row)?;
        if self.texts.len() >= MAX_KNOWN {
            self.texts.clear();
        }
        self.texts.insert(self.fields.clone(), text);
        Ok(text)
    }
}

/// Level and written name of a row of [`OBJECT`].
pub(super) fn object<const N: usize>(row: &Fields<'_, N>, types: &Types) -> Result<(u8, String), String> {
    let level = u8::try_from(row.number(3)?).map_err(|_| "LEVEL is out of range".to_owned())?;
    Ok((level, written(types, level, &row.text(1, 250)?, &row.text(2, 50)?)))
}

/// The text of a row of [`HOUSE`], if it has any number.
pub(super) fn house<const N: usize>(row: &Fields<'_, N>, types: &Types) -> Result<Option<String>, String> {
    let short = |at: usize| row.short(at, 50);
    let (number, first, second) = (short(2)?, short(4)?, short(6)?);
    let fields = HouseFields {
        kind: row.optional_number(3)?,
        number: number.as_deref(),
        additions: [(row.optional_number(5)?, first.as_deref()), (row.optional_number(7)?, second.as_deref())],
    };
    house_text(types, &fields)
}

/// The public key of a row of [`HOUSE`].
pub(super) fn guid<const N: usize>(row: &Fields<'_, N>) -> Result<[u8; 16], String> {
    parse_guid_bytes(row.raw(1)).ok_or_else(|| "OBJECTGUID is not a GUID".to_owned())
}

/// The text of a row of [`FLAT`] or [`ROOM`], if somebody can live there.
pub(super) fn unit<const N: usize>(row: &Fields<'_, N>, types: &Types, room: bool) -> Result<Option<String>, String> {
    let kind = row.number(2)?;
    let known = if room { types.room(kind) } else { types.apartment(kind) };
    let kind = known.ok_or_else(|| format!("{} {kind} is not in the dictionary", if room { ROOM[2] } else { FLAT[2] }))?;
    Ok(unit_text(kind, &row.text(1, 50)?, room))
}

/// OBJECTID and parent of a row of [`HIERARCHY`] that is in force.
#[inline]
pub(super) fn parent<const N: usize>(row: &Fields<'_, N>, date: &str) -> Result<Option<(u64, u64)>, String> {
    if !row.is(3, b'1') || !covers(row.raw(4), row.raw(5), date) {
        return Ok(None);
    }
    Ok(Some((row.number(0)?, stated_parent(row)?)))
}

/// The parent of a row of [`HIERARCHY`], from the column or from the path.
#[inline]
pub(super) fn stated_parent<const N: usize>(row: &Fields<'_, N>) -> Result<u64, String> {
    match row.optional_number(1)? {
        Some(parent) => Ok(parent),
        None => Ok(parent_in_path(row.raw(2))),
    }
}

/// `1305522.1327981.97670661` → the last but one.
fn parent_in_path(path: &[u8]) -> u64 {
    let parent = path.rsplit(|b| *b == b'.').nth(1).and_then(|parent| std::str::from_utf8(parent).ok());
    parent.and_then(|parent| parent.parse().ok()).unwrap_or(0)
}

/// ISACTUAL, ISACTIVE, STARTDATE and ENDDATE stand at `from` and after it.
#[inline]
pub(super) fn is_current<const N: usize>(row: &Fields<'_, N>, from: usize, date: &str) -> bool {
    row.is(from, b'1') && row.is(from + 1, b'1') && covers(row.raw(from + 2), row.raw(from + 3), date)
}

/// Does `start ≤ day < end` hold? All as ISO dates; a missing bound is open.
#[inline]
fn covers(start: &[u8], end: &[u8], day: &str) -> bool {
    day.is_empty() || (before(start, day.as_bytes(), true) && (end.is_empty() || before(day.as_bytes(), end, false)))
}

/// Is one day before another? Days of the usual ten letters are compared as numbers.
#[inline]
fn before(one: &[u8], other: &[u8], or_same: bool) -> bool {
    let number = |day: &[u8]| {
        let day = <&[u8; 10]>::try_from(day).ok()?;
        Some((u64::from_be_bytes(*day.first_chunk()?), u16::from_be_bytes(*day.last_chunk()?)))
    };
    match (number(one), number(other)) {
        (Some(one), Some(other)) => one < other || (or_same && one == other),
        _ => one < other || (or_same && one == other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_current_from_their_start_to_before_their_end() {
        assert!(covers(b"2020-01-01", b"2079-06-06", "2020-01-01"));
        assert!(!covers(b"2020-01-01", b"2021-01-01", "2021-01-01"));
        assert!(!covers(b"2022-01-01", b"", "2021-01-01"));
        assert!(covers(b"", b"", "2021-01-01"));
    }

    #[test]
    fn the_path_gives_the_parent_when_the_column_is_missing() {
        assert_eq!(parent_in_path(b"1.22.333"), 22);
        assert_eq!(parent_in_path(b"1"), 0);
    }
}
