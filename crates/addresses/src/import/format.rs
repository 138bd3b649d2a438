//! The formats that can be imported, and how to tell them.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::Path,
};

use crate::error::ImportError;

/// A format of official files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// The Russian state address register (ГАР) as one zip archive with region folders.
    Gar,
    /// An OpenStreetMap extract; objects with `addr:housenumber`.
    OsmPbf,
    /// OpenAddresses: GeoJSON lines, or the older table.
    OpenAddresses,
    /// The Danish address register (DAR): a folder of its tables.
    Dar,
    /// A table with a key and a Russian address text.
    Csv {
        /// Column of the source's stable key.
        id_column: String,
        /// Column that serves where the first is empty or not a GUID.
        fallback_id_column: Option<String>,
        /// Column of the official text.
        text_column: String,
    },
}

/// Columns that hold a text, best first.
const TEXT_COLUMNS: &[&str] = &["official_address", "full_address", "address", "text"];
/// Columns that hold a key, best first.
const ID_COLUMNS: &[&str] = &["fias_guid", "objectguid", "object_guid", "guid", "id", "building_id", "address_id"];

/// Columns that together only OpenAddresses has.
const OPEN_ADDRESSES: &[&str] = &["number", "street", "hash"];
/// The table of house numbers in a folder of DAR.
const DAR_HOUSES: &str = "dar_husnummer.csv";

impl Format {
    /// Tells the format from the name and, for a table, from its head line.
    ///
    /// # Errors
    /// [`ImportError::UnknownFormat`], or [`ImportError::Io`] when the head of a table cannot be read.
    pub fn detect(path: &Path) -> Result<Format, ImportError> {
        let unknown = || ImportError::UnknownFormat(path.to_owned());
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        match extension.as_str() {
            "zip" => Ok(Format::Gar),
            "pbf" => Ok(Format::OsmPbf),
            "geojson" | "geojsonl" | "geojsons" | "ndjson" | "jsonl" => Ok(Format::OpenAddresses),
            "" if path.join(DAR_HOUSES).is_file() => Ok(Format::Dar),
            "csv" => Format::of_table(path)?.ok_or_else(unknown),
            _ => Err(unknown()),
        }
    }

    /// `gar`, `osm-pbf`, `openaddresses`, `dar` or `csv`, as on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            Format::Gar => "gar",
            Format::OsmPbf => "osm-pbf",
            Format::OpenAddresses => "openaddresses",
            Format::Dar => "dar",
            Format::Csv { .. } => "csv",
        }
    }

    fn of_table(path: &Path) -> Result<Option<Format>, ImportError> {
        let file = File::open(path).map_err(ImportError::io(path))?;
        let mut head = Vec::new();
        BufReader::new(file.take(1 << 16)).read_until(b'\n', &mut head).map_err(ImportError::io(path))?;
        let head = String::from_utf8_lossy(&head).to_lowercase();
        let names: Vec<&str> = head.trim_start_matches('\u{feff}').split([',', ';', '\t']).map(|n| n.trim().trim_matches('"')).collect();
        let find = |wanted: &[&str]| -> Vec<String> { wanted.iter().filter(|w| names.contains(*w)).map(|w| (*w).to_owned()).collect() };
        if OPEN_ADDRESSES.iter().all(|column| names.contains(column)) {
            return Ok(Some(Format::OpenAddresses));
        }
        let mut ids = find(ID_COLUMNS).into_iter();
        let text = find(TEXT_COLUMNS).into_iter().next();
        Ok(ids.next().zip(text).map(|(id_column, text_column)| Format::Csv { id_column, fallback_id_column: ids.next(), text_column }))
    }
}
