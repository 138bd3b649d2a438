//! The rows of one region that are in force, kept by OBJECTID: what an index is built from and what a delta changes.
//!
//! One file a region: an import that was stopped goes on after the last one that is complete, and a delta finds in them what the rows that it
//! changes were.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::{error::ImportError, segment::strings::Interner};

const MAGIC: &[u8; 8] = b"DSROWS01";

/// A row of AS_ADDR_OBJ with its parents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Object {
    pub(super) id: u64,
    /// 1 region … 8 street.
    pub(super) level: u8,
    /// With its kind in full: `улица Профсоюзная`.
    pub(super) name: String,
    /// What it was called before, newest last.
    pub(super) former: Vec<String>,
    /// What it lies in by each hierarchy, by OBJECTID; 0 for nothing.
    pub(super) parents: Parents,
}

/// What something lies in, by OBJECTID; 0 for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parents {
    pub(super) adm: u64,
    pub(super) mun: u64,
}

/// A row of AS_HOUSES with its parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct House {
    pub(super) id: u64,
    pub(super) guid: [u8; 16],
    pub(super) text: u32,
    pub(super) parents: Parents,
}

/// A row of AS_APARTMENTS or AS_ROOMS with what it lies in: a house, or for a room also a flat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) id: u64,
    pub(super) parent: u64,
    pub(super) text: u32,
}

/// Everything of a region.
#[derive(Default)]
pub(super) struct Region {
    pub(super) objects: Vec<Object>,
    pub(super) houses: Vec<House>,
    pub(super) units: Vec<Unit>,
    /// Texts of houses and units.
    pub(super) texts: Interner,
    pub(super) index: Index,
    /// What was left out, and how many rows were read.
    pub(super) report: Report,
}

/// What is said about the reading of a region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Report {
    pub(super) rows: u64,
    pub(super) skipped: Vec<(String, u64)>,
}

/// What an OBJECTID stands for: an index into the table of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entity {
    Object(usize),
    House(usize),
    Unit(usize),
}

/// From OBJECTID to row. Objects are few and asked for all the time: they have a table of their own.
#[derive(Default)]
pub(super) struct Index {
    objects: FxHashMap<u64, u32>,
    others: FxHashMap<u64, u32>,
}

/// Marks the index of a unit.
const UNIT: u32 = 1 << 31;

impl Index {
    pub(super) fn get(&self, id: u64) -> Option<Entity> {
        match self.objects.get(&id) {
            Some(at) => Some(Entity::Object(*at as usize)),
            None => self.other(id),
        }
    }

    /// A house or a unit.
    pub(super) fn other(&self, id: u64) -> Option<Entity> {
        self.others.get(&id).map(|at| match at & UNIT {
            0 => Entity::House(*at as usize),
            _ => Entity::Unit((at & !UNIT) as usize),
        })
    }

    pub(super) fn object(&self, id: u64) -> Option<usize> {
        self.objects.get(&id).map(|at| *at as usize)
    }

    /// Takes the OBJECTID for a row, or says no when it has one.
    pub(super) fn claim(&mut self, id: u64, entity: Entity) -> Result<bool, String> {
        let number =
            |at: usize| u32::try_from(at).ok().filter(|at| at & UNIT == 0).ok_or("more than two thousand million rows in a region");
        let (table, at) = match entity {
            Entity::Object(at) => (&mut self.objects, number(at)?),
            Entity::House(at) => (&mut self.others, number(at)?),
            Entity::Unit(at) => (&mut self.others, number(at)? | UNIT),
        };
        let before = table.len();
        table.entry(id).or_insert(at);
        Ok(table.len() > before)
    }

    pub(super) fn remove(&mut self, id: u64) {
        self.objects.remove(&id);
        self.others.remove(&id);
    }
}

impl Region {
    /// Makes room for so many houses and units.
    pub(super) fn reserve(&mut self, houses: usize, units: usize) {
        self.houses.reserve(houses);
        self.units.reserve(units);
        self.index.others.reserve(houses + units);
    }

    /// What an OBJECTID stands for. `next` is the house after the one that was asked for last: tables often have the same order.
    pub(super) fn entity(&self, id: u64, next: &mut usize) -> Option<Entity> {
        if self.houses.get(*next).is_some_and(|house| house.id == id) {
            *next += 1;
            return Some(Entity::House(*next - 1));
        }
        // Nearly all rows are of houses and flats.
        let entity = self.index.other(id).or_else(|| self.index.get(id));
        if let Some(Entity::House(at)) = entity {
            *next = at + 1;
        }
        entity
    }

    /// Writes the rows to a file, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> Result<(), ImportError> {
        let part = path.with_extension("part");
        let write = || -> io::Result<()> {
            let mut out = Summed { out: fs::File::create(&part)?, buffer: Vec::with_capacity(CHUNK + 64), sum: crc32fast::Hasher::new() };
            out.put(MAGIC)?;
            let report = serde_json::to_vec(&self.report)?;
            out.text(&report)?;
            for count in [self.texts.len(), self.objects.len(), self.houses.len(), self.units.len()] {
                out.put(&(count as u64).to_le_bytes())?;
            }
            for text in self.texts.texts() {
                out.text(text.as_bytes())?;
            }
            for object in &self.objects {
                out.numbers(&[object.id, object.parents.adm, object.parents.mun, u64::from(object.level), object.former.len() as u64])?;
                for name in std::iter::once(&object.name).chain(&object.former) {
                    out.text(name.as_bytes())?;
                }
            }
            for house in &self.houses {
                out.numbers(&[house.id, house.parents.adm, house.parents.mun])?;
                out.put(&house.guid)?;
                out.put(&house.text.to_le_bytes())?;
            }
            for unit in &self.units {
                out.numbers(&[unit.id, unit.parent])?;
                out.put(&unit.text.to_le_bytes())?;
            }
            out.flush()?;
            let sum = out.sum.clone().finalize();
            out.out.write_all(&sum.to_le_bytes())?;
            out.out.sync_all()?;
            fs::rename(&part, path)
        };
        write().map_err(ImportError::io(path))
    }

    /// Reads what [`Region::write`] wrote.
    pub(super) fn load(path: &Path) -> Result<Region, ImportError> {
        let bytes = fs::read(path).map_err(ImportError::io(path))?;
        let damaged =
            || ImportError::bad(path.display().to_string(), "the rows of the register are damaged: import the whole register again");
        let (body, sum) = bytes.split_last_chunk::<4>().ok_or_else(damaged)?;
        if crc32fast::hash(body) != u32::from_le_bytes(*sum) {
            return Err(damaged());
        }
        Region::parse(body).ok_or_else(damaged)
    }

    fn parse(body: &[u8]) -> Option<Region> {
        let mut rest = Rest(body.strip_prefix(MAGIC)?);
        let mut region = Region { report: serde_json::from_slice(rest.text()?).ok()?, ..Region::default() };
        let [texts, objects, houses, units] = rest.numbers::<4>()?;
        for _ in 0..texts {
            region.texts.id(std::str::from_utf8(rest.text()?).ok()?);
        }
        for _ in 0..objects {
            let [id, adm, mun, level, former] = rest.numbers::<5>()?;
            let mut name = || rest.text().and_then(|bytes| std::str::from_utf8(bytes).ok()).map(str::to_owned);
            let object = Object {
                id,
                level: u8::try_from(level).ok()?,
                name: name()?,
                former: (0..former).map(|_| name()).collect::<Option<_>>()?,
                parents: Parents { adm, mun },
            };
            region.index.claim(id, Entity::Object(region.objects.len())).ok()?;
            region.objects.push(object);
        }
        let known = |text: u32| (u64::from(text) < texts).then_some(text);
        for _ in 0..houses {
            let [id, adm, mun] = rest.numbers::<3>()?;
            let house = House { id, guid: rest.array()?, text: known(u32::from_le_bytes(rest.array()?))?, parents: Parents { adm, mun } };
            region.index.claim(id, Entity::House(region.houses.len())).ok()?;
            region.houses.push(house);
        }
        for _ in 0..units {
            let [id, parent] = rest.numbers::<2>()?;
            region.index.claim(id, Entity::Unit(region.units.len())).ok()?;
            region.units.push(Unit { id, parent, text: known(u32::from_le_bytes(rest.array()?))? });
        }
        rest.0.is_empty().then_some(region)
    }
}

/// Bytes that are written at a time.
const CHUNK: usize = 1 << 18;

/// Writes and sums up.
struct Summed<W> {
    out: W,
    buffer: Vec<u8>,
    sum: crc32fast::Hasher,
}

impl<W: Write> Summed<W> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= CHUNK { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sum.update(&self.buffer);
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    fn numbers(&mut self, numbers: &[u64]) -> io::Result<()> {
        let mut bytes = [0; 40];
        for (slot, number) in bytes.chunks_exact_mut(8).zip(numbers) {
            slot.copy_from_slice(&number.to_le_bytes());
        }
        self.put(&bytes[..numbers.len() * 8])
    }

    fn text(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        self.put(&length.to_le_bytes())?;
        self.put(bytes)
    }
}

/// Bytes that are not read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    fn numbers<const N: usize>(&mut self) -> Option<[u64; N]> {
        let mut numbers = [0; N];
        for number in &mut numbers {
            *number = u64::from_le_bytes(self.array()?);
        }
        Some(numbers)
    }

    fn text(&mut self) -> Option<&'a [u8]> {
        let length = u32::from_le_bytes(self.array()?) as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_survive_their_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("77.rows");
        let mut region = Region { report: Report { rows: 9, skipped: vec![("why".into(), 2)] }, ..Region::default() };
        let parents = Parents { adm: 1, mun: 2 };
        region
            .objects
            .push(Object { id: 5, level: 8, name: "улица Мира".into(), former: vec!["улица Старая".into()], parents });
        region.houses.push(House { id: 6, guid: [7; 16], text: region.texts.id("дом 1"), parents });
        region.units.push(Unit { id: 8, parent: 6, text: region.texts.id("12") });
        region.write(&path).unwrap();
        let read = Region::load(&path).unwrap();
        assert_eq!((&read.objects, &read.houses, &read.units), (&region.objects, &region.houses, &region.units));
        assert_eq!((read.texts.text(1), &read.report), ("12", &region.report));
        assert_eq!(read.index.get(8), Some(Entity::Unit(0)));
        let good = fs::read(&path).unwrap();
        for at in [0, 20, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(&path, bad).unwrap();
            assert!(Region::load(&path).is_err_and(|e| e.to_string().contains("damaged")));
        }
    }
}
