//! The dictionaries: what the numbers and abbreviations of the tables mean. Nothing of them is built in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::archive::Archive;
use crate::{error::ImportError, import::Progress};

/// Names by number, and kinds of address objects by level and abbreviation. All names in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Types {
    objects: BTreeMap<u8, BTreeMap<String, String>>,
    houses: BTreeMap<u64, String>,
    additions: BTreeMap<u64, String>,
    apartments: BTreeMap<u64, String>,
    rooms: BTreeMap<u64, String>,
}

const ROOT: &str = "";

impl Types {
    /// Reads the dictionaries. A delta may lack those that did not change: then the ones `known` serve.
    pub(super) fn read(archive: &mut Archive, known: Option<Types>, progress: &mut dyn FnMut(Progress)) -> Result<Types, ImportError> {
        let optional = known.is_some();
        let Types { mut objects, mut houses, mut additions, mut apartments, mut rooms } = known.unwrap_or_default();
        if archive.has(ROOT, "AS_ADDR_OBJ_TYPES") {
            let wanted = ["LEVEL", "SHORTNAME", "NAME", "ISACTIVE"];
            archive.rows(ROOT, "AS_ADDR_OBJ_TYPES", wanted, progress, |row| {
                let level = u8::try_from(row.number(0)?).map_err(|_| "LEVEL is out of range".to_owned())?;
                let names: &mut BTreeMap<String, String> = objects.entry(level).or_default();
                let (short, name) = (abbreviation(&row.text(1, 50)?), row.text(2, 250)?.to_lowercase());
                // A kind in force wins over a closed one with the same abbreviation.
                if row.raw(3) == b"true" {
                    names.insert(short, name);
                } else {
                    names.entry(short).or_insert(name);
                }
                Ok(())
            })?;
        } else if !optional {
            return Err(missing(archive, "AS_ADDR_OBJ_TYPES"));
        }
        for (table, names) in [
            ("AS_HOUSE_TYPES", &mut houses),
            ("AS_ADDHOUSE_TYPES", &mut additions),
            ("AS_APARTMENT_TYPES", &mut apartments),
            ("AS_ROOM_TYPES", &mut rooms),
        ] {
            if !archive.has(ROOT, table) && !optional {
                return Err(missing(archive, table));
            }
            archive.rows(ROOT, table, ["ID", "NAME"], progress, |row| {
                names.insert(row.number(0)?, row.text(1, 100)?.to_lowercase());
                Ok(())
            })?;
        }
        Ok(Types { objects, houses, additions, apartments, rooms })
    }

    /// The full word for the kind of an address object; its abbreviation when the dictionary lacks it.
    pub(super) fn object<'a>(&'a self, level: u8, short: &'a str) -> &'a str {
        self.objects.get(&level).and_then(|names| names.get(&abbreviation(short))).map_or(short, String::as_str)
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

fn missing(archive: &Archive, table: &str) -> ImportError {
    archive.bad("root folder", format!("the dictionary {table} is missing"))
}

/// `ул.` and `ул` are the same.
fn abbreviation(short: &str) -> String {
    short.trim_end_matches('.').to_lowercase()
}
