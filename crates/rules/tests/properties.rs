//! What holds of every count.

use doorstep_rules::{
    Calendars, Citizenship, Event, Trigger, Unit,
    count::{CountFrom, Roll, Term, count, explain},
    duties, embedded_packs,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;
use std::sync::LazyLock;

static CALENDARS: LazyLock<Calendars> = LazyLock::new(Calendars::embedded);

/// 2024 to mid-2026, which every calendar covers with room for long terms.
fn event() -> impl Strategy<Value = Date> {
    (0_i64..900).prop_map(|days| date(2024, 1, 1).checked_add(days.days()).unwrap())
}

fn place() -> impl Strategy<Value = (&'static str, Option<&'static str>)> {
    prop::sample::select(vec![
        ("RU", None),
        ("DE", Some("DE-BY")),
        ("DE", None),
        ("UZ", None),
        ("KZ", None),
        ("BE", None),
        ("EU", None),
        ("JP", None),
        ("TR", None),
    ])
}

fn unit() -> impl Strategy<Value = (Unit, u32)> {
    prop_oneof![
        (Just(Unit::WorkingDays), 0_u32..100),
        (Just(Unit::WorkingDaysSixDayWeek), 0_u32..100),
        (Just(Unit::CalendarDays), 0_u32..120),
        (Just(Unit::Weeks), 0_u32..20),
        (Just(Unit::Months), 0_u32..8),
    ]
}

fn term(n: u32, unit: Unit, same_day: bool, rolls: bool, minimum: u32) -> Term {
    let from = if same_day { CountFrom::SameDay } else { CountFrom::NextDay };
    let roll = if rolls { Roll::NextWorkingDay } else { Roll::None };
    Term::new(n, unit, from, roll, minimum).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_count_is_well_ordered(
        at in event(), (calendar, region) in place(), (unit, n) in unit(),
        same_day: bool, rolls: bool, minimum in 0_u32..4, later in 0_i64..40,
    ) {
        let calendar = Some(CALENDARS.select(calendar, region).unwrap());
        let this = term(n, unit, same_day, rolls, minimum);
        let r = count(&this, at, calendar).unwrap();
        prop_assert!(at <= r.strict && r.strict <= r.last_day && r.last_day <= r.deadline);

        let longer = count(&term(n + 1, unit, same_day, rolls, minimum), at, calendar).unwrap();
        prop_assert!(longer.deadline >= r.deadline && longer.strict >= r.strict && longer.last_day >= r.last_day);

        let after = count(&this, at.checked_add(later.days()).unwrap(), calendar).unwrap();
        prop_assert!(after.deadline >= r.deadline && after.strict >= r.strict && after.last_day >= r.last_day);

        let next = count(&term(n, unit, false, rolls, minimum), at, calendar).unwrap();
        prop_assert!(next.deadline >= r.deadline);
    }

    #[test]
    fn an_explanation_has_a_note_for_each_day(
        at in event(), (calendar, region) in place(), (unit, n) in unit(), same_day: bool, rolls: bool, minimum in 0_u32..4,
    ) {
        let calendar = Some(CALENDARS.select(calendar, region).unwrap());
        let this = term(n, unit, same_day, rolls, minimum);
        let r = count(&this, at, calendar).unwrap();
        let days = explain(&this, at, &r, calendar).unwrap();
        let between = r.deadline.since(at).unwrap().get_days();
        prop_assert_eq!(days.len() as i32, between + 1);
        prop_assert_eq!(days.first().unwrap().date, at);
        prop_assert_eq!(days.last().unwrap().date, r.deadline);
        let numbers: Vec<u32> = days.iter().filter_map(|d| d.number).collect();
        prop_assert!(numbers.iter().copied().eq(1..=numbers.len() as u32));
        prop_assert!(days.iter().all(|d| d.counted == d.number.is_some()));
        if !matches!(unit, Unit::Weeks | Unit::Months) {
            prop_assert_eq!(numbers.len() as u32, n);
        }
    }

    /// A term that runs backwards: the mirror of the others.
    #[test]
    fn a_count_backwards_is_well_ordered(at in event(), (calendar, region) in place(), (unit, n) in unit(), later in 0_i64..40) {
        let calendar = Some(CALENDARS.select(calendar, region).unwrap());
        let back = |n| Term::new(n, unit, CountFrom::DayBefore, Roll::None, 0).unwrap();
        // The calendars begin in 2024: the event lies a year after their beginning.
        let at = at.checked_add(1.year()).unwrap();
        let r = count(&back(n), at, calendar).unwrap();
        prop_assert!(r.strict <= r.last_day && r.last_day == r.deadline && r.deadline <= at);
        let longer = count(&back(n + 1), at, calendar).unwrap();
        prop_assert!(longer.deadline <= r.deadline && longer.strict <= r.strict);
        let after = count(&back(n), at.checked_add(later.days()).unwrap(), calendar).unwrap();
        prop_assert!(after.deadline >= r.deadline && after.strict >= r.strict);
        let days = explain(&back(n), at, &r, calendar).unwrap();
        prop_assert_eq!(days.len() as i32, at.since(r.deadline).unwrap().get_days() + 1);
        prop_assert_eq!((days.first().unwrap().date, days.last().unwrap().date), (r.deadline, at));
        let numbers: Vec<u32> = days.iter().filter_map(|d| d.number).collect();
        prop_assert!(numbers.iter().rev().copied().eq(1..=numbers.len() as u32));
        if !matches!(unit, Unit::Weeks | Unit::Months) {
            prop_assert_eq!(numbers.len() as u32, n);
        }
    }

    /// Citizenship never shortens a right: whatever a document says, no duty of the pack is due earlier than for
    /// somebody whose citizenship is unknown, and none is added.
    #[test]
    fn citizenship_never_shortens_a_right(at in event(), code in prop::sample::select(codes()), trigger in trigger()) {
        let citizenship = Citizenship::parse(&code).unwrap();
        for pack in embedded_packs() {
            let event = Event { trigger, date: at };
            let general = duties(&pack, &CALENDARS, &event, None).unwrap();
            let own = duties(&pack, &CALENDARS, &event, Some(&citizenship)).unwrap();
            for duty in own {
                let id = duty.overrides.as_ref().unwrap_or(&duty.rule);
                let base = general.iter().find(|g| &g.rule == id).unwrap();
                prop_assert!(duty.deadline >= base.deadline, "{code}: {} < {}", duty.rule, base.rule);
                prop_assert!(duty.strict >= base.strict, "{code}: {} < {}", duty.rule, base.rule);
                prop_assert!(duty.strict <= duty.deadline);
            }
        }
    }
}

/// Every citizenship that a pack of this folder names, and some that none does. Nothing in the program can ask a pack for them: they
/// are read from the documents.
fn codes() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rulepacks");
    let documents = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let texts = documents.filter(|path| path.extension().is_some_and(|e| e == "toml")).map(|path| std::fs::read_to_string(path).unwrap());
    let quoted: Vec<String> = texts.flat_map(|text| text.split('"').map(str::to_owned).collect::<Vec<_>>()).collect();
    let named = quoted.into_iter().filter(|word| Citizenship::parse(word).is_ok());
    let mut codes: Vec<String> = named.chain(["AZE", "VNM", "XXA", "XXB", "XXX"].map(str::to_owned)).collect();
    codes.sort();
    codes.dedup();
    assert!(codes.len() > 30, "{codes:?}");
    codes
}

fn trigger() -> impl Strategy<Value = Trigger> {
    prop::sample::select(vec![
        Trigger::Arrival,
        Trigger::MoveIn,
        Trigger::Move,
        Trigger::Departure,
        Trigger::Hosting,
        Trigger::PermitIssued,
        Trigger::PaidMonth,
        Trigger::Renewal,
        Trigger::VisaFreeEntry,
        Trigger::HostRefuses,
        Trigger::Registered,
    ])
}
