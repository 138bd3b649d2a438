//! One table of the register: semicolons, quotes escaped by a backslash.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use super::{
    IN_FORCE,
    span::{Instant, Span},
};
use crate::{error::ImportError, import::bounded::BoundedReader};

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
    let size = |name: &str| std::fs::metadata(path_of(folder, name)).map_or(0, |file| file.len());
    names.iter().map(|name| size(name)).sum::<u64>() + 2 * size(super::HOUSES)
}

pub(super) struct Table {
    path: PathBuf,
    file: File,
    /// Bytes.
    pub(super) size: u64,
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

impl Table {
    pub(super) fn open(folder: &Path, name: &str) -> Result<Table, ImportError> {
        let path = path_of(folder, name);
        let file = File::open(&path).map_err(ImportError::io(&path))?;
        let size = file.metadata().map_err(ImportError::io(&path))?.len();
        Ok(Table { path, file, size })
    }

    /// Calls `each` for every row; returns how many there were.
    pub(super) fn each<const N: usize>(
        self,
        wanted: [&'static str; N],
        each: &mut dyn FnMut(Row<'_, N>) -> Result<(), String>,
    ) -> Result<u64, ImportError> {
        let (reader, meter) = BoundedReader::new(self.file);
        let mut table =
            csv::ReaderBuilder::new().delimiter(b';').escape(Some(b'\\')).double_quote(false).flexible(true).from_reader(reader);
        let bad = |line: u64, reason: String| ImportError::bad(format!("{}, line {line}", self.path.display()), reason);
        let head = table.headers().map_err(|e| bad(1, e.to_string()))?.clone();
        let mut columns = [0; N];
        for (slot, name) in columns.iter_mut().zip(wanted) {
            let same = |head: &str| head.trim_start_matches('\u{feff}').trim() == name;
            *slot = head.iter().position(same).ok_or_else(|| bad(1, format!("there is no column {name}")))?;
        }
        let mut record = csv::StringRecord::new();
        let mut rows = 0;
        loop {
            meter.row_done();
            let line = table.position().line();
            if !table.read_record(&mut record).map_err(|e| bad(line, e.to_string()))? {
                return Ok(rows);
            }
            rows += 1;
            let values = columns.map(|column| record.get(column).unwrap_or_default());
            if values.iter().any(|value| value.len() > MAX_VALUE || value.contains('\n')) {
                return Err(bad(line, "a value is longer than this format has".into()));
            }
            each(Row { names: &wanted, values }).map_err(|reason| bad(line, reason))?;
        }
    }
}
