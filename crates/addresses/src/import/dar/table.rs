//! One table of the register: semicolons, quotes escaped by a backslash.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use super::{
    IN_FORCE,
    span::{Instant, Span},
};
use crate::{
    error::ImportError,
    import::bounded::{BoundedReader, Meter, Read32},
};

/// Longest value that is kept, in bytes.
const MAX_VALUE: usize = 250;

pub(super) fn path_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.csv"))
}

pub(super) fn exists(folder: &Path, name: &str) -> bool {
    path_of(folder, name).is_file()
}

/// Bytes of all tables, the one of house numbers twice: it is read for the day first.
pub(super) fn total(folder: &Path) -> u64 {
    let names = ["dar_vejnavn", "cpr_postnr", "dar_postnr", "dar_supplerendebynavn", "dar_adgangspunkt", "dar_adresse"];
    names.iter().map(|name| size(folder, name)).sum::<u64>() + 2 * size(folder, super::HOUSES)
}

/// Bytes of a table.
pub(super) fn size(folder: &Path, name: &str) -> u64 {
    std::fs::metadata(path_of(folder, name)).map_or(0, |file| file.len())
}

/// An opened table, of which some columns are wanted.
pub(super) struct Table<const N: usize> {
    path: PathBuf,
    /// Bytes.
    pub(super) size: u64,
    table: csv::Reader<BoundedReader<File>>,
    meter: Meter,
    /// Where the first row that is read stands: byte and line.
    base: (u64, u64),
    wanted: [&'static str; N],
    columns: [usize; N],
    record: csv::StringRecord,
    /// The line of the row.
    line: u64,
}

/// The wanted columns of one row.
pub(super) struct Row<'a, const N: usize> {
    names: &'a [&'static str; N],
    values: [&'a str; N],
}

impl<const N: usize> Row<'_, N> {
    pub(super) fn text(&self, at: usize) -> &str {
        self.values[at].trim()
    }

    pub(super) fn number(&self, at: usize) -> Result<u32, String> {
        self.text(at).parse().map_err(|_| format!("{} is not a number", self.names[at]))
    }

    pub(super) fn long(&self, at: usize) -> Result<u64, String> {
        self.text(at).parse().map_err(|_| format!("{} is not a number", self.names[at]))
    }

    pub(super) fn span(&self, at: usize) -> Result<Span, String> {
        Span::parse(self.text(at)).ok_or_else(|| format!("{} is not a span of time", self.names[at]))
    }

    /// Status, registration and validity stand at `from` and after it: is the row believed, in force and valid on the day?
    pub(super) fn current(&self, from: usize, day: Instant) -> Result<bool, String> {
        Ok(self.text(from) == IN_FORCE && self.span(from + 1)?.to.is_none() && self.span(from + 2)?.covers(day))
    }
}

impl<const N: usize> Table<N> {
    /// Opens a table at a row: its byte and line, or 0 and 0 for the first.
    pub(super) fn open(folder: &Path, name: &str, wanted: [&'static str; N], begin: (u64, u64)) -> Result<Table<N>, ImportError> {
        let path = path_of(folder, name);
        let file = File::open(&path).map_err(ImportError::io(&path))?;
        let size = file.metadata().map_err(ImportError::io(&path))?.len();
        let mut reader = csv::ReaderBuilder::new();
        reader.delimiter(b';').escape(Some(b'\\')).double_quote(false).flexible(true);
        let (input, meter) = BoundedReader::new(file.try_clone().map_err(ImportError::io(&path))?, 0).map_err(ImportError::io(&path))?;
        let mut table = reader.from_reader(input);
        let bad = |reason: String| ImportError::bad(format!("{}, line 1", path.display()), reason);
        let head = table.headers().map_err(|e| bad(e.to_string()))?.clone();
        let mut columns = [0; N];
        for (slot, name) in columns.iter_mut().zip(wanted) {
            let same = |head: &str| head.trim_start_matches('\u{feff}').trim() == name;
            *slot = head.iter().position(same).ok_or_else(|| bad(format!("there is no column {name}")))?;
        }
        let record = csv::StringRecord::new();
        let mut opened = Table { path, size, table, meter, base: (0, 0), wanted, columns, record, line: 1 };
        if begin.0 > 0 {
            let (input, meter) = BoundedReader::new(file, begin.0).map_err(ImportError::io(&opened.path))?;
            opened.table = reader.has_headers(false).from_reader(input);
            (opened.meter, opened.base) = (meter, (begin.0, begin.1.saturating_sub(1)));
        }
        Ok(opened)
    }

    /// Goes to the next row; says no at the end.
    pub(super) fn next(&mut self) -> Result<bool, ImportError> {
        self.meter.row_done();
        self.line = self.position().1;
        if !self.table.read_record(&mut self.record).map_err(|e| self.bad(e.to_string()))? {
            return Ok(false);
        }
        if self.row().values.iter().any(|value| value.len() > MAX_VALUE || value.contains('\n')) {
            return Err(self.bad("a value is longer than this format has".into()));
        }
        Ok(true)
    }

    /// The wanted columns of the row.
    pub(super) fn row(&self) -> Row<'_, N> {
        Row { names: &self.wanted, values: self.columns.map(|column| self.record.get(column).unwrap_or_default()) }
    }

    /// Byte and line of the next row.
    pub(super) fn position(&self) -> (u64, u64) {
        let position = self.table.position();
        (self.base.0 + position.byte(), self.base.1 + position.line())
    }

    /// What was read of the file.
    pub(super) fn read(&self) -> Read32 {
        self.meter.read()
    }

    /// An error about the row.
    pub(super) fn bad(&self, reason: String) -> ImportError {
        ImportError::bad(format!("{}, line {}", self.path.display(), self.line), reason)
    }
}
