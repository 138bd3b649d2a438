//! Cases in words.

use doorstep_policy::CaseKind;

/// The text id of a kind of case, as a title.
pub(crate) fn kind_id(kind: CaseKind) -> String {
    format!("case-kind-{}", doorstep_service::case_key(kind))
}
