//! A state register (GAR) from anybody, whole or a delta: imported or refused, never a panic, and what was imported opens and is whole.
//!
//! The first byte says which table the rest is; the others are small and good. With 255 the rest is the whole zip archive.
#![no_main]

use doorstep_addresses::{Format, Register, import, import_delta};
use libfuzzer_sys::fuzz_target;
use std::io::Write;
use zip::{ZipWriter, write::SimpleFileOptions};

const NOW: &str = "UPDATEDATE=\"2026-09-01\" STARTDATE=\"2014-01-05\" ENDDATE=\"2079-06-06\" ISACTUAL=\"1\" ISACTIVE=\"1\"";
const TABLES: [(&str, &str); 11] = [
    ("AS_ADDR_OBJ_TYPES", "<T><R LEVEL=\"8\" SHORTNAME=\"ул\" NAME=\"Улица\" ISACTIVE=\"true\"/></T>"),
    ("AS_HOUSE_TYPES", "<T><R ID=\"2\" NAME=\"Дом\"/></T>"),
    ("AS_ADDHOUSE_TYPES", "<T><R ID=\"1\" NAME=\"Корпус\"/></T>"),
    ("AS_APARTMENT_TYPES", "<T><R ID=\"2\" NAME=\"Квартира\"/></T>"),
    ("AS_ROOM_TYPES", "<T><R ID=\"1\" NAME=\"Комната\"/></T>"),
    ("77/AS_ADDR_OBJ", "<T><R OBJECTID=\"1\" NAME=\"Порожск\" TYPENAME=\"г\" LEVEL=\"1\" @/><R OBJECTID=\"2\" NAME=\"Садовая\" TYPENAME=\"ул\" LEVEL=\"8\" @/></T>"),
    ("77/AS_HOUSES", "<T><R OBJECTID=\"3\" OBJECTGUID=\"00000000-0000-4000-8000-000000000003\" HOUSENUM=\"5\" HOUSETYPE=\"2\" @/></T>"),
    ("77/AS_APARTMENTS", "<T><R OBJECTID=\"4\" NUMBER=\"7\" APARTTYPE=\"2\" @/></T>"),
    ("77/AS_ROOMS", "<T><R OBJECTID=\"5\" NUMBER=\"1\" ROOMTYPE=\"1\" @/></T>"),
    ("77/AS_ADM_HIERARCHY", "<T><R OBJECTID=\"2\" PARENTOBJID=\"1\" @/><R OBJECTID=\"3\" PARENTOBJID=\"2\" @/><R OBJECTID=\"4\" PARENTOBJID=\"3\" @/></T>"),
    ("77/AS_MUN_HIERARCHY", "<T><R OBJECTID=\"3\" PARENTOBJID=\"2\" @/></T>"),
];

/// The archive of a day, with the rows of one table replaced.
fn archive(day: &str, replaced: Option<(usize, &[u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (at, (name, rows)) in TABLES.iter().enumerate() {
        zip.start_file(format!("{name}_{day}_00000000-0000-4000-8000-000000000001.XML"), options).expect("a file in the archive");
        let rows = rows.replace('@', NOW);
        let content = replaced.filter(|(table, _)| *table == at).map_or(rows.as_bytes(), |(_, bytes)| bytes);
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("the archive").into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let Some((table, rest)) = bytes.split_first() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (file, index) = (folder.path().join("gar.zip"), folder.path().join("index"));
    let write = |content: &[u8]| std::fs::write(&file, content).expect("the archive is written");
    let opens = || {
        let register = Register::open(&index).expect("what was imported opens");
        register.check().expect("and is whole");
        for hit in register.search("sadovaya 5", 7) {
            register.get(&hit.id).expect("a hit is an address");
        }
    };
    if *table == 255 {
        write(rest);
        if import(&Format::Gar, &file, &index, &mut |_| {}).is_ok() {
            opens();
        }
        return;
    }
    let replaced = Some((usize::from(*table) % TABLES.len(), rest));
    write(&archive("20261001", replaced));
    if import(&Format::Gar, &file, &index, &mut |_| {}).is_ok() {
        opens();
    }
    // The same rows as a delta over a good register.
    let index = folder.path().join("base");
    write(&archive("20261001", None));
    import(&Format::Gar, &file, &index, &mut |_| {}).expect("the good archive is imported");
    write(&archive("20261002", replaced));
    let _ = import_delta(&file, Some("2026-10-01"), &index, &mut |_| {});
    let register = Register::open(&index).expect("whatever the delta was, the register opens");
    register.check().expect("and is whole");
    for hit in register.search("sadovaya 5", 7) {
        register.get(&hit.id).expect("a hit is an address");
    }
});
