//! A case as it stands: the fold of its acts.

use super::clock::Until;
use super::decision::{Confirmed, Draft, Ending, Final, Ground, Heard, HeardHow, Served};
use super::kind::{Kind, Outcome};
use super::notice::Notice;
use super::refusal::Refusal;
use super::side::{Opener, Side};
use crate::id::{CaseId, StaffId};
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeSet;

/// Where a case stands.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Stage {
    /// Both sides are told and heard.
    Hearing,
    /// A draft lies with the second officer.
    Drafted {
        /// What is drafted.
        draft: Draft,
        /// Who is asked to confirm it.
        second: StaffId,
        /// By when they should. Its passing changes nothing.
        confirm_by: Until,
    },
    /// Decided; the notice of the decision is on its way.
    Confirmed(Confirmed),
    /// The notice counts as delivered; an appeal is possible, and nothing has effect.
    Appealable(Served),
    /// Somebody appealed; nothing has effect.
    Appealed {
        /// Who.
        by: Side,
        /// The decision.
        decision: Confirmed,
        /// Its delivery, where it counted before the appeal.
        served: Option<Served>,
    },
    /// The decision has effect.
    Settled(Final),
    /// The case ended without a decision in effect.
    Closed(Closing),
}

/// How a case ended without a decision in effect.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Closing {
    /// Whoever opened it took it back.
    Withdrawn,
    /// The person moved or left, by their own act: nothing is left to decide.
    OwnAct,
    /// The person has died.
    Died,
    /// The appeal body or a court annulled the decision.
    Annulled,
    /// Two merged records were taken apart.
    Separated,
}

/// Who decided last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Instance {
    /// The office; the next is the appeal body.
    Office,
    /// The appeal body; the next is a court.
    AppealBody,
    /// A court; there is no next.
    Court,
}

/// An oral hearing of a side.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(super) enum Oral {
    #[default]
    NotAsked,
    Asked {
        missed: u8,
    },
    Held,
    /// Invited twice, and not there twice. No conclusion is drawn from it.
    Lapsed,
}

/// What the case knows of one side.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct SideFile {
    pub(super) told: Notice,
    pub(super) answer: Option<Until>,
    pub(super) answered: bool,
    pub(super) spoke: bool,
    pub(super) oral: Oral,
    pub(super) extended: bool,
    pub(super) added: bool,
    pub(super) decision: Notice,
}

impl SideFile {
    /// The notice of the case.
    pub fn told(&self) -> &Notice {
        &self.told
    }

    /// Until when an answer is in time; `None` until the notice counts as delivered.
    pub fn answer_until(&self) -> Option<&Until> {
        self.answer.as_ref()
    }

    /// Whether it said anything in this case.
    pub fn spoke(&self) -> bool {
        self.spoke
    }

    /// The notice of the decision.
    pub fn decision(&self) -> &Notice {
        &self.decision
    }

    /// Whether it asked to be heard orally and was not yet; it is owed.
    pub fn asked_to_be_heard(&self) -> bool {
        matches!(self.oral, Oral::Asked { .. })
    }
}

/// A case. Made by [`Case::start`] and [`Case::apply`] alone.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Case {
    pub(super) id: CaseId,
    pub(super) version: u32,
    pub(super) last_at: Timestamp,
    pub(super) kind: Kind,
    pub(super) opener: Opener,
    pub(super) decide_by: Until,
    pub(super) resident: SideFile,
    pub(super) other: SideFile,
    pub(super) host_changed: bool,
    pub(super) maintained: bool,
    pub(super) on_file: BTreeSet<Ground>,
    pub(super) helpers: BTreeSet<StaffId>,
    pub(super) invited: Option<Date>,
    pub(super) stage: Stage,
    pub(super) instance: Instance,
    pub(super) sent_back: bool,
    pub(super) given_back: bool,
}

impl Case {
    /// Which.
    pub fn id(&self) -> CaseId {
        self.id
    }

    /// The number of its acts.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// What it is about.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Where it stands.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Who decided last.
    pub fn instance(&self) -> Instance {
        self.instance
    }

    /// What it knows of a side; `None` where this kind of case has no such side.
    pub fn side(&self, side: Side) -> Option<&SideFile> {
        self.kind.sides().contains(&side).then_some(match side {
            Side::Resident => &self.resident,
            Side::Other => &self.other,
        })
    }

    /// Whether it is over: a decision has effect, or it was closed without one.
    pub fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Settled(_) | Stage::Closed(_))
    }

    /// The decision as it stands, with or without effect.
    pub fn decision(&self) -> Option<&Confirmed> {
        match &self.stage {
            Stage::Confirmed(confirmed) | Stage::Appealed { decision: confirmed, .. } => Some(confirmed),
            Stage::Appealable(served) => Some(served.confirmed()),
            Stage::Settled(done) => Some(done.confirmed()),
            Stage::Hearing | Stage::Drafted { .. } | Stage::Closed(_) => None,
        }
    }

    /// That the registration ends, if a final decision says so.
    pub fn ending(&self) -> Option<Ending> {
        match &self.stage {
            Stage::Settled(done) => done.ending(),
            _ => None,
        }
    }

    /// Whether a registration says "disputed" because of it: until it is over, or decided that nothing changes.
    pub fn disputes(&self) -> bool {
        let stays = self.decision().is_some_and(|d| d.outcome() == Outcome::NothingChanges);
        self.kind.disputes() && !self.is_over() && !stays
    }

    /// Whether a field says "under correction" because of it.
    pub fn corrects(&self) -> bool {
        self.kind == Kind::Correction && !self.is_over()
    }

    /// Whether an address is hidden because of it: from the first day, and as long as no refusal has effect.
    pub fn protects(&self) -> bool {
        let refused = matches!(&self.stage, Stage::Settled(done) if done.outcome() == Outcome::NothingChanges);
        self.kind == Kind::Protection && !refused && !matches!(self.stage, Stage::Closed(_))
    }

    /// The day under which it stands in the queue: what somebody should do next, and by when. The passing of it does nothing.
    pub fn due(&self) -> Option<&Until> {
        match &self.stage {
            Stage::Hearing | Stage::Confirmed(_) | Stage::Appealed { .. } => Some(&self.decide_by),
            Stage::Drafted { confirm_by, .. } => Some(confirm_by),
            Stage::Appealable(served) => served.until(),
            Stage::Settled(_) | Stage::Closed(_) => None,
        }
    }

    /// By when the office should have decided. The passing of it does nothing.
    pub fn decide_by(&self) -> &Until {
        &self.decide_by
    }

    /// What a finding can rest on: the grounds that its file holds.
    pub fn grounds(&self, now: Timestamp) -> Vec<Ground> {
        Ground::ALL.into_iter().filter(|ground| self.holds(*ground, now)).collect()
    }

    /// Evidence that the sides were heard as far as an outcome asks, or whose hearing is missing.
    pub fn heard(&self, outcome: Outcome, now: Timestamp) -> Result<Heard, Refusal> {
        if self.stage != Stage::Hearing {
            return Err(Refusal::NotNow);
        }
        if !self.kind.outcomes().contains(&outcome) {
            return Err(Refusal::NotAnOutcome);
        }
        if outcome == Outcome::RegistrationEnds && self.host_changed && !self.maintained {
            return Err(Refusal::NotMaintained);
        }
        let needed = self.kind.needs_hearing(outcome);
        let how = |side: &Side| self.heard_how(*side, now).or_else(|refusal| if needed { Err(refusal) } else { Ok(HeardHow::NotNeeded) });
        let sides = self.kind.sides().iter().map(|side| Ok((*side, how(side)?))).collect::<Result<_, Refusal>>()?;
        Ok(Heard { case: self.id, kind: self.kind, outcome, sides })
    }

    fn heard_how(&self, side: Side, now: Timestamp) -> Result<HeardHow, Refusal> {
        let file = self.side(side).ok_or(Refusal::NoSuchSide)?;
        match file.oral {
            Oral::Asked { .. } => return Err(Refusal::HearingOwed),
            Oral::Held => return Ok(HeardHow::Orally),
            Oral::NotAsked | Oral::Lapsed => {}
        }
        match &file.answer {
            _ if self.opened_by(side) => Ok(HeardHow::Opened),
            _ if file.answered => Ok(HeardHow::Answered),
            Some(until) if until.over(now) => Ok(HeardHow::HadItsTime),
            _ => Err(Refusal::NotHeard(side)),
        }
    }

    /// Whether a side opened it; a new host did not open what the earlier one did.
    pub fn opened_by(&self, side: Side) -> bool {
        self.opener == Opener::Side(side) && !(side == Side::Other && self.host_changed)
    }

    pub(super) fn file(&mut self, side: Side) -> Result<&mut SideFile, Refusal> {
        if !self.kind.sides().contains(&side) {
            return Err(Refusal::NoSuchSide);
        }
        Ok(match side {
            Side::Resident => &mut self.resident,
            Side::Other => &mut self.other,
        })
    }
}
