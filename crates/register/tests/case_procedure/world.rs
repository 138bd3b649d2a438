//! The world of one scenario: an office, its clock, its rule pack, and one case.

use doorstep_register::case::{
    By, Case, CaseAct, CaseWhat, Channel, Clock, Clocks, CodeRefusal, Counts, EndedBy, Finding, Ground, HostAnswer, HostDisputes,
    HostLetter, Kind, Outcome, Reasons, ReasonsError, Refusal, Side, Standing, standing,
};
use doorstep_register::{CaseId, Line, StaffId, Words};
use doorstep_rules::{Calendars, CaseClock, Pack, case_last_day, embedded_packs};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

/// The terms of a rule pack, as `service` will give them to a case.
struct FromPack {
    pack: Pack,
    calendars: Calendars,
}

impl Counts for FromPack {
    fn last_day(&self, clock: Clock, from: Date) -> Option<Date> {
        let clock = match clock {
            Clock::Delivery => CaseClock::Delivery,
            Clock::Answer => CaseClock::Answer,
            Clock::Hearing => CaseClock::Hearing,
            Clock::Decide => CaseClock::Decide,
            Clock::Confirm => CaseClock::Confirm,
            Clock::Appeal => CaseClock::Appeal,
            Clock::Court => CaseClock::Court,
        };
        case_last_day(&self.pack, &self.calendars, clock, from).ok()
    }
}

pub struct World {
    counts: FromPack,
    office: TimeZone,
    person: Option<TimeZone>,
    pub now: Timestamp,
    pub case: Option<Case>,
    acts: Vec<CaseAct>,
    /// The case as somebody read it before.
    pub read_before: Option<Case>,
    /// How the registration ended by the record, if it did.
    pub ended: Option<EndedBy>,
    /// The last refusal, until a step has asserted it.
    pub refused: Option<String>,
    pub letter: Option<(HostLetter, String)>,
    pub answered: Option<Result<HostAnswer, CodeRefusal>>,
    pub reasons: Option<Result<Reasons, ReasonsError>>,
    pub disputes: Vec<Case>,
    pub entries: usize,
}

pub fn words(text: &str) -> Words {
    Words::parse(text).expect("words")
}

pub fn finding(outcome: Outcome, grounds: Vec<Ground>) -> Finding {
    let reasons = Reasons::parse("The facts on file leave no other reading of the rule.").expect("reasons");
    Finding { outcome, facts: words("What the file shows."), rule: Line::parse("The rule").expect("a line"), reasons, grounds }
}

fn pack(name: &str) -> Pack {
    embedded_packs().into_iter().find(|pack| pack.name("en") == name).unwrap_or_else(|| panic!("there is no rule pack of {name}"))
}

impl World {
    pub fn new() -> Self {
        let mut world = Self {
            counts: FromPack { pack: pack("Germany"), calendars: Calendars::embedded() },
            office: TimeZone::UTC,
            person: None,
            now: Timestamp::UNIX_EPOCH,
            case: None,
            acts: Vec::new(),
            read_before: None,
            ended: None,
            refused: None,
            letter: None,
            answered: None,
            reasons: None,
            disputes: Vec::new(),
            entries: 0,
        };
        world.rule_pack("Germany");
        world.set_time("2026-05-04 10:00");
        world
    }

    pub fn rule_pack(&mut self, name: &str) {
        self.counts.pack = pack(name);
        self.office = TimeZone::get(self.counts.pack.time_zone()).expect("the time zone of the pack");
    }

    pub fn pack(&self) -> &Pack {
        &self.counts.pack
    }

    pub fn office_zone(&mut self, zone: &str) {
        self.office = TimeZone::get(zone).expect("a time zone");
    }

    pub fn person_zone(&mut self, zone: &str) {
        self.person = Some(TimeZone::get(zone).expect("a time zone"));
    }

    pub fn clocks(&self) -> Clocks<'_> {
        Clocks { counts: &self.counts, office: &self.office, person: self.person.as_ref() }
    }

    pub fn today(&self) -> Date {
        self.clocks().today(self.now)
    }

    /// Local time at the office; never back.
    pub fn set_time(&mut self, text: &str) {
        let local: DateTime = text.replace(' ', "T").parse().unwrap_or_else(|_| panic!("«{text}» is no date with a time"));
        let at = local.to_zoned(self.office.clone()).expect("a moment").timestamp();
        self.wait_until(at);
    }

    pub fn wait_until(&mut self, at: Timestamp) {
        assert!(at >= self.now, "a scenario goes forward in time");
        self.now = at;
    }

    pub fn wait_days(&mut self, n: i64) {
        let later = self.now.to_zoned(self.office.clone()).checked_add(n.days()).expect("a date");
        self.now = later.timestamp();
    }

    pub fn case(&self) -> &Case {
        self.case.as_ref().expect("a case was opened")
    }

    pub fn open(&mut self, by: By, kind: Kind) {
        let id = CaseId(Uuid::from_u128(77 + self.disputes.len() as u128));
        match Case::open(id, by, kind, words("Because of this."), self.now, &self.clocks()) {
            Ok(act) => {
                self.case = Some(Case::start(&act).expect("what was offered is taken"));
                self.acts = vec![act];
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    pub fn refuse(&mut self, refusal: Refusal) {
        self.refused = Some(refusal.to_string());
    }

    /// One act. What is refused is remembered for the next step, which has to say so.
    pub fn act(&mut self, by: By, what: CaseWhat) {
        let clocks = self.clocks();
        match self.case().next(by, what, self.now, &clocks) {
            Ok(act) => {
                let mut case = self.case().clone();
                case.apply(&act).expect("what was offered is taken");
                self.case = Some(case);
                self.acts.push(act);
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// One act by somebody who read the case before others acted.
    pub fn act_on_what_was_read(&mut self, by: By, what: CaseWhat) {
        let before = self.read_before.clone().expect("somebody read the case");
        let act = before.next(by, what, self.now, &self.clocks()).expect("possible on what they read");
        let mut case = self.case().clone();
        match case.apply(&act) {
            Ok(()) => panic!("both won"),
            Err(refusal) => self.refuse(refusal),
        }
        assert_eq!(&case, self.case(), "a refused act changes nothing");
    }

    /// A notice on two channels, both proved.
    pub fn tell(&mut self, to: Side) {
        for channel in [Channel::Letter, Channel::Inbox] {
            self.act(By::Program, CaseWhat::Sent { to, channel });
        }
        for channel in [Channel::Letter, Channel::Inbox] {
            self.act(By::Program, CaseWhat::Delivered { to, channel });
        }
    }

    pub fn draft(&mut self, by: By, outcome: Outcome, grounds: Vec<Ground>, second: Option<StaffId>) {
        self.act(by, CaseWhat::Drafted { finding: finding(outcome, grounds), second });
    }

    pub fn standing(&self) -> Standing {
        standing(self.ended, self.case.as_ref())
    }

    pub fn folds_again(&self) {
        let stored = serde_json::to_string(&self.acts).expect("acts are JSON");
        let read: Vec<CaseAct> = serde_json::from_str(&stored).expect("and can be read again");
        assert_eq!(&Case::fold(&read).expect("a case"), self.case());
    }

    /// The stored acts with one change, folded.
    pub fn forge(&mut self, change: impl Fn(&mut Vec<CaseAct>)) {
        let mut acts = self.acts.clone();
        change(&mut acts);
        match Case::fold(&acts) {
            Ok(_) => panic!("a forged file was read as a case"),
            Err(refusal) => self.refuse(refusal),
        }
    }

    pub fn facts(&self) -> HostDisputes {
        HostDisputes::count(self.entries, &self.disputes)
    }
}
