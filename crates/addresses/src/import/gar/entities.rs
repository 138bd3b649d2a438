//! The rows of one region that are in force, each with a dense number by which the hierarchies join them.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{
    archive::Archive,
    hierarchy::covers,
    objects::{HouseFields, Object, house_text, written},
    rows::Fields,
    types::Types,
};
use crate::{
    error::ImportError,
    import::{Collected, Progress, tally::Tally},
    segment::{build::HouseText, ids::parse_guid},
};

const NOT_CURRENT: &str = "not in force on the date of the archive";
const NO_NUMBER: &str = "house without any number";
const NOT_A_DWELLING: &str = "unit that nobody lives in (office, shop, garage)";
const TWICE: &str = "object that has two rows in force";

/// Kinds of units in which people live. Others (офис, склад, торговый зал) are left out.
const DWELLINGS: &[&str] = &["квартира", "комната", "помещение"];
/// Flats are shown by their number alone.
const FLAT: &str = "квартира";

/// A row of AS_HOUSES.
pub(super) struct House {
    pub(super) guid: [u8; 16],
    pub(super) text: HouseText,
}

/// Everything of a region. Numbers run through objects, houses, flats and rooms in this order.
#[derive(Default)]
pub(super) struct Entities {
    numbers: FxHashMap<u64, u32>,
    pub(super) objects: Vec<Object>,
    pub(super) houses: Vec<House>,
    /// Units of AS_APARTMENTS, in words.
    pub(super) flats: Vec<String>,
    /// Units of AS_ROOMS, in words.
    pub(super) rooms: Vec<String>,
}

/// What a number stands for: an index into the table of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entity {
    Object(usize),
    House(usize),
    Flat(usize),
    Room(usize),
}

impl Entities {
    /// Reads the four tables.
    pub(super) fn read(
        archive: &mut Archive,
        region: &str,
        types: &Types,
        out: &mut Collected,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Entities, ImportError> {
        let mut entities = Entities::default();
        entities.read_objects(archive, region, types, &mut out.skipped, progress)?;
        entities.read_houses(archive, region, types, out, progress)?;
        entities.read_units(archive, region, types, &mut out.skipped, progress, "AS_APARTMENTS", "APARTTYPE")?;
        entities.read_units(archive, region, types, &mut out.skipped, progress, "AS_ROOMS", "ROOMTYPE")?;
        Ok(entities)
    }

    /// The number of an OBJECTID.
    pub(super) fn number(&self, object_id: u64) -> Option<u32> {
        self.numbers.get(&object_id).copied()
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.objects.len() + self.houses.len() + self.flats.len() + self.rooms.len()
    }

    /// What the number stands for.
    pub(super) fn entity(&self, number: u32) -> Entity {
        let mut at = number as usize;
        for (length, entity) in [
            (self.objects.len(), Entity::Object as fn(usize) -> Entity),
            (self.houses.len(), Entity::House),
            (self.flats.len(), Entity::Flat),
        ] {
            if at < length {
                return entity(at);
            }
            at -= length;
        }
        Entity::Room(at)
    }

    /// The number of a house.
    pub(super) fn house_number(&self, house: usize) -> u32 {
        (self.objects.len() + house) as u32
    }

    /// Takes the next number for an object, or says no when it has one.
    fn claim(&mut self, object_id: u64, skipped: &mut Tally) -> Result<bool, String> {
        let next = u32::try_from(self.len()).map_err(|_| "more than four thousand million objects in a region")?;
        match self.numbers.entry(object_id) {
            Entry::Occupied(_) => {
                skipped.add(TWICE);
                Ok(false)
            }
            Entry::Vacant(free) => {
                free.insert(next);
                Ok(true)
            }
        }
    }

    fn read_objects(
        &mut self,
        archive: &mut Archive,
        region: &str,
        types: &Types,
        skipped: &mut Tally,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), ImportError> {
        let date = archive.date().to_owned();
        let wanted = ["OBJECTID", "NAME", "TYPENAME", "LEVEL", "ISACTUAL", "ISACTIVE", "STARTDATE", "ENDDATE"];
        archive.rows(region, "AS_ADDR_OBJ", wanted, progress, &mut |row| {
            if !is_current(&row, 4, &date) {
                skipped.add(NOT_CURRENT);
                return Ok(());
            }
            let level = u8::try_from(row.number(3)?).map_err(|_| "LEVEL is out of range".to_owned())?;
            let name = written(types, level, row.text(1, 250)?, row.text(2, 50)?);
            if self.claim(row.number(0)?, skipped)? {
                self.objects.push(Object { level, name });
            }
            Ok(())
        })
    }

    fn read_houses(
        &mut self,
        archive: &mut Archive,
        region: &str,
        types: &Types,
        out: &mut Collected,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), ImportError> {
        let date = archive.date().to_owned();
        let wanted = [
            "OBJECTID",
            "OBJECTGUID",
            "HOUSENUM",
            "HOUSETYPE",
            "ADDNUM1",
            "ADDTYPE1",
            "ADDNUM2",
            "ADDTYPE2",
            "ISACTUAL",
            "ISACTIVE",
            "STARTDATE",
            "ENDDATE",
        ];
        archive.rows(region, "AS_HOUSES", wanted, progress, &mut |row| {
            if !is_current(&row, 8, &date) {
                out.skipped.add(NOT_CURRENT);
                return Ok(());
            }
            let number = |at: usize| row.get(at).map(|_| row.number(at)).transpose();
            let fields = HouseFields {
                kind: number(3)?,
                number: row.short(2, 50)?,
                additions: [(number(5)?, row.short(4, 50)?), (number(7)?, row.short(6, 50)?)],
            };
            let Some(text) = house_text(types, &fields)? else {
                out.skipped.add(NO_NUMBER);
                return Ok(());
            };
            let guid = parse_guid(row.text(1, 36)?).ok_or("OBJECTGUID is not a GUID")?;
            if self.claim(row.number(0)?, &mut out.skipped)? {
                self.houses.push(House { guid, text: out.builder.house_text(&text) });
            }
            Ok(())
        })
    }

    #[expect(clippy::too_many_arguments, reason = "two tables of one shape, told apart by their names")]
    fn read_units(
        &mut self,
        archive: &mut Archive,
        region: &str,
        types: &Types,
        skipped: &mut Tally,
        progress: &mut dyn FnMut(Progress),
        table: &str,
        kind_column: &'static str,
    ) -> Result<(), ImportError> {
        let date = archive.date().to_owned();
        let is_rooms = table == "AS_ROOMS";
        let wanted = ["OBJECTID", "NUMBER", kind_column, "ISACTUAL", "ISACTIVE", "STARTDATE", "ENDDATE"];
        archive.rows(region, table, wanted, progress, &mut |row| {
            if !is_current(&row, 3, &date) {
                skipped.add(NOT_CURRENT);
                return Ok(());
            }
            let kind = row.number(2)?;
            let kind = if is_rooms { types.room(kind) } else { types.apartment(kind) }
                .ok_or_else(|| format!("{kind_column} {kind} is not in the dictionary"))?;
            let number = row.text(1, 50)?.replace('\n', " ");
            let text = match kind {
                FLAT => number,
                kind if DWELLINGS.contains(&kind) => format!("{kind} {number}"),
                // Old rows of rooms have the kind "не определено": a room all the same.
                _ if is_rooms => format!("комната {number}"),
                _ => {
                    skipped.add(NOT_A_DWELLING);
                    return Ok(());
                }
            };
            if self.claim(row.number(0)?, skipped)? {
                if is_rooms { &mut self.rooms } else { &mut self.flats }.push(text);
            }
            Ok(())
        })
    }
}

/// ISACTUAL, ISACTIVE, STARTDATE and ENDDATE stand at `from` and after it.
fn is_current<const N: usize>(row: &Fields<'_, '_, N>, from: usize, date: &str) -> bool {
    row.get(from) == Some("1") && row.get(from + 1) == Some("1") && covers(row.get(from + 2), row.get(from + 3), date)
}
