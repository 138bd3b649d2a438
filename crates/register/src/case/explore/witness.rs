//! What a reader of the acts alone knows of a case.

use super::{SIDES, days};
use crate::case::act::{AppealResult, CaseAct, CaseWhat};
use crate::case::clock::{Clock, LETTER_DAYS};
use crate::case::finding::Ground;
use crate::case::kind::Kind;
use crate::case::notice::Channel;
use crate::case::side::{By, Opener, Side};
use crate::case::stage::{Case, Stage};
use crate::id::StaffId;
use jiff::ToSpan;
use jiff::civil::Date;
use std::hash::{DefaultHasher, Hash};

/// An account of one side, from the acts alone.
#[derive(Clone, Copy, Default)]
struct Account {
    told: [Option<Date>; 2],
    told_sent: [Option<Date>; 2],
    spoke: bool,
    oral_owed: bool,
    missed: u8,
    served: [Option<Date>; 2],
    served_sent: [Option<Date>; 2],
}

/// Who was told, heard and served, from the acts alone.
#[derive(Clone, Default)]
pub(super) struct Witness {
    sides: [Account; 2],
    deciding: bool,
    new_host: bool,
    drafter: Option<StaffId>,
    second: Option<StaffId>,
    weighs: bool,
    heard: bool,
    carried: bool,
    appeal_pending: bool,
    judged: bool,
}

impl Account {
    /// When the notice that is on its way was sent and proved, by way.
    fn notice(&mut self, deciding: bool) -> (&mut [Option<Date>; 2], &mut [Option<Date>; 2]) {
        if deciding { (&mut self.served_sent, &mut self.served) } else { (&mut self.told_sent, &mut self.told) }
    }
}

fn both(proofs: [Option<Date>; 2]) -> Option<Date> {
    Some(proofs[0]?.max(proofs[1]?))
}

impl Witness {
    fn ask_again(&mut self, side: usize) {
        let account = &mut self.sides[side];
        *account = Account { oral_owed: account.oral_owed, missed: account.missed, ..Account::default() };
    }

    fn new_decision(&mut self) {
        self.deciding = true;
        self.appeal_pending = false;
        for account in &mut self.sides {
            (account.served, account.served_sent) = ([None; 2], [None; 2]);
        }
    }

    pub(super) fn reads(&mut self, kind: Kind, act: &CaseAct) {
        let accused_again = kind.disputes();
        match &act.what {
            CaseWhat::Sent { to, channel } => {
                let travels = i64::from(*channel == Channel::Letter);
                let on = act.on.checked_add(travels.days()).unwrap();
                let (sent, proofs) = self.sides[*to as usize].notice(self.deciding);
                let way = usize::from(*channel == Channel::Letter);
                (sent[way], proofs[way]) = (Some(on), None);
            }
            CaseWhat::Delivered { to, channel } => {
                let (sent, proofs) = self.sides[*to as usize].notice(self.deciding);
                let way = usize::from(*channel == Channel::Letter);
                proofs[way] = proofs[way].or(Some(act.on.max(sent[way].unwrap())));
            }
            CaseWhat::CameBack { to, channel } => {
                let (sent, proofs) = self.sides[*to as usize].notice(self.deciding);
                let way = usize::from(*channel == Channel::Letter);
                (sent[way], proofs[way]) = (None, None);
            }
            CaseWhat::Answered { .. } => {
                let By::Side { side, .. } = act.by else { panic!("an answer is a side's") };
                let account = &mut self.sides[side as usize];
                account.spoke = account.told_sent.iter().any(Option::is_some);
                self.deciding = false;
                if side == Side::Other && accused_again {
                    self.ask_again(0);
                }
            }
            CaseWhat::HearingAsked {} => {
                let By::Side { side, .. } = act.by else { panic!("a side asks") };
                self.sides[side as usize].oral_owed = true;
            }
            CaseWhat::HearingHeld { present, .. } => {
                for side in SIDES {
                    let account = &mut self.sides[side as usize];
                    if present.contains(&side) {
                        (account.spoke, account.oral_owed) = (true, false);
                    } else if account.oral_owed {
                        account.missed += 1;
                        account.oral_owed = account.missed < 2;
                    }
                }
            }
            CaseWhat::Visited { met: true, .. } | CaseWhat::Filed { .. } => {
                if accused_again || kind == Kind::PossibleDuplicate {
                    self.ask_again(0);
                }
                if kind == Kind::PossibleDuplicate {
                    self.ask_again(1);
                }
            }
            CaseWhat::HostChanged { .. } => {
                self.sides[1] = Account::default();
                (self.new_host, self.deciding) = (true, false);
            }
            CaseWhat::Maintained { .. } => {
                (self.sides[1].spoke, self.new_host) = (true, false);
                self.ask_again(0);
            }
            CaseWhat::Drafted { finding, second } => {
                let By::Officer { staff } = act.by else { panic!("an officer drafts") };
                self.drafter = Some(staff);
                self.second = None;
                self.weighs = kind.weighs(finding.outcome);
                self.carried = finding.grounds.iter().any(|g| !matches!(g, Ground::Absence | Ground::Silence | Ground::OthersWords));
                self.heard = kind.sides().iter().all(|side| {
                    let account = &self.sides[*side as usize];
                    let began = opened(kind, *side) && !(*side == Side::Other && self.new_host);
                    let told =
                        if kind.proves_twice(*side) { both(account.told) } else { account.told_sent.iter().flatten().min().copied() };
                    let had_time = told.is_some_and(|told| days(told, act.on) > Clock::Answer.floor());
                    !account.oral_owed && (began || account.spoke || had_time)
                });
                if second.is_none() {
                    self.new_decision();
                }
            }
            CaseWhat::Confirmed {} => {
                let By::Officer { staff } = act.by else { panic!("an officer confirms") };
                self.second = Some(staff);
                self.new_decision();
            }
            CaseWhat::SentBack { .. } | CaseWhat::Undone { .. } => (self.deciding, self.appeal_pending) = (false, false),
            CaseWhat::Appealed { .. } | CaseWhat::TimeGivenBack { .. } => self.appeal_pending = true,
            CaseWhat::AppealWithdrawn {} => self.appeal_pending = false,
            CaseWhat::AppealDecided { result, .. } => match result {
                AppealResult::BackToOffice {} => (self.deciding, self.appeal_pending) = (false, false),
                AppealResult::Replaced { outcome } => {
                    self.weighs = kind.weighs(*outcome);
                    self.new_decision();
                }
                _ => self.new_decision(),
            },
            CaseWhat::Judged { upheld, .. } => {
                self.judged = *upheld;
                self.new_decision();
                self.deciding = *upheld;
            }
            CaseWhat::PutInEffect {} if self.weighs => {
                assert!(self.heard, "notice and a hearing");
                assert!(self.carried, "grounds other than silence, absence and a host's word");
                assert!(self.second.is_some() && self.second != self.drafter, "a second officer");
                assert!(!self.appeal_pending, "no appeal is pending");
                for side in kind.sides().iter().filter(|side| kind.proves_twice(**side)) {
                    let served = both(self.sides[*side as usize].served).expect("two proofs of delivery");
                    let gone = days(served, act.on);
                    assert!(self.judged || gone > Clock::Appeal.floor() + LETTER_DAYS, "the time for an appeal is over: {gone} days");
                }
            }
            _ => {}
        }
    }

    pub(super) fn key(&self, hearing: bool, case: &Case, today: Date, into: &mut DefaultHasher) {
        // A day that is over for every term that could start with it makes no difference any more.
        let ago = |day: Date, clip: i64| days(day, today).min(clip);
        let deciding = !matches!(case.stage, Stage::Hearing);
        for (side, account) in SIDES.into_iter().zip(&self.sides) {
            let mut proofs = |sent: [Option<Date>; 2], proved: [Option<Date>; 2], clip: i64| {
                both(proved).map(|day| ago(day, clip)).hash(into);
                for way in 0..2 {
                    (sent[way].map(|day| ago(day, 0)), proved[way].map(|day| ago(day, 0))).hash(into);
                }
                if !case.kind.proves_twice(side) {
                    sent.iter().flatten().min().map(|day| ago(*day, clip)).hash(into);
                }
            };
            if hearing {
                proofs(account.told_sent, account.told, Clock::Answer.floor() + 1);
            }
            if deciding {
                proofs(account.served_sent, account.served, Clock::Appeal.floor() + LETTER_DAYS + 1);
            }
            if hearing {
                (account.spoke, account.oral_owed, account.missed, self.new_host).hash(into);
            }
        }
        if deciding {
            (self.drafter, self.second, self.weighs, self.heard, self.carried, self.appeal_pending, self.judged).hash(into);
        }
    }

    /// The case's own account of the notices is the same.
    pub(super) fn agrees(&self, case: &Case) {
        for (side, account) in SIDES.into_iter().zip(&self.sides) {
            let Some(file) = case.side(side) else { continue };
            if !case.is_over() {
                assert_eq!(file.told().counts_from(true), both(account.told), "{side:?} told twice");
            }
            if self.deciding && !case.is_over() {
                assert_eq!(file.decision().counts_from(true), both(account.served), "{side:?} served twice");
            }
        }
    }
}

fn opened(kind: Kind, side: Side) -> bool {
    kind.openers()[0] == Opener::Side(side)
}
