//! What a registration is, seen from its cases.

use super::stage::Case;

/// How a registration ended. There is no fourth way.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EndedBy {
    /// The person moved or left.
    OwnAct,
    /// The person died.
    Death,
    /// A decision in effect, by two officers, after notice, hearing and the time for an appeal.
    FinalDecision,
}

/// Where a registration stands. "Invalid" is no answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Standing {
    /// In force.
    InForce,
    /// In force, and somebody disputes it. Every right stays.
    Disputed,
    /// Ended.
    Ended(EndedBy),
}

impl Standing {
    /// Whether the person counts as registered.
    pub const fn registered(self) -> bool {
        matches!(self, Self::InForce | Self::Disputed)
    }
}

/// Where a registration stands: `ended` is what its record says (own act or death), `cases` are those about it.
///
/// It takes no clock: there is nothing that time could be told to.
pub fn standing<'a>(ended: Option<EndedBy>, cases: impl IntoIterator<Item = &'a Case>) -> Standing {
    let mut now = ended.map_or(Standing::InForce, Standing::Ended);
    for case in cases {
        if matches!(now, Standing::Ended(_)) {
            break;
        }
        if case.ending().is_some() {
            now = Standing::Ended(EndedBy::FinalDecision);
        } else if case.disputes() {
            now = Standing::Disputed;
        }
    }
    now
}
