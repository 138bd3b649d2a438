//! The zip: dictionaries and version in the root, the region in its folder.

use std::io::{self, Seek, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    plan::Plan,
    prng::SplitMix64,
    tables::{DAY, dictionaries, of_region},
};

const REGION_FOLDER: &str = "99";

/// Writes the archive.
pub(super) fn write(out: impl Write + Seek, plan: &Plan) -> io::Result<()> {
    let mut zip = ZipWriter::new(out);
    // The default time of an entry is 1980-01-01: no clock is read, and the bytes do not change.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(zip::DateTime::default());
    let mut guids = SplitMix64::new(plan.objects.len() as u64);
    let mut put = |name: String, content: &str| -> io::Result<()> {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())
    };
    put("version.txt".to_owned(), &DAY.replace('-', "."))?;
    for (table, xml) in dictionaries() {
        put(file_name(table, &mut guids), &xml)?;
    }
    for (table, xml) in of_region(plan) {
        put(format!("{REGION_FOLDER}/{}", file_name(table, &mut guids)), &xml)?;
    }
    zip.finish()?;
    Ok(())
}

/// `AS_HOUSES_20261001_<guid>.XML`
fn file_name(table: &str, guids: &mut SplitMix64) -> String {
    format!("{table}_{}_{}.XML", DAY.replace('-', ""), guids.guid())
}
