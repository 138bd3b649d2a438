//! OpenAddresses, as lines and as a table.

mod common;

use std::fs;

use common::{best, fixture, import_file, register};
use doorstep_addresses::Format;

#[test]
fn lines_become_addresses_with_their_dwellings() {
    let (_dir, register) = register(&fixture("openaddresses/kyrgyz.geojson"));
    assert_eq!(register.source().format, "openaddresses");
    assert_eq!(register.source().count, 3);
    assert_eq!(best(&register, "toktogula 12"), "720001 Бишкек, улица Токтогула, 12");
    let hit = &register.search("Токтогула 14/2", 1)[0];
    assert_eq!(hit.id, "a1b2c3d4e5f60719", "the hash is the key where there is no id");
    assert_eq!(register.get(&hit.id).unwrap().units, ["2", "10"]);
    assert_eq!(register.search("чуй 5", 1)[0].id, "KG-77");
    let skipped = |reason: &str| register.source().skipped.iter().find(|(said, _)| said.contains(reason)).map(|(_, count)| *count);
    assert_eq!((skipped("no house number"), skipped("neither id nor hash")), (Some(1), Some(1)));
}

#[test]
fn the_older_table_is_known_by_its_columns() {
    let file = fixture("openaddresses/liechtenstein.csv");
    assert_eq!(Format::detect(&file).unwrap(), Format::OpenAddresses);
    let (_dir, register) = register(&file);
    assert_eq!(best(&register, "landstr 33a schaan"), "Landstrasse 33a, 9494 Schaan");
    assert_eq!(register.search("Landstrasse 33, Schaan", 1)[0].id, "77001");
}

#[test]
fn bad_files_name_the_line() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("x.geojson");
    let good = "{\"type\":\"Feature\",\"properties\":{\"hash\":\"1\",\"number\":\"1\",\"street\":\"A\"}}\n";
    for (bad, said) in [
        (format!("{good}{{\"type\":\"Feature\""), "line 2"),
        (format!("{good}{good}{{\"type\":\"Feature\"}}\n"), "line 3: a feature without properties"),
        (format!("{good}{{\"properties\":{}", "[".repeat(5000)), "line 2"),
        (format!("{good}{{\"properties\":\"{}\"}}", "x".repeat(3 << 20)), "longer than 1 MiB"),
        ("{}".to_owned(), "line 1"),
    ] {
        fs::write(&file, bad).unwrap();
        let error = import_file(&Format::detect(&file).unwrap(), &file, &dir.path().join("index")).unwrap_err().to_string();
        assert!(error.contains("x.geojson") && error.contains(said), "{error}");
    }
    fs::write(&file, [good.as_bytes(), b"{\"properties\":{\"hash\":\"\xff\"}}"].concat()).unwrap();
    let error = import_file(&Format::OpenAddresses, &file, dir.path()).unwrap_err().to_string();
    assert!(error.contains("line 2"), "{error}");
    fs::write(&file, "NUMBER,HASH\n1,2\n").unwrap();
    let error = import_file(&Format::OpenAddresses, &file, dir.path()).unwrap_err().to_string();
    assert!(error.contains("no column STREET"), "{error}");
}
