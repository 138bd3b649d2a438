//! `register.json`: which files of an index directory are the current ones, and where they came from.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::Path,
};

use serde::{Deserialize, Serialize};

use crate::{
    error::{ImportError, OpenError},
    segment::write::SegmentWriter,
    source::Source,
};

/// File name of the manifest.
pub(crate) const FILE: &str = "register.json";
/// Held while an import runs.
const LOCK: &str = "import.lock";
const MAX_BYTES: u64 = 1 << 20;

/// The manifest of an index directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// File name of the segment.
    pub(crate) segment: String,
    /// File name of the overlay with what deltas changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) overlay: Option<String>,
    /// File name of all changes since the segment was built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) journal: Option<String>,
    /// Folder with what a delta needs to know of the rows behind the segment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) rows: Option<String>,
    /// Where it comes from.
    pub(crate) source: Source,
}

impl Manifest {
    /// Reads the manifest of an index.
    pub(crate) fn read(dir: &Path) -> Result<Manifest, OpenError> {
        let path = dir.join(FILE);
        let damaged = |reason: String| OpenError::Damaged { path: path.clone(), reason };
        let size = fs::metadata(&path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => OpenError::Missing(dir.to_owned()),
            _ => OpenError::Read { path: path.clone(), source },
        })?;
        if size.len() > MAX_BYTES {
            return Err(damaged("larger than a manifest can be".into()));
        }
        let bytes = fs::read(&path).map_err(|source| OpenError::Read { path: path.clone(), source })?;
        let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|e| damaged(e.to_string()))?;
        let plain = |name: &str| !name.starts_with('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
        if manifest.names().all(plain) { Ok(manifest) } else { Err(damaged("names a file outside the directory".into())) }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        [Some(&self.segment), self.overlay.as_ref(), self.journal.as_ref(), self.rows.as_ref()].into_iter().flatten().map(String::as_str)
    }

    /// Makes this the current manifest, in one rename, and removes what no manifest names any more.
    pub(crate) fn publish(&self, dir: &Path) -> Result<(), ImportError> {
        let bytes = serde_json::to_vec_pretty(self).map_err(|e| ImportError::bad(FILE, e))?;
        let path = dir.join(FILE);
        write_and_swap(&path, &bytes).map_err(ImportError::io(&path))?;
        let entries = fs::read_dir(dir).map_err(ImportError::io(dir))?;
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let ours = ["segment-", "overlay-", "journal-", "rows-"].iter().any(|start| name.starts_with(start));
            if ours && self.names().all(|known| known != name) {
                // An old file that cannot be removed harms nobody; the next import tries again.
                let _ = if entry.path().is_dir() { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) };
            }
        }
        Ok(())
    }
}

/// Keeps a second import out of the directory until it is dropped.
pub(crate) struct Lock(#[expect(dead_code, reason = "the lock lasts as long as the file is open")] fs::File);

impl Lock {
    pub(crate) fn take(dir: &Path) -> Result<Lock, ImportError> {
        fs::create_dir_all(dir).map_err(ImportError::io(dir))?;
        let path = dir.join(LOCK);
        let file = fs::File::create(&path).map_err(ImportError::io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(fs::TryLockError::WouldBlock) => Err(ImportError::bad(dir.display().to_string(), "another import into it is running")),
            Err(fs::TryLockError::Error(source)) => Err(ImportError::Io { path, source }),
        }
    }
}

/// Writes a segment under a name that tells its content, and makes it read-only: what is mapped is never changed in place.
pub(crate) fn write_segment<T>(
    dir: &Path,
    kind: &str,
    fill: impl FnOnce(&mut SegmentWriter<BufWriter<fs::File>>) -> Result<T, ImportError>,
) -> Result<(String, T), ImportError> {
    let part = dir.join(format!("{kind}.part"));
    let failed = ImportError::io(&part);
    let file = fs::File::create(&part).map_err(ImportError::io(&part))?;
    let mut writer = SegmentWriter::new(BufWriter::with_capacity(1 << 20, file)).map_err(ImportError::io(&part))?;
    let filled = fill(&mut writer)?;
    let finish = || {
        let (file, length, sum) = writer.finish()?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        let mut permissions = file.metadata()?.permissions();
        permissions.set_readonly(true);
        file.set_permissions(permissions)?;
        file.sync_all()?;
        let name = format!("{kind}-{sum:08x}-{length}.dsa");
        fs::rename(&part, dir.join(&name))?;
        fs::File::open(dir)?.sync_all()?;
        Ok(name)
    };
    Ok((finish().map_err(failed)?, filled))
}

/// The file is there whole or not at all, also after a power cut.
pub(crate) fn write_and_swap(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = path.with_extension("part");
    let mut file = fs::File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)?;
    path.parent().map_or(Ok(()), |dir| fs::File::open(dir)?.sync_all())
}
