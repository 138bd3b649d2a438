//! The published JSON Schemas are made from the forms that the parsers read, and a test holds that they agree.

use std::{fs, path::PathBuf};

use schemars::{JsonSchema, generate::SchemaSettings};

use crate::{calendar::CalendarFile, pack::PackFile};

fn schema<T: JsonSchema>(title: &str) -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    text
}

fn published() -> [(PathBuf, String); 2] {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../rulepacks");
    [
        (folder.join("schema.json"), schema::<PackFile>("Doorstep rule pack")),
        (folder.join("calendars/schema.json"), schema::<CalendarFile>("Doorstep calendar")),
    ]
}

#[test]
fn the_published_schemas_are_the_forms() {
    for (path, schema) in published() {
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == schema, "{} drifted: run `cargo test -p doorstep-rules write_schemas -- --ignored`", path.display());
    }
}

#[test]
#[ignore = "writes the schemas that the other test reads"]
fn write_schemas() {
    for (path, schema) in published() {
        fs::write(path, schema).unwrap();
    }
}
