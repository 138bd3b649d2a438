//! A table with a key and an address text in Russian.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::{Progress, collected::Collected, kept::Position, table::Table};
use crate::{
    error::ImportError,
    segment::{
        build::{HouseText, StreetKey, StreetText},
        ids::parse_guid,
    },
    text::official,
};

/// Longest key and text that are kept, in bytes.
const MAX_ID: usize = 200;
const MAX_TEXT: usize = 1000;
/// Texts before the house, and texts of houses, that are remembered.
const MAX_KNOWN: usize = 1 << 16;

/// The columns to read.
pub(super) struct Columns<'a> {
    pub(super) id: &'a str,
    pub(super) fallback_id: Option<&'a str>,
    pub(super) text: &'a str,
}

/// Reads the table from `from` on: an earlier import had read what stands before.
pub(super) fn read(
    path: &Path,
    columns: &Columns<'_>,
    from: &Position,
    out: &mut Collected,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), ImportError> {
    let mut table = Table::open(path, from)?;
    let column = |name: &str| table.column(name).ok_or_else(|| table.bad(1, format!("there is no column {name}")));
    let (id_at, text_at) = (column(columns.id)?, column(columns.text)?);
    let fallback_at = columns.fallback_id.map(column).transpose()?;
    let mut known = Known::default();
    while table.next(out, progress)? {
        let row = &table.row;
        let first = row.get(id_at).unwrap_or_default().trim();
        let id = match fallback_at {
            Some(at) if parse_guid(first).is_none() => row.get(at).unwrap_or_default().trim(),
            _ => first,
        };
        let text = row.get(text_at).unwrap_or_default().trim();
        add(out, &mut known, id, text)?;
    }
    Ok(())
}

/// What was taken apart before: a register has some 25 houses a street, and everywhere the same numbers.
#[derive(Default)]
struct Known {
    /// Text before the house → street.
    streets: FxHashMap<Box<str>, StreetKey>,
    /// Text that begins with a word → the house, when that is what it is from its first letter on.
    houses: FxHashMap<Box<str>, Option<HouseText>>,
}

fn add(out: &mut Collected, known: &mut Known, id: &str, text: &str) -> Result<(), ImportError> {
    if id.is_empty() || text.is_empty() {
        out.skipped.add("the key or the text is empty");
        return Ok(());
    }
    if id.len() > MAX_ID || text.len() > MAX_TEXT || text.contains('\n') {
        out.skipped.add("the key or the text is longer than an address can be");
        return Ok(());
    }
    if let Some((before, house)) = official::split(text)
        && let Some(street) = known.streets.get(before).copied()
        && let Some(house) = known.house(out, before, house)
    {
        return out.house(street, house, id, "");
    }
    let Some(parsed) = official::parse(text) else {
        out.skipped.add("no house number in the text");
        return Ok(());
    };
    let street = known.street(out, &parsed);
    let house = out.house_text(parsed.house);
    out.house(street, house, id, "")
}

impl Known {
    fn street(&mut self, out: &mut Collected, parsed: &official::OfficialText<'_>) -> StreetKey {
        if let Some(street) = self.streets.get(parsed.before) {
            return *street;
        }
        let (places, street) = parsed.places_and_street();
        let text = StreetText { places: &places, street, before: parsed.before, after: "" };
        let street = out.street(text);
        if self.streets.len() >= MAX_KNOWN {
            self.streets.clear();
        }
        self.streets.insert(parsed.before.into(), street);
        street
    }

    fn house(&mut self, out: &mut Collected, before: &str, house: &str) -> Option<HouseText> {
        if let Some(known) = self.houses.get(house) {
            return *known;
        }
        let whole = format!("{before}{house}");
        let is_house = official::parse(&whole).is_some_and(|parsed| parsed.before == before && parsed.house == house);
        let text = is_house.then(|| out.house_text(house));
        if self.houses.len() >= MAX_KNOWN {
            self.houses.clear();
        }
        self.houses.insert(house.into(), text);
        text
    }
}
