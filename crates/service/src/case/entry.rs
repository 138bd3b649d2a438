//! The entries of a case as one of its sides may read them: who, when, what. A draft, and what became of it inside the office, is told to nobody
//! outside; a decision stands where it was made, with everybody who signed it.

use doorstep_policy::CaseKind;
use doorstep_register::case::{By, Case, CaseAct, CaseWhat, Channel, Finding, Side, Stage, Until};
use doorstep_register::{StaffId, Words};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// One entry of a case.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CaseEntry {
    /// The number of the act behind it. Numbers are missing where the office wrote a draft.
    pub seq: u32,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: EntryBy,
    /// What.
    pub what: EntryWhat,
    /// The ends of the terms that it started.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Until>,
}

/// Who made an entry. Officers stand under the pseudonym that people see.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum EntryBy {
    /// A side.
    Side {
        /// Which.
        side: Side,
        /// Whether a clerk at a desk helped.
        helped: bool,
    },
    /// An officer of the office.
    Officer {
        /// By which people know them.
        pseudonym: String,
    },
    /// An officer of the body that hears appeals.
    AppealBody {
        /// By which people know them.
        pseudonym: String,
    },
    /// The program.
    Program,
}

/// What an entry says.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum EntryWhat {
    /// A decision was made. Whoever wrote it made the entry.
    Decided {
        /// Facts, rule, reasons.
        finding: Finding,
        /// The second officer, where one had to confirm it.
        #[serde(skip_serializing_if = "Option::is_none")]
        second: Option<String>,
    },
    /// Anything else, as the act says it: never a draft or what became of one.
    #[serde(untagged)]
    Act(CaseWhat),
}

/// How much of a case a side reads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reading {
    /// What both sides said.
    Both,
    /// What it said itself, and what the office told both.
    Own,
    /// What it said itself, and what was decided: a host after the case is over, and in their own export.
    Host,
}

impl Reading {
    /// What a side may read: all of it where it is heard alone, and where the case is open to both. When such a case is over, its host keeps
    /// what they said and what was decided. Two people of a possible duplicate may be strangers: neither reads the other.
    pub(super) fn of(kind: CaseKind, side: Side, over: bool) -> Self {
        match kind.is_open_to_both() {
            true if over && side != kind.owner() => Reading::Host,
            false if kind.sides().len() > 1 => Reading::Own,
            _ => Reading::Both,
        }
    }

    /// What of it goes into the side's own export: nothing there leaves a look at somebody else's record.
    pub(super) fn to_take_along(kind: CaseKind, side: Side) -> Self {
        Self::of(kind, side, true)
    }

    fn shows(self, act: &CaseAct, side: Side) -> Option<CaseWhat> {
        let theirs = matches!(act.by, By::Side { side: whose, .. } if whose != side);
        match &act.what {
            CaseWhat::Sent { to, .. } | CaseWhat::Delivered { to, .. } | CaseWhat::CameBack { to, .. } if *to != side => None,
            CaseWhat::Extended { side: whose, .. } if *whose != side => None,
            what if self == Reading::Both => Some(what.clone()),
            CaseWhat::Appealed { posted_on, .. } if theirs => Some(CaseWhat::Appealed { words: None, posted_on: *posted_on }),
            CaseWhat::AppealWithdrawn {} | CaseWhat::Withdrawn {} | CaseWhat::OwnAct {} => Some(act.what.clone()),
            CaseWhat::HearingHeld { present, .. } if *present != [side] => None,
            CaseWhat::Filed { .. } | CaseWhat::Visited { .. } | CaseWhat::HostChanged { .. } if self == Reading::Host => None,
            _ if theirs => None,
            what => Some(what.clone()),
        }
    }
}

/// By which people know the staff of a case.
pub(super) struct Pseudonyms(pub(super) BTreeMap<StaffId, String>);

impl Pseudonyms {
    pub(super) fn of(&self, staff: StaffId) -> String {
        self.0.get(&staff).cloned().unwrap_or_default()
    }

    fn by(&self, by: By) -> EntryBy {
        match by {
            By::Side { side, helped_by } => EntryBy::Side { side, helped: helped_by.is_some() },
            By::Officer { staff } => EntryBy::Officer { pseudonym: self.of(staff) },
            By::AppealBody { staff } => EntryBy::AppealBody { pseudonym: self.of(staff) },
            By::Program => EntryBy::Program,
        }
    }
}

/// Everybody of an office who acted in a case.
pub(super) fn staff_of(acts: &[CaseAct]) -> impl Iterator<Item = StaffId> {
    acts.iter().filter_map(|act| match act.by {
        By::Officer { staff } | By::AppealBody { staff } => Some(staff),
        By::Side { .. } | By::Program => None,
    })
}

/// The entries that a side reads, in order.
pub(super) fn entries(acts: &[CaseAct], side: Side, reading: Reading, names: &Pseudonyms) -> Vec<CaseEntry> {
    let mut out = Vec::with_capacity(acts.len());
    let mut case: Option<Case> = None;
    for act in acts {
        let before = case.as_ref().map(|case| case.stage().clone());
        match &mut case {
            // A case was folded before anybody gets here.
            Some(case) => drop(case.apply(act)),
            None => case = Case::start(act).ok(),
        }
        let entry = |by, what| CaseEntry { seq: act.seq, at: act.at, by, what, terms: act.terms.clone() };
        let (by, what) = match (&act.what, &before) {
            (CaseWhat::Drafted { second: Some(_), .. } | CaseWhat::SentBack { .. } | CaseWhat::DeputyNamed { .. }, _) => continue,
            (CaseWhat::Undone { .. }, Some(Stage::Drafted { .. })) => continue,
            (CaseWhat::Drafted { finding, second: None }, _) => {
                (names.by(act.by), EntryWhat::Decided { finding: finding.clone(), second: None })
            }
            (CaseWhat::Confirmed {}, Some(Stage::Drafted { draft, second, .. })) => {
                let first = EntryBy::Officer { pseudonym: names.of(draft.by()) };
                (first, EntryWhat::Decided { finding: draft.finding().clone(), second: Some(names.of(*second)) })
            }
            _ => match reading.shows(act, side) {
                // Opening a message in the in-box is the reader's own act, as opening the case is; the program wrote it down.
                Some(what @ CaseWhat::Delivered { to, channel: Channel::Inbox, .. }) if act.by == By::Program => {
                    (EntryBy::Side { side: to, helped: false }, EntryWhat::Act(what))
                }
                Some(what) => (names.by(act.by), EntryWhat::Act(what)),
                None => continue,
            },
        };
        out.push(entry(by, what));
    }
    out
}

/// The words with which the case was opened, where the side reads them.
pub(super) fn opening_words(entries: &[CaseEntry]) -> Option<&Words> {
    entries.iter().find_map(|entry| match &entry.what {
        EntryWhat::Act(CaseWhat::Opened { words, .. }) => Some(words),
        _ => None,
    })
}
