//! What a stopped import had read, kept beside the index in parts, so that it can go on.
//!
//! The folder names its source: whoever imports another file starts anew. Each part is whole (it has a checksum) and says how far the source was
//! read, and the checksum of that beginning: a source that has changed there since is another one. A part has what was made of the rows, in
//! order; taking it over is much faster than reading them again.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::bounded::Read32;
use crate::{
    error::ImportError,
    manifest::write_and_swap,
    runs::{Space, take_u32},
};

/// The folder, beside the index, of an import that is not complete.
pub(super) const FOLDER: &str = "unfinished";
/// In it: what tells its source from another.
const SOURCE: &str = "source";
const MAGIC: &[u8; 8] = b"DSPART01";
/// Smallest and largest part in bytes.
const SMALLEST: usize = 64 << 10;
const LARGEST: usize = 16 << 20;

/// The folder of an import.
pub(super) struct Unfinished {
    pub(super) folder: PathBuf,
    /// Was there one of another source?
    pub(super) changed: bool,
}

impl Unfinished {
    /// Takes up the folder if it is of this source, and begins a new one if not.
    pub(super) fn open(into: &Path, identity: &str) -> Result<Unfinished, ImportError> {
        let folder = into.join(FOLDER);
        let failed = || ImportError::io(&folder);
        let known = fs::read_to_string(folder.join(SOURCE)).ok();
        let same = known.as_deref() == Some(identity);
        if !same {
            if folder.exists() {
                fs::remove_dir_all(&folder).map_err(failed())?;
            }
            fs::create_dir_all(&folder).map_err(failed())?;
            write_and_swap(&folder.join(SOURCE), identity.as_bytes()).map_err(failed())?;
        }
        Space::new(&folder, 0).clear().map_err(failed())?;
        Ok(Unfinished { changed: known.is_some() && !same, folder })
    }

    /// Forgets what was kept: the source is another one after all.
    pub(super) fn anew(&mut self, identity: &str) -> Result<(), ImportError> {
        fs::remove_dir_all(&self.folder).map_err(ImportError::io(&self.folder))?;
        let into = self.folder.parent().map(Path::to_owned).unwrap_or_default();
        *self = Unfinished::open(&into, identity)?;
        self.changed = true;
        Ok(())
    }

    /// Removes the folder: the import is complete.
    pub(super) fn remove(self) -> Result<(), ImportError> {
        fs::remove_dir_all(&self.folder).map_err(ImportError::io(&self.folder))
    }
}

/// Where a reader of a source was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Position {
    /// Which file of the source.
    pub(super) file: usize,
    /// The first byte in it that is not read into a row, and its line.
    pub(super) byte: u64,
    pub(super) line: u64,
    /// Rows in all.
    pub(super) rows: u64,
    /// What was read of each file.
    pub(super) read: Vec<Read32>,
    /// What was left out until here.
    pub(super) skipped: Vec<(String, u64)>,
}

/// Writes parts, or nothing.
pub(super) struct Parts {
    folder: PathBuf,
    next: u32,
    /// What will be the next part.
    pub(super) part: Vec<u8>,
    most: usize,
}

impl Parts {
    /// Parts of some `share` bytes.
    pub(super) fn new(unfinished: &Unfinished, share: usize) -> Parts {
        Parts { folder: unfinished.folder.clone(), next: 0, part: Vec::new(), most: share.clamp(SMALLEST, LARGEST) }
    }

    /// How far the source was read, by the last part that is whole.
    pub(super) fn last(&self) -> Option<Position> {
        (0..).map_while(|number| self.read(number)).last().map(|(position, _)| position)
    }

    /// Hands over the content of all parts in order. New parts come after them.
    pub(super) fn take_over(&mut self, each: &mut dyn FnMut(&[u8]) -> Result<(), ImportError>) -> Result<(), ImportError> {
        while let Some((_, content)) = self.read(self.next) {
            each(&content)?;
            self.next += 1;
        }
        Ok(())
    }

    /// Is it time to write a part?
    #[inline]
    pub(super) fn is_full(&self) -> bool {
        self.part.len() >= self.most
    }

    /// Writes a part: the source was read up to `position`.
    pub(super) fn keep(&mut self, position: &Position) -> Result<(), ImportError> {
        let path = self.path(self.next);
        let head = serde_json::to_vec(position).map_err(|e| ImportError::bad("part", e))?;
        let mut bytes = Vec::with_capacity(self.part.len() + head.len() + 16);
        bytes.extend(MAGIC);
        bytes.extend((head.len() as u32).to_le_bytes());
        bytes.extend(&head);
        bytes.append(&mut self.part);
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        write_and_swap(&path, &bytes).map_err(ImportError::io(&path))?;
        self.next += 1;
        Ok(())
    }

    fn path(&self, number: u32) -> PathBuf {
        self.folder.join(format!("part-{number:06}"))
    }

    /// A part, if it is there and whole.
    fn read(&self, number: u32) -> Option<(Position, Vec<u8>)> {
        let mut bytes = fs::read(self.path(number)).ok()?;
        let (body, sum) = bytes.split_last_chunk::<4>()?;
        if crc32fast::hash(body) != u32::from_le_bytes(*sum) {
            return None;
        }
        let mut rest = body.strip_prefix(MAGIC)?;
        let length = take_u32(&mut rest)? as usize;
        let (head, content) = rest.split_at_checked(length)?;
        let position = serde_json::from_slice(head).ok()?;
        let from = body.len() - content.len();
        bytes.truncate(body.len());
        Some((position, bytes.split_off(from)))
    }
}

/// What tells a file from another before it is read: its name and size.
pub(super) fn identity(format: &str, files: &[&Path]) -> Result<String, ImportError> {
    let mut identity = format.to_owned();
    for file in files {
        let size = match fs::metadata(file) {
            Ok(metadata) => metadata.len(),
            Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
            Err(e) => return Err(ImportError::io(file)(e)),
        };
        identity.push_str(&format!("\n{} {size}", file.file_name().unwrap_or_default().to_string_lossy()));
    }
    Ok(identity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_taken_over_up_to_the_first_that_is_not_whole() {
        let dir = tempfile::tempdir().unwrap();
        let unfinished = Unfinished::open(dir.path(), "a").unwrap();
        let mut parts = Parts::new(&unfinished, 1 << 20);
        for rows in 1..=3u8 {
            parts.part.push(rows);
            parts.keep(&Position { rows: u64::from(rows), ..Position::default() }).unwrap();
        }
        let taken = || {
            let unfinished = Unfinished::open(dir.path(), "a").unwrap();
            let mut parts = Parts::new(&unfinished, 1 << 20);
            let (last, mut all) = (parts.last().map(|position| position.rows), Vec::new());
            parts
                .take_over(&mut |content| {
                    all.extend(content);
                    Ok(())
                })
                .unwrap();
            (last, all)
        };
        assert_eq!(taken(), (Some(3), vec![1, 2, 3]));
        let second = unfinished.folder.join("part-000001");
        let mut bytes = fs::read(&second).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        fs::write(&second, bytes).unwrap();
        assert_eq!(taken(), (Some(1), vec![1]));
        assert!(Unfinished::open(dir.path(), "b").unwrap().changed);
        assert_eq!(Parts::new(&unfinished, 1).last(), None);
    }
}
