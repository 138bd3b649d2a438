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

mod tries;
mod witness;

use super::act::{CaseAct, CaseWhat, FiledKind};
use super::clock::{Clock, Clocks, Counts, LETTER_DAYS, Until};
use super::finding::{Finding, Ground, Reasons};
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
use tries::{OFFICER, Slice, tries, waits};
use uuid::Uuid;
use witness::Witness;

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
