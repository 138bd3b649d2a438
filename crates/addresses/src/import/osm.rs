//! OpenStreetMap extracts: the `addr:*` tags of nodes, ways and relations. Nothing else of an object is read.

use std::{collections::HashSet, fs::File, io::BufReader, path::Path};

use osmpbf::{Element, ElementReader};

use super::{Collected, Progress, REPORT_EVERY, Stage, bounded::BoundedReader};
use crate::{
    error::ImportError,
    segment::build::{StreetKey, StreetText},
};

/// Longest tag value that is kept, in bytes.
const MAX_VALUE: usize = 250;

pub(super) fn read(path: &Path, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<(), ImportError> {
    let file = File::open(path).map_err(ImportError::io(path))?;
    let total = file.metadata().map_err(ImportError::io(path))?.len();
    let (reader, meter) = BoundedReader::new(file);
    let mut rows = 0;
    let mut seen = HashSet::new();
    let mut failed = None;
    let each = |element: Element<'_>| {
        rows += 1;
        // The format bounds its own blobs; the limit on rows is not needed here.
        meter.row_done();
        if rows % REPORT_EVERY == 0 {
            progress(Progress { stage: Stage::Reading, done: meter.total(), total, rows });
        }
        let (kind, id, tags) = match &element {
            Element::Node(node) => ("node", node.id(), Tags::of(node.tags())),
            Element::DenseNode(node) => ("node", node.id(), Tags::of(node.tags())),
            Element::Way(way) => ("way", way.id(), Tags::of(way.tags())),
            Element::Relation(relation) => ("relation", relation.id(), Tags::of(relation.tags())),
        };
        if !tags.number.is_empty()
            && let Err(error) = add(out, &mut seen, &format!("{kind}/{id}"), &tags)
        {
            failed.get_or_insert(error);
        }
    };
    let elements = ElementReader::new(BufReader::with_capacity(1 << 16, reader));
    elements.for_each(each).map_err(|e| ImportError::bad(format!("{}, byte {}", path.display(), meter.total()), e))?;
    progress(Progress { stage: Stage::Reading, done: total, total, rows });
    failed.map_or(Ok(()), Err)
}

/// The tags of an address.
#[derive(Default)]
struct Tags<'a> {
    number: &'a str,
    street: &'a str,
    place: &'a str,
    suburb: &'a str,
    city: &'a str,
    post_code: &'a str,
}

impl<'a> Tags<'a> {
    fn of(tags: impl Iterator<Item = (&'a str, &'a str)>) -> Tags<'a> {
        let mut out = Tags::default();
        for (key, value) in tags {
            let slot = match key {
                "addr:housenumber" => &mut out.number,
                "addr:street" => &mut out.street,
                "addr:place" | "addr:hamlet" => &mut out.place,
                "addr:suburb" => &mut out.suburb,
                "addr:city" => &mut out.city,
                "addr:postcode" => &mut out.post_code,
                _ => continue,
            };
            if value.len() <= MAX_VALUE && !value.contains('\n') {
                *slot = value.trim();
            }
        }
        out
    }
}

fn add(out: &mut Collected, seen: &mut HashSet<(StreetKey, String)>, id: &str, tags: &Tags<'_>) -> Result<(), ImportError> {
    let road = if tags.street.is_empty() { tags.place } else { tags.street };
    if road.is_empty() && tags.city.is_empty() {
        out.skipped.add("a number without street or place");
        return Ok(());
    }
    let city =
        if tags.post_code.is_empty() { tags.city.to_owned() } else { format!("{} {}", tags.post_code, tags.city).trim_end().to_owned() };
    let (before, after) = around(road, &city);
    let places: Vec<&str> = [city.as_str(), tags.suburb].into_iter().filter(|p| !p.is_empty()).collect();
    let street = out.builder.street(StreetText {
        places: &places,
        street: Some(road).filter(|road| !road.is_empty()),
        before: &before,
        after: &after,
    });
    for number in tags.number.split(';').map(str::trim).filter(|n| !n.is_empty()) {
        if seen.insert((street, number.to_owned())) {
            out.builder.house(street, number, id, &[])?;
        } else {
            out.skipped.add("the same address at a second object");
        }
    }
    Ok(())
}

/// Text before and after the number, in the order of the country's letters.
fn around(road: &str, city: &str) -> (String, String) {
    let cyrillic = road.chars().any(|c| ('а'..='я').contains(&c));
    let comma = if road.is_empty() || city.is_empty() { "" } else { ", " };
    if cyrillic {
        (format!("{city}{comma}{road}, "), String::new())
    } else if road.is_empty() {
        (format!("{city} "), String::new())
    } else {
        (format!("{road} "), format!("{comma}{city}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_follows_the_script() {
        assert_eq!(around("Landstrasse", "9490 Vaduz"), ("Landstrasse ".into(), ", 9490 Vaduz".into()));
        assert_eq!(around("улица Мира", "Омск"), ("Омск, улица Мира, ".into(), String::new()));
        assert_eq!(around("", "Masescha"), ("Masescha ".into(), String::new()));
    }

    #[test]
    fn only_address_tags_are_taken() {
        let tags = Tags::of([("addr:housenumber", " 12a "), ("name", "Rathaus"), ("addr:street", "Städtle")].into_iter());
        assert_eq!((tags.number, tags.street, tags.city), ("12a", "Städtle", ""));
    }
}
