//! Who lies in whom: administrative or municipal.

use super::{archive::Archive, entities::Entities};
use crate::{error::ImportError, import::Progress};

/// Longest chain of objects from a house up to its region.
const MAX_CHAIN: usize = 16;
/// Stands for "nothing above it".
const NONE: u32 = u32::MAX;

/// The direct parents of the entities of one region, by number.
pub(super) struct Hierarchy {
    parents: Vec<u32>,
}

impl Hierarchy {
    /// Reads the rows in force of a hierarchy table.
    pub(super) fn read(
        archive: &mut Archive,
        region: &str,
        table: &str,
        entities: &Entities,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Hierarchy, ImportError> {
        let date = archive.date().to_owned();
        let mut parents = vec![NONE; entities.len()];
        let columns = ["OBJECTID", "PARENTOBJID", "PATH", "ISACTIVE", "STARTDATE", "ENDDATE"];
        archive.rows(region, table, columns, progress, &mut |row| {
            let current = row.get(3) == Some("1") && covers(row.get(4), row.get(5), &date);
            if !current {
                return Ok(());
            }
            let Some(number) = entities.number(row.number(0)?) else { return Ok(()) };
            let parent = match row.get(1) {
                Some(_) => row.number(1)?,
                None => parent_in_path(row.get(2)),
            };
            if let Some(parent) = entities.number(parent) {
                parents[number as usize] = parent;
            }
            Ok(())
        })?;
        Ok(Hierarchy { parents })
    }

    /// What the entity lies in.
    pub(super) fn parent(&self, number: u32) -> Option<u32> {
        self.parents.get(number as usize).copied().filter(|parent| *parent != NONE)
    }

    /// Everything above the entity, nearest first.
    pub(super) fn ancestors(&self, number: u32) -> Result<Vec<u32>, &'static str> {
        let mut chain = Vec::new();
        let mut at = number;
        while let Some(parent) = self.parent(at) {
            if chain.contains(&parent) || parent == number {
                return Err("the hierarchy is cyclic: it lies in itself");
            }
            if chain.len() >= MAX_CHAIN {
                return Err("too many objects lie above each other");
            }
            chain.push(parent);
            at = parent;
        }
        Ok(chain)
    }
}

/// `1305522.1327981.97670661` → the last but one.
fn parent_in_path(path: Option<&str>) -> u64 {
    path.and_then(|path| path.rsplit('.').nth(1)).and_then(|parent| parent.parse().ok()).unwrap_or(0)
}

/// Does `start ≤ day < end` hold? All as ISO dates; a missing bound is open.
pub(super) fn covers(start: Option<&str>, end: Option<&str>, day: &str) -> bool {
    day.is_empty() || (start.is_none_or(|start| start <= day) && end.is_none_or(|end| day < end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_current_from_their_start_to_before_their_end() {
        assert!(covers(Some("2020-01-01"), Some("2079-06-06"), "2020-01-01"));
        assert!(!covers(Some("2020-01-01"), Some("2021-01-01"), "2021-01-01"));
        assert!(!covers(Some("2022-01-01"), None, "2021-01-01"));
    }

    #[test]
    fn a_circle_is_an_error() {
        let hierarchy = Hierarchy { parents: vec![1, 2, 1] };
        assert!(hierarchy.ancestors(0).unwrap_err().contains("cyclic"));
        let hierarchy = Hierarchy { parents: vec![1, 2, NONE] };
        assert_eq!(hierarchy.ancestors(0).unwrap(), [1, 2]);
    }

    #[test]
    fn the_path_gives_the_parent_when_the_column_is_missing() {
        assert_eq!(parent_in_path(Some("1.22.333")), 22);
        assert_eq!(parent_in_path(Some("1")), 0);
    }
}
