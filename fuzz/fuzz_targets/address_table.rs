//! A table of addresses from anybody: imported or refused, never a panic, and what was imported opens.
#![no_main]

use doorstep_addresses::{Format, Register, import};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let (table, index) = (folder.path().join("town.csv"), folder.path().join("index"));
    std::fs::write(&table, bytes).expect("the table is written");
    let Ok(format) = Format::detect(&table) else { return };
    if import(&format, &table, &index, &mut |_| {}).is_ok() {
        let register = Register::open(&index).expect("what was imported opens");
        register.search("1", 7);
    }
});
