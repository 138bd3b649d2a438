//! `register.json`: which segment file is the current one, and where it came from.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use serde::{Deserialize, Serialize};

use crate::{
    error::{ImportError, OpenError},
    segment::write::Sections,
    source::Source,
};

/// File name of the manifest.
pub(crate) const FILE: &str = "register.json";
const MAX_BYTES: u64 = 1 << 20;

/// The manifest of an index directory.
#[derive(Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// File name of the segment.
    pub(crate) segment: String,
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
        let plain = manifest.segment.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
        if plain { Ok(manifest) } else { Err(damaged("names a segment outside the directory".into())) }
    }
}

/// Writes a segment and then, in one rename, makes it the current one. Older segments are removed last.
pub(crate) fn publish(dir: &Path, sections: &Sections, source: Source) -> Result<(), ImportError> {
    fs::create_dir_all(dir).map_err(ImportError::io(dir))?;
    let mut bytes = Vec::new();
    sections.write(&mut bytes).map_err(ImportError::io(dir))?;
    let segment = format!("segment-{:08x}-{}.dsa", crc32fast::hash(&bytes), bytes.len());
    let path = dir.join(&segment);
    write_and_swap(&path, &bytes).map_err(ImportError::io(&path))?;
    let manifest = serde_json::to_vec_pretty(&Manifest { segment: segment.clone(), source }).map_err(|e| ImportError::bad(FILE, e))?;
    let path = dir.join(FILE);
    write_and_swap(&path, &manifest).map_err(ImportError::io(&path))?;
    let entries = fs::read_dir(dir).map_err(ImportError::io(dir))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        let old = name.to_str().is_some_and(|n| n.starts_with("segment-") && n.ends_with(".dsa") && n != segment);
        if old {
            // An old segment that cannot be removed harms nobody; the next import tries again.
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// The file is there whole or not at all, also after a power cut.
fn write_and_swap(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = path.with_extension("part");
    let mut file = fs::File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)?;
    path.parent().map_or(Ok(()), |dir| fs::File::open(dir)?.sync_all())
}
