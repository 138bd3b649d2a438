//! From an official file to an index directory.

mod bounded;
mod csv;
mod format;
mod gar;
mod osm;
mod tally;

use std::path::Path;

pub use format::Format;

use crate::{error::ImportError, manifest, segment::build::Builder, source::Source};
use tally::Tally;

/// How far an import is. The caller has the clock, and works out rate and time left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Bytes of the file read so far (for an archive: uncompressed bytes of the tables that are needed).
    pub done: u64,
    /// Bytes to read in all.
    pub total: u64,
    /// Rows read so far.
    pub rows: u64,
}

/// The stages of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the official file.
    Reading,
    /// Laying out the index.
    Indexing,
    /// Writing it to disk and swapping it in.
    Writing,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// As [`crate::Register::source`] will tell it: counts, and what was skipped and why.
    pub source: Source,
}

/// Told among the skipped, although such a row is kept.
const SAME_ID: &str = "same id again: kept as a second address of the first";
/// Rows between two progress reports.
const REPORT_EVERY: u64 = 65_536;

/// Imports an official file into the index directory `into`, which is created when missing.
///
/// The index that was there before serves until the new one is complete, and is then replaced in one rename. After an
/// error nothing has changed.
///
/// # Errors
/// [`ImportError`] with file and position when the file is damaged or is not what its format promises.
pub fn import(format: &Format, file: &Path, into: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Imported, ImportError> {
    let mut collected = Collected::default();
    match format {
        Format::Gar => gar::read(file, &mut collected, progress)?,
        Format::OsmPbf => osm::read(file, &mut collected, progress)?,
        Format::Csv { id_column, fallback_id_column, text_column } => {
            let columns = csv::Columns { id: id_column, fallback_id: fallback_id_column.as_deref(), text: text_column };
            csv::read(file, &columns, &mut collected, progress)?;
        }
    }
    if collected.builder.is_empty() {
        return Err(ImportError::Empty(file.to_owned()));
    }
    let rows = collected.builder.rows();
    let at = |stage| Progress { stage, done: 0, total: 0, rows };
    progress(at(Stage::Indexing));
    let streets = collected.builder.street_count();
    let laid_out = collected.builder.finish()?;
    collected.skipped.add_many(SAME_ID, laid_out.aliases);
    let source = Source {
        name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        version: collected.version,
        format: format.name().to_owned(),
        count: laid_out.houses,
        streets,
        skipped: collected.skipped.into_sorted(),
    };
    progress(at(Stage::Writing));
    manifest::publish(into, &laid_out.sections, source.clone())?;
    Ok(Imported { source })
}

/// What an importer gathers.
#[derive(Default)]
struct Collected {
    builder: Builder,
    skipped: Tally,
    version: String,
}
