//! Who lies in whom: administrative or municipal.

use std::collections::HashMap;

use super::archive::Archive;
use crate::{error::ImportError, import::Progress};

/// Longest chain of objects from a house up to its region.
const MAX_CHAIN: usize = 16;

/// The direct parents of the objects of one region.
pub(super) struct Hierarchy {
    parents: HashMap<u64, u64>,
}

impl Hierarchy {
    /// Reads the current rows of a hierarchy table for the objects that `wanted` names.
    pub(super) fn read(
        archive: &mut Archive,
        region: &str,
        table: &str,
        progress: &mut dyn FnMut(Progress),
        wanted: &dyn Fn(u64) -> bool,
    ) -> Result<Hierarchy, ImportError> {
        let date = archive.date().to_owned();
        let mut parents = HashMap::new();
        let columns = ["OBJECTID", "PARENTOBJID", "PATH", "ISACTIVE", "STARTDATE", "ENDDATE"];
        archive.rows(region, table, columns, progress, &mut |row| {
            let current = row.get(3) == Some("1") && covers(row.get(4), row.get(5), &date);
            if !current {
                return Ok(());
            }
            let object = row.number(0)?;
            if wanted(object) {
                let parent = match row.get(1) {
                    Some(_) => row.number(1)?,
                    None => parent_in_path(row.get(2)),
                };
                if parent != 0 {
                    parents.insert(object, parent);
                }
            }
            Ok(())
        })?;
        Ok(Hierarchy { parents })
    }

    /// The object's parent.
    pub(super) fn parent(&self, object: u64) -> Option<u64> {
        self.parents.get(&object).copied()
    }

    /// The object's ancestors, nearest first.
    pub(super) fn ancestors(&self, object: u64) -> Result<Vec<u64>, String> {
        let mut chain = Vec::new();
        let mut at = object;
        while let Some(parent) = self.parent(at) {
            if chain.contains(&parent) || parent == object {
                return Err(format!("object {object} lies in itself (through {parent}): the hierarchy is cyclic"));
            }
            if chain.len() >= MAX_CHAIN {
                return Err(format!("more than {MAX_CHAIN} objects above object {object}"));
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
        let hierarchy = Hierarchy { parents: HashMap::from([(1, 2), (2, 3), (3, 2)]) };
        assert!(hierarchy.ancestors(1).unwrap_err().contains("cyclic"));
        let hierarchy = Hierarchy { parents: HashMap::from([(1, 2), (2, 3)]) };
        assert_eq!(hierarchy.ancestors(1).unwrap(), [2, 3]);
    }

    #[test]
    fn the_path_gives_the_parent_when_the_column_is_missing() {
        assert_eq!(parent_in_path(Some("1.22.333")), 22);
        assert_eq!(parent_in_path(Some("1")), 0);
    }
}
