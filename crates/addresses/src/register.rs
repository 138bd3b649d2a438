//! An opened register.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    error::OpenError,
    manifest::{self, Manifest},
    search,
    segment::{
        ids,
        layout::{STREET_ROW, Section},
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
    segment: Segment,
    engine: search::Engine,
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

/// One official address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The source's stable key: FIAS `OBJECTGUID`, OSM `way/123`, the id of a CSV.
    pub id: String,
    /// Official text.
    pub text: String,
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
        let (manifest, path, bytes) = read_files(dir)?;
        let damaged = |reason: String| OpenError::Damaged { path: path.clone(), reason };
        let segment = Segment::parse(bytes).map_err(damaged)?;
        let engine = search::Engine::new(segment.clone()).map_err(damaged)?;
        Ok(Register { inner: Arc::new(Inner { source: manifest.source, segment, engine }) })
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
        let mut hits: Vec<Hit> = Vec::with_capacity(limit);
        // A house with two addresses is shown once; the room makes up for those left out.
        for found in self.inner.engine.search(query, limit * 2) {
            let hit = self.hit(found);
            if hits.len() < limit && hits.iter().all(|known| known.id != hit.id) {
                hits.push(hit);
            }
        }
        hits
    }

    /// The address with this key, or `None`.
    pub fn get(&self, id: &str) -> Option<Address> {
        let house = self.main_house(id)?;
        Some(Address { id: ids::get(&self.inner.segment, house), text: text(&self.inner.segment, house), units: self.units(house) })
    }

    fn hit(&self, found: search::Found) -> Hit {
        let segment = &self.inner.segment;
        let id = ids::get(segment, found.house);
        let typed = text(segment, found.house);
        match is_alias(segment, found.house).then(|| self.main_house(&id)).flatten() {
            Some(main) => Hit { id, text: text(segment, main), score: found.score, alias: Some(typed) },
            None => Hit { id, text: typed, score: found.score, alias: None },
        }
    }

    fn main_house(&self, id: &str) -> Option<u32> {
        let houses = ids::find(&self.inner.segment, id);
        houses.iter().copied().find(|house| !is_alias(&self.inner.segment, *house)).or(houses.first().copied())
    }

    fn units(&self, house: u32) -> Vec<String> {
        let segment = &self.inner.segment;
        let rows = segment.u32_count(Section::Units) / 2;
        let at = partition(rows, |row| segment.u32(Section::Units, row * 2) < house);
        if at == rows || segment.u32(Section::Units, at * 2) != house {
            return Vec::new();
        }
        let list = segment.u32(Section::Units, at * 2 + 1);
        let text = strings::get(segment, Section::UnitTextOffsets, Section::UnitTextBytes, list);
        text.lines().map(str::to_owned).collect()
    }
}

/// The manifest and the segment that it names. An import may swap them in between: then once more.
fn read_files(dir: &Path) -> Result<(Manifest, PathBuf, Vec<u8>), OpenError> {
    for _ in 0..3 {
        let manifest = Manifest::read(dir)?;
        let path = dir.join(&manifest.segment);
        match fs::read(&path) {
            Ok(bytes) => return Ok((manifest, path, bytes)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(OpenError::Read { path, source }),
        }
    }
    let reason = "it names a segment file that is missing".into();
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
    let street = street_of(segment, house);
    let part = |column: usize| {
        let at = segment.u32(Section::Streets, street * STREET_ROW + column);
        strings::get(segment, Section::StreetTextOffsets, Section::StreetTextBytes, at)
    };
    let own = segment.u32(Section::Houses, house as usize);
    [part(0), strings::get(segment, Section::HouseTextOffsets, Section::HouseTextBytes, own), part(1)].concat()
}

fn street_of(segment: &Segment, house: u32) -> usize {
    let streets = (segment.u32_count(Section::Streets) / STREET_ROW).saturating_sub(1);
    partition(streets, |street| segment.u32(Section::Streets, (street + 1) * STREET_ROW + 3) <= house)
}

fn is_alias(segment: &Segment, house: u32) -> bool {
    let count = segment.u32_count(Section::Aliases);
    let at = partition(count, |at| segment.u32(Section::Aliases, at) < house);
    at < count && segment.u32(Section::Aliases, at) == house
}
