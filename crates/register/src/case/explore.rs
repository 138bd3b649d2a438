//! Every sequence of acts and waits, of a small cast, until nothing new is found.
//!
//! Breadth first over the real [`Case`], not a model of it: two officers, a deputy, an officer of the appeal body, a resident, a host, the
//! post; notices on two channels; waits to the last second of each running term, past it, and past the days for letters. States are told
//! apart by everything that the future depends on, with times relative to now, so that each search closes.
//!
//! The product of all that can happen in a hearing and all that can follow a decision has millions of states. So there are three searches
//! ([`Slice`]): two of hearings, each from the opening to the effect; and one of what follows a decision, from the opening and from a case
//! that was heard. They fit together because no act after a decision touches what the hearing left behind, which is asserted at each of them.
//!
//! Beside each case runs a [`Witness`]: it reads only the acts, knows nothing of how `apply` works, and keeps its own account of who was told,
//! heard and served. What the charter promises is asserted on its account.

use super::act::{AppealResult, CaseAct, CaseWhat, FiledKind};
use super::clock::{Clock, Clocks, Counts, LETTER_DAYS, Until};
use super::decision::{Finding, Ground, Reasons};
use super::kind::{Kind, Outcome};
use super::notice::Channel;
use super::refusal::Refusal;
use super::side::{By, Opener, Side};
use super::stage::{Case, Closing, Instance, SideFile, Stage};
use super::standing::{EndedBy, Standing, standing};
use crate::id::{CaseId, StaffId};
use crate::text::{Line, Words};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use uuid::Uuid;

/// Every term at its floor: the least that any rule pack can give.
struct Floors;

impl Counts for Floors {
    fn last_day(&self, clock: Clock, from: Date) -> Option<Date> {
        from.checked_add(clock.floor().days()).ok()
    }
}

const fn staff(n: u128) -> StaffId {
    StaffId(Uuid::from_u128(n))
}

const FIRST: StaffId = staff(1);
const SECOND: StaffId = staff(2);
const DEPUTY: StaffId = staff(3);
const ABOVE: StaffId = staff(4);
const RESIDENT: By = By::Side { side: Side::Resident, helped_by: None };
const OTHER: By = By::Side { side: Side::Other, helped_by: None };
const SIDES: [Side; 2] = [Side::Resident, Side::Other];
const CHANNELS: [Channel; 2] = [Channel::Inbox, Channel::Letter];

fn words() -> Words {
    Words::parse("In words.").unwrap()
}

fn reasons() -> Reasons {
    Reasons::parse("The lease on file names another flat.").unwrap()
}

fn finding(outcome: Outcome, grounds: &[Ground]) -> Finding {
    Finding { outcome, facts: words(), rule: Line::parse("§ 1").unwrap(), reasons: reasons(), grounds: grounds.to_vec() }
}

fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

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
struct Witness {
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

    fn reads(&mut self, kind: Kind, act: &CaseAct) {
        let accused_again = kind.disputes();
        match &act.what {
            CaseWhat::Sent { to, channel } => {
                let travels = i64::from(*channel == Channel::Letter);
                let on = act.on.checked_add(travels.days()).unwrap();
                let account = &mut self.sides[*to as usize];
                let (sent, proofs) = if self.deciding {
                    (&mut account.served_sent, &mut account.served)
                } else {
                    (&mut account.told_sent, &mut account.told)
                };
                let way = usize::from(*channel == Channel::Letter);
                (sent[way], proofs[way]) = (Some(on), None);
            }
            CaseWhat::Delivered { to, channel } => {
                let account = &mut self.sides[*to as usize];
                let (sent, proofs) =
                    if self.deciding { (account.served_sent, &mut account.served) } else { (account.told_sent, &mut account.told) };
                let way = usize::from(*channel == Channel::Letter);
                proofs[way] = proofs[way].or(Some(act.on.max(sent[way].unwrap())));
            }
            CaseWhat::CameBack { to, channel } => {
                let account = &mut self.sides[*to as usize];
                let (sent, proofs) = if self.deciding {
                    (&mut account.served_sent, &mut account.served)
                } else {
                    (&mut account.told_sent, &mut account.told)
                };
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

    fn key(&self, hearing: bool, case: &Case, today: Date, into: &mut DefaultHasher) {
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
    fn agrees(&self, case: &Case) {
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

fn key(slice: Slice, case: &Case, witness: &Witness, now: Timestamp) -> u64 {
    let mut into = DefaultHasher::new();
    std::mem::discriminant(&case.stage).hash(&mut into);
    if let Stage::Closed(how) = &case.stage {
        how.hash(&mut into);
        return into.finish();
    }
    let today = day_of(now);
    // The time for an appeal is followed by the days for letters; the time for an answer is over when it is over.
    let left = |until: &Until| until.ends.duration_since(now).as_secs().max(-86_400 * LETTER_DAYS);
    let answer_left = |until: &Until| until.ends.duration_since(now).as_secs().max(0);
    let ahead = |d: Date| days(today, d).max(0);
    let side = |file: &SideFile, into: &mut DefaultHasher| {
        file.answer.as_ref().map(answer_left).hash(into);
        (file.answered, file.spoke, file.oral, file.extended, file.added).hash(into);
    };
    // In the searches of hearings nothing leads from a decision back to the hearing, so that what it left behind makes no difference.
    let hearing = slice == Slice::Decisions || matches!(case.stage, Stage::Hearing | Stage::Drafted { .. });
    if hearing {
        side(&case.resident, &mut into);
        side(&case.other, &mut into);
        (case.host_changed, case.maintained, &case.on_file, &case.helpers, case.invited.map(ahead)).hash(&mut into);
    }
    (case.instance, case.sent_back, case.given_back).hash(&mut into);
    if let Some(decision) = case.decision() {
        (decision.outcome(), decision.draft().by(), decision.second()).hash(&mut into);
    }
    match &case.stage {
        Stage::Drafted { draft, second, .. } => (draft.finding().outcome, draft.by(), second).hash(&mut into),
        Stage::Appealable(served) => served.until().map(left).hash(&mut into),
        Stage::Appealed { by, served, .. } => (by, served.as_ref().map(|s| s.until().map(left))).hash(&mut into),
        Stage::Settled(done) => done.served().map(|s| s.until().map(left)).hash(&mut into),
        Stage::Hearing | Stage::Confirmed(_) | Stage::Closed(_) => {}
    }
    witness.key(hearing, case, today, &mut into);
    into.finish()
}

/// What a search is about, beside what every case needs.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Slice {
    /// Oral hearings and more time.
    Hearings,
    /// Papers, visits, letters that come back, further words, new hosts, deputies.
    Files,
    /// Notices that come back, appeals, courts, effect, undoing, time given back.
    Decisions,
}

const OFFICER: By = By::Officer { staff: FIRST };
const READER: By = By::Officer { staff: SECOND };
const STAND_IN: By = By::Officer { staff: DEPUTY };
const BODY: By = By::AppealBody { staff: ABOVE };

/// Everything that anybody could try, whether it is theirs to do or not.
fn tries(slice: Slice, case: &Case, now: Timestamp) -> Vec<(By, CaseWhat)> {
    let mut all = Vec::new();
    let hearing = matches!(case.stage, Stage::Hearing | Stage::Drafted { .. });
    for outcome in case.kind.outcomes().iter().copied() {
        if case.kind.weighs(outcome) {
            for grounds in [&[Ground::Document][..], &[Ground::Absence, Ground::Silence], &[Ground::OthersWords], &[Ground::ResidentsWords]]
            {
                all.push((OFFICER, CaseWhat::Drafted { finding: finding(outcome, grounds), second: Some(SECOND) }));
            }
            all.push((OFFICER, CaseWhat::Drafted { finding: finding(outcome, &[Ground::Document]), second: Some(FIRST) }));
        }
        all.push((OFFICER, CaseWhat::Drafted { finding: finding(outcome, &[]), second: None }));
    }
    for by in [OFFICER, READER, STAND_IN, By::Program, RESIDENT, OTHER] {
        all.push((by, CaseWhat::Confirmed {}));
    }
    all.push((READER, CaseWhat::SentBack { why: words() }));
    for by in [OFFICER, BODY, By::Program, RESIDENT, OTHER] {
        all.push((by, CaseWhat::PutInEffect {}));
        all.push((by, CaseWhat::Withdrawn {}));
        all.push((by, CaseWhat::OwnAct {}));
        all.push((by, CaseWhat::Died { words: words() }));
    }
    if slice == Slice::Decisions {
        after_a_decision(case, now, &mut all);
    }
    if slice != Slice::Decisions || !hearing {
        notices(slice, case, &mut all);
    }
    // What the hearing is asked again is the matter of the other two: after a decision nothing leads back to it here.
    if slice == Slice::Decisions || hearing {
        all.push((RESIDENT, CaseWhat::Answered { words: words(), posted_on: None }));
    }
    if hearing && (slice == Slice::Files || !case.on_file.contains(&Ground::Document)) {
        all.push((OFFICER, CaseWhat::Filed { what: FiledKind::Document, words: words() }));
    }
    match slice {
        Slice::Hearings => in_a_hearing(now, &mut all),
        Slice::Files if hearing => on_the_file(&mut all),
        Slice::Files | Slice::Decisions => {}
    }
    all
}

fn notices(slice: Slice, case: &Case, all: &mut Vec<(By, CaseWhat)>) {
    let again = slice == Slice::Files;
    for to in SIDES {
        let twice = case.kind.proves_twice(to);
        // Whom one channel is enough for needs no second one here.
        let channels = if twice { &CHANNELS[..] } else { &CHANNELS[1..] };
        let Some(file) = case.side(to) else { continue };
        let notice = if matches!(case.stage, Stage::Hearing) { file.told() } else { file.decision() };
        for channel in channels.iter().copied() {
            let proved = notice.proved().any(|c| c == channel);
            if again || !notice.sent_on(channel) {
                all.push((By::Program, CaseWhat::Sent { to, channel }));
            }
            if twice && !proved {
                all.push((By::Program, CaseWhat::Delivered { to, channel }));
            }
        }
    }
    if slice != Slice::Hearings {
        all.push((By::Program, CaseWhat::CameBack { to: Side::Resident, channel: Channel::Letter }));
    }
}

fn after_a_decision(case: &Case, now: Timestamp, all: &mut Vec<(By, CaseWhat)>) {
    for by in [OFFICER, READER, BODY, By::Program, RESIDENT, OTHER] {
        all.push((by, CaseWhat::Undone { why: words() }));
    }
    let until = match &case.stage {
        Stage::Appealable(served) => served.until(),
        Stage::Settled(done) => done.served().and_then(|s| s.until()),
        _ => None,
    };
    let posted = until.map(|u| u.last_day).filter(|day| *day <= day_of(now));
    for by in [RESIDENT, OTHER, OFFICER, By::Program] {
        all.push((by, CaseWhat::Appealed { words: None, posted_on: None }));
        if posted.is_some() {
            all.push((by, CaseWhat::Appealed { words: None, posted_on: posted }));
        }
        all.push((by, CaseWhat::AppealWithdrawn {}));
    }
    let results = case.kind.outcomes().iter().map(|outcome| AppealResult::Replaced { outcome: *outcome });
    for result in results.chain([AppealResult::Upheld {}, AppealResult::Annulled {}, AppealResult::BackToOffice {}]) {
        for by in [BODY, By::AppealBody { staff: FIRST }, OFFICER] {
            all.push((by, CaseWhat::AppealDecided { result, reasons: reasons() }));
        }
    }
    for upheld in [true, false] {
        all.push((OFFICER, CaseWhat::Judged { upheld, words: words() }));
    }
    all.push((BODY, CaseWhat::TimeGivenBack { reasons: reasons() }));
    all.push((OFFICER, CaseWhat::Separated { why: words() }));
}

fn on_the_file(all: &mut Vec<(By, CaseWhat)>) {
    all.push((OTHER, CaseWhat::Answered { words: words(), posted_on: None }));
    all.push((OFFICER, CaseWhat::Visited { met: false, words: words() }));
    all.push((OFFICER, CaseWhat::HostChanged { words: words() }));
    all.push((OTHER, CaseWhat::Maintained { words: words() }));
    for by in [OFFICER, READER] {
        all.push((by, CaseWhat::DeputyNamed { deputy: DEPUTY, why: words() }));
    }
}

fn in_a_hearing(now: Timestamp, all: &mut Vec<(By, CaseWhat)>) {
    for by in [RESIDENT, OFFICER, By::Program] {
        all.push((by, CaseWhat::HearingAsked {}));
    }
    all.push((OFFICER, CaseWhat::HearingInvited { on: day_of(now).checked_add(6.days()).unwrap() }));
    for present in [vec![], vec![Side::Resident]] {
        all.push((OFFICER, CaseWhat::HearingHeld { record: words(), present }));
    }
    for by in [OFFICER, By::Program, OTHER] {
        all.push((by, CaseWhat::Extended { side: Side::Resident, why: words() }));
    }
}

/// The moments that are worth waiting for: the last second of each running term, its end, and the end of the days for letters.
fn waits(case: &Case, now: Timestamp) -> Vec<Timestamp> {
    let mut ends: Vec<Timestamp> = [&case.resident, &case.other].iter().filter_map(|f| f.answer).map(|u| u.ends).collect();
    let of_served = match &case.stage {
        Stage::Appealable(served) => served.until(),
        Stage::Settled(done) => done.served().and_then(|s| s.until()),
        _ => None,
    };
    let mut moments = Vec::new();
    if let Some(until) = of_served {
        ends.push(until.ends);
        moments.push(until.ends.checked_add(SignedDuration::from_hours(24 * LETTER_DAYS)).unwrap());
    }
    for end in ends {
        moments.push(end.checked_sub(SignedDuration::from_secs(1)).unwrap());
        moments.push(end);
    }
    moments.extend(case.invited.map(|day| day.to_zoned(TimeZone::UTC).unwrap().timestamp()));
    moments.retain(|moment| *moment > now);
    moments.sort_unstable();
    moments.dedup();
    moments
}

struct Found {
    states: usize,
    steps: usize,
    /// The greatest number of steps that the office needs from anywhere to the end of the case, if nobody else ever moves.
    farthest: u32,
    settled: usize,
    ended_a_registration: usize,
}

/// Whether the office can do it without anybody's help: nobody has to accept a letter, die, appeal or judge.
fn of_the_office(by: &By, what: &CaseWhat) -> bool {
    match what {
        CaseWhat::Sent { .. } => true,
        CaseWhat::Judged { .. } | CaseWhat::Died { .. } => false,
        _ => matches!(by, By::Officer { .. }),
    }
}

/// The states found so far. A case is kept until its own acts have been tried.
#[derive(Default)]
struct Known {
    slice: Option<Slice>,
    seen: HashMap<u64, usize>,
    waiting: VecDeque<(usize, Case, Witness, Timestamp)>,
    over: Vec<bool>,
}

impl Known {
    fn visit(&mut self, case: Case, witness: Witness, now: Timestamp) -> usize {
        let next = self.seen.len();
        let slice = self.slice.expect("a search has its slice");
        let at = *self.seen.entry(key(slice, &case, &witness, now)).or_insert(next);
        if at == next {
            // That a decision comes to an end is shown by the search of decisions.
            let decided = slice != Slice::Decisions && matches!(case.stage, Stage::Confirmed(_) | Stage::Appealable(_));
            self.over.push(case.is_over() || decided);
            self.waiting.push_back((at, case, witness, now));
        }
        at
    }
}

fn explore(slice: Slice, kind: Kind) -> Found {
    let clocks = Clocks { counts: &Floors, office: &TimeZone::UTC, person: None };
    let start: Timestamp = "2026-05-04T09:00:00Z".parse().unwrap();
    let by = match kind.openers()[0] {
        Opener::Side(side) => By::Side { side, helped_by: None },
        Opener::Officer => OFFICER,
        Opener::Program => By::Program,
    };
    let act = Case::open(CaseId(Uuid::from_u128(9)), by, kind, words(), start, &clocks).unwrap();
    let mut known = Known { slice: Some(slice), ..Known::default() };
    let opened = Case::start(&act).unwrap();
    if slice == Slice::Decisions {
        let (case, witness, now) = heard(opened.clone(), start, &clocks);
        known.visit(case, witness, now);
    }
    known.visit(opened, Witness::default(), start);
    let (mut steps, mut settled, mut ended_a_registration) = (0, 0, 0);
    // Backwards: from where the office alone, by acts of officers and by waiting, comes to a state.
    let mut office: Vec<(usize, usize)> = Vec::new();
    while let Some((at, case, witness, now)) = known.waiting.pop_front() {
        assert!(known.seen.len() < 400_000, "{slice:?} {kind:?} does not close: {} waiting", known.waiting.len());
        let before = standing(None, [&case]);
        settled += usize::from(matches!(case.stage, Stage::Settled(_)));
        ended_a_registration += usize::from(case.ending().is_some());
        for moment in waits(&case, now) {
            steps += 1;
            // Waiting changes nothing at all: the same case, later. There is no act of it.
            office.push((known.visit(case.clone(), witness.clone(), moment), at));
        }
        for (by, what) in tries(slice, &case, now) {
            steps += 1;
            let Ok(act) = case.next(by, what, now, &clocks) else { continue };
            let mut after = case.clone();
            after.apply(&act).unwrap_or_else(|refusal| panic!("{act:?} was offered and then refused: {refusal}"));
            let mut saw = witness.clone();
            saw.reads(kind, &act);
            saw.agrees(&after);
            promises(&case, before, &act, &after);
            leaves_the_hearing_alone(&case, &act, &after);
            let alone = of_the_office(&act.by, &act.what);
            let to = known.visit(after, saw, now);
            if alone {
                office.push((to, at));
            }
        }
    }
    let states = known.over.len();
    let farthest = farthest(&known.over, office);
    Found { states, steps, farthest, settled, ended_a_registration }
}

/// The same case after a paper was filed, everybody was told twice, and the time for an answer passed in silence.
fn heard(mut case: Case, start: Timestamp, clocks: &Clocks<'_>) -> (Case, Witness, Timestamp) {
    let mut witness = Witness::default();
    let mut script = vec![(OFFICER, CaseWhat::Filed { what: FiledKind::Document, words: words() })];
    for to in case.kind.sides().iter().copied() {
        script.extend(CHANNELS.map(|channel| (By::Program, CaseWhat::Sent { to, channel })));
        script.extend(CHANNELS.map(|channel| (By::Program, CaseWhat::Delivered { to, channel })));
    }
    for (by, what) in script {
        let act = case.next(by, what, start, clocks).unwrap();
        case.apply(&act).unwrap();
        witness.reads(case.kind, &act);
    }
    let later = start.checked_add(SignedDuration::from_hours(24 * 30)).unwrap();
    (case, witness, later)
}

/// What makes three searches as good as one: an act after a decision does not touch what the hearing left behind.
fn leaves_the_hearing_alone(before: &Case, act: &CaseAct, after: &Case) {
    let of_hearing = |file: &SideFile| (file.told.clone(), file.answer, file.answered, file.spoke, file.oral, file.extended, file.added);
    let decided = !matches!(before.stage, Stage::Hearing | Stage::Drafted { .. });
    if decided && !matches!(act.what, CaseWhat::Answered { .. }) {
        assert_eq!(of_hearing(&before.resident), of_hearing(&after.resident), "{act:?}");
        assert_eq!(of_hearing(&before.other), of_hearing(&after.other), "{act:?}");
        assert_eq!((&before.on_file, before.host_changed, before.maintained), (&after.on_file, after.host_changed, after.maintained));
    }
}

/// How many steps the office needs at most from any state to an end; fails on a state from where it cannot.
fn farthest(over: &[bool], mut office: Vec<(usize, usize)>) -> u32 {
    office.sort_unstable();
    let mut distance: Vec<Option<u32>> = over.iter().map(|over| over.then_some(0)).collect();
    let mut back: VecDeque<usize> = (0..over.len()).filter(|i| over[*i]).collect();
    while let Some(to) = back.pop_front() {
        let first = office.partition_point(|(t, _)| *t < to);
        for (_, from) in office[first..].iter().take_while(|(t, _)| *t == to) {
            if distance[*from].is_none() {
                distance[*from] = distance[to].map(|d| d + 1);
                back.push_back(*from);
            }
        }
    }
    let all: Option<Vec<u32>> = distance.into_iter().collect();
    all.expect("from every state the office can end the case").into_iter().max().unwrap_or(0)
}

/// What must hold at every single act.
fn promises(before: &Case, was: Standing, act: &CaseAct, after: &Case) {
    let is = standing(None, [after]);
    assert!(was != Standing::Ended(EndedBy::OwnAct) && was != Standing::Ended(EndedBy::Death));
    if was.registered() && !is.registered() {
        assert!(matches!(act.what, CaseWhat::PutInEffect {}), "{act:?} ended a registration");
        assert!(matches!(act.by, By::Officer { .. }), "{act:?} is no officer's");
        assert!(matches!(before.stage, Stage::Appealable(_)), "the time for an appeal had begun");
        let ending = after.ending().expect("an ending");
        assert_ne!(ending.officers().0, ending.officers().1);
    }
    if !after.kind.disputes() {
        assert_eq!(is, Standing::InForce, "no other kind of case touches a registration");
    }
    if act.by == By::Program {
        assert_eq!(is, was, "the program changes no standing");
        let post = matches!(act.what, CaseWhat::Sent { .. } | CaseWhat::Delivered { .. } | CaseWhat::CameBack { .. });
        assert!(post, "the program did {act:?}");
    }
    if let CaseWhat::Visited { met: false, .. } = act.what {
        assert_eq!((&before.stage, before.resident.answer), (&after.stage, after.resident.answer), "an absence does nothing");
    }
    if matches!(after.stage, Stage::Closed(Closing::Annulled | Closing::Withdrawn)) {
        assert_eq!(is, Standing::InForce);
    }
    if before.is_over() {
        // Only to the person's side: an appeal posted in time, time given back, a merge taken apart.
        let reopens = matches!(act.what, CaseWhat::Appealed { .. } | CaseWhat::TimeGivenBack { .. } | CaseWhat::Separated { .. });
        assert!(reopens && is.registered(), "{act:?} after the end");
    }
    assert!(after.instance <= Instance::Court);
}

/// Whether two kinds of case follow the very same rules, so that one search is enough for both.
fn same_rules(one: Kind, other: Kind) -> bool {
    let of = |kind: Kind| {
        let flags = [kind.disputes(), kind.concerns_a_host(), kind.ends_with_the_registration()];
        let sides = SIDES.map(|side| kind.proves_twice(side));
        let outcomes: Vec<_> = kind.outcomes().iter().map(|o| (*o, kind.weighs(*o), kind.needs_hearing(*o))).collect();
        (kind.openers(), kind.sides(), outcomes, flags, sides)
    };
    of(one) == of(other)
}

fn search(slice: Slice, least: usize) {
    let (mut states, mut steps, mut searched) = (0, 0, Vec::new());
    for kind in Kind::ALL {
        if searched.iter().any(|other| same_rules(kind, *other)) {
            continue;
        }
        searched.push(kind);
        let found = explore(slice, kind);
        println!(
            "{slice:?} {kind:?}: {} states, {} steps, at most {} steps of the office to the end, {} settled, {} ended a registration",
            found.states, found.steps, found.farthest, found.settled, found.ended_a_registration
        );
        (states, steps) = (states + found.states, steps + found.steps);
        assert!(found.settled > 0, "{kind:?} is never decided");
        assert!(found.farthest <= 12, "{kind:?}: the office needs {} steps", found.farthest);
        assert_eq!(found.ended_a_registration > 0, kind.disputes(), "{kind:?}: whether a registration can end");
    }
    println!("{slice:?}, all kinds: {states} states, {steps} steps");
    assert!(states > least, "{states} states are too few to say anything");
}

#[test]
fn no_path_through_a_hearing_breaks_a_promise() {
    search(Slice::Hearings, 100_000);
}

#[test]
fn no_path_of_papers_and_hosts_breaks_a_promise() {
    search(Slice::Files, 100_000);
}

#[test]
fn no_path_after_a_decision_breaks_a_promise_and_every_case_can_end() {
    search(Slice::Decisions, 100_000);
}

#[test]
fn what_is_refused_says_why_and_changes_nothing() {
    let clocks = Clocks { counts: &Floors, office: &TimeZone::UTC, person: None };
    let now: Timestamp = "2026-05-04T09:00:00Z".parse().unwrap();
    let opened = Case::open(CaseId(Uuid::from_u128(9)), OTHER, Kind::Stranger, words(), now, &clocks).unwrap();
    let case = Case::start(&opened).unwrap();
    let sent = CaseWhat::Sent { to: Side::Resident, channel: Channel::Letter };
    let act = case.next(By::Program, sent, now, &clocks).unwrap();
    let refused = |change: &dyn Fn(&mut CaseAct)| {
        let (mut act, mut same) = (act.clone(), case.clone());
        change(&mut act);
        let refusal = same.apply(&act).expect_err("refused");
        assert_eq!(same, case);
        refusal
    };
    assert_eq!(refused(&|a| a.seq = 3), Refusal::Conflict { version: 1, followed: 2 });
    assert_eq!(refused(&|a| a.case = CaseId(Uuid::from_u128(8))), Refusal::Stranger);
    assert_eq!(refused(&|a| a.at = "2026-05-04T08:59:59Z".parse().unwrap()), Refusal::Backwards);
    assert_eq!(refused(&|a| a.terms.clear()), Refusal::Term(Clock::Delivery));
    // Whoever writes a shorter term into a stored act gets no case out of it.
    assert_eq!(refused(&|a| a.terms[0].last_day = date(2026, 5, 4)), Refusal::Term(Clock::Delivery));
    assert_eq!(refused(&|a| a.terms[0].ends = "2026-05-04T00:00:00Z".parse().unwrap()), Refusal::Term(Clock::Delivery));
    assert_eq!(refused(&|a| a.terms.push(a.terms[0])), Refusal::NotNow);
}
