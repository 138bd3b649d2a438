//! The tables, read one after the other.

use std::{collections::HashMap, io, path::Path};

use super::{
    HOUSES, NOT_CURRENT, POINTS, RoadCode, UNITS,
    interval::{self, Intervals},
    join::Large,
    span::{Instant, Span},
    table::{self, Row, Table},
};
use crate::{
    error::ImportError,
    import::{Progress, REPORT_EVERY, Stage, bounded::Read32, collected::Collected, kept::Position},
};

/// The folder, and how much of it was read.
pub(super) struct Tables<'a> {
    folder: &'a Path,
    /// Bytes of the tables that are read to their end.
    done: u64,
    total: u64,
    /// Rows of the large tables.
    rows: u64,
    progress: &'a mut dyn FnMut(Progress),
    /// What was read of the large tables that are read to their end.
    read: Vec<Read32>,
}

impl<'a> Tables<'a> {
    /// An earlier import had read so many rows.
    pub(super) fn new(folder: &'a Path, rows: u64, progress: &'a mut dyn FnMut(Progress)) -> Tables<'a> {
        Tables { folder, done: 0, total: table::total(folder), rows, progress, read: Vec::new() }
    }

    /// Reads a table; `each` gets the wanted columns.
    fn each<const N: usize>(
        &mut self,
        name: &str,
        wanted: [&'static str; N],
        each: &mut dyn FnMut(Row<'_, N>) -> Result<(), String>,
    ) -> Result<(), ImportError> {
        let mut table = Table::open(self.folder, name, wanted, (0, 0))?;
        while table.next()? {
            each(table.row()).map_err(|reason| table.bad(reason))?;
        }
        self.is_read(&table);
        Ok(())
    }

    fn is_read<const N: usize>(&mut self, table: &Table<N>) {
        self.done += table.size;
        self.report(0);
    }

    fn report(&mut self, of_table: u64) {
        let done = (self.done + of_table).min(self.total);
        (self.progress)(Progress { stage: Stage::Reading, done, total: self.total, rows: self.rows });
    }

    /// The day of the extract: the last moment at which anything was registered about a house number.
    pub(super) fn day(&mut self) -> Result<Instant, ImportError> {
        let mut last = Instant::default();
        let mut seen = |span: Span| last = last.max(span.from).max(span.to.unwrap_or_default());
        self.each(HOUSES, ["registrering"], &mut |row| {
            seen(row.span(0)?);
            Ok(())
        })?;
        Ok(last)
    }

    pub(super) fn road_names(&mut self) -> Result<HashMap<RoadCode, String>, ImportError> {
        let mut names = HashMap::new();
        self.each("dar_vejnavn", ["kommunekode", "vejkode", "navn", "registrering", "ophoerttimestamp"], &mut |row| {
            if row.span(3)?.to.is_none() && row.text(4).is_empty() && !row.text(2).is_empty() {
                names.insert((row.number(0)?, row.number(1)?), row.text(2).to_owned());
            }
            Ok(())
        })?;
        Ok(names)
    }

    /// Names of post districts by number. The table may lack: then the number stands alone.
    pub(super) fn post_names(&mut self) -> Result<HashMap<String, String>, ImportError> {
        let mut names = HashMap::new();
        if table::exists(self.folder, "cpr_postnr") {
            self.each("cpr_postnr", ["nr", "navn"], &mut |row| {
                names.insert(row.text(0).to_owned(), row.text(1).to_owned());
                Ok(())
            })?;
        }
        Ok(names)
    }

    /// What holds for the odd or even numbers of a street between two numbers.
    pub(super) fn intervals(&mut self, name: &str, value: &'static str) -> Result<Intervals, ImportError> {
        let mut intervals = Intervals::default();
        if table::exists(self.folder, name) {
            let columns = ["kommunekode", "vejkode", "husnrinterval", "side", "registrering", "ophoerttimestamp", value];
            self.each(name, columns, &mut |row| {
                if row.span(4)?.to.is_none() && row.text(5).is_empty() {
                    intervals.add((row.number(0)?, row.number(1)?), row.text(2), row.text(3), row.text(6))?;
                }
                Ok(())
            })?;
        }
        Ok(intervals)
    }

    /// Reads the three large tables from `from` on.
    pub(super) fn large(&mut self, day: Instant, from: &Position, large: &mut Large, out: &mut Collected) -> Result<(), ImportError> {
        self.read.extend(from.read.iter().take(from.file));
        for (file, name) in [POINTS, HOUSES, UNITS].into_iter().enumerate() {
            if file < from.file {
                self.done += table::size(self.folder, name);
                continue;
            }
            let begin = if file == from.file { (from.byte, from.line) } else { (0, 0) };
            match name {
                POINTS => self.points(day, begin, large, out)?,
                HOUSES => self.houses(day, begin, large, out)?,
                // The table may lack: then no dwellings are known.
                _ if table::exists(self.folder, name) => self.units(day, begin, large, out)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The municipality of each access point in force.
    fn points(&mut self, day: Instant, begin: (u64, u64), large: &mut Large, out: &mut Collected) -> Result<(), ImportError> {
        let columns = ["id", "kommunenummer", "statuskode", "registrering", "virkning"];
        let mut table = Table::open(self.folder, POINTS, columns, begin)?;
        let point = |row: Row<'_, 5>| Ok(if row.current(2, day)? { Some((row.long(0)?, row.number(1)?)) } else { None });
        while table.next()? {
            if let Some((id, municipality)) = point(table.row()).map_err(|reason| table.bad(reason))? {
                large.point(id, municipality).map_err(failed(out))?;
            }
            self.row_done(&table, large, out)?;
        }
        self.large_is_read(&table);
        Ok(())
    }

    fn houses(&mut self, day: Instant, begin: (u64, u64), large: &mut Large, out: &mut Collected) -> Result<(), ImportError> {
        let columns = ["id", "bkid", "adgangspunktid", "vejkode", "husnummer", "statuskode", "registrering", "virkning"];
        let mut table = Table::open(self.folder, HOUSES, columns, begin)?;
        let house = |row: Row<'_, 8>| {
            let number = interval::designation(row.text(4)).ok_or("husnummer is not of the form (12,A)");
            Ok(if row.current(5, day)? { Some((row.long(2)?, row.long(0)?, row.number(3)?, number?)) } else { None })
        };
        while table.next()? {
            match house(table.row()).map_err(|reason: String| table.bad(reason))? {
                Some((point, id, road, number)) => {
                    let key = table.row().text(1).into();
                    large.house(point, id, road, number.into(), key).map_err(failed(out))?;
                }
                None => out.skipped.add(NOT_CURRENT),
            }
            self.row_done(&table, large, out)?;
        }
        self.large_is_read(&table);
        Ok(())
    }

    /// The dwellings of each house: `2. th`, `st. tv`.
    fn units(&mut self, day: Instant, begin: (u64, u64), large: &mut Large, out: &mut Collected) -> Result<(), ImportError> {
        let columns = ["husnummerid", "etagebetegnelse", "doerbetegnelse", "statuskode", "registrering", "virkning"];
        let mut table = Table::open(self.folder, UNITS, columns, begin)?;
        let house = |row: Row<'_, 6>| Ok(if row.current(3, day)? { Some(row.long(0)?) } else { None });
        while table.next()? {
            match house(table.row()).map_err(|reason: String| table.bad(reason))? {
                Some(house) => {
                    let row = table.row();
                    let unit = match (row.text(1), row.text(2)) {
                        ("", door) => door.to_owned(),
                        (floor, "") => format!("{floor}."),
                        (floor, door) => format!("{floor}. {door}"),
                    };
                    if !unit.is_empty() {
                        large.unit(house, unit.into()).map_err(failed(out))?;
                    }
                }
                None => out.skipped.add(NOT_CURRENT),
            }
            self.row_done(&table, large, out)?;
        }
        self.large_is_read(&table);
        Ok(())
    }

    fn large_is_read<const N: usize>(&mut self, table: &Table<N>) {
        self.read.push(table.read());
        self.is_read(table);
    }

    /// Writes a part if it is time, and tells how far it is.
    fn row_done<const N: usize>(&mut self, table: &Table<N>, large: &mut Large, out: &Collected) -> Result<(), ImportError> {
        self.rows += 1;
        let kept = large.is_full();
        if kept {
            let (byte, line) = table.position();
            let read = self.read.iter().copied().chain([table.read()]).collect();
            let skipped = out.skipped.sorted();
            large.keep(&Position { file: self.read.len(), byte, line, rows: self.rows, read, skipped })?;
        }
        if kept || self.rows.is_multiple_of(REPORT_EVERY) {
            self.report(table.position().0);
        }
        Ok(())
    }
}

/// While rows were sorted.
fn failed(out: &Collected) -> impl FnOnce(io::Error) -> ImportError {
    ImportError::io(out.space.folder())
}
