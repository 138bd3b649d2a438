//! The zip archive: which table of which region is which entry.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::{Path, PathBuf},
};

use zip::ZipArchive;

use super::scan::{Fields, read_rows};
use crate::{
    error::ImportError,
    import::{Progress, REPORT_EVERY, Stage},
};

/// Entries that an archive may have: about 25 tables for 99 regions, with room.
const MAX_ENTRIES: usize = 50_000;
/// Rows that one table may have: the country has some 100 million of the largest.
const MAX_ROWS: u64 = 500_000_000;

/// Every table of the format. Another one means another version of it.
const TABLES: &[&str] = &[
    "AS_ADDHOUSE_TYPES",
    "AS_ADDR_OBJ",
    "AS_ADDR_OBJ_DIVISION",
    "AS_ADDR_OBJ_PARAMS",
    "AS_ADDR_OBJ_TYPES",
    "AS_ADM_HIERARCHY",
    "AS_APARTMENTS",
    "AS_APARTMENTS_PARAMS",
    "AS_APARTMENT_TYPES",
    "AS_CARPLACES",
    "AS_CARPLACES_PARAMS",
    "AS_CHANGE_HISTORY",
    "AS_HOUSES",
    "AS_HOUSES_PARAMS",
    "AS_HOUSE_TYPES",
    "AS_MUN_HIERARCHY",
    "AS_NORMATIVE_DOCS",
    "AS_NORMATIVE_DOCS_KINDS",
    "AS_NORMATIVE_DOCS_TYPES",
    "AS_OBJECT_LEVELS",
    "AS_OPERATION_TYPES",
    "AS_PARAM_TYPES",
    "AS_REESTR_OBJECTS",
    "AS_ROOMS",
    "AS_ROOMS_PARAMS",
    "AS_ROOM_TYPES",
    "AS_STEADS",
    "AS_STEADS_PARAMS",
];
/// The tables that are read; progress counts their bytes.
const NEEDED: &[&str] = &[
    "AS_ADDHOUSE_TYPES",
    "AS_ADDR_OBJ",
    "AS_ADDR_OBJ_TYPES",
    "AS_ADM_HIERARCHY",
    "AS_APARTMENTS",
    "AS_APARTMENT_TYPES",
    "AS_HOUSES",
    "AS_HOUSE_TYPES",
    "AS_MUN_HIERARCHY",
    "AS_ROOMS",
    "AS_ROOM_TYPES",
];

struct Entry {
    /// Region folder, empty for the root.
    region: String,
    table: &'static str,
    index: usize,
    /// Uncompressed bytes.
    size: u64,
    /// CRC-32 of them.
    sum: u32,
}

/// An opened archive.
pub(super) struct Archive {
    path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
    entries: Vec<Entry>,
    date: String,
    total: u64,
    done: u64,
    rows: u64,
}

impl Archive {
    pub(super) fn open(path: &Path) -> Result<Archive, ImportError> {
        let place = || path.display().to_string();
        let file = File::open(path).map_err(ImportError::io(path))?;
        let length = file.metadata().map_err(ImportError::io(path))?.len();
        // The list of the entries stands at the end: what was cut off has none.
        let ends =
            |e| ImportError::bad(format!("{}, byte {length}", place()), format!("it ends here without a list of what is in it: {e}"));
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(ends)?;
        if zip.len() > MAX_ENTRIES {
            return Err(ImportError::bad(place(), format!("more than {MAX_ENTRIES} entries")));
        }
        let (mut entries, mut date, mut total) = (Vec::new(), String::new(), 0);
        for index in 0..zip.len() {
            let entry = zip.by_index(index).map_err(|e| ImportError::bad(place(), e))?;
            let name = entry.name().map_err(|e| ImportError::bad(place(), e))?.replace('\\', "/");
            let (size, sum) = (entry.size(), entry.crc32());
            if name.ends_with("version.txt") {
                date = date.max(version(entry));
                continue;
            }
            let (region, file) = name.rsplit_once('/').unwrap_or(("", &name));
            let Some((table, day)) = table_of(file) else { continue };
            let Some(table) = TABLES.iter().find(|known| **known == table) else {
                return Err(ImportError::bad(format!("{}, {name}", place()), "unknown table: another version of the format?"));
            };
            date = date.max(day);
            if NEEDED.contains(table) {
                total += size;
                let region = region.rsplit('/').next().unwrap_or_default().to_owned();
                entries.push(Entry { region, table, index, size, sum });
            }
        }
        if entries.is_empty() {
            return Err(ImportError::bad(place(), "no AS_*.XML in the archive: not a GAR archive"));
        }
        Ok(Archive { path: path.to_owned(), zip, entries, date, total, done: 0, rows: 0 })
    }

    /// The date of the archive, `2023-07-07`.
    pub(super) fn date(&self) -> &str {
        &self.date
    }

    /// Region folders, in order.
    pub(super) fn regions(&self) -> Vec<String> {
        let is_region = |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit());
        let mut regions: Vec<String> = self.entries.iter().map(|entry| entry.region.clone()).filter(|name| is_region(name)).collect();
        regions.sort();
        regions.dedup();
        regions
    }

    /// Is the table in the folder?
    pub(super) fn has(&self, region: &str, table: &str) -> bool {
        self.entries.iter().any(|entry| is_in(entry, region, table))
    }

    /// An error about a region as a whole.
    pub(super) fn bad(&self, region: &str, reason: impl std::fmt::Display) -> ImportError {
        ImportError::bad(format!("{}, {region}", self.path.display()), reason)
    }

    /// Reads the rows of a table, all its files one after the other. `each` gets the wanted attributes.
    pub(super) fn rows<const N: usize>(
        &mut self,
        region: &str,
        table: &str,
        wanted: [&'static str; N],
        progress: &mut dyn FnMut(Progress),
        mut each: impl FnMut(Fields<'_, N>) -> Result<(), String>,
    ) -> Result<(), ImportError> {
        let indexes: Vec<usize> = self.entries.iter().filter(|entry| is_in(entry, region, table)).map(|entry| entry.index).collect();
        for index in indexes {
            let entry = self.zip.by_index(index).map_err(|e| ImportError::bad(self.path.display().to_string(), e))?;
            let name = entry.name().map(|name| name.into_owned()).unwrap_or_default();
            let size = entry.size();
            let (before, total, rows) = (self.done, self.total, &mut self.rows);
            let mut in_table = 0;
            let result = read_rows(entry, wanted, |fields, position| {
                *rows += 1;
                in_table += 1;
                if in_table > MAX_ROWS {
                    return Err(format!("more than {MAX_ROWS} rows"));
                }
                if *rows % REPORT_EVERY == 0 {
                    progress(Progress { stage: Stage::Reading, done: before + position.min(size), total, rows: *rows });
                }
                each(fields)
            });
            result.map_err(|(position, reason)| ImportError::bad(format!("{}, {name}, byte {position}", self.path.display()), reason))?;
            self.done += size;
            progress(Progress { stage: Stage::Reading, done: self.done, total, rows: self.rows });
        }
        Ok(())
    }

    /// A region that was read before, in an import that was stopped, counts as read.
    pub(super) fn skip(&mut self, region: &str, rows: u64) {
        let sizes = self.entries.iter().filter(|entry| entry.region == region).map(|entry| entry.size);
        self.done += sizes.sum::<u64>();
        self.rows += rows;
    }

    /// Rows read so far, in all tables.
    pub(super) fn rows_read(&self) -> u64 {
        self.rows
    }

    /// What tells this archive from another: name, length, date, and the entries with their sizes and checksums.
    pub(super) fn identity(&self) -> String {
        let mut sum = crc32fast::Hasher::new();
        for entry in &self.entries {
            sum.update(entry.region.as_bytes());
            sum.update(entry.table.as_bytes());
            sum.update(&entry.size.to_le_bytes());
            sum.update(&entry.sum.to_le_bytes());
        }
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        format!("{name} {} {} {:08x}", self.date, self.total, sum.finalize())
    }
}

fn is_in(entry: &Entry, region: &str, table: &str) -> bool {
    entry.table == table && entry.region == region
}

/// `AS_HOUSES_20230710_<guid>.XML` → table and date.
fn table_of(file: &str) -> Option<(&str, String)> {
    let stem = file.strip_suffix(".XML").or_else(|| file.strip_suffix(".xml"))?;
    let mut parts = stem.rsplitn(3, '_');
    let (_guid, day, table) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
    (digits && table.starts_with("AS_")).then(|| (table, format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..])))
}

/// `2023.07.07` → `2023-07-07`.
fn version(entry: impl Read) -> String {
    let mut text = String::new();
    let read = entry.take(64).read_to_string(&mut text);
    let text = text.trim_start_matches('\u{feff}').trim().replace('.', "-");
    let shape = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if read.is_ok() && shape { text } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_tell_table_and_day() {
        let name = "AS_ADDR_OBJ_DIVISION_20230710_df399927-9aa8-4012-904f-f52390caad2f.XML";
        assert_eq!(table_of(name), Some(("AS_ADDR_OBJ_DIVISION", "2023-07-10".to_owned())));
        assert_eq!(table_of("version.txt"), None);
        assert_eq!(table_of("AS_HOUSES_2023_x.XML"), None);
    }
}
