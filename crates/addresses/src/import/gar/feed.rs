//! From the rows of a region to streets and houses with their texts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    dwellings::{Dwelling, NO_HOUSE, dwellings},
    kept_rows::{Head, Rows},
    rows::{Coder, Entity, Object, Parents, Region},
};
use crate::{
    error::ImportError,
    import::tally::Tally,
    runs::Space,
    segment::build::{Builder, StreetKey, StreetText},
};

const NO_PARENT: &str = "house without a street or place above it";

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

/// Hands all houses of a region to the builder.
pub(super) fn feed(rows: &mut Rows, space: &Space, builder: &mut Builder, skipped: &mut Tally) -> Result<(), FeedError> {
    let failed = |error| FeedError::Import(ImportError::io(space.folder())(error));
    let mut dwellings = dwellings(rows, space, skipped).map_err(failed)?;
    let Head { objects, numbers, texts, .. } = &rows.head;
    let mut places = Places::new(objects, numbers);
    let mut known = vec![None; texts.len()];
    let (mut houses, mut coder) = (rows.houses.rows().map_err(failed)?, Coder::default());
    let mut next = dwellings.next().map_err(failed)?;
    let (mut at, mut units) = (0, String::new());
    while let Some(house) = houses.next(|bytes| coder.take_house(bytes)).map_err(failed)? {
        units.clear();
        while let Some(dwelling) = next.take_if(|next| next.house == at) {
            dwelling.write(texts, &mut units);
            next = dwellings.next().map_err(failed)?;
        }
        at += 1;
        let Some(street) = places.street(house.parents, builder)? else {
            skipped.add(NO_PARENT);
            continue;
        };
        let text = *known[house.text as usize].get_or_insert_with(|| builder.house_text(texts.text(house.text)));
        builder.guid_house(street, text, house.guid, &units).map_err(FeedError::Import)?;
    }
    Ok(())
}

/// Hands the houses of a region with these OBJECTIDs to the builder.
pub(super) fn feed_some(region: &Region, only: &FxHashSet<u64>, builder: &mut Builder, skipped: &mut Tally) -> Result<(), FeedError> {
    let mut places = Places::new(&region.objects, &region.index.objects);
    let mut units = some_dwellings(region, only, skipped);
    for (at, house) in region.houses.iter().enumerate() {
        // A house that a delta took away is in the rows but not in their index.
        if !only.contains(&house.id) || region.index.other(house.id) != Some(Entity::House(at)) {
            continue;
        }
        let Some(street) = places.street(house.parents, builder)? else {
            skipped.add(NO_PARENT);
            continue;
        };
        let text = builder.house_text(region.texts.text(house.text));
        let units = units.remove(&at).unwrap_or_default();
        builder.guid_house(street, text, house.guid, &units).map_err(FeedError::Import)?;
    }
    Ok(())
}

/// The dwellings of houses by their place, one a line: flats, and rooms with the flat that they lie in.
fn some_dwellings(region: &Region, only: &FxHashSet<u64>, skipped: &mut Tally) -> FxHashMap<usize, String> {
    let mut units: FxHashMap<usize, String> = FxHashMap::default();
    for (at, unit) in region.units.iter().enumerate() {
        if region.index.other(unit.id) != Some(Entity::Unit(at)) {
            continue;
        }
        let Some(house) = house_of(region, unit.parent) else {
            skipped.add(NO_HOUSE);
            continue;
        };
        if only.contains(&region.houses[house].id) {
            let flat = match region.index.other(unit.parent) {
                Some(Entity::Unit(flat)) => Some(region.units[flat].text),
                _ => None,
            };
            Dwelling { house: 0, flat, text: unit.text }.write(&region.texts, units.entry(house).or_default());
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

/// The streets of a region, as the builder knows them.
struct Places<'r> {
    objects: &'r [Object],
    numbers: &'r FxHashMap<u64, u32>,
    streets: Vec<Option<StreetKey>>,
    /// What the house before lay in, and its street.
    last: (Parents, Option<StreetKey>),
}

impl<'r> Places<'r> {
    fn new(objects: &'r [Object], numbers: &'r FxHashMap<u64, u32>) -> Places<'r> {
        Places { objects, numbers, streets: vec![None; objects.len()], last: (Parents::default(), None) }
    }

    /// The street, or place without streets, of a house that lies there; by the administrative hierarchy before the other.
    #[inline]
    fn street(&mut self, parents: Parents, builder: &mut Builder) -> Result<Option<StreetKey>, FeedError> {
        if self.last.0 == parents {
            return Ok(self.last.1);
        }
        let at = self.number(parents.adm).or_else(|| self.number(parents.mun));
        let street = at.map(|at| self.street_at(at, builder)).transpose()?;
        self.last = (parents, street);
        Ok(street)
    }

    fn street_at(&mut self, at: usize, builder: &mut Builder) -> Result<StreetKey, FeedError> {
        if let Some(street) = self.streets[at] {
            return Ok(street);
        }
        let named = |reason| FeedError::Rows(format!("{}: {reason}", self.objects[at].name));
        let street = self.told(at, builder).map_err(named)?;
        Ok(*self.streets[at].insert(street))
    }

    fn number(&self, id: u64) -> Option<usize> {
        self.numbers.get(&id).map(|at| *at as usize)
    }

    /// Tells the builder of a street with its former names.
    fn told(&self, at: usize, builder: &mut Builder) -> Result<StreetKey, &'static str> {
        let own = &self.objects[at];
        let official: Vec<&Object> = self.above(at, |object| object.parents.adm)?;
        let municipal: Vec<&Object> = self.above(at, |object| object.parents.mun)?;
        let shown = if official.is_empty() { &municipal } else { &official };
        let before = |name: &str| -> String {
            shown.iter().map(|object| object.name.as_str()).chain([name]).flat_map(|name| [name, ", "]).collect()
        };
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
    fn above(&self, at: usize, parent: impl Fn(&Object) -> u64) -> Result<Vec<&'r Object>, &'static str> {
        let mut chain = vec![at];
        let mut last = at;
        while let Some(next) = self.number(parent(&self.objects[last])) {
            if chain.contains(&next) {
                return Err("the hierarchy is cyclic: it lies in itself");
            }
            if chain.len() > MAX_CHAIN {
                return Err("too many objects lie above each other");
            }
            chain.push(next);
            last = next;
        }
        Ok(chain[1..].iter().rev().map(|at| &self.objects[*at]).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_an_error() {
        let chain = |parents: &[(u64, u64)]| {
            let numbers = (0u32..).zip(parents).map(|(at, (id, _))| (*id, at)).collect();
            let object = |(id, adm): &(u64, u64)| {
                let parents = Parents { adm: *adm, mun: 0 };
                Object { id: *id, level: 5, name: id.to_string(), former: vec![], parents }
            };
            let objects: Vec<Object> = parents.iter().map(object).collect();
            let places = Places::new(&objects, &numbers);
            places.above(0, |object| object.parents.adm).map(|all| all.iter().map(|o| o.id).collect::<Vec<_>>())
        };
        assert!(chain(&[(1, 2), (2, 3), (3, 2)]).unwrap_err().contains("cyclic"));
        assert!(chain(&[(1, 1)]).unwrap_err().contains("cyclic"));
        assert_eq!(chain(&[(1, 2), (2, 3), (3, 0)]).unwrap(), [3, 2]);
        let long: Vec<(u64, u64)> = (1..40).map(|id| (id, id + 1)).collect();
        assert!(chain(&long).unwrap_err().contains("too many"));
    }
}
