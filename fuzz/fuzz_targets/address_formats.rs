//! OpenAddresses lines, a Danish table and an OpenStreetMap extract from anybody: imported or refused, never a panic.
#![no_main]

use doorstep_addresses::{Format, Register, import};
use libfuzzer_sys::fuzz_target;

const SPAN: &str = "\"[\\\"2015-01-01 00:00:00+01\\\",)\"";

/// The good tables of the Danish register.
fn dar() -> [(&'static str, String); 4] {
    [
        ("dar_vejnavn", format!("vejkode;kommunekode;registrering;navn;ophoerttimestamp\n10;900;{SPAN};Bygaden;\n")),
        ("dar_adgangspunkt", format!("id;statuskode;registrering;virkning;kommunenummer\n5;1;{SPAN};{SPAN};900\n")),
        ("dar_husnummer", format!("id;bkid;adgangspunktid;statuskode;registrering;virkning;vejkode;husnummer\n6;u;5;1;{SPAN};{SPAN};10;\"(12,A)\"\n")),
        ("dar_postnr", format!("kommunekode;vejkode;registrering;husnrinterval;side;postdistriktnummer;ophoerttimestamp\n900;10;{SPAN};\"(,)\";L;9990;\n")),
    ]
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let index = folder.path().join("index");
    let (format, file) = match kind % 6 {
        0 => (Format::OpenAddresses, folder.path().join("a.geojson")),
        1 => (Format::OsmPbf, folder.path().join("a.osm.pbf")),
        table => {
            for (at, (name, good)) in dar().into_iter().enumerate() {
                let content = if at == usize::from(table) - 2 { rest } else { good.as_bytes() };
                std::fs::write(folder.path().join(format!("{name}.csv")), content).expect("a table is written");
            }
            (Format::Dar, folder.path().to_owned())
        }
    };
    if kind % 6 < 2 {
        std::fs::write(&file, rest).expect("the file is written");
    }
    if import(&format, &file, &index, &mut |_| {}).is_ok() {
        let register = Register::open(&index).expect("what was imported opens");
        for hit in register.search("1", 7) {
            register.get(&hit.id).expect("a hit is an address");
        }
    }
});
