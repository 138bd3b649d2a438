//! The Danish address register (Danmarks Adresseregister), as a folder of the tables that it hands out.
//!
//! Every row has two spans: `registrering`, when the register believed it, and `virkning`, when it holds. What counts is what the register
//! believes last and what holds on the day of the extract, with status 1 (in force). Source: the extracts and the
//! column names of `DanmarksAdresser/Dawa`. The table of access points is read for its municipality alone; its position is not.

mod interval;
mod span;
mod table;

use std::{collections::HashMap, path::Path};

use super::{Collected, Progress, Stage, gathered::Gathered};
use crate::{error::ImportError, segment::build::StreetText};
use interval::Intervals;
pub(super) use span::days;
use span::{Instant, Span};
use table::{Row, Table};

/// Status of what is in force; 2 is closed, 3 provisional, 4 given up.
const IN_FORCE: &str = "1";
const NOT_CURRENT: &str = "not in force on the day of the extract";
const NO_STREET: &str = "house number without a street name";

/// A street: municipality and its own code of the street.
type RoadCode = (u32, u32);

/// File names of the tables without their ending.
pub(super) const HOUSES: &str = "dar_husnummer";

struct House {
    number: String,
    /// Street, once the access point told the municipality.
    road: RoadCode,
    /// Stable public key.
    id: String,
}

pub(super) fn read(folder: &Path, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<(), ImportError> {
    let mut tables = Tables { folder, done: 0, total: table::total(folder), rows: 0, progress };
    let day = tables.day()?;
    let names = tables.road_names()?;
    let post_names = tables.post_names()?;
    let posts = tables.intervals("dar_postnr", "postdistriktnummer")?;
    let towns = tables.intervals("dar_supplerendebynavn", "bynavn")?;
    let municipalities = tables.municipalities(day)?;
    let houses = tables.houses(day, &municipalities, out)?;
    let mut units = tables.units(day, out)?;
    out.version = day.date();

    let mut gathered = Gathered::default();
    let mut numbers: Vec<u64> = houses.keys().copied().collect();
    numbers.sort_unstable();
    for number in numbers {
        let house = &houses[&number];
        let Some(name) = names.get(&house.road) else {
            out.skipped.add(NO_STREET);
            continue;
        };
        let at = |intervals: &Intervals| intervals.find(house.road, &house.number).unwrap_or_default().to_owned();
        let (post, town) = (at(&posts), at(&towns));
        let post = post_names.get(&post).map_or(post.clone(), |name| format!("{post} {name}"));
        let parts: Vec<&str> = [town.as_str(), post.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        let after: String = parts.iter().flat_map(|part| [", ", part]).collect();
        let places: Vec<&str> = parts.iter().rev().copied().collect();
        let before = format!("{name} ");
        let street = out.builder.street(StreetText { places: &places, street: Some(name), before: &before, after: &after });
        let units = units.remove(&number).unwrap_or_default();
        gathered.add(out, street, &house.number, &house.id, units.first().map_or("", String::as_str))?;
        for unit in units.iter().skip(1) {
            gathered.add(out, street, &house.number, &house.id, unit)?;
        }
    }
    gathered.finish(out)
}

/// The folder, and how much of it was read.
struct Tables<'a> {
    folder: &'a Path,
    done: u64,
    total: u64,
    rows: u64,
    progress: &'a mut dyn FnMut(Progress),
}

impl Tables<'_> {
    /// Reads a table; `each` gets the wanted columns.
    fn each<const N: usize>(
        &mut self,
        name: &str,
        wanted: [&'static str; N],
        each: &mut dyn FnMut(Row<'_, N>) -> Result<(), String>,
    ) -> Result<(), ImportError> {
        let table = Table::open(self.folder, name)?;
        let size = table.size;
        self.rows += table.each(wanted, each)?;
        self.done += size;
        (self.progress)(Progress { stage: Stage::Reading, done: self.done.min(self.total), total: self.total, rows: self.rows });
        Ok(())
    }

    /// The day of the extract: the last moment at which anything was registered about a house number.
    fn day(&mut self) -> Result<Instant, ImportError> {
        let mut last = Instant::default();
        let mut seen = |span: Span| last = last.max(span.from).max(span.to.unwrap_or_default());
        self.each(HOUSES, ["registrering"], &mut |row| {
            seen(row.span(0)?);
            Ok(())
        })?;
        Ok(last)
    }

    fn road_names(&mut self) -> Result<HashMap<RoadCode, String>, ImportError> {
        let mut names = HashMap::new();
        self.each("dar_vejnavn", ["kommunekode", "vejkode", "navn", "registrering", "ophoerttimestamp"], &mut |row| {
            if row.span(3)?.to.is_none() && row.text(4).is_empty() && !row.text(2).is_empty() {
                names.insert((row.number(0)?, row.number(1)?), row.text(2).to_owned());
            }
            Ok(())
        })?;
        Ok(names)
    }

    /// Names of post districts by number. The table may lack: then the number stands alone.
    fn post_names(&mut self) -> Result<HashMap<String, String>, ImportError> {
        let mut names = HashMap::new();
        if table::exists(self.folder, "cpr_postnr") {
            self.each("cpr_postnr", ["nr", "navn"], &mut |row| {
                names.insert(row.text(0).to_owned(), row.text(1).to_owned());
                Ok(())
            })?;
        }
        Ok(names)
    }

    /// What holds for the odd or even numbers of a street between two numbers.
    fn intervals(&mut self, name: &str, value: &'static str) -> Result<Intervals, ImportError> {
        let mut intervals = Intervals::default();
        if table::exists(self.folder, name) {
            let columns = ["kommunekode", "vejkode", "husnrinterval", "side", "registrering", "ophoerttimestamp", value];
            self.each(name, columns, &mut |row| {
                if row.span(4)?.to.is_none() && row.text(5).is_empty() {
                    intervals.add((row.number(0)?, row.number(1)?), row.text(2), row.text(3), row.text(6))?;
                }
                Ok(())
            })?;
        }
        Ok(intervals)
    }

    /// The municipality of each access point in force.
    fn municipalities(&mut self, day: Instant) -> Result<HashMap<u64, u32>, ImportError> {
        let mut found = HashMap::new();
        self.each("dar_adgangspunkt", ["id", "kommunenummer", "statuskode", "registrering", "virkning"], &mut |row| {
            if row.current(2, day)? {
                found.insert(row.long(0)?, row.number(1)?);
            }
            Ok(())
        })?;
        Ok(found)
    }

    fn houses(
        &mut self,
        day: Instant,
        municipalities: &HashMap<u64, u32>,
        out: &mut Collected,
    ) -> Result<HashMap<u64, House>, ImportError> {
        let mut houses = HashMap::new();
        let columns = ["id", "bkid", "adgangspunktid", "vejkode", "husnummer", "statuskode", "registrering", "virkning"];
        self.each(HOUSES, columns, &mut |row| {
            if !row.current(5, day)? {
                out.skipped.add(NOT_CURRENT);
                return Ok(());
            }
            let Some(municipality) = municipalities.get(&row.long(2)?) else {
                out.skipped.add("house number without an access point in force");
                return Ok(());
            };
            let number = interval::designation(row.text(4)).ok_or("husnummer is not of the form (12,A)")?;
            let house = House { number, road: (*municipality, row.number(3)?), id: row.text(1).to_owned() };
            houses.insert(row.long(0)?, house);
            Ok(())
        })?;
        Ok(houses)
    }

    /// The dwellings of each house: `2. th`, `st. tv`.
    fn units(&mut self, day: Instant, out: &mut Collected) -> Result<HashMap<u64, Vec<String>>, ImportError> {
        let mut units: HashMap<u64, Vec<String>> = HashMap::new();
        let columns = ["husnummerid", "etagebetegnelse", "doerbetegnelse", "statuskode", "registrering", "virkning"];
        if !table::exists(self.folder, "dar_adresse") {
            return Ok(units);
        }
        self.each("dar_adresse", columns, &mut |row| {
            if !row.current(3, day)? {
                out.skipped.add(NOT_CURRENT);
                return Ok(());
            }
            let unit = match (row.text(1), row.text(2)) {
                ("", "") => return Ok(()),
                ("", door) => door.to_owned(),
                (floor, "") => format!("{floor}."),
                (floor, door) => format!("{floor}. {door}"),
            };
            units.entry(row.long(0)?).or_default().push(unit);
            Ok(())
        })?;
        Ok(units)
    }
}
