//! The Russian state register: what is taken, what is left out and said, and how bad archives fail.

mod common;

use std::{fs, path::Path};

use common::{best, gar_files, import_file, zipped};
use doorstep_addresses::{Format, Register};

const BLOCK_2: &str = "0000012e-0000-4000-8000-00000000012e";

/// Imports the fixture after `change`; the error as text, or the register.
fn imported(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Result<Register, String> {
    let dir = tempfile::tempdir().unwrap();
    import_changed(change, dir.path())?;
    Ok(Register::open(&dir.path().join("index")).unwrap())
}

fn import_changed(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>), dir: &Path) -> Result<(), String> {
    let mut files = gar_files();
    change(&mut files);
    let archive = dir.join("gar.zip");
    fs::write(&archive, zipped(&files)).unwrap();
    import_file(&Format::Gar, &archive, &dir.join("index")).map(|_| ()).map_err(|e| e.to_string())
}

fn replace(files: &mut [(String, Vec<u8>)], table: &str, from: &str, to: &str) {
    let (_, content) = files.iter_mut().find(|(name, _)| name.contains(&format!("{table}_2026"))).unwrap();
    let text = String::from_utf8(content.clone()).unwrap();
    assert!(text.contains(from), "{table} has no {from}");
    *content = text.replace(from, to).into_bytes();
}

#[test]
fn current_houses_are_taken_with_their_official_text() {
    let register = imported(|_| {}).unwrap();
    let address = register.get(BLOCK_2).unwrap();
    assert_eq!(address.text, "город Столичный, улица Профсоюзная, дом 12, корпус 2, строение 3");
    assert_eq!(best(&register, "бл и дальний корп 1204"), "город Столичный, поселок Ближний & Дальний, корпус 1204");
    assert_eq!(register.source().version, "2026-10-01");
    assert_eq!(register.source().count, 6);
}

#[test]
fn flats_and_rooms_come_in_natural_order() {
    let register = imported(|_| {}).unwrap();
    assert_eq!(register.get(BLOCK_2).unwrap().units, ["2", "2, комната 1", "10", "комната 2"]);
}

#[test]
fn what_was_left_out_is_told() {
    let register = imported(|_| {}).unwrap();
    let skipped = |reason: &str| register.source().skipped.iter().find(|(said, _)| said.contains(reason)).map_or(0, |(_, count)| *count);
    assert_eq!(skipped("not in force"), 3);
    assert_eq!(skipped("without any number"), 1);
    assert_eq!(skipped("without a street or place"), 1);
    assert_eq!(skipped("nobody lives in"), 1);
    assert_eq!(skipped("unit without its house"), 1);
}

#[test]
fn the_municipal_wording_finds_the_house_too() {
    let register = imported(|_| {}).unwrap();
    assert!(best(&register, "Северный, Профсоюзная 12").ends_with("Профсоюзная, дом 12"));
}

#[test]
fn a_former_name_leads_to_the_street_of_today() {
    let register = imported(|_| {}).unwrap();
    let hit = &register.search("kirpichnaya 12 k2 s3", 5)[0];
    assert_eq!((hit.id.as_str(), hit.text.as_str()), (BLOCK_2, "город Столичный, улица Профсоюзная, дом 12, корпус 2, строение 3"));
    assert_eq!(hit.alias.as_deref(), Some("город Столичный, улица Кирпичная, дом 12, корпус 2, строение 3"));
    assert_eq!(register.get(BLOCK_2).unwrap().aliases, ["город Столичный, улица Кирпичная, дом 12, корпус 2, строение 3"]);
}

#[test]
fn a_path_serves_when_the_parent_is_missing() {
    let register = imported(|_| {}).unwrap();
    assert_eq!(best(&register, "проспект мира 7"), "город Столичный, проспект Мира, дом 7/12");
}

#[test]
fn bad_archives_name_file_and_reason_and_leave_the_register_as_it_was() {
    type Change = fn(&mut Vec<(String, Vec<u8>)>);
    let cases: [(&str, Change, &[&str]); 9] = [
        (
            "missing dictionary",
            |files| files.retain(|(name, _)| !name.contains("AS_ADDHOUSE_TYPES")),
            &["gar.zip, root folder", "AS_ADDHOUSE_TYPES is missing"],
        ),
        (
            "unknown table",
            |files| files.push(("77/AS_CASTLES_20261001_00000000-0000-4000-8000-000000000001.XML".into(), vec![])),
            &["gar.zip, 77/AS_CASTLES", "unknown table"],
        ),
        (
            "wrong encoding",
            |files| replace(files, "AS_HOUSES", "encoding=\"utf-8\"", "encoding=\"windows-1251\""),
            &["77/AS_HOUSES", "byte 0", "windows-1251"],
        ),
        (
            "bytes that are not UTF-8",
            |files| {
                let (_, content) = files.iter_mut().find(|(name, _)| name.contains("AS_ADDR_OBJ_2026")).unwrap();
                let at = content.windows(4).position(|four| four == b"NAME").unwrap() + 6;
                content[at] = 0xff;
            },
            &["AS_ADDR_OBJ", "byte"],
        ),
        (
            "cyclic hierarchy",
            |files| replace(files, "AS_ADM_HIERARCHY", "OBJECTID=\"100\" PARENTOBJID=\"0\"", "OBJECTID=\"100\" PARENTOBJID=\"200\""),
            &["gar.zip, 77: улица Профсоюзная", "cyclic"],
        ),
        (
            "billion laughs",
            |files| {
                let deeper: String = (1..10).map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10))).collect();
                let bomb = format!("<!DOCTYPE h [<!ENTITY l0 \"ha\">{deeper}]><HOUSES>");
                replace(files, "AS_HOUSES", "<HOUSES>", &bomb);
                replace(files, "AS_HOUSES", "HOUSENUM=\"12\"", "HOUSENUM=\"&l9;\"");
            },
            &["77/AS_HOUSES", "byte", "document type"],
        ),
        (
            "an entity that nobody declared",
            |files| replace(files, "AS_HOUSES", "HOUSENUM=\"12\"", "HOUSENUM=\"&l9;\""),
            &["77/AS_HOUSES", "byte", "l9"],
        ),
        ("a table cut off", |files| replace(files, "AS_ROOMS", "</ROOMS>", ""), &["77/AS_ROOMS", "ends in the middle"]),
        (
            "a row of two megabytes",
            |files| replace(files, "AS_ROOMS", "NUMBER=\"1\"", &format!("NUMBER=\"{}\"", "1".repeat(2 << 20))),
            &["77/AS_ROOMS", "longer than 1 MiB"],
        ),
    ];
    let dir = tempfile::tempdir().unwrap();
    import_changed(|_| {}, dir.path()).unwrap();
    let running = Register::open(&dir.path().join("index")).unwrap();
    for (what, change, said) in cases {
        let error = import_changed(change, dir.path()).expect_err(what);
        for word in said {
            assert!(error.contains(word), "{what}: {error}");
        }
        let after = Register::open(&dir.path().join("index")).unwrap();
        assert_eq!((after.source(), after.check().is_ok()), (running.source(), true), "{what}");
        assert_eq!(best(&after, "мира 7/12"), best(&running, "мира 7/12"), "{what}");
    }
}

#[test]
fn a_truncated_archive_leaves_the_register_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let (archive, index) = (dir.path().join("gar.zip"), dir.path().join("index"));
    let bytes = zipped(&gar_files());
    fs::write(&archive, &bytes).unwrap();
    import_file(&Format::Gar, &archive, &index).unwrap();
    let before = Register::open(&index).unwrap();
    for length in [0, 10, bytes.len() / 2, bytes.len() - 30] {
        fs::write(&archive, &bytes[..length]).unwrap();
        let error = import_file(&Format::Gar, &archive, &index).unwrap_err().to_string();
        assert!(error.contains(&format!("gar.zip, byte {length}: it ends here")), "{error}");
    }
    let after = Register::open(&index).unwrap();
    assert_eq!(before.source(), after.source());
    assert_eq!(best(&after, "мира 7/12"), best(&before, "мира 7/12"));
}

#[test]
fn an_archive_of_something_else_is_refused() {
    let error = imported(|files| *files = vec![("letter.txt".into(), b"hello".to_vec())]).unwrap_err();
    assert!(error.contains("not a GAR archive"), "{error}");
}
