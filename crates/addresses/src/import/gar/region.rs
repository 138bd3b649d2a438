//! One region: its objects, houses and dwellings joined by the hierarchies.

use super::{
    archive::Archive,
    entities::{Entities, Entity},
    hierarchy::Hierarchy,
    objects::STREET_LEVEL,
    types::Types,
};
use crate::{
    error::ImportError,
    import::{Collected, Progress, tally::Tally},
    segment::build::{StreetKey, StreetText},
};

const NO_PARENT: &str = "house without a street or place above it";
const NO_HOUSE: &str = "unit without its house";

/// Reads one region folder into the builder.
pub(super) fn read(
    archive: &mut Archive,
    region: &str,
    types: &Types,
    out: &mut Collected,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ImportError> {
    let entities = Entities::read(archive, region, types, out, progress)?;
    let adm = Hierarchy::read(archive, region, "AS_ADM_HIERARCHY", &entities, progress)?;
    let mun = Hierarchy::read(archive, region, "AS_MUN_HIERARCHY", &entities, progress)?;
    let mut units = dwellings(&entities, &adm, &mut out.skipped);
    units.sort_unstable_by(|a, b| (a.0, natural(&a.1)).cmp(&(b.0, natural(&b.1))));
    units.dedup();

    let mut streets: Vec<Option<StreetKey>> = vec![None; entities.objects.len()];
    let mut units = units.into_iter().peekable();
    let mut own = Vec::new();
    for (at, house) in entities.houses.iter().enumerate() {
        own.clear();
        while let Some((_, unit)) = units.next_if(|(of, _)| *of == at) {
            own.push(unit);
        }
        let number = entities.house_number(at);
        let parent = adm.parent(number).or_else(|| mun.parent(number)).map(|parent| (parent, entities.entity(parent)));
        let Some((parent, Entity::Object(object))) = parent else {
            out.skipped.add(NO_PARENT);
            continue;
        };
        let street = match streets[object] {
            Some(street) => street,
            None => {
                let street = street(&entities, &adm, &mun, parent, object, out)
                    .map_err(|reason| archive.bad(region, format!("{}: {reason}", entities.objects[object].name)))?;
                *streets[object].insert(street)
            }
        };
        out.builder.guid_house(street, house.text, house.guid, &own)?;
    }
    Ok(())
}

/// The dwellings with the house that each is in: flats, and rooms with the flat that they lie in.
fn dwellings(entities: &Entities, adm: &Hierarchy, skipped: &mut Tally) -> Vec<(usize, String)> {
    let first_flat = entities.objects.len() + entities.houses.len();
    let above = |number: u32| adm.parent(number).map(|parent| (parent, entities.entity(parent)));
    let mut units = Vec::with_capacity(entities.flats.len() + entities.rooms.len());
    for (at, text) in entities.flats.iter().enumerate() {
        match above((first_flat + at) as u32) {
            Some((_, Entity::House(house))) => units.push((house, text.clone())),
            _ => skipped.add(NO_HOUSE),
        }
    }
    for (at, text) in entities.rooms.iter().enumerate() {
        let parent = above((first_flat + entities.flats.len() + at) as u32);
        match parent {
            Some((_, Entity::House(house))) => units.push((house, text.clone())),
            Some((flat, Entity::Flat(index))) => match above(flat) {
                Some((_, Entity::House(house))) => units.push((house, format!("{}, {text}", entities.flats[index]))),
                _ => skipped.add(NO_HOUSE),
            },
            _ => skipped.add(NO_HOUSE),
        }
    }
    units
}

/// The street (or place) that houses with this parent stand in.
fn street(
    entities: &Entities,
    adm: &Hierarchy,
    mun: &Hierarchy,
    parent: u32,
    object: usize,
    out: &mut Collected,
) -> Result<StreetKey, &'static str> {
    let own = &entities.objects[object];
    let above = |hierarchy: &Hierarchy| -> Result<Vec<&str>, &'static str> {
        let names = hierarchy.ancestors(parent)?.into_iter().rev().filter_map(|number| match entities.entity(number) {
            Entity::Object(object) => Some(entities.objects[object].name.as_str()),
            _ => None,
        });
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
    let street = is_street.then_some(own.name.as_str());
    Ok(out.builder.street(StreetText { places: &places, street, before: &before, after: "" }))
}

/// Flats by number, then the rest.
fn natural(unit: &str) -> (bool, u32, &str) {
    let end = unit.find(|c: char| !c.is_ascii_digit()).unwrap_or(unit.len());
    (end == 0, unit[..end].parse().unwrap_or(0), unit)
}
