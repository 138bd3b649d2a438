//! A read-only file as memory.
//!
//! ```
//! let dir = tempfile::tempdir()?;
//! let path = dir.path().join("index");
//! std::fs::write(&path, b"immutable")?;
//! let mapped = doorstep_mapped::Mapped::open(&path)?;
//! assert_eq!(mapped.as_ref(), b"immutable");
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # What the caller promises
//!
//! That the file is never changed in place: whoever wants another version writes another file and renames or unlinks. A mapped file that was
//! unlinked stays readable. A file that is cut shorter while it is mapped ends the program with SIGBUS; no other harm can come
//! of it, because the bytes are only ever read as `u8`.

use std::{fs::File, io, path::Path};

use memmap2::{Mmap, MmapMut};

/// The bytes of a file.
#[derive(Debug)]
pub struct Mapped(Mmap);

impl Mapped {
    /// Maps the whole file for reading.
    ///
    /// # Errors
    /// When the file cannot be opened or mapped; an empty file cannot.
    pub fn open(path: &Path) -> io::Result<Mapped> {
        let file = File::open(path)?;
        if !file.metadata()?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        // SAFETY: the mapping is private and read-only, and this type gives it out as `&[u8]` alone, for which every bit pattern is
        // valid. What remains is that the bytes must not change while a slice of them lives: that is the promise above, which the
        // writers of this workspace keep (`addresses` writes under another name, makes the file read-only, then renames and unlinks).
        #[expect(unsafe_code, reason = "mapping a file is unsafe because another program could change it")]
        let map = unsafe { Mmap::map(&file)? };
        Ok(Mapped(map))
    }

    /// A copy of some bytes that stands for a file.
    ///
    /// # Errors
    /// When there is no memory for it; for no bytes at all.
    pub fn copy(bytes: &[u8]) -> io::Result<Mapped> {
        let mut map = MmapMut::map_anon(bytes.len())?;
        map.copy_from_slice(bytes);
        map.make_read_only().map(Mapped)
    }
}

impl AsRef<[u8]> for Mapped {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_unlinked_stays_readable() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x");
        std::fs::write(&path, vec![7u8; 10_000]).unwrap();
        let mapped = Mapped::open(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert!(mapped.as_ref().iter().all(|byte| *byte == 7));
        assert_eq!(mapped.as_ref(), Mapped::copy(&[7; 10_000]).unwrap().as_ref());
    }

    #[test]
    fn what_is_no_file_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        assert!(Mapped::open(dir.path()).is_err());
        assert!(Mapped::open(&dir.path().join("missing")).is_err());
    }
}
