//! Deltas of the state register: applied by object, in order, over an index that stays as it is.

mod common;

use std::{fs, path::PathBuf};

use common::{best, gar_files, import_file, zipped};
use doorstep_addresses::{Format, ImportError, Register, import_delta};

const BLOCK_2: &str = "0000012e-0000-4000-8000-00000000012e";
const CORNER: &str = "0000012f-0000-4000-8000-00000000012f";
const NEW: &str = "00000140-0000-4000-8000-000000000140";

/// An index of the fixture, of 2026-10-01, in a directory of its own.
struct Place {
    dir: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        let place = Place { dir: tempfile::tempdir().unwrap() };
        let archive = place.dir.path().join("gar.zip");
        fs::write(&archive, zipped(&gar_files())).unwrap();
        import_file(&Format::Gar, &archive, &place.index()).unwrap();
        place
    }

    fn index(&self) -> PathBuf {
        self.dir.path().join("index")
    }

    fn open(&self) -> Register {
        let register = Register::open(&self.index()).unwrap();
        register.check().unwrap();
        register
    }

    /// Applies a delta of a day with these rows: table, attributes.
    fn apply(&self, day: &str, follows: Option<&str>, rows: &[(&str, &str)]) -> Result<Register, ImportError> {
        let mut tables: Vec<&str> = rows.iter().map(|(table, _)| *table).collect();
        tables.sort_unstable();
        tables.dedup();
        let compact = day.replace('-', "");
        let file = |table: &&str| {
            let of = rows.iter().filter(|(of, _)| of == table);
            let body: String = of
                .map(|(_, attributes)| {
                    let dates = if attributes.contains("ENDDATE") { "" } else { "ENDDATE=\"2079-06-06\"" };
                    format!("<R {attributes} UPDATEDATE=\"{day}\" STARTDATE=\"{day}\" {dates}/>\n")
                })
                .collect();
            (format!("77/{table}_{compact}_00000000-0000-4000-8000-000000000001.XML"), format!("<T>{body}</T>").into_bytes())
        };
        let archive = self.dir.path().join("delta.zip");
        fs::write(&archive, zipped(&tables.iter().map(file).collect::<Vec<_>>())).unwrap();
        import_delta(&archive, follows, &self.index(), &mut |_| {})?;
        Ok(self.open())
    }
}

const NOW: &str = "ISACTUAL=\"1\" ISACTIVE=\"1\"";
const CLOSED: &str = "ISACTUAL=\"1\" ISACTIVE=\"0\"";

#[test]
fn a_new_house_is_found_and_a_closed_one_is_not() {
    let place = Place::new();
    let before = place.open().source().count;
    let house = format!("OBJECTID=\"320\" OBJECTGUID=\"{NEW}\" HOUSENUM=\"99\" HOUSETYPE=\"2\" {NOW}");
    let closed = format!("OBJECTID=\"303\" OBJECTGUID=\"{CORNER}\" HOUSENUM=\"7/12\" HOUSETYPE=\"2\" {CLOSED}");
    let flat = format!("OBJECTID=\"420\" NUMBER=\"5\" APARTTYPE=\"2\" {NOW}");
    let rows = [
        ("AS_HOUSES", house.as_str()),
        ("AS_HOUSES", &closed),
        ("AS_ADM_HIERARCHY", "OBJECTID=\"320\" PARENTOBJID=\"200\" ISACTIVE=\"1\""),
        ("AS_APARTMENTS", &flat),
        ("AS_ADM_HIERARCHY", "OBJECTID=\"420\" PARENTOBJID=\"320\" ISACTIVE=\"1\""),
    ];
    let register = place.apply("2026-10-02", None, &rows).unwrap();
    assert_eq!(best(&register, "профсоюзная 99"), "город Столичный, улица Профсоюзная, дом 99");
    assert_eq!(register.get(NEW).unwrap().units, ["5"]);
    assert_eq!(register.get(CORNER), None);
    assert!(!register.search("мира 7/12", 5).iter().any(|hit| hit.id == CORNER));
    assert_eq!(register.source().count, before, "one came and one went");
    assert_eq!((register.source().version.as_str(), &register.source().deltas[..]), ("2026-10-02", &["2026-10-02".to_owned()][..]));
    assert_eq!(best(&register, "профсоюзная 12"), "город Столичный, улица Профсоюзная, дом 12", "what did not change is still there");
}

#[test]
fn a_renamed_street_takes_its_houses_along_and_is_found_by_both_names() {
    let place = Place::new();
    let renamed = format!("OBJECTID=\"200\" NAME=\"Победы\" TYPENAME=\"ул\" LEVEL=\"8\" {NOW}");
    let register = place.apply("2026-10-02", None, &[("AS_ADDR_OBJ", &renamed)]).unwrap();
    assert_eq!(register.get(BLOCK_2).unwrap().text, "город Столичный, улица Победы, дом 12, корпус 2, строение 3");
    assert_eq!(register.get(BLOCK_2).unwrap().units, ["2", "2, комната 1", "10", "комната 2"]);
    let hits = register.search("profsoyuznaya 12 k2", 5);
    assert_eq!(hits[0].id, BLOCK_2);
    assert_eq!(hits[0].alias.as_deref(), Some("город Столичный, улица Профсоюзная, дом 12, корпус 2, строение 3"));
    assert_eq!(hits.iter().filter(|hit| hit.id == BLOCK_2).count(), 1);
    let hits = register.search("победы 12 к2", 5);
    assert_eq!((hits[0].id.as_str(), hits[0].alias.as_deref()), (BLOCK_2, None));
}

#[test]
fn dwellings_change_with_their_house() {
    let place = Place::new();
    let new = format!("OBJECTID=\"430\" NUMBER=\"11\" APARTTYPE=\"2\" {NOW}");
    let rows = [("AS_APARTMENTS", new.as_str()), ("AS_ADM_HIERARCHY", "OBJECTID=\"430\" PARENTOBJID=\"302\" ISACTIVE=\"1\"")];
    let register = place.apply("2026-10-02", None, &rows).unwrap();
    assert_eq!(register.get(BLOCK_2).unwrap().units, ["2", "2, комната 1", "10", "11", "комната 2"]);
    let gone = format!("OBJECTID=\"430\" NUMBER=\"11\" APARTTYPE=\"2\" {CLOSED}");
    let register = place.apply("2026-10-03", None, &[("AS_APARTMENTS", &gone)]).unwrap();
    assert_eq!(register.get(BLOCK_2).unwrap().units, ["2", "2, комната 1", "10", "комната 2"]);
}

#[test]
fn the_last_of_several_deltas_counts() {
    let place = Place::new();
    let house = |number: &str| format!("OBJECTID=\"320\" OBJECTGUID=\"{NEW}\" HOUSENUM=\"{number}\" HOUSETYPE=\"2\" {NOW}");
    let first = house("99");
    let lies = "OBJECTID=\"320\" PARENTOBJID=\"200\" ISACTIVE=\"1\"";
    place.apply("2026-10-02", None, &[("AS_HOUSES", &first), ("AS_ADM_HIERARCHY", lies)]).unwrap();
    let register = place.apply("2026-10-03", None, &[("AS_HOUSES", &house("98"))]).unwrap();
    assert_eq!(register.get(NEW).unwrap().text, "город Столичный, улица Профсоюзная, дом 98");
    let moved = [
        ("AS_ADM_HIERARCHY", "OBJECTID=\"320\" PARENTOBJID=\"200\" ISACTIVE=\"0\""),
        ("AS_ADM_HIERARCHY", "OBJECTID=\"320\" PARENTOBJID=\"210\" ISACTIVE=\"1\""),
    ];
    let register = place.apply("2026-10-04", None, &moved).unwrap();
    assert_eq!(register.get(NEW).unwrap().text, "город Столичный, проспект Мира, дом 98");
    assert_eq!(register.source().deltas, ["2026-10-02", "2026-10-03", "2026-10-04"]);
}

#[test]
fn history_that_is_put_right_changes_nothing() {
    let place = Place::new();
    let before = place.open();
    let old = "OBJECTID=\"302\" OBJECTGUID=\"0000012e-0000-4000-8000-00000000012e\" HOUSENUM=\"13\" HOUSETYPE=\"2\" ISACTUAL=\"0\" ISACTIVE=\"0\" ENDDATE=\"2015-01-01\"";
    let rows = [("AS_HOUSES", old), ("AS_ADM_HIERARCHY", "OBJECTID=\"302\" PARENTOBJID=\"120\" ISACTIVE=\"0\"")];
    let after = place.apply("2026-10-02", None, &rows).unwrap();
    assert_eq!(after.get(BLOCK_2), before.get(BLOCK_2));
}

#[test]
fn order_is_kept_and_a_gap_is_refused() {
    let place = Place::new();
    let row = format!("OBJECTID=\"303\" OBJECTGUID=\"{CORNER}\" HOUSENUM=\"8\" HOUSETYPE=\"2\" {NOW}");
    let rows = [("AS_HOUSES", row.as_str())];
    let error = |day: &str, follows: Option<&str>| place.apply(day, follows, &rows).map(|_| ()).unwrap_err().to_string();
    assert!(error("2026-10-01", None).contains("already"));
    assert!(error("2026-10-09", None).contains("seems to be missing"));
    assert!(error("2026-10-09", Some("2026-10-05")).contains("apply the deltas between first"));
    assert_eq!(place.open().source().version, "2026-10-01", "nothing has changed");
    let register = place.apply("2026-10-09", Some("2026-10-01"), &rows).unwrap();
    assert_eq!(register.get(CORNER).unwrap().text, "город Столичный, проспект Мира, дом 8");
}

#[test]
fn a_delta_needs_a_whole_archive_below_it() {
    let place = Place::new();
    let table = place.dir.path().join("r.csv");
    fs::write(&table, "id,address\n1,\"г. Ясный, ул. Мира, д. 1\"\n").unwrap();
    import_file(&Format::detect(&table).unwrap(), &table, &place.index()).unwrap();
    let error = place.apply("2026-10-02", None, &[("AS_HOUSES", "OBJECTID=\"1\"")]).unwrap_err().to_string();
    assert!(error.contains("whole GAR archive"), "{error}");
    let names: Vec<String> = fs::read_dir(place.index()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert!(!names.iter().any(|name| name.starts_with("rows-")), "{names:?}");
}

#[test]
fn a_stopped_import_goes_on_where_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let (archive, index) = (dir.path().join("gar.zip"), dir.path().join("index"));
    let mut files = gar_files();
    let second: Vec<(String, Vec<u8>)> = files
        .iter()
        .filter_map(|(name, content)| Some((format!("78/{}", name.strip_prefix("77/")?), content.clone())))
        .map(|(name, content)| (name, String::from_utf8(content).unwrap().replace("-0000-4000-", "-0078-4000-").into_bytes()))
        .collect();
    files.extend(second);
    fs::write(&archive, zipped(&files)).unwrap();
    // Stopped, in whatever way, in the second region.
    let stop = std::panic::AssertUnwindSafe(|| {
        doorstep_addresses::import(&Format::Gar, &archive, &index, &mut |progress| {
            let work = fs::exists(index.join("unfinished/77.rows")).unwrap();
            if work && progress.rows > 0 {
                std::panic::resume_unwind(Box::new("stopped"));
            }
        })
    });
    assert!(std::panic::catch_unwind(stop).is_err());
    assert!(Register::open(&index).is_err(), "nothing was published");
    let file = |path: PathBuf| std::os::unix::fs::MetadataExt::ino(&fs::metadata(path).unwrap());
    let first = file(index.join("unfinished/77.rows"));
    import_file(&Format::Gar, &archive, &index).unwrap();
    let folder = fs::read_dir(&index).unwrap().flatten().find(|e| e.file_name().to_string_lossy().starts_with("rows-")).unwrap();
    assert_eq!(file(folder.path().join("77.rows")), first, "the first region was not read again");
    let register = Register::open(&index).unwrap();
    assert_eq!(register.source().count, 12);
    assert!(!index.join("unfinished").exists());
    // Another archive starts from the beginning.
    fs::create_dir_all(index.join("unfinished")).unwrap();
    fs::write(index.join("unfinished/source"), "another").unwrap();
    fs::write(index.join("unfinished/77.rows"), "nonsense").unwrap();
    import_file(&Format::Gar, &archive, &index).unwrap();
    assert_eq!(Register::open(&index).unwrap().source().count, 12);
}
