//! Порожск, an invented town, as a genuine archive of the Russian state address register (ГАР).
//!
//! The tables have the attributes, levels and types of the official XSDs (`AS_*_2_251_*_04_01_01`), so that the demo
//! takes the same way through the importer as a real region. The same seed gives the same bytes.

mod archive;
mod names;
mod plan;
mod prng;
mod tables;

use std::{fs::File, io, path::Path};

/// Writes the archive to `path`: region folder 99, dictionaries, about 250 houses on 26 streets with some 2,000
/// dwellings, a dormitory with rooms, a corner house, a village without streets, and a few rows that are history.
///
/// # Errors
/// Those of the file system.
pub fn write_gar(path: &Path, seed: u64) -> io::Result<()> {
    let plan = plan::Plan::draw(seed);
    archive::write(File::create(path)?, &plan)
}

#[cfg(test)]
mod tests {
    use doorstep_addresses::{Format, Register, import};

    use super::*;

    fn town(seed: u64) -> (tempfile::TempDir, Register) {
        let dir = tempfile::tempdir().unwrap();
        let (archive, index) = (dir.path().join("gar.zip"), dir.path().join("index"));
        write_gar(&archive, seed).unwrap();
        import(&Format::detect(&archive).unwrap(), &archive, &index, &mut |_| {}).unwrap();
        let register = Register::open(&index).unwrap();
        (dir, register)
    }

    #[test]
    fn the_town_is_imported_whole() {
        let (_dir, register) = town(1);
        let source = register.source();
        assert!((230..300).contains(&source.count), "{source:?}");
        assert!((25..32).contains(&source.streets), "{source:?}");
        let hit = &register.search("profsoyuznaya 12 k2", 5)[0];
        assert_eq!(hit.text, "Заречная область, город Порожск, улица Профсоюзная, дом 12, корпус 2");
        assert!(register.get(&hit.id).unwrap().units.len() > 7);
    }

    #[test]
    fn the_dormitory_has_rooms_in_its_flats() {
        let (_dir, register) = town(1);
        let hit = &register.search("Заводской проезд 3", 5)[0];
        let units = register.get(&hit.id).unwrap().units;
        assert!(units.iter().any(|unit| unit == "1, комната 2"), "{units:?}");
    }

    #[test]
    fn the_seed_decides() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, seed| {
            let path = dir.path().join(name);
            write_gar(&path, seed).unwrap();
            std::fs::read(path).unwrap()
        };
        assert_eq!(write("a", 7), write("b", 7));
        assert_ne!(write("a", 7), write("c", 8));
    }
}
