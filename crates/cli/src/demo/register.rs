//! The demo's address register: the invented town, or a real file.

use super::town;
use crate::addresses::import_with_progress;
use doorstep_addresses::{Format, Register};
use std::path::{Path, PathBuf};

/// The seed of the invented town: the same town every time.
const TOWN: u64 = 2026;

/// Imports the register unless an earlier start did; answers the index directory.
pub fn prepare(dir: &Path, file: Option<&Path>) -> anyhow::Result<PathBuf> {
    let name = file.and_then(Path::file_stem).and_then(|s| s.to_str()).unwrap_or("town");
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let index = dir.join(format!("addresses-{name}"));
    if let Ok(register) = Register::open(&index) {
        println!("Addresses: {} from the start before.", register.source().count);
        return Ok(index);
    }
    let official = match file {
        Some(file) => file.to_owned(),
        None => {
            let archive = dir.join("porozhsk-gar.zip");
            println!("Writing the register of an invented town in the official GAR format…");
            town::write_gar(&archive, TOWN)?;
            archive
        }
    };
    println!("Importing {}…", official.display());
    import_with_progress(&Format::detect(&official)?, &official, &index)?;
    Ok(index)
}
