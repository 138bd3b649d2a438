//! One region: its objects, houses and dwellings joined by the hierarchies.

use std::collections::HashMap;

use super::{
    archive::Archive,
    hierarchy::{Hierarchy, covers},
    objects::{HouseFields, Object, STREET_LEVEL, house_text, written},
    rows::Fields,
    types::Types,
};
use crate::{
    error::ImportError,
    import::{Collected, Progress, tally::Tally},
    segment::{
        build::{StreetKey, StreetText},
        ids::parse_guid,
    },
};

/// Reasons told to the operator.
const NOT_CURRENT: &str = "not in force on the date of the archive";
const NO_NUMBER: &str = "house without any number";
const NO_PARENT: &str = "house without a street or place above it";
const NOT_A_DWELLING: &str = "unit that nobody lives in (office, shop, garage)";
const NO_HOUSE: &str = "unit without its house";

/// Kinds of units in which people live. Others (офис, склад, торговый зал) are left out.
const DWELLINGS: &[&str] = &["квартира", "комната", "помещение"];
/// Flats are shown by their number alone.
const FLAT: &str = "квартира";

struct House {
    guid: [u8; 36],
    text: String,
}

/// A unit: its own words, before what it lies in is known.
struct Unit {
    text: String,
}

/// Reads one region folder into the builder.
pub(super) fn read(
    archive: &mut Archive,
    region: &str,
    types: &Types,
    out: &mut Collected,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ImportError> {
    let objects = objects(archive, region, types, progress, &mut out.skipped)?;
    let houses = houses(archive, region, types, progress, &mut out.skipped)?;
    let apartments = units(archive, region, "AS_APARTMENTS", "APARTTYPE", types, progress, &mut out.skipped)?;
    let rooms = units(archive, region, "AS_ROOMS", "ROOMTYPE", types, progress, &mut out.skipped)?;
    let known = |id: u64| {
        objects.contains_key(&id) || houses.contains_key(&id) || apartments.contains_key(&id) || rooms.contains_key(&id)
    };
    let adm = Hierarchy::read(archive, region, "AS_ADM_HIERARCHY", progress, &known)?;
    let wide = |id: u64| objects.contains_key(&id) || houses.contains_key(&id);
    let mun = Hierarchy::read(archive, region, "AS_MUN_HIERARCHY", progress, &wide)?;
    let mut units_of = dwellings(&houses, &apartments, &rooms, &adm, &mut out.skipped);

    let mut streets: HashMap<u64, Option<StreetKey>> = HashMap::new();
    let mut order: Vec<(&u64, &House)> = houses.iter().collect();
    order.sort_unstable_by_key(|(id, _)| **id);
    for (id, house) in order {
        let Some(parent) = adm.parent(*id).or_else(|| mun.parent(*id)) else {
            out.skipped.add(NO_PARENT);
            continue;
        };
        let street = match streets.get(&parent) {
            Some(street) => *street,
            None => {
                let street =
                    street(&objects, &adm, &mun, parent, out).map_err(|reason| archive.bad(region, reason))?;
                *streets.entry(parent).or_insert(street)
            }
        };
        let Some(street) = street else {
            out.skipped.add(NO_PARENT);
            continue;
        };
        let guid = std::str::from_utf8(&house.guid).unwrap_or_default();
        let mut units = units_of.remove(id).unwrap_or_default();
        units.sort_by(|a, b| natural(a).cmp(&natural(b)));
        units.dedup();
        out.house(street, &house.text, guid, &units);
    }
    Ok(())
}

fn objects(
    archive: &mut Archive,
    region: &str,
    types: &Types,
    progress: &mut dyn FnMut(Progress),
    skipped: &mut Tally,
) -> Result<HashMap<u64, Object>, ImportError> {
    let date = archive.date().to_owned();
    let mut objects = HashMap::new();
    let wanted = ["OBJECTID", "NAME", "TYPENAME", "LEVEL", "ISACTUAL", "ISACTIVE", "STARTDATE", "ENDDATE"];
    archive.rows(region, "AS_ADDR_OBJ", wanted, progress, &mut |row| {
        if !is_current(&row, 4, &date) {
            skipped.add(NOT_CURRENT);
            return Ok(());
        }
        let level = u8::try_from(row.number(3)?).map_err(|_| "LEVEL is out of range".to_owned())?;
        let name = written(types, level, row.text(1, 250)?, row.text(2, 50)?);
        objects.insert(row.number(0)?, Object { level, name });
        Ok(())
    })?;
    Ok(objects)
}

fn houses(
    archive: &mut Archive,
    region: &str,
    types: &Types,
    progress: &mut dyn FnMut(Progress),
    skipped: &mut Tally,
) -> Result<HashMap<u64, House>, ImportError> {
    let date = archive.date().to_owned();
    let mut houses = HashMap::new();
    let wanted = [
        "OBJECTID", "OBJECTGUID", "HOUSENUM", "HOUSETYPE", "ADDNUM1", "ADDTYPE1", "ADDNUM2", "ADDTYPE2", "ISACTUAL",
        "ISACTIVE", "STARTDATE", "ENDDATE",
    ];
    archive.rows(region, "AS_HOUSES", wanted, progress, &mut |row| {
        if !is_current(&row, 8, &date) {
            skipped.add(NOT_CURRENT);
            return Ok(());
        }
        let number = |at: usize| row.get(at).map(|_| row.number(at)).transpose();
        let fields = HouseFields {
            kind: number(3)?,
            number: row.short(2, 50)?,
            additions: [(number(5)?, row.short(4, 50)?), (number(7)?, row.short(6, 50)?)],
        };
        let Some(text) = house_text(types, &fields)? else {
            skipped.add(NO_NUMBER);
            return Ok(());
        };
        let guid = row.text(1, 36)?;
        let bytes = guid.to_ascii_lowercase().into_bytes();
        match <[u8; 36]>::try_from(bytes) {
            Ok(bytes) if parse_guid(guid).is_some() => {
                houses.insert(row.number(0)?, House { guid: bytes, text });
                Ok(())
            }
            _ => Err("OBJECTGUID is not a GUID".to_owned()),
        }
    })?;
    Ok(houses)
}

fn units(
    archive: &mut Archive,
    region: &str,
    table: &str,
    kind_column: &'static str,
    types: &Types,
    progress: &mut dyn FnMut(Progress),
    skipped: &mut Tally,
) -> Result<HashMap<u64, Unit>, ImportError> {
    let date = archive.date().to_owned();
    let mut units = HashMap::new();
    let wanted = ["OBJECTID", "NUMBER", kind_column, "ISACTUAL", "ISACTIVE", "STARTDATE", "ENDDATE"];
    archive.rows(region, table, wanted, progress, &mut |row| {
        if !is_current(&row, 3, &date) {
            skipped.add(NOT_CURRENT);
            return Ok(());
        }
        let kind = row.number(2)?;
        let kind = if table == "AS_ROOMS" { types.room(kind) } else { types.apartment(kind) }
            .ok_or_else(|| format!("{kind_column} {kind} is not in the dictionary"))?;
        let number = row.text(1, 50)?;
        let text = match kind {
            FLAT => number.to_owned(),
            kind if DWELLINGS.contains(&kind) => format!("{kind} {number}"),
            // Old rows of rooms have the kind "не определено": a room all the same.
            _ if table == "AS_ROOMS" => format!("комната {number}"),
            _ => {
                skipped.add(NOT_A_DWELLING);
                return Ok(());
            }
        };
        if !text.contains('\n') {
            units.insert(row.number(0)?, Unit { text });
        }
        Ok(())
    })?;
    Ok(units)
}

/// The dwellings of each house: flats, and rooms with the flat that they lie in.
fn dwellings(
    houses: &HashMap<u64, House>,
    apartments: &HashMap<u64, Unit>,
    rooms: &HashMap<u64, Unit>,
    adm: &Hierarchy,
    skipped: &mut Tally,
) -> HashMap<u64, Vec<String>> {
    let mut units_of: HashMap<u64, Vec<String>> = HashMap::new();
    for (id, apartment) in apartments {
        match adm.parent(*id).filter(|parent| houses.contains_key(parent)) {
            Some(house) => units_of.entry(house).or_default().push(apartment.text.clone()),
            None => skipped.add(NO_HOUSE),
        }
    }
    for (id, room) in rooms {
        let parent = adm.parent(*id);
        let flat = parent.and_then(|parent| apartments.get(&parent));
        let house = if flat.is_some() { parent.and_then(|parent| adm.parent(parent)) } else { parent };
        match house.filter(|house| houses.contains_key(house)) {
            Some(house) => {
                let text = flat.map_or(room.text.clone(), |flat| format!("{}, {}", flat.text, room.text));
                units_of.entry(house).or_default().push(text);
            }
            None => skipped.add(NO_HOUSE),
        }
    }
    units_of
}

/// The street (or place) that houses with this parent stand in.
fn street(
    objects: &HashMap<u64, Object>,
    adm: &Hierarchy,
    mun: &Hierarchy,
    parent: u64,
    out: &mut Collected,
) -> Result<Option<StreetKey>, String> {
    let Some(own) = objects.get(&parent) else { return Ok(None) };
    let above = |hierarchy: &Hierarchy| -> Result<Vec<&str>, String> {
        let ancestors = hierarchy.ancestors(parent)?;
        let names = ancestors.iter().rev().filter_map(|id| objects.get(id)).map(|object| object.name.as_str());
        Ok(names.collect())
    };
    let (official, municipal) = (above(adm)?, above(mun)?);
    let shown = if official.is_empty() { &municipal } else { &official };
    let before: String = shown.iter().copied().chain([own.name.as_str()]).flat_map(|name| [name, ", "]).collect();
    let mut places: Vec<&str> = municipal.iter().copied().filter(|name| !official.contains(name)).collect();
    places.extend(&official);
    let is_street = own.level >= STREET_LEVEL;
    if !is_street {
        places.push(&own.name);
    }
    Ok(Some(out.builder.street(StreetText {
        places: &places,
        street: is_street.then_some(own.name.as_str()),
        before: &before,
        after: "",
    })))
}

/// ISACTUAL, ISACTIVE, STARTDATE and ENDDATE stand at `from` and after it.
fn is_current<const N: usize>(row: &Fields<'_, '_, N>, from: usize, date: &str) -> bool {
    row.get(from) == Some("1")
        && row.get(from + 1) == Some("1")
        && covers(row.get(from + 2), row.get(from + 3), date)
}

/// Flats by number, then the rest.
fn natural(unit: &str) -> (bool, u32, &str) {
    let end = unit.find(|c: char| !c.is_ascii_digit()).unwrap_or(unit.len());
    (end == 0, unit[..end].parse().unwrap_or(0), unit)
}
