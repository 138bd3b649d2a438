//! OpenStreetMap extracts.

mod common;

use common::{best, import_file, register, shared};
use doorstep_addresses::Format;

#[test]
fn liechtenstein_is_found_by_street_and_number() {
    let Some(file) = shared("li/liechtenstein.osm.pbf") else { return };
    let (_dir, register) = register(&file);
    let source = register.source();
    assert!(source.count > 8_000, "{source:?}");
    assert_eq!(source.format, "osm-pbf");
    let hit = &register.search("Landstrasse 33 Vaduz", 5)[0];
    assert!(hit.text.starts_with("Landstrasse 33"), "{}", hit.text);
    assert_eq!(register.get(&hit.id).unwrap().text, hit.text);
    assert!(["node/", "way/", "relation/"].iter().any(|kind| hit.id.starts_with(kind)));
    assert!(best(&register, "landstr. 33, vaduz").starts_with("Landstrasse 33"));
}

#[test]
fn a_cut_file_is_an_error_with_its_place() {
    let Some(file) = shared("li/liechtenstein.osm.pbf") else { return };
    let dir = tempfile::tempdir().unwrap();
    let cut = dir.path().join("cut.osm.pbf");
    let bytes = std::fs::read(file).unwrap();
    for length in [1000, bytes.len() / 2] {
        std::fs::write(&cut, &bytes[..length]).unwrap();
        let error = import_file(&Format::OsmPbf, &cut, dir.path()).unwrap_err().to_string();
        assert!(error.contains("cut.osm.pbf, byte"), "{error}");
    }
}
