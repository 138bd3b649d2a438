//! What a witness remembers: the last head of each log, one file each, on the disk before anything is signed.

use doorstep_tlog::{Checkpoint, Hash, Note, Seen};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The memory is unusable. A witness that does not remember does not sign.
#[derive(Debug, Error)]
pub enum MemoryError {
    /// The disk.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// A file that is not a checkpoint. Never repaired by itself: whoever forgets can be led astray.
    #[error("{0} does not hold a checkpoint")]
    Damaged(PathBuf),
}

/// A folder.
pub struct Memory {
    folder: PathBuf,
}

/// The name of a log's file, and of its path for monitors: SHA-256 of its origin in hexadecimal.
pub(crate) fn name(origin: &str) -> String {
    Sha256::digest(origin).iter().map(|b| format!("{b:02x}")).collect()
}

impl Memory {
    /// Opens the folder, or makes it.
    pub fn open(folder: &Path) -> Result<Memory, MemoryError> {
        fs::create_dir_all(folder).map_err(|error| MemoryError::File(folder.to_owned(), error))?;
        Ok(Memory { folder: folder.to_owned() })
    }

    fn path(&self, origin: &str) -> PathBuf {
        self.folder.join(name(origin))
    }

    /// The last head of a log as it was kept; `None` if it was never seen.
    pub fn note(&self, origin: &str) -> Result<Option<String>, MemoryError> {
        let path = self.path(origin);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(MemoryError::File(path, error)),
        }
    }

    /// What was seen last of a log.
    pub fn seen(&self, origin: &str) -> Result<Seen, MemoryError> {
        let Some(text) = self.note(origin)? else { return Ok(Seen { size: 0, root: Hash::empty() }) };
        let damaged = |_| MemoryError::Damaged(self.path(origin));
        let checkpoint = Checkpoint::parse(&Note::parse(&text).map_err(damaged)?.text).map_err(damaged)?;
        if checkpoint.origin != origin {
            return Err(MemoryError::Damaged(self.path(origin)));
        }
        Ok(Seen { size: checkpoint.size, root: checkpoint.root })
    }

    /// Keeps a head: written, flushed, renamed, and the folder flushed, before this returns.
    pub fn keep(&self, origin: &str, note: &Note) -> Result<(), MemoryError> {
        let path = self.path(origin);
        let partial = path.with_extension("part");
        let written = || -> std::io::Result<()> {
            let mut file = fs::File::create(&partial)?;
            file.write_all(note.to_string().as_bytes())?;
            file.sync_all()?;
            fs::rename(&partial, &path)?;
            fs::File::open(&self.folder)?.sync_all()
        };
        written().map_err(|error| MemoryError::File(path.clone(), error))
    }
}
