//! Where a register comes from, as kept in the manifest beside the index.

use serde::{Deserialize, Serialize};

/// The official source of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Source {
    /// File name that was imported.
    pub name: String,
    /// Version as the source states it (the date of a GAR archive), else empty.
    pub version: String,
    /// `gar`, `osm-pbf`, `openaddresses`, `dar` or `csv`.
    pub format: String,
    /// Addresses in the index.
    pub count: u64,
    /// Streets and places that have houses.
    pub streets: u64,
    /// Rows that were left out, by reason, most frequent first.
    pub skipped: Vec<(String, u64)>,
    /// Versions of the deltas that were applied since the whole register was imported, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deltas: Vec<String>,
}
