//! What one host disputed: a fact about the disputes, for the officer who reads one of them. It is no score, and no act of a case reads it.

use super::kind::Outcome;
use super::stage::{Case, Closing, Stage};
use std::fmt;

/// How the disputes of one host went.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HostDisputes {
    /// How many entries there are or were at the homes of the host.
    pub entries: usize,
    /// How many of them the host disputed.
    pub disputed: usize,
    /// Of these: not decided yet.
    pub open: usize,
    /// Of these: taken back by the host.
    pub withdrawn: usize,
    /// Of these: the registration stayed, by decision of the office, the appeal body or a court.
    pub stayed: usize,
    /// Of these: the registration ended by a decision in effect.
    pub ended: usize,
}

impl HostDisputes {
    /// Counts the disputes of one host. Cases of other kinds are left out.
    pub fn count<'a>(entries: usize, cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let mut counts = Self { entries, ..Self::default() };
        for case in cases.into_iter().filter(|case| case.kind().disputes()) {
            counts.disputed += 1;
            match case.stage() {
                Stage::Closed(Closing::Withdrawn) => counts.withdrawn += 1,
                Stage::Closed(Closing::Annulled) => counts.stayed += 1,
                Stage::Settled(done) if done.outcome() == Outcome::RegistrationEnds => counts.ended += 1,
                Stage::Settled(_) => counts.stayed += 1,
                // The person moved, left or died: that says nothing of the dispute.
                Stage::Closed(_) => {}
                _ => counts.open += 1,
            }
        }
        counts
    }
}

impl fmt::Display for HostDisputes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { entries, disputed, open, withdrawn, stayed, ended } = self;
        write!(f, "{disputed} of {entries} entries disputed: {open} open, {withdrawn} withdrawn, {stayed} stayed, {ended} ended")
    }
}
