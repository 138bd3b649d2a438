//! What deltas changed since the whole register was imported, by region and OBJECTID: the last word on each.

use std::{collections::BTreeMap, fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::error::ImportError;

/// All changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    pub(super) regions: BTreeMap<String, Changes>,
}

/// The changes of one region. `None` is what is no longer in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Changes {
    /// Level and written name.
    pub(super) objects: BTreeMap<u64, Option<(u8, String)>>,
    /// Names of before, as closed rows tell them.
    pub(super) former: BTreeMap<u64, Vec<String>>,
    /// Public key and text.
    pub(super) houses: BTreeMap<u64, Option<(String, String)>>,
    pub(super) units: BTreeMap<u64, Option<String>>,
    pub(super) adm: BTreeMap<u64, Parent>,
    pub(super) mun: BTreeMap<u64, Parent>,
}

/// What became of the place of something in a hierarchy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Parent {
    /// What it lies in now, if a row in force says so.
    pub(super) now: Option<u64>,
    /// Parents of rows that are no longer in force. They end the parent from before only if it was one of them.
    pub(super) ended: Vec<u64>,
}

impl Parent {
    /// A row in force.
    pub(super) fn lies_in(&mut self, parent: u64) {
        self.now = Some(parent);
    }

    /// A row that is no longer in force.
    pub(super) fn ends(&mut self, parent: u64) {
        if !self.ended.contains(&parent) {
            self.ended.push(parent);
        }
    }

    /// The parent after the change.
    pub(super) fn after(&self, before: u64) -> u64 {
        match self.now {
            Some(parent) => parent,
            None if self.ended.contains(&before) => 0,
            None => before,
        }
    }

    fn then(&mut self, later: Parent) {
        if later.now.is_some() {
            *self = later;
        } else {
            if self.now.is_some_and(|now| later.ended.contains(&now)) {
                // Whatever was there before was replaced by what has now ended.
                self.now = Some(0);
            }
            later.ended.into_iter().for_each(|parent| self.ends(parent));
        }
    }
}

impl Journal {
    pub(super) fn load(path: &Path) -> Result<Journal, ImportError> {
        let bytes = fs::read(path).map_err(ImportError::io(path))?;
        serde_json::from_slice(&bytes).map_err(|e| ImportError::bad(path.display().to_string(), e))
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, ImportError> {
        serde_json::to_vec(self).map_err(|e| ImportError::bad("journal", e))
    }

    /// Adds a later delta: its word is the last.
    pub(super) fn then(&mut self, later: Journal) {
        for (region, changes) in later.regions {
            let known = self.regions.entry(region).or_default();
            known.objects.extend(changes.objects);
            known.houses.extend(changes.houses);
            known.units.extend(changes.units);
            for (id, names) in changes.former {
                known.former.entry(id).or_default().extend(names);
            }
            for (parents, later) in [(&mut known.adm, changes.adm), (&mut known.mun, changes.mun)] {
                for (id, parent) in later {
                    parents.entry(id).or_default().then(parent);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_counts() {
        let moved = |now, ended: &[u64]| Parent { now, ended: ended.to_vec() };
        assert_eq!(moved(Some(2), &[1]).after(1), 2);
        assert_eq!(moved(None, &[1]).after(1), 0);
        assert_eq!(moved(None, &[1]).after(3), 3, "an old row that was put right changes nothing");
        let mut parent = moved(Some(2), &[1]);
        parent.then(moved(None, &[2]));
        assert_eq!(parent.after(1), 0, "moved to 2, and then out of it");
        parent.then(moved(Some(4), &[]));
        assert_eq!(parent.after(1), 4);
    }
}
