//! What each act does to a case, and when it is refused.

mod appeal;
mod hearing;

use super::act::{CaseAct, CaseWhat, FiledKind};
use super::clock::{Clock, Clocks, Until, plausible};
use super::finding::Ground;
use super::kind::{Kind, Outcome};
use super::notice::Channel;
use super::refusal::Refusal;
use super::side::{By, Side};
use super::stage::{Case, Closing, Instance, SideFile, Stage};
use crate::id::{CaseId, StaffId};
use crate::text::Words;
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeSet;

/// Where the ends of terms come from: counted when an act is made, read from the act when it is folded.
type Terms<'a> = &'a mut dyn FnMut(Clock, Date) -> Result<Until, Refusal>;

/// When and by whom.
#[derive(Clone, Copy)]
struct Made {
    at: Timestamp,
    on: Date,
    by: By,
}

impl Made {
    fn side(self) -> Result<Side, Refusal> {
        match self.by {
            By::Side { side, .. } => Ok(side),
            _ => Err(Refusal::NotYours),
        }
    }

    fn officer(self) -> Result<StaffId, Refusal> {
        match self.by {
            By::Officer { staff } => Ok(staff),
            _ => Err(Refusal::NotYours),
        }
    }

    fn appeal_body(self) -> Result<StaffId, Refusal> {
        match self.by {
            By::AppealBody { staff } => Ok(staff),
            _ => Err(Refusal::NotYours),
        }
    }

    /// What the post reports, the program or an officer notes.
    fn post(self) -> Result<(), Refusal> {
        matches!(self.by, By::Program | By::Officer { .. }).then_some(()).ok_or(Refusal::NotYours)
    }
}

impl Case {
    /// The first act of a case.
    pub fn open(id: CaseId, by: By, kind: Kind, words: Words, now: Timestamp, clocks: &Clocks<'_>) -> Result<CaseAct, Refusal> {
        let on = clocks.today(now);
        let what = CaseWhat::Opened { kind, words };
        let act = CaseAct { case: id, seq: 1, at: now, on, by, what, terms: vec![clocks.until(Clock::Decide, on)?] };
        Self::start(&act).map(|_| act)
    }

    /// What somebody wants, as the act to append; its terms are counted now and stay.
    pub fn next(&self, by: By, what: CaseWhat, now: Timestamp, clocks: &Clocks<'_>) -> Result<CaseAct, Refusal> {
        let on = clocks.today(now);
        let mut terms = Vec::new();
        self.clone().step(Made { at: now, on, by }, &what, &mut |clock, from| {
            let until = clocks.until(clock, from)?;
            terms.push(until);
            Ok(until)
        })?;
        Ok(CaseAct { case: self.id, seq: self.version + 1, at: now, on, by, what, terms })
    }

    /// A case of one act.
    pub fn start(act: &CaseAct) -> Result<Self, Refusal> {
        let CaseWhat::Opened { kind, .. } = act.what else { return Err(Refusal::NotNow) };
        let opener = act.by.opener().filter(|role| kind.openers().contains(role)).ok_or(Refusal::NotYours)?;
        if act.seq != 1 {
            return Err(Refusal::Conflict { version: 0, followed: act.seq.saturating_sub(1) });
        }
        let [decide_by] = act.terms[..] else { return Err(Refusal::Term(Clock::Decide)) };
        if !plausible(Clock::Decide, act.on, &decide_by) {
            return Err(Refusal::Term(Clock::Decide));
        }
        let mut case = Self {
            id: act.case,
            version: 1,
            last_at: act.at,
            kind,
            opener,
            decide_by,
            resident: SideFile::default(),
            other: SideFile::default(),
            host_changed: false,
            maintained: false,
            on_file: BTreeSet::new(),
            helpers: BTreeSet::new(),
            invited: None,
            stage: Stage::Hearing,
            instance: Instance::Office,
            sent_back: false,
            given_back: false,
        };
        if let By::Side { side, helped_by } = act.by {
            case.helpers.extend(helped_by);
            case.file(side)?.spoke = true;
        }
        Ok(case)
    }

    /// A case from its acts.
    pub fn fold<'a>(acts: impl IntoIterator<Item = &'a CaseAct>) -> Result<Self, Refusal> {
        let mut acts = acts.into_iter();
        let mut case = Self::start(acts.next().ok_or(Refusal::NotNow)?)?;
        for act in acts {
            case.apply(act)?;
        }
        Ok(case)
    }

    /// Folds one act. A refused act leaves the case as it was.
    pub fn apply(&mut self, act: &CaseAct) -> Result<(), Refusal> {
        if act.case != self.id {
            return Err(Refusal::Stranger);
        }
        if act.seq != self.version + 1 {
            return Err(Refusal::Conflict { version: self.version, followed: act.seq.saturating_sub(1) });
        }
        let mut counted = act.terms.iter();
        let mut next = self.clone();
        next.step(Made { at: act.at, on: act.on, by: act.by }, &act.what, &mut |clock, from| {
            let until = counted.next().filter(|until| plausible(clock, from, until));
            until.copied().ok_or(Refusal::Term(clock))
        })?;
        if counted.next().is_some() {
            return Err(Refusal::NotNow);
        }
        next.version = act.seq;
        *self = next;
        Ok(())
    }

    fn step(&mut self, made: Made, what: &CaseWhat, terms: Terms<'_>) -> Result<(), Refusal> {
        if made.at < self.last_at {
            return Err(Refusal::Backwards);
        }
        self.last_at = made.at;
        if let By::Side { side, helped_by } = made.by {
            self.file(side)?;
            self.helpers.extend(helped_by);
        }
        match what {
            CaseWhat::Opened { .. } => Err(Refusal::NotNow),
            CaseWhat::Sent { to, channel } => {
                made.post()?;
                let by_itself = matches!(channel, Channel::Inbox | Channel::ByHand);
                let presumed = if by_itself { made.on } else { terms(Clock::Delivery, made.on)?.last_day };
                self.notice(*to)?.send(*channel, presumed);
                self.reckon(*to, terms)
            }
            CaseWhat::Delivered { to, channel } => {
                let opened_it = matches!(made.by, By::Side { side, .. } if side == *to) && *channel == Channel::Inbox;
                if !opened_it {
                    made.post()?;
                }
                let known = self.notice(*to)?.prove(*channel, made.on);
                if known { self.reckon(*to, terms) } else { Err(Refusal::NotTold(*to)) }
            }
            CaseWhat::CameBack { to, channel } => {
                made.post()?;
                let known = self.notice(*to)?.come_back(*channel);
                if known { self.reckon(*to, terms) } else { Err(Refusal::NotTold(*to)) }
            }
            CaseWhat::Answered { posted_on, .. } => self.answered(made, *posted_on),
            CaseWhat::HearingAsked {} => self.hearing_asked(made),
            CaseWhat::HearingInvited { on } => {
                made.officer()?;
                self.in_hearing()?;
                if *on < terms(Clock::Hearing, made.on)?.last_day {
                    return Err(Refusal::HearingDay);
                }
                self.invited = Some(*on);
                Ok(())
            }
            CaseWhat::HearingHeld { present, .. } => self.hearing_held(made, present),
            CaseWhat::Extended { side, .. } => {
                made.officer()?;
                self.in_hearing()?;
                let file = self.file(*side)?;
                let before = file.answer.ok_or(Refusal::NotTold(*side))?;
                if std::mem::replace(&mut file.extended, true) {
                    return Err(Refusal::Once);
                }
                let until = terms(Clock::Answer, made.on)?;
                file.answer = Some(until);
                if until.ends > before.ends { Ok(()) } else { Err(Refusal::Term(Clock::Answer)) }
            }
            CaseWhat::Visited { met, .. } => {
                made.officer()?;
                self.in_hearing()?;
                if *met {
                    self.put_on_file(Ground::Visit);
                } else {
                    self.on_file.insert(Ground::Absence);
                }
                Ok(())
            }
            CaseWhat::Filed { what, .. } => {
                made.officer()?;
                self.in_hearing()?;
                self.put_on_file(match what {
                    FiledKind::Document => Ground::Document,
                    FiledKind::Extract => Ground::Extract,
                    FiledKind::Witness => Ground::Witness,
                });
                Ok(())
            }
            CaseWhat::HostChanged { .. } => {
                made.officer()?;
                if !self.kind.concerns_a_host() || !matches!(self.stage, Stage::Hearing | Stage::Drafted { .. }) {
                    return Err(Refusal::NotNow);
                }
                self.other = SideFile::default();
                (self.host_changed, self.maintained, self.stage) = (true, false, Stage::Hearing);
                Ok(())
            }
            CaseWhat::Maintained { .. } => {
                let side = made.side()?;
                self.in_hearing()?;
                if side != Side::Other || !self.kind.disputes() || !self.host_changed || self.maintained {
                    return Err(Refusal::NotNow);
                }
                if !self.other.told.sent() {
                    return Err(Refusal::NotTold(side));
                }
                (self.other.answered, self.other.spoke, self.maintained) = (true, true, true);
                // What the new host says is put to the resident like everything that is new.
                self.ask_resident_again();
                Ok(())
            }
            CaseWhat::Drafted { finding, second } => self.drafted(made, finding, *second, terms),
            CaseWhat::DeputyNamed { deputy, .. } => {
                let by = made.officer()?;
                let partial = self.helpers.contains(deputy);
                let Stage::Drafted { draft, second, confirm_by } = &mut self.stage else { return Err(Refusal::NotNow) };
                if by == draft.by() {
                    return Err(Refusal::NotYours);
                }
                if *deputy == draft.by() {
                    return Err(Refusal::SameOfficer);
                }
                if partial {
                    return Err(Refusal::Partial);
                }
                (*second, *confirm_by) = (*deputy, terms(Clock::Confirm, made.on)?);
                Ok(())
            }
            CaseWhat::SentBack { .. } => {
                let by = made.officer()?;
                let Stage::Drafted { second, .. } = &self.stage else { return Err(Refusal::NotNow) };
                if by != *second {
                    return Err(Refusal::NotNamed);
                }
                self.stage = Stage::Hearing;
                Ok(())
            }
            CaseWhat::Confirmed {} => {
                let by = made.officer()?;
                let Stage::Drafted { draft, second, .. } = &self.stage else { return Err(Refusal::NotNow) };
                if by == draft.by() {
                    return Err(Refusal::SameOfficer);
                }
                if by != *second {
                    return Err(Refusal::NotNamed);
                }
                if self.helpers.contains(&by) {
                    return Err(Refusal::Partial);
                }
                let confirmed = draft.clone().confirm(by)?;
                self.tell_decision(Stage::Confirmed(confirmed));
                Ok(())
            }
            CaseWhat::Appealed { posted_on, .. } => self.appealed(made, *posted_on),
            CaseWhat::AppealWithdrawn {} => {
                let side = made.side()?;
                let Stage::Appealed { by, decision, served } = &self.stage else { return Err(Refusal::NotNow) };
                if side != *by {
                    return Err(Refusal::NotYours);
                }
                self.stage = served.clone().map_or_else(|| Stage::Confirmed(decision.clone()), Stage::Appealable);
                Ok(())
            }
            CaseWhat::AppealDecided { result, reasons } => self.appeal_decided(made, *result, reasons),
            CaseWhat::Judged { upheld, .. } => self.judged(made, *upheld),
            CaseWhat::PutInEffect {} => self.put_in_effect(made),
            CaseWhat::TimeGivenBack { .. } => self.time_given_back(made),
            CaseWhat::Undone { .. } => {
                let by = made.officer()?;
                match &self.stage {
                    Stage::Drafted { draft, .. } if draft.by() != by => return Err(Refusal::NotYours),
                    Stage::Drafted { .. } | Stage::Confirmed(_) | Stage::Appealable(_) | Stage::Appealed { .. } => {}
                    Stage::Settled(_) => return Err(Refusal::TooLate),
                    Stage::Hearing | Stage::Closed(_) => return Err(Refusal::NotNow),
                }
                (self.stage, self.instance) = (Stage::Hearing, Instance::Office);
                Ok(())
            }
            CaseWhat::Separated { .. } => {
                made.officer()?;
                match &self.stage {
                    Stage::Settled(done) if done.outcome() == Outcome::RecordsMerged => {
                        self.stage = Stage::Closed(Closing::Separated);
                        Ok(())
                    }
                    _ => Err(Refusal::NotNow),
                }
            }
            CaseWhat::Withdrawn {} => {
                if made.by.opener() != Some(self.opener) || !matches!(made.by, By::Side { .. }) {
                    return Err(Refusal::NotYours);
                }
                self.close(Closing::Withdrawn)
            }
            CaseWhat::OwnAct {} => {
                let mine = made.side()? == Side::Resident;
                if !mine {
                    return Err(Refusal::NotYours);
                }
                if !self.kind.ends_with_the_registration() {
                    return Err(Refusal::NotNow);
                }
                self.close(Closing::OwnAct)
            }
            CaseWhat::Died { .. } => {
                made.officer()?;
                self.close(Closing::Died)
            }
        }
    }

    fn in_hearing(&self) -> Result<(), Refusal> {
        if self.stage == Stage::Hearing { Ok(()) } else { Err(Refusal::NotNow) }
    }

    fn close(&mut self, how: Closing) -> Result<(), Refusal> {
        if self.is_over() {
            return Err(Refusal::NotNow);
        }
        self.stage = Stage::Closed(how);
        Ok(())
    }

    fn impartial(&self, who: StaffId, decided: &[Option<StaffId>]) -> Result<(), Refusal> {
        if self.helpers.contains(&who) || decided.contains(&Some(who)) { Err(Refusal::Partial) } else { Ok(()) }
    }
}
