//! The Danish address register (Danmarks Adresseregister), as a folder of the tables that it hands out.
//!
//! Every row has two spans: `registrering`, when the register believed it, and `virkning`, when it holds. What counts is what the register
//! believes last and what holds on the day of the extract, with status 1 (in force). Source: the extracts and the
//! column names of `DanmarksAdresser/Dawa`. The table of access points is read for its municipality alone; its position is not.
//!
//! The three large tables belong together by number: house number → access point → municipality, and address → house number. Their rows
//! are sorted by these numbers and walked through together.

mod interval;
mod join;
mod rows;
mod span;
mod table;
mod tables;

use std::path::{Path, PathBuf};

use super::{
    Progress,
    collected::Collected,
    kept::{Parts, Position},
};
use crate::{error::ImportError, segment::build::StreetText};
use join::{House, Large, houses};
pub(super) use span::days;
use tables::Tables;

/// Status of what is in force; 2 is closed, 3 provisional, 4 given up.
const IN_FORCE: &str = "1";
const NOT_CURRENT: &str = "not in force on the day of the extract";
const NO_STREET: &str = "house number without a street name";
const NO_POINT: &str = "house number without an access point in force";

/// A street: municipality and its own code of the street.
type RoadCode = (u32, u32);

/// File names of the large tables without their ending, in the order in which they are read.
const POINTS: &str = "dar_adgangspunkt";
pub(super) const HOUSES: &str = "dar_husnummer";
const UNITS: &str = "dar_adresse";

/// The files whose reading may be stopped and continued.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    [POINTS, HOUSES, UNITS].iter().map(|name| table::path_of(folder, name)).collect()
}

/// Reads the tables, the large ones from `from` on: an earlier import had read what stands before, and left it in `parts`.
pub(super) fn read(
    folder: &Path,
    parts: Parts,
    from: &Position,
    out: &mut Collected,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ImportError> {
    let mut tables = Tables::new(folder, from.rows, progress);
    let day = tables.day()?;
    let names = tables.road_names()?;
    let post_names = tables.post_names()?;
    let posts = tables.intervals("dar_postnr", "postdistriktnummer")?;
    let towns = tables.intervals("dar_supplerendebynavn", "bynavn")?;
    let mut large = Large::new(&out.space, parts);
    large.take_over()?;
    from.skipped.iter().for_each(|(reason, count)| out.skipped.add_many(reason, *count));
    tables.large(day, from, &mut large, out)?;
    out.version = day.date();

    let mut add = |house: House, units: &str, out: &mut Collected| {
        let Some(name) = names.get(&house.road) else {
            out.skipped.add(NO_STREET);
            return Ok(());
        };
        let (post, town) = (posts.find(house.road, &house.number).unwrap_or_default(), towns.find(house.road, &house.number));
        let post = post_names.get(post).map_or_else(|| post.to_owned(), |name| format!("{post} {name}"));
        let parts: Vec<&str> = [town.unwrap_or_default(), &post].into_iter().filter(|part| !part.is_empty()).collect();
        let after: String = parts.iter().flat_map(|part| [", ", part]).collect();
        let places: Vec<&str> = parts.iter().rev().copied().collect();
        let before = format!("{name} ");
        let street = out.street(StreetText { places: &places, street: Some(name), before: &before, after: &after });
        let number = out.house_text(&house.number);
        out.house(street, number, &house.id, units)
    };
    houses(large, out, &mut add)
}
