//! What the build script of an engine does.

#[path = "migration.rs"]
mod migration;

use std::path::Path;

/// Writes `schema.rs`, or fails the build with a line for everything that is wrong in the migrations.
pub fn build(engine: &str) {
    println!("cargo::rerun-if-changed=migrations");
    println!("cargo::rerun-if-changed=../storage/schema");
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    match migration::schema(Path::new("migrations"), engine == "sqlite") {
        Ok(code) => std::fs::write(Path::new(&out).join("schema.rs"), code).expect("OUT_DIR can be written"),
        Err(wrong) => wrong.iter().for_each(|line| println!("cargo::error={line}")),
    }
}
