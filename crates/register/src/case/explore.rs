//! Every sequence of acts and waits, of a small cast, until nothing new is found.
//!
//! Breadth first over the real [`Case`], not a model of it: two officers, a deputy, an officer of the appeal body, a clerk, a resident, a
//! host, the post; notices on two channels; waits to the last second of each running term, past it, and past the days for letters. States are
//! told apart by everything that the future depends on, with times relative to now, so that the search closes.
//!
//! Beside each case runs a [`Witness`]: it reads only the acts, knows nothing of how `apply` works, and keeps its own account of who was told,
//! heard and served. What the issue promises is asserted on its account.

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
const CLERK: StaffId = staff(5);
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
                    let told = if kind.proves_twice(*side) { both(account.told) } else { account.told_sent.iter().flatten().min().copied() };
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

    fn key(&self, today: Date, into: &mut DefaultHasher) {
        // Older than every term and its letters: no difference any more.
        let ago = |d: Option<Date>| d.map(|d| days(d, today).min(22));
        for account in &self.sides {
            for proof in account.told.iter().chain(&account.told_sent).chain(&account.served).chain(&account.served_sent) {
                ago(*proof).hash(into);
            }
            (account.spoke, account.oral_owed, account.missed).hash(into);
        }
        (self.deciding, self.new_host, self.drafter, self.second, self.weighs, self.heard, self.carried).hash(into);
        (self.appeal_pending, self.judged).hash(into);
    }
}

fn opened(kind: Kind, side: Side) -> bool {
    kind.openers()[0] == Opener::Side(side)
}

fn key(case: &Case, witness: &Witness, now: Timestamp) -> u64 {
    let mut into = DefaultHasher::new();
    let today = day_of(now);
    let left = |until: &Until| until.ends.duration_since(now).as_secs().max(-8 * 86_400);
    let ahead = |d: Date| days(today, d).max(0);
    let side = |file: &SideFile, into: &mut DefaultHasher| {
        file.answer.as_ref().map(left).hash(into);
        (file.answered, file.spoke, file.oral, file.extended, file.added).hash(into);
    };
    side(&case.resident, &mut into);
    side(&case.other, &mut into);
    (case.host_changed, case.maintained, &case.on_file, &case.helpers, case.invited.map(ahead)).hash(&mut into);
    (case.instance, case.sent_back, case.given_back).hash(&mut into);
    std::mem::discriminant(&case.stage).hash(&mut into);
    if let Some(decision) = case.decision() {
        (decision.outcome(), decision.draft().by(), decision.second()).hash(&mut into);
    }
    match &case.stage {
        Stage::Drafted { draft, second, .. } => (draft.finding().outcome, draft.by(), second).hash(&mut into),
        Stage::Appealable(served) => served.until().map(left).hash(&mut into),
        Stage::Appealed { by, served, .. } => (by, served.as_ref().map(|s| s.until().map(left))).hash(&mut into),
        Stage::Settled(done) => done.served().map(|s| s.until().map(left)).hash(&mut into),
        Stage::Closed(how) => how.hash(&mut into),
        Stage::Hearing | Stage::Confirmed(_) => {}
    }
    witness.key(today, &mut into);
    into.finish()
}

/// Everything that anybody could try, whether it is theirs to do or not.
fn tries(case: &Case, now: Timestamp) -> Vec<(By, CaseWhat)> {
    let mut all = Vec::new();
    let first = By::Officer { staff: FIRST };
    let second = By::Officer { staff: SECOND };
    let deputy = By::Officer { staff: DEPUTY };
    let above = By::AppealBody { staff: ABOVE };
    for to in SIDES {
        for channel in CHANNELS {
            all.push((By::Program, CaseWhat::Sent { to, channel }));
            all.push((By::Program, CaseWhat::Delivered { to, channel }));
        }
        all.push((By::Program, CaseWhat::CameBack { to, channel: Channel::Letter }));
        all.push((first, CaseWhat::Extended { side: to, why: words() }));
    }
    let grounds: [&[Ground]; 3] =
        [&[Ground::Document], &[Ground::Absence, Ground::Silence, Ground::OthersWords], &[Ground::ResidentsWords]];
    for outcome in case.kind.outcomes() {
        for grounds in grounds {
            all.push((first, CaseWhat::Drafted { finding: finding(*outcome, grounds), second: Some(SECOND) }));
        }
        all.push((first, CaseWhat::Drafted { finding: finding(*outcome, &[]), second: None }));
        all.push((first, CaseWhat::Drafted { finding: finding(*outcome, &[Ground::Document]), second: Some(FIRST) }));
        all.push((above, CaseWhat::AppealDecided { result: AppealResult::Replaced { outcome: *outcome }, reasons: reasons() }));
    }
    let posted = case.decision().and_then(|_| match &case.stage {
        Stage::Appealable(served) => served.until().map(|u| u.last_day),
        Stage::Settled(done) => done.served().and_then(|s| s.until()).map(|u| u.last_day),
        _ => None,
    });
    let posted = posted.filter(|day| *day <= day_of(now));
    for by in [RESIDENT, OTHER] {
        all.push((by, CaseWhat::Answered { words: words(), posted_on: None }));
        all.push((by, CaseWhat::HearingAsked {}));
        all.push((by, CaseWhat::Appealed { words: None, posted_on: None }));
        if posted.is_some() {
            all.push((by, CaseWhat::Appealed { words: None, posted_on: posted }));
        }
        all.push((by, CaseWhat::AppealWithdrawn {}));
        all.push((by, CaseWhat::Withdrawn {}));
        all.push((by, CaseWhat::OwnAct {}));
    }
    all.push((By::Side { side: Side::Resident, helped_by: Some(CLERK) }, CaseWhat::Answered { words: words(), posted_on: None }));
    all.push((OTHER, CaseWhat::Maintained { words: words() }));
    let in_six_days = day_of(now).checked_add(6.days()).unwrap();
    all.push((first, CaseWhat::HearingInvited { on: in_six_days }));
    for present in [vec![], vec![Side::Resident], vec![Side::Resident, Side::Other]] {
        all.push((first, CaseWhat::HearingHeld { record: words(), present }));
    }
    all.push((first, CaseWhat::Visited { met: false, words: words() }));
    all.push((first, CaseWhat::Filed { what: FiledKind::Document, words: words() }));
    all.push((first, CaseWhat::HostChanged { words: words() }));
    all.push((second, CaseWhat::DeputyNamed { deputy: DEPUTY, why: words() }));
    for by in [first, second, deputy, By::Program, RESIDENT, OTHER] {
        all.push((by, CaseWhat::Confirmed {}));
    }
    all.push((second, CaseWhat::SentBack { why: words() }));
    for by in [first, By::Program, RESIDENT, OTHER] {
        all.push((by, CaseWhat::PutInEffect {}));
    }
    for result in [AppealResult::Upheld {}, AppealResult::Annulled {}, AppealResult::BackToOffice {}] {
        all.push((above, CaseWhat::AppealDecided { result, reasons: reasons() }));
    }
    for upheld in [true, false] {
        all.push((first, CaseWhat::Judged { upheld, words: words() }));
    }
    all.push((above, CaseWhat::TimeGivenBack { reasons: reasons() }));
    all.push((first, CaseWhat::Undone { why: words() }));
    all.push((first, CaseWhat::Separated { why: words() }));
    all.push((first, CaseWhat::Died { words: words() }));
    all
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

struct Node {
    case: Case,
    witness: Witness,
    now: Timestamp,
    /// From where the office alone can come here, by acts of officers and by waiting.
    from_by_office: Vec<usize>,
}

struct Found {
    states: usize,
    steps: usize,
    /// The greatest number of steps that the office needs from anywhere to the end of the case, if nobody else ever moves.
    farthest: usize,
    settled: usize,
    ended_a_registration: usize,
}

/// Whether the office can do it without anybody's help: nobody has to accept a letter.
fn of_the_office(by: &By, what: &CaseWhat) -> bool {
    let post = matches!(what, CaseWhat::Sent { .. });
    let above = matches!(what, CaseWhat::AppealDecided { .. } | CaseWhat::TimeGivenBack { .. } | CaseWhat::Judged { .. } | CaseWhat::Died { .. });
    post || (matches!(by, By::Officer { .. }) && !above)
}

fn explore(kind: Kind) -> Found {
    let clocks = Clocks { counts: &Floors, office: &TimeZone::UTC, person: None };
    let start: Timestamp = "2026-05-04T09:00:00Z".parse().unwrap();
    let by = match kind.openers()[0] {
        Opener::Side(side) => By::Side { side, helped_by: None },
        Opener::Officer => By::Officer { staff: FIRST },
        Opener::Program => By::Program,
    };
    let act = Case::open(CaseId(Uuid::from_u128(9)), by, kind, words(), start, &clocks).unwrap();
    let case = Case::start(&act).unwrap();
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut queue = VecDeque::new();
    let mut steps = 0;
    let mut visit = |case: Case, witness: Witness, now: Timestamp, nodes: &mut Vec<Node>, queue: &mut VecDeque<usize>| {
        *seen.entry(key(&case, &witness, now)).or_insert_with(|| {
            nodes.push(Node { case, witness, now, from_by_office: Vec::new() });
            queue.push_back(nodes.len() - 1);
            nodes.len() - 1
        })
    };
    visit(case, Witness::default(), start, &mut nodes, &mut queue);
    while let Some(at) = queue.pop_front() {
        let (case, witness, now) = (nodes[at].case.clone(), nodes[at].witness.clone(), nodes[at].now);
        let before = standing(None, [&case]);
        for moment in waits(&case, now) {
            steps += 1;
            // Waiting changes nothing at all: the same case, later. There is no act of it.
            let to = visit(case.clone(), witness.clone(), moment, &mut nodes, &mut queue);
            nodes[to].from_by_office.push(at);
        }
        for (by, what) in tries(&case, now) {
            steps += 1;
            let Ok(act) = case.next(by, what, now, &clocks) else { continue };
            let mut after = case.clone();
            after.apply(&act).unwrap_or_else(|refusal| panic!("{act:?} was offered and then refused: {refusal}"));
            let mut saw = witness.clone();
            saw.reads(kind, &act);
            promises(&case, before, &act, &after);
            let office = of_the_office(&act.by, &act.what);
            let to = visit(after, saw, now, &mut nodes, &mut queue);
            if office {
                nodes[to].from_by_office.push(at);
            }
        }
    }
    let over = |node: &Node| node.case.is_over();
    let settled = nodes.iter().filter(|n| matches!(n.case.stage, Stage::Settled(_))).count();
    let ended_a_registration = nodes.iter().filter(|n| n.case.ending().is_some()).count();
    let mut distance = vec![usize::MAX; nodes.len()];
    let mut back: VecDeque<usize> = (0..nodes.len()).filter(|i| over(&nodes[*i])).collect();
    for i in &back {
        distance[*i] = 0;
    }
    while let Some(i) = back.pop_front() {
        for from in nodes[i].from_by_office.clone() {
            if distance[from] == usize::MAX {
                distance[from] = distance[i] + 1;
                back.push_back(from);
            }
        }
    }
    let stuck = distance.iter().position(|d| *d == usize::MAX);
    assert!(stuck.is_none(), "{kind:?}: a case that the office cannot end: {:?}", stuck.map(|i| &nodes[i].case));
    let farthest = distance.into_iter().max().unwrap_or(0);
    Found { states: nodes.len(), steps, farthest, settled, ended_a_registration }
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

#[test]
fn no_sequence_of_acts_and_waits_breaks_a_promise_and_every_case_can_end() {
    let mut report = String::new();
    let (mut states, mut steps) = (0, 0);
    for kind in Kind::ALL {
        let found = explore(kind);
        let line = format!(
            "{kind:?}: {} states, {} steps, at most {} steps of the office to the end, {} settled, {} with an ended registration\n",
            found.states, found.steps, found.farthest, found.settled, found.ended_a_registration
        );
        print!("{line}");
        report += &line;
        states += found.states;
        steps += found.steps;
        assert!(found.settled > 0, "{kind:?} is never decided");
        assert!(found.farthest <= 12, "{kind:?}: the office needs {} steps", found.farthest);
        assert_eq!(found.ended_a_registration > 0, kind.disputes(), "{kind:?}: whether a registration can end");
    }
    report += &format!("all kinds: {states} states, {steps} steps\n");
    assert!(states > 10_000, "the search is too small to say anything:\n{report}");
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
