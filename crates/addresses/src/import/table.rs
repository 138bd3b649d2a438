//! A table of separated values with a head line, read from its beginning or from a later row on.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use super::{
    Progress, REPORT_EVERY, Stage,
    bounded::{BoundedReader, Meter},
    collected::Collected,
    kept::Position,
};
use crate::error::ImportError;

/// An opened table.
pub(super) struct Table {
    path: PathBuf,
    head: csv::StringRecord,
    table: csv::Reader<BoundedReader<File>>,
    meter: Meter,
    /// Where the first row that is read stands: byte and line.
    base: (u64, u64),
    total: u64,
    /// Rows read so far, an import before included.
    rows: u64,
    pub(super) row: csv::StringRecord,
}

impl Table {
    /// Opens a table at the row that `from` tells.
    pub(super) fn open(path: &Path, from: &Position) -> Result<Table, ImportError> {
        let file = File::open(path).map_err(ImportError::io(path))?;
        let total = file.metadata().map_err(ImportError::io(path))?.len();
        let mut reader = csv::ReaderBuilder::new();
        reader.delimiter(separator(path)?).flexible(true);
        let (input, meter) = BoundedReader::new(file.try_clone().map_err(ImportError::io(path))?, 0).map_err(ImportError::io(path))?;
        let mut table = reader.from_reader(input);
        let bad = |e: csv::Error| ImportError::bad(format!("{}, line 1", path.display()), e);
        let head = table.headers().map_err(bad)?.clone();
        let mut opened =
            Table { path: path.to_owned(), head, table, meter, base: (0, 0), total, rows: from.rows, row: csv::StringRecord::new() };
        if from.byte > 0 {
            let (input, meter) = BoundedReader::new(file, from.byte).map_err(ImportError::io(path))?;
            opened.table = reader.has_headers(false).from_reader(input);
            (opened.meter, opened.base) = (meter, (from.byte, from.line.saturating_sub(1)));
        }
        Ok(opened)
    }

    /// Where a column is, by its name in either case.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|head| head.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case(name))
    }

    pub(super) fn bad(&self, line: u64, reason: impl std::fmt::Display) -> ImportError {
        ImportError::bad(format!("{}, line {line}", self.path.display()), reason)
    }

    /// Reads the next row; says no at the end. What was made of the rows before it is kept when it is time.
    pub(super) fn next(&mut self, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<bool, ImportError> {
        self.meter.row_done();
        let (byte, line) = (self.base.0 + self.table.position().byte(), self.base.1 + self.table.position().line());
        let kept = out.row_done(&self.meter, || (byte, line, self.rows))?;
        let at = |done| Progress { stage: Stage::Reading, done, total: self.total, rows: self.rows };
        if kept || (self.rows > 0 && self.rows.is_multiple_of(REPORT_EVERY)) {
            progress(at(self.meter.total()));
        }
        if !self.table.read_record(&mut self.row).map_err(|e| self.bad(line, e))? {
            progress(at(self.total));
            return Ok(false);
        }
        self.rows += 1;
        Ok(true)
    }
}

/// Comma, semicolon or tabulator: whichever the head line has most of.
pub(super) fn separator(path: &Path) -> Result<u8, ImportError> {
    let file = File::open(path).map_err(ImportError::io(path))?;
    let mut head = Vec::new();
    BufReader::new(file.take(1 << 16)).read_until(b'\n', &mut head).map_err(ImportError::io(path))?;
    let count = |separator: u8| head.iter().filter(|byte| **byte == separator).count();
    Ok(*[b',', b';', b'\t'].iter().rev().max_by_key(|s| count(**s)).unwrap_or(&b','))
}
