//! OpenStreetMap extracts.

mod common;

use common::{best, import_file, register, shared};
use doorstep_addresses::{Format, Register};

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

/// A field of a protocol buffer.
fn field(number: u8, bytes: &[u8]) -> Vec<u8> {
    [&[number << 3 | 2][..], &varint(bytes.len() as u64), bytes].concat()
}

fn number(number: u8, value: u64) -> Vec<u8> {
    [vec![number << 3], varint(value)].concat()
}

fn varint(mut value: u64) -> Vec<u8> {
    let mut out = Vec::new();
    while value > 127 {
        out.push(value as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
    out
}

/// A file block: the length of its head, the head, the blob.
fn block(kind: &str, blob: &[u8]) -> Vec<u8> {
    let head = [field(1, kind.as_bytes()), number(3, blob.len() as u64)].concat();
    [&(head.len() as u32).to_be_bytes()[..], &head, blob].concat()
}

fn plain(bytes: &[u8]) -> Vec<u8> {
    [field(1, bytes), number(2, bytes.len() as u64)].concat()
}

/// A node with tags, as places in the table of texts.
fn data(texts: &[&str], keys: &[u8], values: &[u8]) -> Vec<u8> {
    let table: Vec<u8> = texts.iter().flat_map(|text| field(1, text.as_bytes())).collect();
    let node = [number(1, 14), field(2, keys), field(3, values), number(8, 0), number(9, 0)].concat();
    [field(1, &table), field(2, &field(1, &node))].concat()
}

const TEXTS: [&str; 7] = ["", "addr:housenumber", "12a", "addr:street", "Städtle", "addr:city", "Vaduz"];

fn extract(blob: &[u8]) -> Vec<u8> {
    let head = [field(4, b"OsmSchema-V0.6"), field(4, b"DenseNodes")].concat();
    [block("OSMHeader", &plain(&head)), block("OSMData", blob)].concat()
}

#[test]
fn bad_extracts_name_the_file_and_leave_the_register_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let (file, index) = (dir.path().join("x.osm.pbf"), dir.path().join("index"));
    let good = extract(&plain(&data(&TEXTS, &[1, 3, 5], &[2, 4, 6])));
    let first = good.windows(7).position(|seven| seven == b"OSMData").unwrap() - 6;
    std::fs::write(&file, &good).unwrap();
    import_file(&Format::OsmPbf, &file, &index).unwrap();
    let running = Register::open(&index).unwrap();
    assert_eq!(running.get("node/7").unwrap().text, "Städtle 12a, Vaduz");

    let zlib = |bytes: &[u8]| extract(&[field(3, bytes), number(2, 400)].concat());
    let mut cases = vec![
        ("a head of two gigabytes", [&good[..], &[0x7f, 0xff, 0xff, 0xff, 1]].concat(), "x.osm.pbf, byte"),
        ("a blob longer than the file", [&good[..], &block("OSMData", &plain(b"x"))[..12]].concat(), "x.osm.pbf, byte"),
        ("compressed nonsense", zlib(b"this was never deflated"), "x.osm.pbf, byte"),
        ("a block of nonsense", extract(&plain(&[0xff; 40])), "x.osm.pbf, byte"),
        ("texts that the table does not have", extract(&plain(&data(&TEXTS, &[90, 91], &[92, 93]))), "x.osm.pbf"),
        ("a kind of block that nobody knows", block("OSMCastle", &plain(b"x")), "x.osm.pbf"),
        ("not an extract", b"<osm version=\"0.6\"></osm>".to_vec(), "x.osm.pbf, byte"),
        ("nothing", Vec::new(), "x.osm.pbf"),
    ];
    for cut in 1..good.len() {
        // Where one block ends and the next would begin, nothing is missing but every address.
        cases.push(("cut off", good[..cut].to_vec(), if cut == first { "no address" } else { "x.osm.pbf, byte" }));
    }
    for (what, bytes, place) in cases {
        std::fs::write(&file, bytes).unwrap();
        let error = import_file(&Format::OsmPbf, &file, &index).expect_err(what).to_string();
        assert!(error.contains(place), "{what}: {error}");
        let after = Register::open(&index).unwrap();
        assert_eq!((after.source(), after.check().is_ok()), (running.source(), true), "{what}");
    }
}
