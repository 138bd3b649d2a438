//! The Russian state address register (ГАР): one zip, dictionaries in the root, one folder per region.
//!
//! Formats: the XSDs `AS_*_2_251_*_04_01_01` of the Federal Tax Service. Only tables that addresses need are read, one
//! region at a time; a row counts when it is current on the date of the archive.

mod archive;
mod entities;
mod hierarchy;
mod objects;
mod region;
mod rows;
mod types;

use std::path::Path;

use super::{Collected, Progress};
use crate::error::ImportError;
use archive::Archive;

pub(super) fn read(path: &Path, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<(), ImportError> {
    let mut archive = Archive::open(path)?;
    out.version = archive.date().to_owned();
    let types = types::Types::read(&mut archive, progress)?;
    for region in archive.regions() {
        region::read(&mut archive, &region, &types, out, progress)?;
    }
    Ok(())
}
