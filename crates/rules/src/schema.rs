//! The published JSON Schemas are made from the forms that the parsers read, and a test holds that they agree.

use std::{fs, path::PathBuf};

use schemars::{JsonSchema, generate::SchemaSettings};

use crate::{calendar::CalendarFile, pack::PackFile};

fn schema<T: JsonSchema>(title: &str) -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    let mut schema = schema.to_value();
    // Other crates of a build decide whether serde_json keeps the order of insertion.
    schema.sort_all_objects();
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
    let mut drifted = Vec::new();
    for (path, schema) in published() {
        if fs::read_to_string(&path).unwrap_or_default() != schema {
            fs::write(&path, schema).unwrap();
            drifted.push(path);
        }
    }
    assert!(drifted.is_empty(), "{drifted:?} were out of date; they are written anew, commit them");
}

/// Every key and every word that a document may hold is on the reference page.
#[test]
fn the_reference_page_names_every_key() {
    let page = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../rulepacks/README.md")).unwrap();
    let mut missing = Vec::new();
    for (_, schema) in published() {
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        for word in words(&schema) {
            if !page.contains(&format!("`{word}`")) {
                missing.push(word);
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new(), "rulepacks/README.md does not say what these are");
}

/// The names of properties, and the values of enumerations.
fn words(schema: &serde_json::Value) -> Vec<String> {
    let mut found = Vec::new();
    match schema {
        serde_json::Value::Object(of) => {
            if let Some(properties) = of.get("properties").and_then(|p| p.as_object()) {
                found.extend(properties.keys().cloned());
            }
            found.extend(of.get("const").and_then(|c| c.as_str()).map(str::to_owned));
            if let Some(values) = of.get("enum").and_then(|e| e.as_array()) {
                found.extend(values.iter().filter_map(|v| v.as_str()).map(str::to_owned));
            }
            found.extend(of.values().flat_map(words));
        }
        serde_json::Value::Array(items) => found.extend(items.iter().flat_map(words)),
        _ => {}
    }
    found.sort();
    found.dedup();
    found
}
