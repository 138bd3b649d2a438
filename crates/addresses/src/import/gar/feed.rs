//! From the rows of a region to streets and houses with their texts.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::rows::{Entity, Object, Region};
use crate::{
    error::ImportError,
    import::{gathered::natural, tally::Tally},
    segment::build::{Builder, StreetKey, StreetText},
};

const NO_PARENT: &str = "house without a street or place above it";
const NO_HOUSE: &str = "unit without its house";

/// Level of streets; wider objects are places.
const STREET_LEVEL: u8 = 8;
/// Longest chain of objects from a house up to its region.
const MAX_CHAIN: usize = 16;

/// Why rows are no register.
pub(super) enum FeedError {
    /// What is wrong with which object.
    Rows(String),
    /// A limit of the index.
    Import(ImportError),
}

/// Hands houses to the builder: all of them, or those with these OBJECTIDs.
pub(super) fn feed(region: &Region, only: Option<&FxHashSet<u64>>, builder: &mut Builder, skipped: &mut Tally) -> Result<(), FeedError> {
    let mut units = dwellings(region, only, skipped);
    units.sort_unstable_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
    units.dedup();
    let mut units = units.into_iter().peekable();
    let mut own = Vec::new();
    let mut streets: Vec<Option<StreetKey>> = vec![None; region.objects.len()];
    let mut texts = vec![None; region.texts.len()];
    for (at, house) in region.houses.iter().enumerate() {
        own.clear();
        while let Some((_, _, unit)) = units.next_if(|(of, ..)| *of == at) {
            own.push(unit);
        }
        // A house that a delta took away is in the rows but not in their index.
        let there = |only: &FxHashSet<u64>| only.contains(&house.id) && region.index.other(house.id) == Some(Entity::House(at));
        if !only.is_none_or(there) {
            continue;
        }
        let parents = [house.parents.adm, house.parents.mun];
        let Some(object) = parents.into_iter().find_map(|parent| region.index.object(parent)) else {
            skipped.add(NO_PARENT);
            continue;
        };
        let street = match streets[object] {
            Some(street) => street,
            None => {
                let street = street(region, object, builder)
                    .map_err(|reason| FeedError::Rows(format!("{}: {reason}", region.objects[object].name)))?;
                *streets[object].insert(street)
            }
        };
        let text = *texts[house.text as usize].get_or_insert_with(|| builder.house_text(region.texts.text(house.text)));
        builder.guid_house(street, text, house.guid, own.iter().map(|unit| &**unit)).map_err(FeedError::Import)?;
    }
    Ok(())
}

/// A dwelling: the index of its house, the number that it begins with, its text.
type Dwelling<'r> = (usize, (bool, u32), Cow<'r, str>);

/// The dwellings: flats, and rooms with the flat that they lie in.
fn dwellings<'r>(region: &'r Region, only: Option<&FxHashSet<u64>>, skipped: &mut Tally) -> Vec<Dwelling<'r>> {
    let mut units = Vec::with_capacity(if only.is_none() { region.units.len() } else { 0 });
    for (at, unit) in region.units.iter().enumerate() {
        if only.is_some() && region.index.other(unit.id) != Some(Entity::Unit(at)) {
            continue;
        }
        let Some(house) = house_of(region, unit.parent) else {
            skipped.add(NO_HOUSE);
            continue;
        };
        if only.is_none_or(|only| only.contains(&region.houses[house].id)) {
            let text = region.texts.text(unit.text);
            let text = match region.index.other(unit.parent) {
                Some(Entity::Unit(flat)) => Cow::Owned(format!("{}, {text}", region.texts.text(region.units[flat].text))),
                _ => Cow::Borrowed(text),
            };
            let (words, number, _) = natural(&text);
            units.push((house, (words, number), text));
        }
    }
    units
}

/// The house that a unit is in, if any.
pub(super) fn house_of(region: &Region, parent: u64) -> Option<usize> {
    match region.index.other(parent)? {
        Entity::House(house) => Some(house),
        Entity::Unit(flat) => match region.index.other(region.units[flat].parent)? {
            Entity::House(house) => Some(house),
            _ => None,
        },
        Entity::Object(_) => None,
    }
}

/// The street (or place) that houses with this parent stand in, with its former names.
fn street(region: &Region, at: usize, builder: &mut Builder) -> Result<StreetKey, &'static str> {
    let own = &region.objects[at];
    let official: Vec<&Object> = above(region, at, |object| object.parents.adm)?;
    let municipal: Vec<&Object> = above(region, at, |object| object.parents.mun)?;
    let shown = if official.is_empty() { &municipal } else { &official };
    let before =
        |name: &str| -> String { shown.iter().map(|object| object.name.as_str()).chain([name]).flat_map(|name| [name, ", "]).collect() };
    // The words of both hierarchies and of what places were called; the official ones last, the narrowest place at the end.
    let mut places: Vec<&str> = Vec::new();
    let names = |object: &&'_ Object| object.name.clone();
    let known: Vec<String> = official.iter().map(names).collect();
    places.extend(municipal.iter().filter(|object| !known.contains(&object.name)).map(|object| object.name.as_str()));
    places.extend(official.iter().chain(&municipal).flat_map(|object| &object.former).map(String::as_str));
    places.extend(official.iter().map(|object| object.name.as_str()));
    let is_street = own.level >= STREET_LEVEL;
    if !is_street {
        places.extend(own.former.iter().map(String::as_str));
        places.push(&own.name);
    }
    let text = before(&own.name);
    let key = builder.street(StreetText { places: &places, street: is_street.then_some(&own.name), before: &text, after: "" });
    if is_street {
        for former in &own.former {
            let text = before(former);
            builder.former(key, StreetText { places: &places, street: Some(former), before: &text, after: "" });
        }
    }
    Ok(key)
}

/// Everything above an object in one hierarchy, widest first.
fn above(region: &Region, at: usize, parent: impl Fn(&Object) -> u64) -> Result<Vec<&Object>, &'static str> {
    let mut chain = vec![at];
    let mut last = at;
    while let Some(next) = region.index.object(parent(&region.objects[last])) {
        if chain.contains(&next) {
            return Err("the hierarchy is cyclic: it lies in itself");
        }
        if chain.len() > MAX_CHAIN {
            return Err("too many objects lie above each other");
        }
        chain.push(next);
        last = next;
    }
    Ok(chain[1..].iter().rev().map(|at| &region.objects[*at]).collect())
}

#[cfg(test)]
mod tests {
    use super::{super::rows::Parents, *};

    fn region(parents: &[(u64, u64)]) -> Region {
        let mut region = Region::default();
        for (id, adm) in parents {
            region.index.claim(*id, Entity::Object(region.objects.len())).unwrap();
            let parents = Parents { adm: *adm, mun: 0 };
            region.objects.push(Object { id: *id, level: 5, name: id.to_string(), former: vec![], parents });
        }
        region
    }

    #[test]
    fn a_circle_is_an_error() {
        let chain = |region: &Region| above(region, 0, |object| object.parents.adm).map(|all| all.iter().map(|o| o.id).collect::<Vec<_>>());
        assert!(chain(&region(&[(1, 2), (2, 3), (3, 2)])).unwrap_err().contains("cyclic"));
        assert!(chain(&region(&[(1, 1)])).unwrap_err().contains("cyclic"));
        assert_eq!(chain(&region(&[(1, 2), (2, 3), (3, 0)])).unwrap(), [3, 2]);
        let long: Vec<(u64, u64)> = (1..40).map(|id| (id, id + 1)).collect();
        assert!(chain(&region(&long)).unwrap_err().contains("too many"));
    }
}
