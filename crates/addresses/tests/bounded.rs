//! Memory and stops leave no trace: the index is the same, byte for byte, whatever the import was given and however often it was stopped.

mod common;

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
};

use common::{gar_files, zipped};
use doorstep_addresses::{Format, Limits, Register, Stage, import_within};

/// Rows of each source: enough for several runs and parts when there is no memory.
const ROWS: u64 = 5_000;

/// An invented source: where it is, and what format it has.
struct Source {
    name: &'static str,
    format: Format,
    path: PathBuf,
}

/// Numbers below a limit in no order.
fn spread(row: u64, below: u64) -> u64 {
    (row.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33) % below
}

fn guid(number: u64) -> String {
    format!("{:08x}-0000-4000-8000-{number:012x}", number.wrapping_mul(2_654_435_761) as u32)
}

/// A table: some houses have two addresses, some texts have no house.
fn table(ids: impl Fn(u64) -> String) -> String {
    let mut text = String::from("id,address\n");
    for row in 0..ROWS {
        let (id, street, number) = (ids(row % (ROWS - 50)), spread(row, 300), 1 + spread(row, 70));
        let house = if row % 100 == 99 { String::new() } else { format!(", д. {number}") };
        writeln!(text, "{id},\"г. Порожск, ул. Сад{street}овая{house}\"").unwrap();
    }
    text
}

fn lines() -> String {
    let mut text = String::new();
    for row in 0..ROWS {
        let (street, number, unit) = (spread(row, 40), 1 + spread(row * 31 + 7, 50), spread(row * 3, 9));
        let unit = if unit == 0 { String::new() } else { unit.to_string() };
        let properties =
            format!(r#""hash":"h{row}","number":"{number}","street":"улица Сад{street}овая","unit":"{unit}","city":"Порожск""#);
        writeln!(text, r#"{{"type":"Feature","properties":{{{properties}}}}}"#).unwrap();
    }
    text
}

/// The fixture with many more access points, house numbers and dwellings in it.
fn danish(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for entry in fs::read_dir(common::fixture("dar")).unwrap().flatten() {
        fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    let add = |name: &str, row: &dyn Fn(u64) -> String| {
        let path = folder.join(name);
        let mut text = fs::read_to_string(&path).unwrap();
        (0..ROWS).for_each(|at| text.push_str(&row(at)));
        fs::write(path, text).unwrap();
    };
    let span = r#""[\"2015-01-01 00:00:00+01\",)""#;
    let key = |row: u64| 10_000 + row.wrapping_mul(7919) % ROWS;
    add("dar_adgangspunkt.csv", &|row| format!("1;{};x;1;1;{span};{span};900;00\n", key(row)));
    add("dar_husnummer.csv", &|row| {
        let (house, point) = (key(row * 3), key(row));
        format!("1;{house};{};{point};1;1;{span};{span};1;;10;\"({},A)\";x\n", guid(house), 100 + row % 800)
    });
    add("dar_adresse.csv", &|row| format!("1;7;u;1;1;{span};{span};1;;{};{};tv\n", key(row / 3), row % 5));
}

/// The fixture with many more houses, flats and rooms in two regions.
fn state_register() -> Vec<u8> {
    let mut files = gar_files();
    for (name, content) in &mut files {
        let mut text = String::from_utf8(content.clone()).unwrap();
        let Some(end) = text.rfind("</") else { continue };
        let tail = text.split_off(end);
        let now = "STARTDATE=\"2014-01-05\" ENDDATE=\"2079-06-06\" ISACTUAL=\"1\" ISACTIVE=\"1\"";
        // Neither by OBJECTID nor the same order everywhere.
        let (house, flat, room) = (
            |row: u64| 100_000 + row.wrapping_mul(7919) % ROWS,
            |row: u64| 200_000 + row.wrapping_mul(6271) % ROWS,
            |row: u64| 300_000 + row.wrapping_mul(4447) % ROWS,
        );
        for row in 0..ROWS {
            let number = spread(row, 90);
            match () {
                _ if name.contains("AS_HOUSES_2026") => {
                    let id = house(row);
                    let guid = guid(id);
                    writeln!(text, "<HOUSE OBJECTID=\"{id}\" OBJECTGUID=\"{guid}\" HOUSENUM=\"{number}\" HOUSETYPE=\"2\" {now}/>").unwrap();
                }
                _ if name.contains("AS_APARTMENTS_2026") => {
                    writeln!(text, "<A OBJECTID=\"{}\" NUMBER=\"{number}\" APARTTYPE=\"2\" {now}/>", flat(row)).unwrap();
                }
                _ if name.contains("AS_ROOMS_2026") => {
                    writeln!(text, "<R OBJECTID=\"{}\" NUMBER=\"{number}\" ROOMTYPE=\"1\" {now}/>", room(row)).unwrap();
                }
                _ if name.contains("HIERARCHY_2026") => {
                    let street = [200, 210, 120, 999][spread(row, 4) as usize];
                    for (id, parent) in [(house(row), street), (flat(row), house(row / 4)), (room(row), flat(row / 2))] {
                        writeln!(text, "<I OBJECTID=\"{id}\" PARENTOBJID=\"{parent}\" ISACTIVE=\"1\"/>").unwrap();
                    }
                }
                _ => {}
            }
        }
        *content = (text + &tail).into_bytes();
    }
    let second = files.iter().filter_map(|(name, content)| {
        let text = String::from_utf8(content.clone()).unwrap();
        Some((format!("78/{}", name.strip_prefix("77/")?), text.replace("-0000-4000-", "-0078-4000-").into_bytes()))
    });
    let all: Vec<_> = files.iter().cloned().chain(second).collect();
    zipped(&all)
}

fn sources(dir: &Path) -> Vec<Source> {
    let csv = || Format::Csv { id_column: "id".into(), fallback_id_column: None, text_column: "address".into() };
    let file = |name: &'static str, format: Format, content: &[u8]| {
        let path = dir.join(name);
        fs::write(&path, content).unwrap();
        Source { name, format, path }
    };
    danish(&dir.join("dar"));
    vec![
        file("guids.csv", csv(), table(guid).as_bytes()),
        file("texts.csv", csv(), table(|row| format!("key {row}")).as_bytes()),
        file("lines.geojson", Format::OpenAddresses, lines().as_bytes()),
        Source { name: "dar", format: Format::Dar, path: dir.join("dar") },
        file("gar.zip", Format::Gar, &state_register()),
    ]
}

/// Everything that the directory of an index holds, but for the lock.
fn content(index: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![index.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("import.lock") {
                all.insert(path.strip_prefix(index).unwrap().display().to_string(), fs::read(&path).unwrap());
            }
        }
    }
    all
}

fn imported(source: &Source, limits: Limits, index: &Path) -> BTreeMap<String, Vec<u8>> {
    import_within(limits, &source.format, &source.path, index, &mut |_| {}).unwrap();
    content(index)
}

/// Runs an import until it has reported so many times, and stops it there. Returns whether it was stopped.
fn stopped(source: &Source, limits: Limits, index: &Path, reports: u64) -> bool {
    let mut seen = 0;
    let run = AssertUnwindSafe(|| {
        import_within(limits, &source.format, &source.path, index, &mut |_| {
            seen += 1;
            if seen >= reports {
                resume_unwind(Box::new("stopped"));
            }
        })
    });
    catch_unwind(run).is_err()
}

#[test]
fn the_index_does_not_depend_on_memory() {
    let dir = tempfile::tempdir().unwrap();
    for source in sources(dir.path()) {
        let all = imported(&source, Limits::default(), &dir.path().join(format!("{}-all", source.name)));
        let register = Register::open(&dir.path().join(format!("{}-all", source.name))).unwrap();
        assert!(register.source().count > 500, "{}: {:?}", source.name, register.source());
        for memory in [0, 1 << 20] {
            let little = imported(&source, Limits::memory(memory), &dir.path().join(format!("{}-{memory}", source.name)));
            assert!(all == little, "{} with {memory} bytes: {:?} {:?}", source.name, all.keys(), little.keys());
        }
    }
}

#[test]
fn a_stopped_import_goes_on_and_ends_with_the_same_index() {
    let dir = tempfile::tempdir().unwrap();
    for source in sources(dir.path()) {
        let whole = imported(&source, Limits::default(), &dir.path().join(format!("{}-whole", source.name)));
        let index = dir.path().join(format!("{}-index", source.name));
        // Stopped again and again, each time a little later.
        let limits = Limits::memory(1 << 20);
        let stops = [1, 2, 3, 5, 8, 13].iter().filter(|reports| stopped(&source, limits, &index, **reports)).count();
        assert!(stops > 1, "{}: {stops}", source.name);
        let mut taken_over = 0;
        if !index.join("register.json").exists() {
            import_within(limits, &source.format, &source.path, &index, &mut |progress| {
                if progress.stage == Stage::Continuing {
                    taken_over += 1;
                }
            })
            .unwrap();
            assert_eq!(taken_over, 1, "{}", source.name);
        }
        assert!(whole == content(&index), "{}", source.name);
    }
}

#[test]
fn a_source_that_changed_is_read_anew() {
    let dir = tempfile::tempdir().unwrap();
    for source in sources(dir.path()) {
        let index = dir.path().join(format!("{}-index", source.name));
        let limits = Limits::memory(1 << 20);
        // Far enough that something is kept, whatever is reported before.
        let is_kept = || ["part-000000", "77.rows"].iter().any(|name| index.join("unfinished").join(name).exists());
        for reports in 2.. {
            assert!(stopped(&source, limits, &index, reports), "{}", source.name);
            if is_kept() {
                break;
            }
        }
        match source.name {
            "gar.zip" => {
                let mut files = gar_files();
                files.iter_mut().for_each(|(name, _)| *name = name.replace("20261001", "20261002"));
                fs::write(&source.path, zipped(&files)).unwrap();
            }
            "dar" => change(&source.path.join("dar_adgangspunkt.csv"), "2015-01-01", "2015-01-02"),
            "lines.geojson" => change(&source.path, "улица Сад", "улица Зад"),
            _ => change(&source.path, "г. Порожск", "г. Порошск"),
        }
        let mut said = Vec::new();
        import_within(limits, &source.format, &source.path, &index, &mut |progress| said.push(progress.stage)).unwrap();
        assert!(said.contains(&Stage::StartingAnew) && !said.contains(&Stage::Continuing), "{}: {said:?}", source.name);
        let fresh = imported(&source, Limits::default(), &dir.path().join(format!("{}-fresh", source.name)));
        assert!(fresh == content(&index), "{}", source.name);
    }
}

/// The file keeps its size.
fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from) && from.len() == to.len());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn too_little_memory_is_said_and_what_was_read_is_kept() {
    // Every street and number another one: nothing but what is distinct.
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("distinct.csv");
    let mut text = String::from("id,address\n");
    let long = "а".repeat(400);
    for row in 0..12_000 {
        writeln!(text, "{row},\"г. Порожск, ул. {long}{row}, д. {row}\"").unwrap();
    }
    fs::write(&path, text).unwrap();
    let source = Source { name: "distinct.csv", format: Format::detect(&path).unwrap(), path };
    let index = dir.path().join("index");
    let error = import_within(Limits::memory(1 << 20), &source.format, &source.path, &index, &mut |_| {}).unwrap_err().to_string();
    assert!(error.contains("8 MiB") && error.contains("more memory"), "{error}");
    let mut said = None;
    let again = AssertUnwindSafe(|| {
        import_within(Limits::default(), &source.format, &source.path, &index, &mut |progress| {
            said = Some((progress.stage, progress.rows > 1_000));
            resume_unwind(Box::new("stopped"));
        })
    });
    assert!(catch_unwind(again).is_err());
    assert_eq!(said, Some((Stage::Continuing, true)));
}

/// The variable that makes [`is_killed`] import, and where.
const KILLED: &str = "DOORSTEP_TEST_IMPORT";

#[test]
#[ignore = "a_killed_import_goes_on runs it in a process of its own"]
fn is_killed() {
    let dir = PathBuf::from(std::env::var_os(KILLED).unwrap());
    import_within(Limits::memory(0), &Format::OpenAddresses, &dir.join("lines.geojson"), &dir.join("index"), &mut |_| {
        if dir.join("index/unfinished/part-000000").exists() {
            std::thread::sleep(std::time::Duration::from_secs(600));
        }
    })
    .unwrap();
}

#[test]
fn a_killed_import_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let source = Source { name: "lines", format: Format::OpenAddresses, path: dir.path().join("lines.geojson") };
    fs::write(&source.path, lines()).unwrap();
    let whole = imported(&source, Limits::default(), &dir.path().join("whole"));
    let index = dir.path().join("index");
    let mut child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "is_killed", "--ignored"])
        .env(KILLED, dir.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    while !index.join("unfinished/part-000000").exists() {
        assert_eq!(child.try_wait().unwrap(), None, "it ended before it was killed");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    fs::write(index.join("unfinished/7.run"), "left behind").unwrap();
    let mut taken_over = 0;
    import_within(Limits::default(), &source.format, &source.path, &index, &mut |progress| {
        if progress.stage == Stage::Continuing {
            taken_over = progress.rows;
        }
    })
    .unwrap();
    assert!(taken_over > 0 && taken_over < ROWS, "{taken_over}");
    assert!(whole == content(&index));
}
