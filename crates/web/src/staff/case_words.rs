//! Cases in words.

use doorstep_policy::{CaseKind, Purpose};

/// The text id of a kind of case.
pub(super) fn kind_id(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::PossibleDuplicate => "case-kind-possible-duplicate",
        CaseKind::UnlistedAddress => "case-kind-unlisted-address",
        CaseKind::LateReason => "case-kind-late-reason",
        CaseKind::LookQuestion => "case-kind-look-question",
    }
}

/// The one purpose for which a kind of case opens records. `policy` refuses every other.
pub(super) fn purpose(kind: CaseKind) -> Purpose {
    match kind {
        CaseKind::PossibleDuplicate => Purpose::PossibleDuplicate,
        CaseKind::UnlistedAddress => Purpose::UnlistedAddress,
        CaseKind::LateReason => Purpose::LateReason,
        CaseKind::LookQuestion => Purpose::LookQuestion,
    }
}
