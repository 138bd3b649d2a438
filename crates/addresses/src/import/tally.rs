//! Counts of rows left out, by reason.

use std::collections::BTreeMap;

/// Reasons with counts.
#[derive(Default)]
pub(super) struct Tally {
    reasons: BTreeMap<String, u64>,
}

impl Tally {
    pub(super) fn add(&mut self, reason: &str) {
        self.add_many(reason, 1);
    }

    pub(super) fn add_many(&mut self, reason: &str, count: u64) {
        if count == 0 {
            return;
        }
        match self.reasons.get_mut(reason) {
            Some(known) => *known += count,
            None => {
                self.reasons.insert(reason.to_owned(), count);
            }
        }
    }

    /// Most frequent first.
    pub(super) fn sorted(&self) -> Vec<(String, u64)> {
        let mut sorted: Vec<_> = self.reasons.iter().map(|(reason, count)| (reason.clone(), *count)).collect();
        sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        sorted
    }
}
