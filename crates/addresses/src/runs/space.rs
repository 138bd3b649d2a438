//! Where rows go that memory does not hold, and how much it holds.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// How file names of runs end.
const ENDING: &str = ".run";

/// A folder for runs, and the bytes that one sorter may hold in memory. Clones share the folder.
#[derive(Clone, Debug)]
pub(crate) struct Space {
    folder: Arc<Path>,
    share: usize,
    next: Arc<AtomicU64>,
}

impl Space {
    pub(crate) fn new(folder: &Path, share: usize) -> Space {
        Space { folder: folder.into(), share, next: Arc::default() }
    }

    /// Bytes that one sorter may hold.
    pub(crate) fn share(&self) -> usize {
        self.share
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A new file, which is removed when it is dropped.
    pub(super) fn scratch(&self) -> io::Result<Scratch> {
        fs::create_dir_all(&self.folder)?;
        let path = self.folder.join(format!("{}{ENDING}", self.next.fetch_add(1, Ordering::Relaxed)));
        let file = File::options().read(true).write(true).create(true).truncate(true).open(&path)?;
        Ok(Scratch { file, path })
    }

    /// Removes runs that an import left behind when it was killed.
    pub(crate) fn clear(&self) -> io::Result<()> {
        let entries = match fs::read_dir(&self.folder) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == &ENDING[1..]) {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }
}

/// A file that lasts as long as this.
#[derive(Debug)]
pub(super) struct Scratch {
    pub(super) file: File,
    path: PathBuf,
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays behind is removed by the next import.
        let _ = fs::remove_file(&self.path);
    }
}
