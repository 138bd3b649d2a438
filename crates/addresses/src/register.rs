//! An opened register.

use std::{io, path::Path, sync::Arc};

use doorstep_mapped::Mapped;

use crate::{
    error::OpenError,
    house::number::{self, HouseNumber},
    manifest::{self, Manifest},
    search::{Engine, Found},
    segment::{
        ids,
        layout::{STREET_ROW, Section, street},
        read::Segment,
        strings,
    },
    source::Source,
};

/// Most hits that one search gives.
const MAX_HITS: usize = 100;

/// An opened, immutable index of official addresses. Clones share their memory.
#[derive(Clone)]
pub struct Register {
    inner: Arc<Inner>,
}

struct Inner {
    source: Source,
    base: Layer,
    /// What deltas changed since the base was built; it is asked first.
    overlay: Option<Layer>,
}

/// One segment with its engine.
struct Layer {
    segment: Segment,
    engine: Engine,
}

/// A suggestion.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The source's stable key, for [`Register::get`] and for the registration.
    pub id: String,
    /// Official text.
    pub text: String,
    /// How well it fits, 0.0 to about 1.0; comparable within one answer only.
    pub score: f32,
    /// The second address of the same house that was typed (a corner house, a former name), when it was one.
    pub alias: Option<String>,
}

/// One official address, in force in the version that [`Source`] tells.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Address {
    /// The source's stable key: FIAS `OBJECTGUID`, OSM `way/123`, the id of a CSV.
    pub id: String,
    /// Official text.
    pub text: String,
    /// Where it lies, as the official text has it: `г. Столичный`, `9494 Schaan`.
    pub place: String,
    /// The street; the narrowest place where houses stand in no street.
    pub thoroughfare: String,
    /// The number in its parts.
    pub number: HouseNumber,
    /// Other texts of the same house: the second address of a corner house, former names of the street.
    pub aliases: Vec<String>,
    /// Known dwellings in natural order: `12` for a flat, with a word for anything else. May be empty.
    pub units: Vec<String>,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Register").field("source", &self.inner.source).finish_non_exhaustive()
    }
}

impl Register {
    /// Opens the index in `dir`. A later import into the same directory does not disturb it.
    ///
    /// # Errors
    /// [`OpenError::Missing`] when there is none, [`OpenError::Damaged`] when a checksum does not fit.
    pub fn open(dir: &Path) -> Result<Register, OpenError> {
        let (manifest, base, overlay) = map_files(dir)?;
        let damaged = |name: &str| {
            let path = dir.join(name);
            move |reason: String| OpenError::Damaged { path, reason }
        };
        let base = Segment::parse(base).map_err(damaged(&manifest.segment))?;
        let overlay_name = manifest.overlay.as_deref().unwrap_or_default();
        let overlay = overlay.map(Segment::parse).transpose().map_err(damaged(overlay_name))?;
        let (engine, over) = Engine::pair(base.clone(), overlay.clone()).map_err(damaged(&manifest.segment))?;
        let overlay = overlay.zip(over).map(|(segment, engine)| Layer { segment, engine });
        Ok(Register { inner: Arc::new(Inner { source: manifest.source, base: Layer { segment: base, engine }, overlay }) })
    }

    /// Checks every checksum of the index; reads all of it. [`Register::open`] leaves out, in an index of more than 64 MiB, the parts that
    /// grow with the houses.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] when a checksum does not fit.
    pub fn check(&self) -> Result<(), OpenError> {
        let damaged = |reason: String| OpenError::Damaged { path: self.inner.source.name.clone().into(), reason };
        self.layers().try_for_each(|layer| layer.segment.check()).map_err(damaged)
    }

    /// Length of the index files in bytes. They are mapped: what is not used takes no memory.
    pub fn bytes(&self) -> u64 {
        self.layers().map(|layer| layer.segment.length()).sum()
    }

    /// Where the register comes from, and how much of it was read.
    pub fn source(&self) -> &Source {
        &self.inner.source
    }

    /// The addresses that fit what was typed, best first, at most `limit`.
    ///
    /// `query` may be unfinished, in any supported script or keyboard layout; what is beyond 200 characters is ignored.
    /// A query of a street only gives houses of the streets that fit.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let limit = limit.min(MAX_HITS);
        let mut found: Vec<(&Layer, Found)> = Vec::with_capacity(limit * 2);
        for layer in self.layers() {
            // A house with two addresses is shown once; the room makes up for those left out.
            found.extend(layer.engine.search(query, limit * 2).into_iter().map(|found| (layer, found)));
        }
        if self.inner.overlay.is_some() {
            found.sort_by(|a, b| b.1.score.total_cmp(&a.1.score));
        }
        let mut hits: Vec<Hit> = Vec::with_capacity(limit);
        for (layer, found) in found {
            if hits.len() >= limit {
                break;
            }
            let hit = layer.hit(found);
            if hits.iter().all(|known| known.id != hit.id) {
                hits.push(hit);
            }
        }
        hits
    }

    /// The address with this key, or `None`.
    pub fn get(&self, id: &str) -> Option<Address> {
        self.layers().find_map(|layer| layer.get(id))
    }

    /// The overlay before the base.
    fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.inner.overlay.iter().chain([&self.inner.base])
    }
}

impl Layer {
    fn get(&self, id: &str) -> Option<Address> {
        let houses = self.houses(id);
        let main = self.main_of(&houses)?;
        let aliases = houses.iter().filter(|house| **house != main).map(|house| text(&self.segment, *house));
        let former = self.engine.former_names(street_of(&self.segment, main) as u32).map(|street| text_in(&self.segment, street, main));
        let part = |column| street_part(&self.segment, street_of(&self.segment, main) as u32, column).trim_matches([',', ' ']);
        let places = [part(street::PLACES), part(street::AFTER)];
        Some(Address {
            id: ids::get(&self.segment, main),
            text: text(&self.segment, main),
            place: places.into_iter().filter(|place| !place.is_empty()).collect::<Vec<_>>().join(", "),
            thoroughfare: part(street::OWN).to_owned(),
            number: number::of(&self.segment, self.segment.u32(Section::Houses, main as usize)),
            aliases: aliases.chain(former).collect(),
            units: self.units(main),
        })
    }

    fn hit(&self, found: Found) -> Hit {
        let segment = &self.segment;
        let id = ids::get(segment, found.house);
        let typed = text_in(segment, found.street, found.house);
        let main = if is_alias(segment, found.house) { self.main_of(&self.houses(&id)) } else { None };
        let main = main.or_else(|| self.engine.is_former(found.street).then_some(found.house));
        match main.map(|main| text(segment, main)).filter(|official| *official != typed) {
            Some(official) => Hit { id, text: official, score: found.score, alias: Some(typed) },
            None => Hit { id, text: typed, score: found.score, alias: None },
        }
    }

    /// The houses with this key that are still there.
    fn houses(&self, id: &str) -> Vec<u32> {
        ids::find(&self.segment, id).into_iter().filter(|house| !self.engine.is_gone(*house)).collect()
    }

    /// The one of them that is no second address.
    fn main_of(&self, houses: &[u32]) -> Option<u32> {
        houses.iter().copied().find(|house| !is_alias(&self.segment, *house)).or(houses.first().copied())
    }

    fn units(&self, house: u32) -> Vec<String> {
        units_text(&self.segment, house).map_or_else(Vec::new, |text| text.lines().map(str::to_owned).collect())
    }
}

/// The known dwellings of a house, one a line.
fn units_text(segment: &Segment, house: u32) -> Option<&str> {
    let rows = segment.u32_count(Section::Units) / 2;
    let at = partition(rows, |row| segment.u32(Section::Units, row * 2) < house);
    (at < rows && segment.u32(Section::Units, at * 2) == house).then(|| {
        let list = segment.u32(Section::Units, at * 2 + 1);
        strings::get(segment, Section::UnitTextOffsets, Section::UnitTextBytes, list)
    })
}

/// The manifest and the files that it names. An import may swap them in between: then once more.
fn map_files(dir: &Path) -> Result<(Manifest, Mapped, Option<Mapped>), OpenError> {
    for _ in 0..3 {
        let manifest = Manifest::read(dir)?;
        let map = |name: &str| {
            let path = dir.join(name);
            match Mapped::open(&path) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(e) if e.kind() == io::ErrorKind::InvalidInput => Err(OpenError::Damaged { path, reason: "the file is empty".into() }),
                Err(source) => Err(OpenError::Read { path, source }),
            }
        };
        let overlay = manifest.overlay.as_deref().map(map).transpose()?;
        if let (Some(base), false) = (map(&manifest.segment)?, matches!(overlay, Some(None))) {
            return Ok((manifest, base, overlay.flatten()));
        }
    }
    let reason = "it names a file that is missing".into();
    Err(OpenError::Damaged { path: dir.join(manifest::FILE), reason })
}

/// The first index for which `before` is false.
pub(crate) fn partition(count: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The official text of a house: its street's text around its own.
pub(crate) fn text(segment: &Segment, house: u32) -> String {
    text_in(segment, street_of(segment, house) as u32, house)
}

/// The text of a house by a certain name of its street.
fn text_in(segment: &Segment, of: u32, house: u32) -> String {
    let part = |column: usize| street_part(segment, of, column);
    let own = segment.u32(Section::Houses, house as usize);
    let own = strings::get(segment, Section::HouseTextOffsets, Section::HouseTextBytes, own);
    [part(street::PLACES), part(street::OWN), own, part(street::AFTER)].concat()
}

/// One of the texts of a street.
fn street_part(segment: &Segment, of: u32, column: usize) -> &str {
    let at = segment.u32(Section::Streets, of as usize * STREET_ROW + column);
    strings::get(segment, Section::StreetTextOffsets, Section::StreetTextBytes, at)
}

fn street_of(segment: &Segment, house: u32) -> usize {
    let former = segment.u32_count(Section::FormerStreets);
    let streets = (segment.u32_count(Section::Streets) / STREET_ROW).saturating_sub(1 + former);
    partition(streets, |street| segment.u32(Section::Streets, (street + 1) * STREET_ROW + street::FIRST_HOUSE) <= house)
}

fn is_alias(segment: &Segment, house: u32) -> bool {
    let count = segment.u32_count(Section::Aliases);
    let at = partition(count, |at| segment.u32(Section::Aliases, at) < house);
    at < count && segment.u32(Section::Aliases, at) == house
}
