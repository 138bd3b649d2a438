//! The hearing: answers, oral hearings, what comes on file, the draft.

use super::{Made, Terms};
use crate::case::clock::Clock;
use crate::case::decision::Draft;
use crate::case::finding::{Finding, Ground};
use crate::case::kind::Kind;
use crate::case::notice::Notice;
use crate::case::refusal::Refusal;
use crate::case::side::Side;
use crate::case::stage::{Case, Instance, Oral, SideFile, Stage};
use crate::id::StaffId;
use jiff::{Timestamp, civil::Date};

impl Case {
    /// Something new is on file: whoever could lose by it is asked again. Nobody is judged by a paper that they were not shown.
    pub(super) fn put_on_file(&mut self, ground: Ground) {
        self.on_file.insert(ground);
        self.ask_resident_again();
        if self.kind == Kind::PossibleDuplicate {
            ask_again(&mut self.other);
        }
    }

    pub(super) fn ask_resident_again(&mut self) {
        if self.kind.proves_twice(Side::Resident) && !self.opened_by(Side::Resident) {
            ask_again(&mut self.resident);
        }
    }

    pub(super) fn answered(&mut self, made: Made, posted_on: Option<Date>) -> Result<(), Refusal> {
        let side = made.side()?;
        if posted_on.is_some_and(|day| day > made.on) {
            return Err(Refusal::PostedDay);
        }
        let opened = self.opened_by(side);
        let accuses = side == Side::Other && self.kind.disputes();
        let stage_allows = match &self.stage {
            Stage::Hearing => true,
            // What was posted in time is read, also if the draft is written: it falls, and is written again with the answer.
            Stage::Drafted { .. } | Stage::Confirmed(_) if self.instance == Instance::Office && !accuses => {
                let until = self.file(side)?.answer;
                if !until.is_some_and(|until| until.in_time(made.at, posted_on)) {
                    return Err(Refusal::TooLate);
                }
                true
            }
            _ => false,
        };
        if !stage_allows {
            return Err(Refusal::NotNow);
        }
        let file = self.file(side)?;
        // Whoever hears of the case before its notice can speak, and is told and asked all the same.
        (file.answered, file.spoke) = (opened || file.told.sent(), true);
        if accuses {
            if std::mem::replace(&mut file.added, true) {
                return Err(Refusal::Once);
            }
            self.ask_resident_again();
        }
        self.stage = Stage::Hearing;
        Ok(())
    }

    pub(super) fn hearing_asked(&mut self, made: Made) -> Result<(), Refusal> {
        let side = made.side()?;
        self.in_hearing()?;
        let opened = self.opened_by(side);
        let file = self.file(side)?;
        if !opened && !file.told.sent() {
            return Err(Refusal::NotTold(side));
        }
        if file.answer.is_some_and(|until| until.over(made.at)) {
            return Err(Refusal::TooLate);
        }
        if file.oral != Oral::NotAsked {
            return Err(Refusal::Once);
        }
        file.oral = Oral::Asked { missed: 0 };
        Ok(())
    }

    pub(super) fn hearing_held(&mut self, made: Made, present: &[Side]) -> Result<(), Refusal> {
        made.officer()?;
        self.in_hearing()?;
        if self.invited.is_none_or(|day| made.on < day) {
            return Err(Refusal::HearingDay);
        }
        self.invited = None;
        for side in present {
            let opened = self.opened_by(*side);
            let file = self.file(*side)?;
            if !opened && !file.told.sent() {
                return Err(Refusal::NotTold(*side));
            }
            (file.oral, file.spoke) = (Oral::Held, true);
        }
        for file in [&mut self.resident, &mut self.other] {
            file.oral = match file.oral {
                Oral::Asked { missed: 0 } => Oral::Asked { missed: 1 },
                Oral::Asked { .. } => Oral::Lapsed,
                oral => oral,
            };
        }
        Ok(())
    }

    pub(super) fn drafted(&mut self, made: Made, finding: &Finding, second: Option<StaffId>, terms: Terms<'_>) -> Result<(), Refusal> {
        let by = made.officer()?;
        let heard = self.heard(finding.outcome, made.at)?;
        self.impartial(by, &[])?;
        if let Some(missing) = finding.grounds.iter().find(|ground| !self.holds(**ground, made.at)) {
            return Err(Refusal::NotOnFile(*missing));
        }
        let draft = Draft::write(heard, finding.clone(), by)?;
        let Some(second) = second else {
            let confirmed = draft.sign()?;
            self.tell_decision(Stage::Confirmed(confirmed));
            return Ok(());
        };
        if second == by {
            return Err(Refusal::SameOfficer);
        }
        self.impartial(second, &[])?;
        self.stage = Stage::Drafted { draft, second, confirm_by: terms(Clock::Confirm, made.on)? };
        Ok(())
    }

    /// Whether the file holds what a ground names.
    pub(in crate::case) fn holds(&self, ground: Ground, now: Timestamp) -> bool {
        let silent = |file: &SideFile| !file.spoke && file.answer.is_some_and(|until| until.over(now));
        match ground {
            Ground::ResidentsWords => self.resident.spoke,
            Ground::OthersWords => self.other.spoke,
            Ground::Silence => silent(&self.resident) || silent(&self.other),
            ground => self.on_file.contains(&ground),
        }
    }
}

fn ask_again(file: &mut SideFile) {
    (file.told, file.answer, file.answered, file.extended) = (Notice::default(), None, false, false);
    if file.oral == Oral::Held {
        file.oral = Oral::NotAsked;
    }
}
