//! What follows a decision: its notice, appeals, the court, the effect.

use super::{Made, Terms};
use crate::case::act::AppealResult;
use crate::case::clock::Clock;
use crate::case::finding::Reasons;
use crate::case::kind::Outcome;
use crate::case::notice::Notice;
use crate::case::refusal::Refusal;
use crate::case::side::Side;
use crate::case::stage::{Case, Closing, Instance, Stage};
use jiff::civil::Date;

impl Case {
    pub(super) fn appealed(&mut self, made: Made, posted_on: Option<Date>) -> Result<(), Refusal> {
        let by = made.side()?;
        if posted_on.is_some_and(|day| day > made.on) {
            return Err(Refusal::PostedDay);
        }
        let (decision, served) = match &self.stage {
            // Whoever knows of a decision before its notice counts need not wait.
            Stage::Confirmed(decision) if self.instance != Instance::Court => (decision.clone(), None),
            Stage::Appealable(served) => (served.confirmed().clone(), Some(served.clone())),
            // A letter that was posted in time and took longer than we waited: what has had effect has it no longer.
            Stage::Settled(done) => {
                let served = done.served().filter(|_| posted_on.is_some()).ok_or(Refusal::TooLate)?;
                (served.confirmed().clone(), Some(served.clone()))
            }
            _ => return Err(Refusal::NotNow),
        };
        if served.as_ref().is_some_and(|served| !served.appeal_in_time(made.at, posted_on)) {
            return Err(Refusal::TooLate);
        }
        self.stage = Stage::Appealed { by, decision, served };
        Ok(())
    }

    pub(super) fn appeal_decided(&mut self, made: Made, result: AppealResult, reasons: &Reasons) -> Result<(), Refusal> {
        let by = made.appeal_body()?;
        let Stage::Appealed { decision, .. } = &self.stage else { return Err(Refusal::NotNow) };
        if self.instance != Instance::Office {
            return Err(Refusal::NotNow);
        }
        let decision = decision.clone();
        self.impartial(by, &[Some(decision.draft().by()), decision.second()])?;
        let same = decision.outcome() == Outcome::NothingChanges;
        match result {
            AppealResult::Upheld {} => self.decided_above(Stage::Confirmed(decision)),
            AppealResult::Annulled {} if same => return Err(Refusal::SendBack),
            AppealResult::Annulled {} => self.stage = Stage::Closed(Closing::Annulled),
            AppealResult::Replaced { outcome } => {
                let light = outcome.favours() || outcome == Outcome::NothingChanges;
                if !self.kind.outcomes().contains(&outcome) || outcome == decision.outcome() {
                    return Err(Refusal::NotAnOutcome);
                }
                if !light || self.kind.weighs(outcome) {
                    return Err(Refusal::SendBack);
                }
                self.decided_above(Stage::Confirmed(decision.replaced(outcome, reasons.clone(), by)));
            }
            AppealResult::BackToOffice {} => {
                if std::mem::replace(&mut self.sent_back, true) {
                    return Err(Refusal::Once);
                }
                self.stage = Stage::Hearing;
            }
        }
        Ok(())
    }

    pub(super) fn judged(&mut self, made: Made, upheld: bool) -> Result<(), Refusal> {
        made.officer()?;
        let Stage::Appealed { decision, .. } = &self.stage else { return Err(Refusal::NotNow) };
        if self.instance != Instance::AppealBody {
            return Err(Refusal::NotNow);
        }
        let decision = decision.clone();
        if upheld {
            self.instance = Instance::Court;
            self.tell_decision(Stage::Confirmed(decision));
        } else if decision.outcome() == Outcome::NothingChanges {
            (self.stage, self.instance) = (Stage::Hearing, Instance::Office);
        } else {
            self.stage = Stage::Closed(Closing::Annulled);
        }
        Ok(())
    }

    pub(super) fn put_in_effect(&mut self, made: Made) -> Result<(), Refusal> {
        let by = made.officer()?;
        self.stage = match &self.stage {
            Stage::Confirmed(confirmed) => Stage::Settled(confirmed.clone().at_once(by, made.at)?),
            Stage::Appealable(served) if served.confirmed().outcome().favours() => {
                Stage::Settled(served.confirmed().clone().at_once(by, made.at)?)
            }
            Stage::Appealable(served) => Stage::Settled(served.clone().put_in_effect(by, made.at)?),
            _ => return Err(Refusal::NotNow),
        };
        Ok(())
    }

    pub(super) fn time_given_back(&mut self, made: Made) -> Result<(), Refusal> {
        let by = made.appeal_body()?;
        let Stage::Settled(done) = &self.stage else { return Err(Refusal::NotNow) };
        let served = done.served().filter(|_| self.instance == Instance::Office).ok_or(Refusal::NotNow)?.clone();
        let decision = served.confirmed().clone();
        self.impartial(by, &[Some(decision.draft().by()), decision.second()])?;
        if std::mem::replace(&mut self.given_back, true) {
            return Err(Refusal::Once);
        }
        let by = self.kind.sides().first().copied().ok_or(Refusal::NoSuchSide)?;
        self.stage = Stage::Appealed { by, decision, served: Some(served) };
        Ok(())
    }

    /// The notice that is on its way at this stage.
    pub(super) fn notice(&mut self, to: Side) -> Result<&mut Notice, Refusal> {
        let of_decision = match self.stage {
            Stage::Hearing => false,
            Stage::Confirmed(_) | Stage::Appealable(_) => true,
            _ => return Err(Refusal::NotNow),
        };
        let file = self.file(to)?;
        Ok(if of_decision { &mut file.decision } else { &mut file.told })
    }

    pub(super) fn tell_decision(&mut self, stage: Stage) {
        (self.resident.decision, self.other.decision) = (Notice::default(), Notice::default());
        self.stage = stage;
    }

    fn decided_above(&mut self, stage: Stage) {
        self.instance = Instance::AppealBody;
        self.tell_decision(stage);
    }

    /// Starts the term that a notice starts, once it counts as delivered; stops it if a proof fell away.
    pub(super) fn reckon(&mut self, to: Side, terms: Terms<'_>) -> Result<(), Refusal> {
        let twice = self.kind.proves_twice(to);
        if self.stage == Stage::Hearing {
            let opened = self.opened_by(to);
            let file = self.file(to)?;
            file.answer = match (file.told.counts_from(twice), file.answer) {
                (None, _) => None,
                (Some(_), Some(until)) => Some(until),
                (Some(_), None) if opened => None,
                (Some(day), None) => Some(terms(Clock::Answer, day)?),
            };
            return Ok(());
        }
        // A decision that takes nothing from anybody need not be proved twice; who cannot be reached keeps what they have.
        let weighs = self.decision().is_some_and(|decision| decision.draft().weighs());
        let served_on = self.kind.sides().iter().map(|side| {
            let file = self.side(*side)?;
            file.decision.counts_from(weighs && self.kind.proves_twice(*side))
        });
        let served_on = served_on.collect::<Option<Vec<Date>>>().and_then(|days| days.into_iter().max());
        self.stage = match (&self.stage, served_on) {
            (Stage::Confirmed(confirmed), Some(day)) => {
                let until = match self.instance {
                    Instance::Office => Some(terms(Clock::Appeal, day)?),
                    Instance::AppealBody => Some(terms(Clock::Court, day)?),
                    Instance::Court => None,
                };
                Stage::Appealable(confirmed.clone().served(day, until))
            }
            (Stage::Appealable(served), None) => Stage::Confirmed(served.clone().again()),
            (stage, _) => stage.clone(),
        };
        Ok(())
    }
}
