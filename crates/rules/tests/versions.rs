//! A new version of a calendar or pack.

use doorstep_rules::{
    Calendars, Citizenship, Event, Pack, Promise, RuleChange, Statement, Trigger, diff_calendars, diff_packs, duties, embedded_packs,
    print_duty, print_rule,
};
use jiff::civil::date;
use std::collections::BTreeMap;

const RU: &str = include_str!("../../../rulepacks/calendars/ru.toml");
const MOSCOW: &str = include_str!("../../../rulepacks/ru-mow.toml");

fn moscow() -> Pack {
    embedded_packs().into_iter().find(|p| p.id() == "ru-mow").unwrap()
}

/// The draft of 2027 in which Saturday 20 February was off and Monday 22 worked.
fn draft() -> Calendars {
    let text = RU
        .replace("02-22 = \"2027-02-20\"\n", "")
        .replace("[year.2027.working]\n02-20 = \"2027-02-22\"\n", "")
        .replace("version = \"2026-09\"", "version = \"2026-06-draft\"");
    Calendars::parse([text.as_str()]).unwrap()
}

#[test]
fn a_promise_only_moves_later() {
    let event = Event { trigger: Trigger::Arrival, date: date(2027, 2, 15) };
    let under = |calendars: &Calendars| duties(&moscow(), calendars, &event, None).unwrap().remove(0);
    let (old, new) = (under(&draft()), under(&Calendars::embedded()));
    assert_eq!((old.deadline, new.deadline), (date(2027, 2, 25), date(2027, 2, 25)));

    let event = Event { trigger: Trigger::Arrival, date: date(2027, 2, 11) };
    let under = |calendars: &Calendars| duties(&moscow(), calendars, &event, None).unwrap().remove(0);
    let (old, new) = (under(&draft()), under(&Calendars::embedded()));
    assert_eq!((old.deadline, new.deadline), (date(2027, 2, 22), date(2027, 2, 20)));
    let kept = Promise::of(&old).keep(&new);
    assert_eq!(kept.promise.deadline, date(2027, 2, 22), "what was promised holds");
    assert_eq!(kept.would_be, Some(date(2027, 2, 20)));
    assert!(!kept.tell);
    assert_eq!(kept.promise.calendar_version, "2026-09");

    let kept = Promise::of(&new).keep(&old);
    assert_eq!(kept.promise.deadline, date(2027, 2, 22));
    assert!(kept.tell, "the person hears of the later date");
}

/// What was promised is counted again by its rule alone; nothing about the person is asked.
#[test]
fn a_promise_is_counted_again_by_its_rule() {
    let uzbek = Citizenship::parse("UZB").unwrap();
    let under = |calendars: &Calendars, day| {
        let event = Event { trigger: Trigger::Arrival, date: day };
        Promise::of(&duties(&moscow(), calendars, &event, Some(&uzbek)).unwrap()[0])
    };
    // 15 days from 5 February end on Saturday 20, which works in the version in force and was off in the draft.
    let (draft, in_force) = (draft(), Calendars::embedded());
    let told = under(&in_force, date(2027, 2, 5));
    assert_eq!((told.rule.as_str(), told.deadline), ("ru.treaty.UZ", date(2027, 2, 20)));
    let kept = told.recount(&moscow(), &draft).unwrap().unwrap();
    assert_eq!((kept.promise.rule.as_str(), kept.promise.deadline, kept.tell), ("ru.treaty.UZ", date(2027, 2, 22), true));
    let back = kept.promise.recount(&moscow(), &in_force).unwrap().unwrap();
    assert_eq!((back.promise.deadline, back.tell, back.would_be), (date(2027, 2, 22), false, Some(date(2027, 2, 20))));
    let gone = Promise { rule: "ru.unknown".into(), ..told };
    assert_eq!(gone.recount(&moscow(), &in_force), Ok(None), "what was promised stands");
}

#[test]
fn a_calendar_says_what_changes() {
    let (old, new) = (draft(), Calendars::embedded());
    let changes = diff_calendars(old.select("RU", None).unwrap(), new.select("RU", None).unwrap());
    let days: Vec<_> = changes.iter().map(|c| (c.date, c.works)).collect();
    assert_eq!(days, [(date(2027, 2, 20), Some(true)), (date(2027, 2, 22), Some(false))]);
}

#[test]
fn a_pack_says_whom_it_moves_and_by_how_much() {
    let (old, new) = (draft(), Calendars::embedded());
    let pack = moscow();
    let changes = diff_packs((&pack, &old), (&pack, &new), date(2027, 1, 1), date(2027, 6, 30));
    let general = changes.iter().find(|c| matches!(c, RuleChange::Moved { rule, .. } if rule == "ru.arrival.general"));
    let Some(RuleChange::Moved { whom, events, first, last, by, .. }) = general else { panic!("{changes:?}") };
    assert_eq!((*first, *last), (date(2027, 2, 11), date(2027, 2, 21)));
    assert!(whom.starts_with("Registration at the place of stay. Your host"), "{whom}");
    assert_eq!(by.values().sum::<u32>(), *events);
    assert!(by.keys().any(|days| *days < 0) && by.keys().any(|days| *days > 0), "{by:?}");
    assert!(changes.iter().all(|c| matches!(c, RuleChange::Moved { .. })), "a calendar changes no statement: {changes:?}");

    let text = MOSCOW
        .replace(
            "n = 3, unit = \"working_days\", count_from = \"next_day\" }\nfacts",
            "n = 5, unit = \"working_days\", count_from = \"next_day\" }\nfacts",
        )
        .replace("ru.departure", "ru.leaving")
        .replace("EAEU_WORKERS = [\"ARM\"", "EAEU_WORKERS = [\"VNM\", \"ARM\"");
    let later = Pack::parse(&text).unwrap();
    let changes = diff_packs((&pack, &new), (&later, &new), date(2026, 3, 10), date(2026, 3, 12));
    let [removed, added, moved, counted, citizens] = &changes[..] else { panic!("{changes:?}") };
    assert!(matches!(removed, RuleChange::Removed { rule, .. } if rule == "ru.departure"));
    assert!(matches!(added, RuleChange::Added { rule, .. } if rule == "ru.leaving"));
    let RuleChange::Moved { rule, events: 3, first, last, by, .. } = moved else { panic!("{moved:?}") };
    assert_eq!((rule.as_str(), *first, *last), ("ru.moscow.address-change", date(2026, 3, 10), date(2026, 3, 12)));
    assert_eq!(*by, BTreeMap::from([(2, 2), (4, 1)]), "over a weekend four days, else two");
    let changed = |change: &RuleChange| match change {
        RuleChange::Changed { rule, statements, .. } => (rule.clone(), statements.iter().copied().collect::<Vec<_>>()),
        other => panic!("{other:?}"),
    };
    assert_eq!(changed(counted), ("ru.moscow.address-change".to_owned(), vec![Statement::Count]));
    assert_eq!(changed(citizens), ("ru.treaty.EAEU".to_owned(), vec![Statement::Citizens]));
}

#[test]
fn a_lawyer_can_check_it_on_paper() {
    let event = Event { trigger: Trigger::Arrival, date: date(2026, 4, 28) };
    let uzbek = Citizenship::parse("UZB").unwrap();
    let duty = &duties(&moscow(), &Calendars::embedded(), &event, None).unwrap()[0];
    let text = print_duty(&moscow(), duty, "en");
    for line in [
        "Registration at the place of stay (ru.arrival.general)",
        "2026-04-28 Tue    –  the day of the event: not counted",
        "2026-04-29 Wed    1  the first day",
        "2026-05-01 Fri    –  Holiday of Spring and Labor",
        "2026-05-08 Fri    7  counts",
        "Last day, to its end: 2026-05-08",
        "In the earliest reading (reminders follow it): 2026-05-07",
        "Facts collected from public sources, not reviewed by a lawyer.",
    ] {
        assert!(text.lines().any(|l| l == line), "{line}\n---\n{text}");
    }
    let duty = &duties(&moscow(), &Calendars::embedded(), &event, Some(&uzbek)).unwrap()[0];
    let text = print_duty(&moscow(), duty, "ru");
    assert!(text.contains("Последний день, до его конца: 2026-05-13"), "{text}");
    assert!(text.contains("Другое правило даёт меньше времени: 2026-05-08 (ru.arrival.general)"), "{text}");
}

/// The rule is named; the person gets what holds for them.
#[test]
fn a_rule_by_its_name() {
    let (packs, calendars) = (embedded_packs(), Calendars::embedded());
    let uzbek = Citizenship::parse("UZB").unwrap();
    let print = |rule, on, who| print_rule(&packs, &calendars, rule, on, who, "en");
    let new_year = print("ru.arrival.general", date(2025, 12, 26), Some(&uzbek)).unwrap();
    assert!(new_year.contains("Last day, to its end: 2026-01-16"), "{new_year}");
    assert!(new_year.contains("Another rule gives less time: 2026-01-12 (ru.treaty.UZ)"), "{new_year}");
    let spring = print("ru.arrival.general", date(2026, 4, 28), Some(&uzbek)).unwrap();
    assert!(spring.starts_with("Registration: citizens of Uzbekistan (ru.treaty.UZ)"), "{spring}");
    let silent = print("de.host-refuses", date(2026, 4, 28), None).unwrap();
    assert!(silent.contains("no deadline is counted"), "{silent}");
    assert_eq!(print("ru.unknown", date(2026, 4, 28), None).unwrap_err().to_string(), "there is no rule `ru.unknown`");
}
