//! The Danish register: what it believes last and what holds on the day of the extract.

mod common;

use std::fs;

use common::{best, fixture, import_file, register, shared};
use doorstep_addresses::Format;

#[test]
fn what_holds_on_the_day_of_the_extract_is_taken() {
    let (_dir, register) = register(&fixture("dar"));
    let source = register.source();
    assert_eq!((source.format.as_str(), source.version.as_str(), source.count), ("dar", "2015-05-31", 3));
    assert_eq!(best(&register, "aerogade 12a"), "Ærøgade 12A, 9990 Søby Ærø");
    assert_eq!(best(&register, "Ærøgade 13"), "Ærøgade 13, Kragnæs, 9991 Marstal");
    assert_eq!(best(&register, "bygaden 2"), "Bygaden 2, 9990 Søby Ærø");
    for gone in ["00000000-0000-4000-8000-000000000603", "00000000-0000-4000-8000-000000000605", "00000000-0000-4000-8000-000000000606"] {
        assert_eq!(register.get(gone), None, "{gone}");
    }
    let units = register.get("00000000-0000-4000-8000-000000000601").unwrap().units;
    assert_eq!(units, ["1. tv", "2. th", "st."]);
    let skipped = |reason: &str| source.skipped.iter().find(|(said, _)| said.contains(reason)).map(|(_, count)| *count);
    assert_eq!((skipped("not in force"), skipped("access point")), (Some(4), Some(1)));
}

#[test]
fn bad_tables_name_file_and_line() {
    for (name, from, to, said) in [
        ("dar_husnummer.csv", "(13,\\\"\\\")", "thirteen", "line 4: husnummer"),
        ("dar_husnummer.csv", "(13,\\\"\\\")", "(13", "line 4: husnummer"),
        ("dar_husnummer.csv", "virkning", "gyldig", "line 1: there is no column virkning"),
        ("dar_adgangspunkt.csv", "[\\\"2015-01-01 00:00:00+01\\\",)", "2015", "registrering is not a span of time"),
        ("dar_postnr.csv", "(998,\\\"\\\"\\\"\\\")", "998", "not an interval of house numbers"),
    ] {
        let dir = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(fixture("dar")).unwrap().flatten() {
            fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
        }
        let path = dir.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        fs::write(&path, text.replace(from, to)).unwrap();
        let error = import_file(&Format::Dar, dir.path(), &dir.path().join("index")).unwrap_err().to_string();
        assert!(error.contains(name) && error.contains(said), "{error}");
    }
}

#[test]
fn the_real_extract_is_imported() {
    let Some(folder) = shared("dk") else { return };
    let (_dir, register) = register(&folder);
    let source = register.source();
    assert!(source.count > 1_000, "{source:?}");
    assert!(source.version.starts_with("20"), "{source:?}");
}
