//! The Russian state address register (ГАР): one zip, dictionaries in the root, one folder per region.
//!
//! Formats: the XSDs `AS_*_2_251_*_04_01_01` of the Federal Tax Service. Only tables that addresses need are read, one
//! region at a time; a row counts when it is current on the date of the archive.

mod archive;
mod delta;
mod dwellings;
mod feed;
mod join;
mod journal;
mod kept_rows;
mod objects;
mod read;
mod rows;
mod scan;
mod types;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::{Limits, Progress, Stage, collected::Collected, kept::Unfinished, tally::Tally};
use crate::{
    error::ImportError,
    manifest::{Manifest, write_and_swap},
    segment::{build::Builder, ids, read::Segment},
};
use archive::Archive;
use feed::{FeedError, feed, feed_some};
use journal::Journal;
use kept_rows::Rows;
use rows::Region;
use types::Types;

const TYPES: &str = "types.json";

/// Reads a whole archive. What an import before, which was stopped, has read of the same archive is not read again: the rows of regions that
/// are complete are in the folder.
pub(super) fn read(path: &Path, into: &Path, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<Unfinished, ImportError> {
    let mut archive = Archive::open(path)?;
    let unfinished = Unfinished::open(into, &archive.identity())?;
    out.version = archive.date().to_owned();
    let names = archive.regions();
    let is_kept = |name: &String| rows_of(&unfinished.folder, name).exists();
    match (names.iter().any(is_kept), unfinished.changed) {
        (true, _) => progress(Progress { stage: Stage::Continuing, done: 0, total: 0, rows: 0 }),
        (false, true) => progress(Progress { stage: Stage::StartingAnew, done: 0, total: 0, rows: 0 }),
        (false, false) => {}
    }
    let types = Types::read(&mut archive, None, progress)?;
    let path = unfinished.folder.join(TYPES);
    let bytes = serde_json::to_vec(&types).map_err(|e| ImportError::bad(TYPES, e))?;
    write_and_swap(&path, &bytes).map_err(ImportError::io(&path))?;
    for name in names {
        let path = rows_of(&unfinished.folder, &name);
        let mut rows = match Rows::load(&path, &out.space) {
            Ok(rows) => {
                archive.skip(&name, rows.head.report.rows);
                rows
            }
            Err(_) => {
                let mut rows = read::read(&mut archive, &name, &types, &out.space, progress)?;
                rows.write(&path)?;
                rows
            }
        };
        rows.head.report.skipped.iter().for_each(|(reason, count)| out.skipped.add_many(reason, *count));
        feed(&mut rows, &out.space, &mut out.builder, &mut out.skipped).map_err(|error| said(&archive, &name, error))?;
    }
    Ok(unfinished)
}

fn said(archive: &Archive, region: &str, error: FeedError) -> ImportError {
    match error {
        FeedError::Rows(reason) => archive.bad(region, reason),
        FeedError::Import(error) => error,
    }
}

/// Moves the rows of a complete import to a folder of their own; returns its name.
pub(super) fn keep_rows(into: &Path, unfinished: &Unfinished, segment: &str) -> Result<String, ImportError> {
    let name = format!("rows-{}", segment.trim_start_matches("segment-").trim_end_matches(".dsa"));
    let to = into.join(&name);
    if to.exists() {
        fs::remove_dir_all(&to).map_err(ImportError::io(&to))?;
    }
    fs::create_dir(&to).map_err(ImportError::io(&to))?;
    let entries = fs::read_dir(&unfinished.folder).map_err(ImportError::io(&unfinished.folder))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let kept = path.extension().is_some_and(|ending| ending == "rows") || path.ends_with(TYPES);
        if let Some(file) = path.file_name().filter(|_| kept) {
            fs::rename(&path, to.join(file)).map_err(ImportError::io(&path))?;
        }
    }
    fs::File::open(&to).and_then(|folder| folder.sync_all()).map_err(ImportError::io(&to))?;
    Ok(name)
}

/// What a delta makes of a register.
pub(super) struct Changed {
    /// The houses that it tells anew.
    pub(super) builder: Builder,
    /// Houses of the base that are gone or told anew, sorted.
    pub(super) gone: Vec<u32>,
    /// How many of them are no second addresses.
    pub(super) gone_houses: u64,
    pub(super) skipped: Tally,
    pub(super) version: String,
    /// All changes since the base was built, for the next delta.
    pub(super) journal: Vec<u8>,
}

/// Reads a delta for the register in `into`. `follows` is the version that the delta follows, where the operator knows it.
pub(super) fn read_delta(
    path: &Path,
    into: &Path,
    manifest: &Manifest,
    follows: Option<&str>,
    base: &Segment,
    progress: &mut dyn FnMut(Progress),
) -> Result<Changed, ImportError> {
    let rows = manifest.rows.as_ref().map(|rows| into.join(rows));
    let Some(rows) = rows.filter(|rows| rows.is_dir()) else {
        return Err(ImportError::bad(into.display().to_string(), "a delta needs a register that was imported from a whole GAR archive"));
    };
    let limits = Limits::default();
    let space = limits.space(&into.join(super::kept::FOLDER));
    let mut archive = Archive::open(path)?;
    let known = fs::read(rows.join(TYPES)).map_err(ImportError::io(&rows))?;
    let known: Types = serde_json::from_slice(&known).map_err(|e| ImportError::bad(TYPES, e))?;
    let types = Types::read(&mut archive, Some(known), progress)?;
    let version = archive.date().to_owned();
    let delta = delta::read(&mut archive, &types, progress)?;
    check_order(path, &manifest.source.version, &version, follows, &delta.days)?;

    let mut journal = match &manifest.journal {
        Some(name) => Journal::load(&into.join(name))?,
        None => Journal::default(),
    };
    journal.then(delta.journal);
    let mut changed = Changed {
        builder: Builder::new(&space, limits.distinct(), false),
        gone: Vec::new(),
        gone_houses: 0,
        skipped: Tally::default(),
        version,
        journal: journal.bytes()?,
    };
    for (name, changes) in &journal.regions {
        let path = rows_of(&rows, name);
        let mut region = if path.exists() { Region::load(&path, &space)? } else { Region::default() };
        let touched = delta::apply(&mut region, changes, &path)?;
        for guid in &touched.before {
            let houses = ids::find(base, &ids::show_guid(guid));
            changed.gone_houses += u64::from(!houses.is_empty());
            changed.gone.extend(houses);
        }
        feed_some(&region, &touched.houses, &mut changed.builder, &mut changed.skipped).map_err(|error| said(&archive, name, error))?;
    }
    changed.gone.sort_unstable();
    changed.gone.dedup();
    Ok(changed)
}

/// A delta must follow the version that the register has: a delta left out would leave its changes out for ever.
///
/// The format does not say what a delta follows. The operator can, from the publisher's list; otherwise the delta itself must show it, by a row
/// that entered the register on the day of the version that the register has or on the next. Rows from before show nothing: a later delta may
/// put history right.
fn check_order(path: &Path, has: &str, version: &str, follows: Option<&str>, days: &BTreeSet<String>) -> Result<(), ImportError> {
    let bad = |reason: String| Err(ImportError::bad(path.display().to_string(), reason));
    if version <= has {
        return bad(format!("the delta is of {version}, and the register has {has} already"));
    }
    let next = |day: &str| (0..=1).contains(&(day_number(day) - day_number(has)));
    match follows {
        Some(follows) if follows != has => {
            bad(format!("the delta follows {follows}, but the register is of {has}: apply the deltas between first"))
        }
        Some(_) => Ok(()),
        None if days.iter().any(|day| next(day)) => Ok(()),
        None => {
            let first = days.iter().find(|day| day.as_str() > has).map_or("no day after it", String::as_str);
            bad(format!(
                "the register is of {has}, and the first changes after it are of {first}: a delta between them seems to be missing; if there is none, say which version it follows"
            ))
        }
    }
}

/// Days of an ISO date since a fixed day; 0 for anything else.
fn day_number(date: &str) -> i64 {
    let part = |from: usize, to: usize| date.get(from..to).and_then(|part| part.parse::<i64>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0, 4), part(5, 7), part(8, 10)) else { return 0 };
    super::dar::days(year, month, day)
}

fn rows_of(folder: &Path, region: &str) -> PathBuf {
    folder.join(format!("{region}.rows"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deltas_come_in_order() {
        let check = |version, follows, days: &[&str]| {
            let days = days.iter().map(|day| (*day).to_owned()).collect();
            check_order(Path::new("d.zip"), "2026-10-01", version, follows, &days).map_err(|e| e.to_string())
        };
        assert_eq!(check("2026-10-05", None, &["2026-10-02", "2026-10-04"]), Ok(()));
        assert_eq!(check("2026-10-05", None, &["2026-10-01"]), Ok(()));
        assert!(check("2026-10-01", None, &["2026-09-30"]).unwrap_err().contains("already"));
        for days in [&["2026-10-06"][..], &["2014-03-01", "2026-09-30", "2026-10-06"], &["2026-09-30"], &[]] {
            assert!(check("2026-10-09", None, days).unwrap_err().contains("seems to be missing"), "{days:?}");
        }
        assert_eq!(check("2026-10-09", Some("2026-10-01"), &["2026-10-06"]), Ok(()));
        assert!(check("2026-10-09", Some("2026-10-05"), &["2026-10-02"]).unwrap_err().contains("follows 2026-10-05"));
        assert_eq!(day_number("2027-01-01") - day_number("2026-12-31"), 1);
    }
}
