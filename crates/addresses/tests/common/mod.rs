//! What the tests share: fixtures as archives, imported registers, the shared data when it is there.
#![expect(dead_code, reason = "each test binary uses its own part")]

use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
};

use doorstep_addresses::{Format, ImportError, Imported, Register, import};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A file of `tests/fixtures`.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A file of the shared address data, or `None` with a loud word when it is not on this machine.
pub fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/addresses").join(name);
    if !path.exists() {
        eprintln!("SKIPPED: {} is not on this machine", path.display());
        return None;
    }
    Some(path)
}

/// Imports quietly.
pub fn import_file(format: &Format, file: &Path, into: &Path) -> Result<Imported, ImportError> {
    import(format, file, into, &mut |_| {})
}

/// A register of the file, in a directory that is kept as long as it.
pub fn register(file: &Path) -> (tempfile::TempDir, Register) {
    let dir = tempfile::tempdir().unwrap();
    import_file(&Format::detect(file).unwrap(), file, dir.path()).unwrap();
    let register = Register::open(dir.path()).unwrap();
    (dir, register)
}

/// The text of the best hit, or a dash.
pub fn best(register: &Register, query: &str) -> String {
    register.search(query, 5).first().map_or_else(|| "-".to_owned(), |hit| hit.text.clone())
}

/// The files of the GAR fixture: name in the archive and content.
pub fn gar_files() -> Vec<(String, Vec<u8>)> {
    let root = fixture("gar");
    let mut files = Vec::new();
    for folder in ["", "77"] {
        for entry in fs::read_dir(root.join(folder)).unwrap().flatten() {
            if entry.file_type().unwrap().is_file() {
                let name = entry.file_name().into_string().unwrap();
                let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                files.push((name, fs::read(entry.path()).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// Zips files.
pub fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
