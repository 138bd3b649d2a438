//! What the log remembers outside its database: the largest size that it ever signed. A database that was brought back from an old copy is
//! whole in itself; only something outside can tell that it is old.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Mutex;
use thiserror::Error;

/// The memory could not be read or written. Nothing is signed then.
#[derive(Debug, Error)]
#[error("the file that remembers the signed size cannot be used: {0}")]
pub struct AnchorError(#[from] std::io::Error);

/// Remembers the largest signed size.
pub trait Anchor: Send + Sync {
    /// The largest size ever signed; 0 if none.
    fn signed(&self) -> Result<u64, AnchorError>;
    /// About to sign this size. Durable when it returns.
    fn raise(&self, size: u64) -> Result<(), AnchorError>;
}

/// Remembers nothing, for tests and tools. The witnesses still do.
pub struct NoAnchor;

impl Anchor for NoAnchor {
    fn signed(&self) -> Result<u64, AnchorError> {
        Ok(0)
    }

    fn raise(&self, _size: u64) -> Result<(), AnchorError> {
        Ok(())
    }
}

/// A file with one decimal, beside the key of the log.
pub struct FileAnchor {
    path: PathBuf,
    known: Mutex<Option<u64>>,
}

impl FileAnchor {
    /// The file need not exist yet.
    pub fn new(path: PathBuf) -> Self {
        FileAnchor { path, known: Mutex::new(None) }
    }
}

impl Anchor for FileAnchor {
    fn signed(&self) -> Result<u64, AnchorError> {
        let mut known = self.known.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(size) = *known {
            return Ok(size);
        }
        let size = match fs::read_to_string(&self.path) {
            Ok(text) => text.trim().parse().map_err(|_| std::io::Error::other("it does not hold a number"))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => 0,
            Err(error) => return Err(error.into()),
        };
        *known = Some(size);
        Ok(size)
    }

    fn raise(&self, size: u64) -> Result<(), AnchorError> {
        if self.signed()? >= size {
            return Ok(());
        }
        let partial = self.path.with_extension("part");
        let mut file = fs::File::create(&partial)?;
        writeln!(file, "{size}")?;
        file.sync_all()?;
        fs::rename(&partial, &self.path)?;
        if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::File::open(folder)?.sync_all()?;
        }
        *self.known.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = Some(size);
        Ok(())
    }
}
