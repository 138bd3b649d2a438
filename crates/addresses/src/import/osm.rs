//! OpenStreetMap extracts: the `addr:*` tags of nodes, ways and relations. Nothing else of an object is read.

use std::{fs::File, io::BufReader, path::Path};

use osmpbf::{BlobDecode, BlobReader, Element};

use super::{
    Progress, Stage, blocks,
    bounded::BoundedReader,
    collected::Collected,
    kept::Position,
    written::{around, with_post_code},
};
use crate::{error::ImportError, segment::build::StreetText};

/// Longest tag value that is kept, in bytes.
const MAX_VALUE: usize = 250;

/// Reads the blocks from `from` on: an earlier import had read what stands before.
pub(super) fn read(path: &Path, from: &Position, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<(), ImportError> {
    let ends = blocks::ends(path)?;
    let file = File::open(path).map_err(ImportError::io(path))?;
    let total = file.metadata().map_err(ImportError::io(path))?.len();
    let (reader, meter) = BoundedReader::new(file, from.byte).map_err(ImportError::io(path))?;
    let ends = ends.into_iter().filter(|end| *end > from.byte);
    let (mut rows, mut at) = (from.rows, from.byte);
    for (blob, end) in BlobReader::new(BufReader::with_capacity(1 << 16, reader)).zip(ends) {
        let bad = |e: osmpbf::Error| bad(path, at, e);
        let blob = blob.map_err(bad)?;
        if let BlobDecode::OsmData(block) = blob.decode().map_err(bad)? {
            for element in block.elements() {
                rows += 1;
                read_element(&element, out)?;
            }
        }
        at = end;
        // The format bounds its own blobs; the limit on rows is not needed here.
        meter.row_done();
        out.row_done(&meter, || (at, 0, rows))?;
        progress(Progress { stage: Stage::Reading, done: at, total, rows });
    }
    if at < total {
        return Err(bad(path, at, "a block cannot be read"));
    }
    Ok(())
}

fn bad(path: &Path, byte: u64, reason: impl std::fmt::Display) -> ImportError {
    ImportError::bad(format!("{}, byte {byte}", path.display()), reason)
}

fn read_element(element: &Element<'_>, out: &mut Collected) -> Result<(), ImportError> {
    let (kind, id, tags) = match element {
        Element::Node(node) => ("node", node.id(), Tags::of(node.tags())),
        Element::DenseNode(node) => ("node", node.id(), Tags::of(node.tags())),
        Element::Way(way) => ("way", way.id(), Tags::of(way.tags())),
        Element::Relation(relation) => ("relation", relation.id(), Tags::of(relation.tags())),
    };
    if tags.number.is_empty() { Ok(()) } else { add(out, &format!("{kind}/{id}"), &tags) }
}

/// The tags of an address. A corner house has a second number and street.
#[derive(Default)]
struct Tags<'a> {
    number: &'a str,
    street: &'a str,
    second_number: &'a str,
    second_street: &'a str,
    place: &'a str,
    suburb: &'a str,
    city: &'a str,
    post_code: &'a str,
    unit: &'a str,
    flats: &'a str,
}

impl<'a> Tags<'a> {
    fn of(tags: impl Iterator<Item = (&'a str, &'a str)>) -> Tags<'a> {
        let mut out = Tags::default();
        for (key, value) in tags {
            let slot = match key {
                "addr:housenumber" => &mut out.number,
                "addr:street" => &mut out.street,
                "addr2:housenumber" | "addr:housenumber2" => &mut out.second_number,
                "addr2:street" | "addr:street2" => &mut out.second_street,
                "addr:place" | "addr:hamlet" => &mut out.place,
                "addr:suburb" => &mut out.suburb,
                "addr:city" => &mut out.city,
                "addr:postcode" => &mut out.post_code,
                "addr:unit" => &mut out.unit,
                "addr:flats" => &mut out.flats,
                _ => continue,
            };
            if value.len() <= MAX_VALUE && !value.contains('\n') {
                *slot = value.trim();
            }
        }
        out
    }
}

fn add(out: &mut Collected, id: &str, tags: &Tags<'_>) -> Result<(), ImportError> {
    let road = if tags.street.is_empty() { tags.place } else { tags.street };
    if road.is_empty() && tags.city.is_empty() {
        out.skipped.add("a number without street or place");
        return Ok(());
    }
    let city = with_post_code(tags.post_code, tags.city);
    let units = units(tags).join("\n");
    let mut add = |road: &str, numbers: &str| {
        let (before, after) = around(road, &city);
        let places: Vec<&str> = [city.as_str(), tags.suburb].into_iter().filter(|p| !p.is_empty()).collect();
        let street = Some(road).filter(|road| !road.is_empty());
        let street = out.street(StreetText { places: &places, street, before: &before, after: &after });
        for number in numbers.split(';').map(str::trim).filter(|n| !n.is_empty()) {
            let number = out.house_text(number);
            out.house(street, number, id, &units)?;
        }
        Ok(())
    };
    add(road, tags.number)?;
    // The same key a second time: the second address of a corner house.
    if !tags.second_street.is_empty() && !tags.second_number.is_empty() { add(tags.second_street, tags.second_number) } else { Ok(()) }
}

/// Most flats of one object.
const MAX_FLATS: usize = 1000;

/// `1-3;7` → 1, 2, 3, 7; and the unit, if the object is one.
fn units(tags: &Tags<'_>) -> Vec<String> {
    let mut units = Vec::new();
    for part in tags.flats.split([';', ',']).chain([tags.unit]).map(str::trim).filter(|part| !part.is_empty()) {
        let bounds = part.split_once('-').and_then(|(from, to)| Some((from.trim().parse::<usize>().ok()?, to.trim().parse().ok()?)));
        match bounds {
            Some((from, to)) if from <= to && to - from < MAX_FLATS => units.extend((from..=to).map(|flat| flat.to_string())),
            _ => units.push(part.to_owned()),
        }
    }
    units.truncate(MAX_FLATS);
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flats_come_as_ranges() {
        let tags = |flats| Tags { flats, ..Tags::default() };
        assert_eq!(units(&tags("1-3;7")), ["1", "2", "3", "7"]);
        assert_eq!(units(&tags("9-1, 2a")), ["9-1", "2a"]);
        assert_eq!(units(&tags("1-99999999999999")).len(), 1);
        assert!(units(&Tags::default()).is_empty());
    }

    #[test]
    fn only_address_tags_are_taken() {
        let tags = Tags::of([("addr:housenumber", " 12a "), ("name", "Rathaus"), ("addr:street", "Städtle")].into_iter());
        assert_eq!((tags.number, tags.street, tags.city), ("12a", "Städtle", ""));
    }
}
