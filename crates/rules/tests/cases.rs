//! The terms of cases in the packs: each has a ground, and where none was collected the generic one says so.

use doorstep_rules::{Basis, Calendars, CaseClock, Confidence, GENERIC_CASE_TERM, Pack, case_count, case_last_day, embedded_packs};
use jiff::civil::date;

fn pack(id: &str) -> Pack {
    embedded_packs().into_iter().find(|p| p.id() == id).unwrap()
}

#[test]
fn every_term_of_every_pack_has_a_ground_or_says_that_it_has_none() {
    for pack in embedded_packs() {
        assert!(pack.not_reviewed("en").is_some(), "{}: no lawyer has read it, and it says so", pack.id());
        for clock in CaseClock::ALL {
            let term = pack.case_term(clock);
            match term.basis() {
                Basis::Statute => assert_eq!(pack.sources(term.sources()).len(), term.sources().len().max(1), "{} {clock:?}", pack.id()),
                Basis::Operator if term.sources().is_empty() => {
                    assert_eq!((term.note(), term.confidence()), (Some(GENERIC_CASE_TERM), Confidence::Low), "{} {clock:?}", pack.id());
                }
                Basis::Operator => assert!(term.note().is_some(), "{} {clock:?}: modelled on what?", pack.id()),
            }
        }
    }
}

#[test]
fn terms_are_counted_in_the_later_reading() {
    let last = |id: &str, clock, from| case_last_day(&pack(id), &Calendars::embedded(), clock, from).unwrap();
    // VwGO § 70(1) with BGB § 193: a month after Wednesday 10 June; a month after Thursday 10 December ends on a Sunday.
    assert_eq!(last("de", CaseClock::Appeal, date(2026, 6, 10)), date(2026, 7, 10));
    assert_eq!(last("de", CaseClock::Appeal, date(2026, 12, 10)), date(2027, 1, 11));
    // The day presumed of a delivery does not move, also on a Sunday.
    assert_eq!(last("de", CaseClock::Delivery, date(2026, 5, 6)), date(2026, 5, 10));
    assert_eq!(last("ru-mow", CaseClock::Court, date(2026, 2, 27)), date(2026, 5, 27));
    assert_eq!(last("uz", CaseClock::Appeal, date(2026, 6, 18)), date(2026, 7, 18));
    assert_eq!(last("ge", CaseClock::Decide, date(2026, 5, 31)), date(2026, 8, 31));
}

#[test]
fn a_term_can_be_checked_day_by_day() {
    for clock in CaseClock::ALL {
        let from = date(2026, 11, 20);
        let count = case_count(&pack("ru-mow"), &Calendars::embedded(), clock, from).unwrap();
        assert_eq!(count.deadline, case_last_day(&pack("ru-mow"), &Calendars::embedded(), clock, from).unwrap());
        assert_eq!((count.days.first().unwrap().date, count.days.last().unwrap().date), (from, count.deadline), "{clock:?}");
    }
}

#[test]
fn a_pack_says_its_terms_with_their_ground_or_is_refused() {
    const PACK: &str = include_str!("../../../rulepacks/nl.toml");
    let refused = |from: &str, to: &str| {
        assert!(PACK.contains(from));
        Pack::parse(&PACK.replacen(from, to, 1)).unwrap_err().to_string()
    };
    let appeal = "[cases.appeal]\nterm = { n = 6, unit = \"weeks\", count_from = \"next_day\"";
    assert!(refused(appeal, "[cases.appeal]\nterm = { n = 48, unit = \"hours\", count_from = \"instant\"").contains("hours do"));
    let backwards = "[cases.appeal]\nterm = { n = 6, unit = \"weeks\", count_from = \"day_before\"";
    assert!(refused(appeal, backwards).contains("backwards"));
    assert!(refused("[cases.appeal]", "[cases.appeals]").contains("unknown field `appeals`"));
    assert!(refused("sources = [\"awb\"]", "sources = []").contains("has no source"));
    assert!(refused("sources = [\"awb\"]", "sources = [\"lore\"]").contains("there is no source `lore`"));
}
