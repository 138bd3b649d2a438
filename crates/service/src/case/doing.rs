//! What an office can do in a case as it stands. The case itself answers: it is asked with a sample of each act, which is thrown away.

use crate::Service;
use doorstep_register::case::{AppealResult, By, Case, CaseWhat, Channel, FiledKind, Finding, Outcome, Reasons, Refusal, Side, Stage};
use doorstep_register::{Line, StaffId, Words};
use jiff::ToSpan;
use uuid::Uuid;

/// What somebody of an office or of the appeal body does, without what they say: what a page asks before it offers it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doing {
    /// Sends the notice to a side on another way.
    Send(Side),
    /// Notes what became of a notice to a side.
    Note(Side, Channel),
    /// Invites to a hearing.
    Invite,
    /// Writes down a hearing.
    Hold,
    /// Gives a side more time.
    Extend(Side),
    /// Notes a visit.
    Visit,
    /// Puts a paper or a word on file.
    File,
    /// Notes that the home has another owner.
    HostChanged,
    /// Writes a decision with this outcome.
    Draft(Outcome),
    /// Names a deputy for the second officer.
    Deputy,
    /// Does not confirm.
    SendBack,
    /// Confirms.
    Confirm,
    /// Decides the appeal so.
    DecideAppeal(AppealResult),
    /// Records a court's judgment.
    Judge,
    /// Gives back the time for an appeal.
    GiveTimeBack,
    /// Puts the decision in effect.
    PutInEffect,
    /// Takes the decision back.
    Undo,
    /// Takes merged records apart.
    Separate,
    /// Notes that the person has died.
    Died,
}

/// A word that stands in a sample.
const SAMPLE: &str = "A sample, which is thrown away.";

fn words() -> Words {
    Words::parse(SAMPLE).expect("a sentence is words")
}

fn reasons() -> Reasons {
    Reasons::parse(SAMPLE).expect("a sentence is a reason")
}

impl Doing {
    /// Everything that could be done in a case of this kind, in the order of the procedure.
    fn every(case: &Case) -> Vec<Doing> {
        let sides = case.kind().sides();
        let outcomes = case.kind().outcomes();
        let mut all: Vec<Doing> = sides.iter().map(|side| Doing::Send(*side)).collect();
        all.extend(sides.iter().flat_map(|side| Channel::EVERY.map(|channel| Doing::Note(*side, channel))));
        all.extend([Doing::Invite, Doing::Hold]);
        all.extend(sides.iter().map(|side| Doing::Extend(*side)));
        all.extend([Doing::Visit, Doing::File, Doing::HostChanged]);
        all.extend(outcomes.iter().map(|outcome| Doing::Draft(*outcome)));
        all.extend([Doing::Confirm, Doing::SendBack, Doing::Deputy]);
        all.extend([AppealResult::Upheld {}, AppealResult::Annulled {}].map(Doing::DecideAppeal));
        all.extend(outcomes.iter().map(|outcome| Doing::DecideAppeal(AppealResult::Replaced { outcome: *outcome })));
        all.push(Doing::DecideAppeal(AppealResult::BackToOffice {}));
        all.extend([Doing::Judge, Doing::PutInEffect, Doing::Undo, Doing::GiveTimeBack, Doing::Separate]);
        // A case about an address has nobody who could have died.
        all.extend(sides.contains(&Side::Resident).then_some(Doing::Died));
        all
    }
}

impl Service {
    /// Everything that an office could do in a case, each with why it cannot be done now, if it cannot.
    pub(crate) fn doings(&self, case: &Case, by: By) -> Vec<(Doing, Option<Refusal>)> {
        let (now, terms) = (self.now(), self.terms());
        let clocks = self.clocks(&terms);
        // Whoever opened a case needs no notice of it, and whoever is hidden is not looked for at home.
        let pointless = |doing: &Doing| match doing {
            Doing::Send(side) => case.stage() == &Stage::Hearing && case.opened_by(*side),
            Doing::Visit => !case.kind().is_about_a_place(),
            _ => false,
        };
        let answer = |doing: &Doing| match self.sample(case, *doing) {
            Some(what) if !pointless(doing) => case.next(by, what, now, &clocks).err(),
            _ => Some(Refusal::NotNow),
        };
        Doing::every(case).into_iter().map(|doing| (doing, answer(&doing))).collect()
    }

    fn sample(&self, case: &Case, doing: Doing) -> Option<CaseWhat> {
        // Nobody has this id: whoever is chosen in the form is checked when the act is made.
        let somebody = StaffId(Uuid::nil());
        Some(match doing {
            Doing::Send(to) => CaseWhat::Sent { to, channel: Channel::Letter },
            Doing::Note(to, channel) => CaseWhat::Delivered { to, channel },
            Doing::Invite => CaseWhat::HearingInvited { on: self.today().checked_add(1.year()).ok()? },
            Doing::Hold => CaseWhat::HearingHeld { record: words(), present: Vec::new() },
            Doing::Extend(side) => CaseWhat::Extended { side, why: words() },
            Doing::Visit => CaseWhat::Visited { met: true, words: words() },
            Doing::File => CaseWhat::Filed { what: FiledKind::Document, words: words() },
            Doing::HostChanged => CaseWhat::HostChanged { words: words() },
            Doing::Draft(outcome) => {
                let finding = Finding {
                    outcome,
                    facts: words(),
                    rule: Line::parse(SAMPLE).ok()?,
                    reasons: reasons(),
                    grounds: case.grounds(self.now()),
                };
                CaseWhat::Drafted { finding, second: case.kind().weighs(outcome).then_some(somebody) }
            }
            Doing::Deputy => CaseWhat::DeputyNamed { deputy: somebody, why: words() },
            Doing::SendBack => CaseWhat::SentBack { why: words() },
            Doing::Confirm => CaseWhat::Confirmed {},
            Doing::DecideAppeal(result) => CaseWhat::AppealDecided { result, reasons: reasons() },
            Doing::Judge => CaseWhat::Judged { upheld: true, words: words() },
            Doing::GiveTimeBack => CaseWhat::TimeGivenBack { reasons: reasons() },
            Doing::PutInEffect => CaseWhat::PutInEffect {},
            Doing::Undo => CaseWhat::Undone { why: words() },
            Doing::Separate => CaseWhat::Separated { why: words() },
            Doing::Died => CaseWhat::Died { words: words() },
        })
    }
}
