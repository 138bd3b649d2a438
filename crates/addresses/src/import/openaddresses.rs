//! OpenAddresses: one address a row, as GeoJSON lines or as a table. The geometry and the columns LON and LAT are never read.
//!
//! Source: `openaddresses/batch`, properties `id, unit, number, street, city, district, region, postcode, hash`; the older
//! tables have the same columns in capitals. A row without `id` is known by its `hash`.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

use serde::Deserialize;

use super::{
    Progress, REPORT_EVERY, Stage,
    bounded::BoundedReader,
    collected::Collected,
    kept::Position,
    table::Table,
    written::{around, with_post_code},
};
use crate::{error::ImportError, segment::build::StreetText};

/// Longest value that is kept, in bytes.
const MAX_VALUE: usize = 250;
/// Longest key, in bytes.
const MAX_ID: usize = 200;

/// The columns that are read, in the order of [`Row`].
const COLUMNS: [&str; 9] = ["id", "hash", "number", "street", "unit", "city", "district", "region", "postcode"];

/// A line of GeoJSON; everything but the properties is skipped by the parser.
#[derive(Deserialize)]
struct Feature {
    properties: Option<Properties>,
}

/// Values may be absent, `null`, text or (number, postcode, id) a bare number.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Properties {
    id: Option<Value>,
    hash: Option<Value>,
    number: Option<Value>,
    street: Option<Value>,
    unit: Option<Value>,
    city: Option<Value>,
    district: Option<Value>,
    region: Option<Value>,
    postcode: Option<Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Whole(u64),
    Other(serde::de::IgnoredAny),
}

impl Value {
    fn text(value: Option<Value>) -> String {
        match value {
            Some(Value::Text(text)) => text,
            Some(Value::Whole(number)) => number.to_string(),
            Some(Value::Other(_)) | None => String::new(),
        }
    }
}

/// One address, trimmed.
struct Row<'a>([&'a str; COLUMNS.len()]);

/// Reads the rows from `from` on: an earlier import had read what stands before.
pub(super) fn read(path: &Path, from: &Position, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<(), ImportError> {
    if is_json(path)? { read_lines(path, from, out, progress) } else { read_table(path, from, out, progress) }
}

/// GeoJSON lines begin with a brace, a table with the name of a column.
fn is_json(path: &Path) -> Result<bool, ImportError> {
    let mut reader = BufReader::new(File::open(path).map_err(ImportError::io(path))?);
    let head = reader.fill_buf().map_err(ImportError::io(path))?;
    let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head);
    Ok(head.trim_ascii_start().first() == Some(&b'{'))
}

fn read_lines(path: &Path, from: &Position, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<(), ImportError> {
    let file = File::open(path).map_err(ImportError::io(path))?;
    let total = file.metadata().map_err(ImportError::io(path))?.len();
    let (reader, meter) = BoundedReader::new(file, from.byte).map_err(ImportError::io(path))?;
    let mut reader = BufReader::with_capacity(1 << 16, reader);
    let mut line = Vec::new();
    let (mut byte, mut rows) = (from.byte, from.rows);
    loop {
        let bad = |reason: String| ImportError::bad(format!("{}, line {}", path.display(), rows + 1), reason);
        meter.row_done();
        line.clear();
        let length = reader.read_until(b'\n', &mut line).map_err(|e| bad(e.to_string()))?;
        if length == 0 {
            break;
        }
        let text = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii();
        if !text.is_empty() {
            let feature: Feature = serde_json::from_slice(text).map_err(|e| bad(e.to_string()))?;
            let Some(of) = feature.properties else { return Err(bad("a feature without properties".into())) };
            let values = [of.id, of.hash, of.number, of.street, of.unit, of.city, of.district, of.region, of.postcode].map(Value::text);
            add(out, &Row(std::array::from_fn(|at| values[at].trim())))?;
        }
        rows += 1;
        byte += length as u64;
        let kept = out.row_done(&meter, || (byte, rows + 1, rows))?;
        if kept || rows.is_multiple_of(REPORT_EVERY) {
            progress(Progress { stage: Stage::Reading, done: meter.total(), total, rows });
        }
    }
    progress(Progress { stage: Stage::Reading, done: total, total, rows });
    Ok(())
}

fn read_table(path: &Path, from: &Position, out: &mut Collected, progress: &mut dyn FnMut(Progress)) -> Result<(), ImportError> {
    let mut table = Table::open(path, from)?;
    let columns = COLUMNS.map(|name| table.column(name));
    for needed in ["number", "street"] {
        if table.column(needed).is_none() {
            return Err(table.bad(1, format!("there is no column {}", needed.to_uppercase())));
        }
    }
    while table.next(out, progress)? {
        let value = |at: usize| columns[at].and_then(|column| table.row.get(column)).unwrap_or_default().trim();
        add(out, &Row(std::array::from_fn(value)))?;
    }
    Ok(())
}

fn add(out: &mut Collected, row: &Row<'_>) -> Result<(), ImportError> {
    let [id, hash, number, street, unit, city, district, region, post_code] = row.0;
    let key = if id.is_empty() { hash } else { id };
    if key.is_empty() {
        out.skipped.add("neither id nor hash: no key to keep");
        return Ok(());
    }
    if number.is_empty() || number == "0" {
        out.skipped.add("no house number");
        return Ok(());
    }
    if street.is_empty() && city.is_empty() {
        out.skipped.add("a number without street or city");
        return Ok(());
    }
    if key.len() > MAX_ID || row.0.iter().any(|value| value.len() > MAX_VALUE || value.contains('\n')) {
        out.skipped.add("a value is longer than an address can be");
        return Ok(());
    }
    let (before, after) = around(street, &with_post_code(post_code, city));
    let post_code_and_city = with_post_code(post_code, city);
    let places: Vec<&str> = [region, district, &post_code_and_city].into_iter().filter(|place| !place.is_empty()).collect();
    let street = Some(street).filter(|street| !street.is_empty());
    let street = out.street(StreetText { places: &places, street, before: &before, after: &after });
    let number = out.house_text(number);
    out.house(street, number, key, unit)
}
