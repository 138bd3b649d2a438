//! What is tried on a case: the acts of everybody, and the waits.

use super::{ABOVE, CHANNELS, DEPUTY, FIRST, OTHER, RESIDENT, SECOND, SIDES, day_of, finding, reasons, words};
use crate::case::act::{AppealResult, CaseWhat, FiledKind};
use crate::case::clock::LETTER_DAYS;
use crate::case::finding::Ground;
use crate::case::notice::Channel;
use crate::case::side::{By, Side};
use crate::case::stage::{Case, Stage};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// What a search is about, beside what every case needs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Slice {
    /// Oral hearings and more time.
    Hearings,
    /// Papers, visits, letters that come back, further words, new hosts, deputies.
    Files,
    /// Notices that come back, appeals, courts, effect, undoing, time given back.
    Decisions,
}

pub(super) const OFFICER: By = By::Officer { staff: FIRST };
const READER: By = By::Officer { staff: SECOND };
const STAND_IN: By = By::Officer { staff: DEPUTY };
const BODY: By = By::AppealBody { staff: ABOVE };

/// Everything that anybody could try, whether it is theirs to do or not.
pub(super) fn tries(slice: Slice, case: &Case, now: Timestamp) -> Vec<(By, CaseWhat)> {
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
pub(super) fn waits(case: &Case, now: Timestamp) -> Vec<Timestamp> {
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
