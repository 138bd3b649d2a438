//! Cases in the words of whoever is heard in them.

use doorstep_locales::Locale;
use doorstep_policy::CaseKind;
use doorstep_register::case::{Closing, Instance, Outcome, Side, Stage};
use doorstep_service::{CaseOfMine, Doable, case_key, outcome_key, side_key};
use doorstep_storage::CaseStage;

/// What a case is about, as this side calls it.
pub(crate) fn title(l: Locale, kind: CaseKind, side: Side) -> String {
    l.t(&format!("mine-title-{}-{}", case_key(kind), side_key(side)))
}

/// Where a case stands, before it is opened. A draft is told to nobody outside.
pub(super) const fn stage_key(stage: CaseStage) -> &'static str {
    match stage {
        CaseStage::Hearing | CaseStage::Drafted => "hearing",
        CaseStage::Confirmed => "confirmed",
        CaseStage::Appealable => "appealable",
        CaseStage::Appealed => "appealed",
        CaseStage::Settled => "settled",
        CaseStage::Closed | CaseStage::Annulled => "closed",
    }
}

/// Where a case stands now, in a sentence.
pub(super) fn now(l: Locale, mine: &CaseOfMine) -> String {
    let court = mine.case.instance() != Instance::Office;
    let key = match mine.case.stage() {
        Stage::Hearing | Stage::Drafted { .. } => "hearing",
        Stage::Confirmed(_) => "confirmed",
        Stage::Appealable(_) => "appealable",
        Stage::Appealed { .. } if court => "at-court",
        Stage::Appealed { .. } => "appealed",
        Stage::Settled(done) if done.outcome() == Outcome::NothingChanges => "stayed",
        Stage::Settled(_) => "settled",
        Stage::Closed(how) => match how {
            Closing::Withdrawn => "withdrawn",
            Closing::OwnAct => "own-act",
            Closing::Died => "died",
            Closing::Annulled => "annulled",
            Closing::Separated => "separated",
        },
    };
    l.t(&format!("mine-now-{key}"))
}

/// The decision in a sentence.
pub(super) fn outcome(l: Locale, outcome: Outcome) -> String {
    l.t(&format!("outcome-{}", outcome_key(outcome)))
}

/// The part of text ids and of addresses that names what can be done. An appeal against the appeal body goes to a court.
pub(super) fn act_key(what: Doable, mine: &CaseOfMine) -> &'static str {
    match what {
        Doable::Answer if mine.case.opened_by(mine.side) => "add",
        Doable::Answer => "answer",
        Doable::AskHearing => "hearing",
        Doable::Maintain => "maintain",
        Doable::Appeal if mine.case.instance() != Instance::Office => "court",
        Doable::Appeal => "appeal",
        Doable::WithdrawAppeal => "appeal-back",
        Doable::Withdraw if mine.row.kind == CaseKind::Protection => "show-again",
        Doable::Withdraw => "take-back",
    }
}

/// The last part of the address of the page where it is done.
pub(super) const fn act_page(what: Doable) -> &'static str {
    match what {
        Doable::Answer => "/answer",
        Doable::AskHearing => "/hearing",
        Doable::Maintain => "/maintain",
        Doable::Appeal => "/appeal",
        Doable::WithdrawAppeal => "/appeal-back",
        Doable::Withdraw => "/take-back",
    }
}
