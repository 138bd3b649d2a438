//! Cases in words.

use doorstep_locales::Locale;
use doorstep_policy::CaseKind;
use doorstep_register::case::{Channel, Ground, Outcome, Side};
use doorstep_service::outcome_key;
use doorstep_storage::CaseStage;

/// The text id of a kind of case, as a title.
pub(crate) fn kind_id(kind: CaseKind) -> String {
    format!("case-kind-{}", doorstep_service::case_key(kind))
}

/// A side of a case of this kind.
pub(super) fn side(l: Locale, kind: CaseKind, side: Side) -> String {
    match (kind, side) {
        (CaseKind::PossibleDuplicate, Side::Resident) => l.t("office-side-first"),
        (CaseKind::PossibleDuplicate, Side::Other) => l.t("office-side-second"),
        (_, Side::Resident) => l.t("office-side-resident"),
        (_, Side::Other) => l.t("office-side-host"),
    }
}

/// The word of a side in forms.
pub(super) const fn side_word(side: Side) -> &'static str {
    match side {
        Side::Resident => "resident",
        Side::Other => "other",
    }
}

/// The side of a kind of case with this word.
pub(super) fn side_of(kind: CaseKind, word: &str) -> Option<Side> {
    kind.sides().iter().copied().find(|side| side_word(*side) == word)
}

/// What a decision says.
pub(super) fn outcome(l: Locale, outcome: Outcome) -> String {
    l.t(&format!("outcome-{}", outcome_key(outcome)))
}

/// The outcome of a kind of case with this word.
pub(super) fn outcome_of(kind: CaseKind, word: &str) -> Option<Outcome> {
    kind.outcomes().iter().copied().find(|outcome| outcome_key(*outcome) == word)
}

/// The word of a ground in forms and text ids.
pub(super) const fn ground_word(ground: Ground) -> &'static str {
    match ground {
        Ground::ResidentsWords => "residents-words",
        Ground::OthersWords => "others-words",
        Ground::Document => "document",
        Ground::Extract => "extract",
        Ground::Witness => "witness",
        Ground::Visit => "visit",
        Ground::Absence => "absence",
        Ground::Silence => "silence",
    }
}

/// What a finding rests on.
pub(super) fn ground(l: Locale, ground: Ground) -> String {
    l.t(&format!("office-ground-{}", ground_word(ground)))
}

/// Where a case stands, in a few words.
pub(super) fn stage(l: Locale, stage: CaseStage) -> String {
    l.t(match stage {
        CaseStage::Hearing => "office-stage-hearing",
        CaseStage::Drafted => "office-stage-drafted",
        CaseStage::Confirmed => "office-stage-confirmed",
        CaseStage::Appealable => "office-stage-appealable",
        CaseStage::Appealed => "office-stage-appealed",
        CaseStage::Settled => "office-stage-settled",
        CaseStage::Closed | CaseStage::Annulled => "office-stage-closed",
    })
}

/// A way of sending.
pub(super) fn channel(l: Locale, channel: Channel) -> String {
    l.t(&format!("office-channel-{}", crate::channel::word(channel)))
}
