//! The dictionaries: what the numbers and abbreviations of the tables mean. Nothing of them is built in.

use std::collections::HashMap;

use super::archive::Archive;
use crate::{error::ImportError, import::Progress};

/// Names by number, and kinds of address objects by level and abbreviation. All names in lower case.
pub(super) struct Types {
    objects: HashMap<(u8, String), String>,
    houses: HashMap<u64, String>,
    additions: HashMap<u64, String>,
    apartments: HashMap<u64, String>,
    rooms: HashMap<u64, String>,
}

const ROOT: &str = "";

impl Types {
    pub(super) fn read(archive: &mut Archive, progress: &mut dyn FnMut(Progress)) -> Result<Types, ImportError> {
        let mut objects = HashMap::new();
        need(archive, "AS_ADDR_OBJ_TYPES")?;
        let wanted = ["LEVEL", "SHORTNAME", "NAME", "ISACTIVE"];
        archive.rows(ROOT, "AS_ADDR_OBJ_TYPES", wanted, progress, &mut |row| {
            let level = u8::try_from(row.number(0)?).map_err(|_| "LEVEL is out of range".to_owned())?;
            let key = (level, abbreviation(row.text(1, 50)?));
            let name = row.text(2, 250)?.to_lowercase();
            // A kind in force wins over a closed one with the same abbreviation.
            if row.get(3) == Some("true") {
                objects.insert(key, name);
            } else {
                objects.entry(key).or_insert(name);
            }
            Ok(())
        })?;
        Ok(Types {
            objects,
            houses: names(archive, "AS_HOUSE_TYPES", progress)?,
            additions: names(archive, "AS_ADDHOUSE_TYPES", progress)?,
            apartments: names(archive, "AS_APARTMENT_TYPES", progress)?,
            rooms: names(archive, "AS_ROOM_TYPES", progress)?,
        })
    }

    /// The full word for the kind of an address object; its abbreviation when the dictionary lacks it.
    pub(super) fn object<'a>(&'a self, level: u8, short: &'a str) -> &'a str {
        self.objects.get(&(level, abbreviation(short))).map_or(short, String::as_str)
    }

    /// дом, строение, …
    pub(super) fn house(&self, number: u64) -> Option<&str> {
        self.houses.get(&number).map(String::as_str)
    }

    /// корпус, строение, литера as an addition to a house.
    pub(super) fn addition(&self, number: u64) -> Option<&str> {
        self.additions.get(&number).map(String::as_str)
    }

    /// квартира, помещение, …
    pub(super) fn apartment(&self, number: u64) -> Option<&str> {
        self.apartments.get(&number).map(String::as_str)
    }

    /// комната, …
    pub(super) fn room(&self, number: u64) -> Option<&str> {
        self.rooms.get(&number).map(String::as_str)
    }
}

fn names(archive: &mut Archive, table: &'static str, progress: &mut dyn FnMut(Progress)) -> Result<HashMap<u64, String>, ImportError> {
    need(archive, table)?;
    let mut names = HashMap::new();
    archive.rows(ROOT, table, ["ID", "NAME"], progress, &mut |row| {
        names.insert(row.number(0)?, row.text(1, 100)?.to_lowercase());
        Ok(())
    })?;
    Ok(names)
}

fn need(archive: &Archive, table: &str) -> Result<(), ImportError> {
    if archive.has(ROOT, table) { Ok(()) } else { Err(archive.bad("root folder", format!("the dictionary {table} is missing"))) }
}

/// `ул.` and `ул` are the same.
fn abbreviation(short: &str) -> String {
    short.trim_end_matches('.').to_lowercase()
}
