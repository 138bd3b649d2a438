//! A delta: the same tables with the rows that changed, applied by object to the rows that the register was built from.
//!
//! A row says of its object that it is in force (then it is the object's state from now on) or, being the newest version, that it is
//! not (then the object is gone). Rows of older versions are history: they add former names and nothing else.

use std::{collections::BTreeSet, path::Path};

use rustc_hash::FxHashSet;

use super::{
    archive::Archive,
    feed::house_of,
    journal::{Changes, Journal},
    objects::former_name,
    read::{self, FLAT, HIERARCHY, HOUSE, OBJECT, ROOM},
    rows::{Entity, House, Object, Parents, Region, Unit},
    types::Types,
};
use crate::{
    error::ImportError,
    import::Progress,
    segment::ids::{parse_guid, show_guid},
};

/// Column of the day on which a row entered the register.
const UPDATED: &str = "UPDATEDATE";

/// A delta as read.
pub(super) struct Delta {
    pub(super) journal: Journal,
    /// The days on which its rows entered the register.
    pub(super) days: BTreeSet<String>,
}

/// Most days that are told apart.
const MAX_DAYS: usize = 100_000;

/// Reads all regions of a delta.
pub(super) fn read(archive: &mut Archive, types: &Types, progress: &mut dyn FnMut(Progress)) -> Result<Delta, ImportError> {
    let mut delta = Delta { journal: Journal::default(), days: BTreeSet::new() };
    for folder in archive.regions() {
        let changes = changes(archive, &folder, types, &mut delta.days, progress)?;
        delta.journal.regions.insert(folder, changes);
    }
    Ok(delta)
}

fn changes(
    archive: &mut Archive,
    folder: &str,
    types: &Types,
    days: &mut BTreeSet<String>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Changes, ImportError> {
    let date = archive.date().to_owned();
    let mut changes = Changes::default();
    archive.rows(folder, "AS_ADDR_OBJ", dated::<_, 9>(OBJECT), progress, |row| {
        entered(days, row.raw(8));
        let id = row.number(0)?;
        if read::is_current(&row, 4, &date) {
            changes.objects.insert(id, Some(read::object(&row, types)?));
        } else if row.is(4, b'1') {
            changes.objects.entry(id).or_insert(None);
        } else if let Ok((_, name)) = read::object(&row, types) {
            changes.former.entry(id).or_default().push(name);
        }
        Ok(())
    })?;
    archive.rows(folder, "AS_HOUSES", dated::<_, 13>(HOUSE), progress, |row| {
        entered(days, row.raw(12));
        let id = row.number(0)?;
        if read::is_current(&row, 8, &date) {
            let guid = show_guid(&read::guid(&row)?);
            changes.houses.insert(id, read::house(&row, types)?.map(|text| (guid, text)));
        } else if row.is(8, b'1') {
            changes.houses.entry(id).or_insert(None);
        }
        Ok(())
    })?;
    for (table, columns, rooms) in [("AS_APARTMENTS", FLAT, false), ("AS_ROOMS", ROOM, true)] {
        archive.rows(folder, table, dated::<_, 8>(columns), progress, |row| {
            entered(days, row.raw(7));
            let id = row.number(0)?;
            if read::is_current(&row, 3, &date) {
                changes.units.insert(id, read::unit(&row, types, rooms)?);
            } else if row.is(3, b'1') {
                changes.units.entry(id).or_insert(None);
            }
            Ok(())
        })?;
    }
    for (table, parents) in [("AS_ADM_HIERARCHY", &mut changes.adm), ("AS_MUN_HIERARCHY", &mut changes.mun)] {
        archive.rows(folder, table, dated::<_, 7>(HIERARCHY), progress, |row| {
            entered(days, row.raw(6));
            match read::parent(&row, &date)? {
                Some((id, parent)) => parents.entry(id).or_default().lies_in(parent),
                None => parents.entry(row.number(0)?).or_default().ends(read::stated_parent(&row)?),
            }
            Ok(())
        })?;
    }
    Ok(changes)
}

/// The columns, and the day on which the row entered the register.
fn dated<const N: usize, const M: usize>(columns: [&'static str; N]) -> [&'static str; M] {
    std::array::from_fn(|at| columns.get(at).copied().unwrap_or(UPDATED))
}

fn entered(days: &mut BTreeSet<String>, day: &[u8]) {
    if let Ok(day) = std::str::from_utf8(day)
        && day.len() == 10
        && !days.contains(day)
        && days.len() < MAX_DAYS
    {
        days.insert(day.to_owned());
    }
}

/// What a delta touches in a region.
pub(super) struct Touched {
    /// Houses, by OBJECTID, whose text, place, key or dwellings changed.
    pub(super) houses: FxHashSet<u64>,
    /// Public keys that touched houses had before.
    pub(super) before: Vec<[u8; 16]>,
}

/// Changes the rows of a region, and says which houses are touched by it.
pub(super) fn apply(region: &mut Region, changes: &Changes, path: &Path) -> Result<Touched, ImportError> {
    let bad = |reason: String| ImportError::bad(path.display().to_string(), reason);
    let known: Vec<(u64, [u8; 16])> = region.houses.iter().map(|house| (house.id, house.guid)).collect();
    let mut houses: FxHashSet<u64> = changes.houses.keys().copied().collect();
    // Where dwellings were before.
    for id in changes.units.keys().chain(changes.adm.keys()) {
        touch_house_of(region, *id, &mut houses);
    }
    apply_objects(region, changes).map_err(bad)?;
    apply_houses(region, changes).map_err(bad)?;
    apply_units(region, changes).map_err(bad)?;
    for (id, parent) in &changes.adm {
        match region.index.get(*id) {
            Some(Entity::Object(at)) => region.objects[at].parents.adm = parent.after(region.objects[at].parents.adm),
            Some(Entity::House(at)) => region.houses[at].parents.adm = parent.after(region.houses[at].parents.adm),
            Some(Entity::Unit(at)) => region.units[at].parent = parent.after(region.units[at].parent),
            None => {}
        }
    }
    for (id, parent) in &changes.mun {
        match region.index.get(*id) {
            Some(Entity::Object(at)) => region.objects[at].parents.mun = parent.after(region.objects[at].parents.mun),
            Some(Entity::House(at)) => region.houses[at].parents.mun = parent.after(region.houses[at].parents.mun),
            Some(Entity::Unit(_)) | None => {}
        }
    }
    // Where they are now, and everything that lies in a changed place or street.
    for id in changes.units.keys().chain(changes.adm.keys()).chain(changes.mun.keys()) {
        touch_house_of(region, *id, &mut houses);
    }
    let changed: FxHashSet<u64> =
        changes.objects.keys().chain(changes.former.keys()).chain(changes.adm.keys()).chain(changes.mun.keys()).copied().collect();
    let mut below = vec![None; region.objects.len()];
    for at in 0..region.houses.len() {
        let Parents { adm, mun } = region.houses[at].parents;
        if [adm, mun].into_iter().any(|parent| lies_below(region, parent, &changed, &mut below, 0)) {
            houses.insert(region.houses[at].id);
        }
    }
    let before = known.into_iter().filter(|(id, _)| houses.contains(id)).map(|(_, guid)| guid).collect();
    Ok(Touched { houses, before })
}

fn touch_house_of(region: &Region, id: u64, houses: &mut FxHashSet<u64>) {
    let house = match region.index.other(id) {
        Some(Entity::House(house)) => Some(house),
        Some(Entity::Unit(unit)) => house_of(region, region.units[unit].parent),
        _ => None,
    };
    houses.extend(house.map(|house| region.houses[house].id));
}

/// Deepest chain that is followed; `feed` refuses longer ones.
const MAX_CHAIN: usize = 32;

/// Is the object, or anything above it, among the changed ones?
fn lies_below(region: &Region, id: u64, changed: &FxHashSet<u64>, known: &mut [Option<bool>], depth: usize) -> bool {
    if changed.contains(&id) {
        return true;
    }
    let Some(at) = region.index.object(id).filter(|_| depth < MAX_CHAIN) else { return false };
    if let Some(known) = known[at] {
        return known;
    }
    let Parents { adm, mun } = region.objects[at].parents;
    let below = lies_below(region, adm, changed, known, depth + 1) || lies_below(region, mun, changed, known, depth + 1);
    known[at] = Some(below);
    below
}

fn apply_objects(region: &mut Region, changes: &Changes) -> Result<(), String> {
    for (id, change) in &changes.objects {
        match (change, region.index.object(*id)) {
            (Some((level, name)), Some(at)) => {
                let object = &mut region.objects[at];
                let before = std::mem::replace(&mut object.name, name.clone());
                object.level = *level;
                former_name(object, before);
            }
            (Some((level, name)), None) => {
                if region.index.claim(*id, Entity::Object(region.objects.len()))? {
                    let object = Object { id: *id, level: *level, name: name.clone(), former: Vec::new(), parents: Parents::default() };
                    region.objects.push(object);
                }
            }
            (None, _) => region.index.remove(*id),
        }
    }
    for (id, names) in &changes.former {
        if let Some(at) = region.index.object(*id) {
            names.iter().for_each(|name| former_name(&mut region.objects[at], name.clone()));
        }
    }
    Ok(())
}

fn apply_houses(region: &mut Region, changes: &Changes) -> Result<(), String> {
    for (id, change) in &changes.houses {
        let Some((guid, text)) = change else {
            region.index.remove(*id);
            continue;
        };
        let guid = parse_guid(guid).ok_or("a key in the journal is no GUID")?;
        let text = region.texts.id(text);
        match region.index.other(*id) {
            Some(Entity::House(at)) => (region.houses[at].guid, region.houses[at].text) = (guid, text),
            _ => {
                if region.index.claim(*id, Entity::House(region.houses.len()))? {
                    region.houses.push(House { id: *id, guid, text, parents: Parents::default() });
                }
            }
        }
    }
    Ok(())
}

fn apply_units(region: &mut Region, changes: &Changes) -> Result<(), String> {
    for (id, change) in &changes.units {
        let Some(text) = change else {
            region.index.remove(*id);
            continue;
        };
        let text = region.texts.id(text);
        match region.index.other(*id) {
            Some(Entity::Unit(at)) => region.units[at].text = text,
            _ => {
                if region.index.claim(*id, Entity::Unit(region.units.len()))? {
                    region.units.push(Unit { id: *id, parent: 0, text });
                }
            }
        }
    }
    Ok(())
}
