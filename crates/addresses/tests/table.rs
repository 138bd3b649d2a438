//! Tables: keys, fallback keys, second addresses, bad files.

mod common;

use std::fs;

use common::{best, fixture, import_file, register, shared};
use doorstep_addresses::{Format, Register};

#[test]
fn the_guid_is_the_key_and_the_id_where_there_is_none() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    let id = |query: &str| register.search(query, 1)[0].id.clone();
    assert_eq!(id("профсоюзная 12 к 2"), "5d000166-0bfa-469a-907b-c6a5d22b3243");
    assert_eq!(id("профсоюзная 120"), "4");
    assert_eq!(id("большая академическая 6 к1"), "5");
    assert_eq!(register.get("7").unwrap().text, "г. Столичный, линия. 9-я, д. 78, лит. А");
    assert_eq!(register.get("nothing"), None);
}

#[test]
fn the_second_address_of_a_corner_house_leads_to_the_first() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    let hits = register.search("Каменный пер. 12/7", 5);
    assert_eq!((hits[0].id.as_str(), hits[0].text.as_str()), ("6", "г. Столичный, пр-кт. Мира, д. 7/12"));
    assert_eq!(hits[0].alias.as_deref(), Some("г. Столичный, пер. Каменный, д. 12/7"));
    let hits = register.search("Мира 7/12", 5);
    assert_eq!((hits[0].id.as_str(), hits[0].alias.as_deref()), ("6", None));
}

#[test]
fn what_was_left_out_is_told() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    let skipped: Vec<&str> = register.source().skipped.iter().map(|(reason, _)| reason.as_str()).collect();
    assert!(skipped.contains(&"no house number in the text"));
    assert!(skipped.contains(&"the key or the text is empty"));
    assert_eq!(register.source().count, 20);
}

#[test]
fn columns_can_be_named() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("x.csv");
    fs::write(&file, "\u{feff}код;адрес\n1;\"г. Ясный, ул. \"\"Мир\"\", д. 5\"\n").unwrap();
    let format = |text: &str| Format::Csv { id_column: "код".into(), fallback_id_column: None, text_column: text.into() };
    import_file(&format("адрес"), &file, dir.path()).unwrap();
    assert_eq!(best(&Register::open(dir.path()).unwrap(), "мир 5"), "г. Ясный, ул. \"Мир\", д. 5");
    let error = import_file(&format("address"), &file, dir.path()).unwrap_err().to_string();
    assert!(error.contains("line 1: there is no column address"), "{error}");
}

#[test]
fn bad_tables_name_the_line() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("x.csv");
    let error = |content: &[u8]| {
        fs::write(&file, content).unwrap();
        import_file(&Format::detect(&file).unwrap(), &file, dir.path()).unwrap_err().to_string()
    };
    assert!(error(b"id,address\n1,\"a, d. 5\"\n2,\xff\xfe\n").contains("line 3"));
    assert!(error(b"id,address\n").contains("no address found"));
    let endless = format!("id,address\n1,\"{}", "x".repeat(3 << 20));
    assert!(error(endless.as_bytes()).contains("longer than 1 MiB"));
}

#[test]
fn a_directory_without_an_index_says_so() {
    let dir = tempfile::tempdir().unwrap();
    assert!(Register::open(dir.path()).unwrap_err().to_string().contains("import one first"));
    fs::write(dir.path().join("register.json"), "{\"segment\":\"../../etc/passwd\"}").unwrap();
    assert!(Register::open(dir.path()).is_err());
}

#[test]
fn a_damaged_index_is_not_opened() {
    let (dir, register) = register(&fixture("csv/register.csv"));
    let segment = fs::read_dir(dir.path())
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|e| e == "dsa"))
        .unwrap();
    let mut bytes = fs::read(&segment).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&segment, bytes).unwrap();
    assert!(Register::open(dir.path()).unwrap_err().to_string().contains("damaged"));
    assert_eq!(best(&register, "мира 7"), "г. Столичный, пр-кт. Мира, д. 7/12", "an opened register is not disturbed");
}

#[test]
fn the_real_moscow_is_imported() {
    let Some(file) = shared("ru/moscow.csv") else { return };
    let (_dir, register) = register(&file);
    assert!(register.source().count > 32_500, "{:?}", register.source());
    for query in ["profsoyuznaya 15", "Профсаюзная 15", "ghjacj.pyfz 15", "Профсоюзная, д.15"] {
        assert_eq!(best(&register, query), "г. Москва, ул. Профсоюзная, д. 15", "{query}");
    }
}
