//! From an official file to an index directory.

mod blocks;
mod bounded;
mod collected;
mod csv;
mod dar;
mod format;
mod gar;
mod kept;
mod limits;
mod openaddresses;
mod osm;
mod table;
mod tally;
mod written;

use std::{fs::File, path::Path};

use doorstep_mapped::Mapped;
pub use format::Format;
pub use limits::Limits;

use crate::{
    error::{ImportError, OpenError},
    manifest::{Lock, Manifest, write_and_swap, write_segment},
    segment::{build::Builder, layout::Section, read::Segment},
    source::Source,
};
use collected::Collected;
use kept::{Parts, Position, Unfinished};

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
    /// Said once: an import of the same file was stopped, and what it had read is taken over.
    Continuing,
    /// Said once: an import of another file, or of this one before it changed, was stopped; nothing of it is taken over.
    StartingAnew,
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

/// The same house at a second object, without any dwelling to add.
const AGAIN: &str = "the same address at a second object";
/// Told among the skipped, although such a row is kept.
const SAME_ID: &str = "same id again: kept as a second address of the first";
/// Rows between two progress reports.
const REPORT_EVERY: u64 = 65_536;

/// Imports an official file into the index directory `into`, which is created when missing, within the default [`Limits`].
///
/// The index that was there before serves until the new one is complete, and is then replaced in one rename. After an
/// error nothing has changed. An import that was stopped, in whatever way, goes on where it was when it is started again with the same file:
/// what it had read is kept beside the index, with the size of the file and the checksum of what was read of it. A file that has changed
/// since is read from its beginning. Both are said ([`Stage`]).
///
/// # Errors
/// [`ImportError`] with file and position when the file is damaged or is not what its format promises.
pub fn import(format: &Format, file: &Path, into: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Imported, ImportError> {
    import_within(Limits::default(), format, file, into, progress)
}

/// Imports like [`import`], with limits of one's own. The index does not depend on them.
///
/// # Errors
/// As [`import`]; and [`ImportError::Memory`] when what is distinct in the register does not fit.
pub fn import_within(
    limits: Limits,
    format: &Format,
    file: &Path,
    into: &Path,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, ImportError> {
    let _lock = Lock::take(into)?;
    let space = limits.space(&into.join(kept::FOLDER));
    let gather = matches!(format, Format::OsmPbf | Format::OpenAddresses | Format::Dar);
    let mut collected = Collected::new(Builder::new(&space, limits.distinct(), gather), &space);
    let unfinished = match format {
        Format::Gar => gar::read(file, into, &mut collected, progress)?,
        _ => read_on(format, file, into, &mut collected, progress)?,
    };
    if collected.builder.is_empty() {
        unfinished.remove()?;
        return Err(ImportError::Empty(file.to_owned()));
    }
    let rows = collected.builder.rows();
    let at = |stage| Progress { stage, done: 0, total: 0, rows };
    progress(at(Stage::Indexing));
    let streets = collected.builder.street_count();
    let builder = collected.builder;
    let (segment, laid_out) = write_segment(into, "segment", |writer| builder.finish(writer))?;
    progress(at(Stage::Writing));
    collected.skipped.add_many(SAME_ID, laid_out.aliases);
    collected.skipped.add_many(AGAIN, laid_out.again);
    let source = Source {
        name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        version: collected.version,
        format: format.name().to_owned(),
        count: laid_out.houses,
        streets,
        skipped: collected.skipped.sorted(),
        deltas: Vec::new(),
    };
    let rows = matches!(format, Format::Gar).then(|| gar::keep_rows(into, &unfinished, &segment)).transpose()?;
    Manifest { segment, overlay: None, journal: None, rows, source: source.clone() }.publish(into)?;
    unfinished.remove()?;
    Ok(Imported { source })
}

/// Reads a file from one end to the other, from where an import before was stopped.
fn read_on(
    format: &Format,
    file: &Path,
    into: &Path,
    out: &mut Collected,
    progress: &mut dyn FnMut(Progress),
) -> Result<Unfinished, ImportError> {
    let files = if matches!(format, Format::Dar) { dar::files(file) } else { vec![file.to_owned()] };
    let paths: Vec<&Path> = files.iter().map(AsRef::as_ref).collect();
    let identity = kept::identity(&format!("{format:?}"), &paths)?;
    let mut unfinished = Unfinished::open(into, &identity)?;
    let mut parts = Parts::new(&unfinished, out.space.share());
    let mut from = parts.last().unwrap_or_default();
    for (path, read) in paths.iter().zip(&from.read) {
        let same = || bounded::is_same(&mut File::open(path)?, *read);
        if !same().map_err(ImportError::io(path))? {
            unfinished.anew(&identity)?;
            parts = Parts::new(&unfinished, out.space.share());
            from = Position::default();
            break;
        }
    }
    let at = |stage| Progress { stage, done: from.byte, total: 0, rows: from.rows };
    match (from.rows, unfinished.changed) {
        (0, false) => {}
        (0, true) => progress(at(Stage::StartingAnew)),
        _ => progress(at(Stage::Continuing)),
    }
    if let Format::Dar = format {
        dar::read(file, parts, &from, out, progress)?;
        return Ok(unfinished);
    }
    out.take_over(parts, &from)?;
    match format {
        Format::OsmPbf => osm::read(file, &from, out, progress)?,
        Format::Csv { id_column, fallback_id_column, text_column } => {
            let columns = csv::Columns { id: id_column, fallback_id: fallback_id_column.as_deref(), text: text_column };
            csv::read(file, &columns, &from, out, progress)?;
        }
        _ => openaddresses::read(file, &from, out, progress)?,
    }
    Ok(unfinished)
}

/// Applies a GAR delta to the index directory `into`, which must come from a whole GAR archive.
///
/// The index stays as it is; what changed goes into an overlay that is asked before it, with a list of the houses that are
/// gone. Deltas are applied in order: one that is not later than the register is refused, and one that leaves a gap. A delta does not
/// say itself which version it follows: give it as `follows` (the version before it in the list of the publisher); without it, a
/// delta whose first change is later than the day after the register's version is refused.
///
/// # Errors
/// [`ImportError`] with file and position; nothing has changed then.
pub fn import_delta(file: &Path, follows: Option<&str>, into: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Imported, ImportError> {
    let _lock = Lock::take(into)?;
    let unreadable = |error: OpenError| ImportError::bad(into.display().to_string(), error);
    let mut manifest = Manifest::read(into).map_err(unreadable)?;
    let path = into.join(&manifest.segment);
    let base = Mapped::open(&path).map_err(ImportError::io(&path))?;
    let base = Segment::parse(base).map_err(|reason| ImportError::bad(path.display().to_string(), reason))?;
    let changed = gar::read_delta(file, into, &manifest, follows, &base, progress)?;
    let rows = changed.builder.rows();
    progress(Progress { stage: Stage::Indexing, done: 0, total: 0, rows });
    let streets = changed.builder.street_count();
    let (builder, gone) = (changed.builder, changed.gone);
    let (overlay, laid_out) = write_segment(into, "overlay", |writer| {
        let laid_out = builder.finish(writer)?;
        writer.put_u32(Section::Gone, gone).map_err(ImportError::writing)?;
        Ok(laid_out)
    })?;
    progress(Progress { stage: Stage::Writing, done: 0, total: 0, rows });
    let journal = format!("journal-{:08x}-{}.json", crc32fast::hash(&changed.journal), changed.journal.len());
    let path = into.join(&journal);
    write_and_swap(&path, &changed.journal).map_err(ImportError::io(&path))?;
    let all_in_base = base.u32_count(Section::Houses) as u64 - base.u32_count(Section::Aliases) as u64;
    manifest.overlay = Some(overlay);
    manifest.journal = Some(journal);
    manifest.source.version.clone_from(&changed.version);
    manifest.source.deltas.push(changed.version);
    manifest.source.count = all_in_base.saturating_sub(changed.gone_houses) + laid_out.houses;
    manifest.publish(into)?;
    let source = Source { skipped: changed.skipped.sorted(), streets, ..manifest.source };
    Ok(Imported { source })
}
