//! How much memory an import may take.

use std::path::Path;

use crate::runs::Space;

/// Sorters that may be full at the same time, and some room.
const SORTERS: u64 = 10;
/// Memory for what is distinct is never less than this, in bytes: small registers fit always.
const LEAST_DISTINCT: u64 = 8 << 20;

/// Limits of an import.
///
/// Rows that do not fit into memory are sorted in runs that go to files beside the index, and are merged. What is distinct in a register
/// (its streets, places and numbers) is held in memory; if that does not fit, the import says so and keeps what it has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    memory: u64,
}

impl Default for Limits {
    /// 512 MiB: enough for a country of 35 million houses.
    fn default() -> Self {
        Limits::memory(512 << 20)
    }
}

impl Limits {
    /// At most so many bytes of memory; some MiB that every import takes come to it.
    pub fn memory(bytes: u64) -> Limits {
        Limits { memory: bytes }
    }

    /// Where rows go that do not fit.
    pub(crate) fn space(self, folder: &Path) -> Space {
        Space::new(folder, usize::try_from(self.memory / SORTERS).unwrap_or(usize::MAX))
    }

    /// Bytes for what is distinct.
    pub(crate) fn distinct(self) -> usize {
        usize::try_from((self.memory / 2).max(LEAST_DISTINCT)).unwrap_or(usize::MAX)
    }
}
