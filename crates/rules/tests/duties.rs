//! What a person is told, on the packs that come with the program.

use doorstep_rules::{
    Basis, Calendars, Citizenship, Confidence, Duty, Event, Pack, Trigger, Unit, Who, duties, embedded_packs, office_counts,
};
use jiff::civil::{Date, date};

fn pack(id: &str) -> Pack {
    embedded_packs().into_iter().find(|p| p.id() == id).unwrap()
}

fn due(pack: &Pack, trigger: Trigger, on: Date, citizenship: Option<&str>) -> Vec<Duty> {
    let citizenship = citizenship.map(|c| Citizenship::parse(c).unwrap());
    duties(pack, &Calendars::embedded(), &Event { trigger, date: on }, citizenship.as_ref()).unwrap()
}

#[test]
fn a_newcomer_in_moscow() {
    let due = due(&pack("ru-mow"), Trigger::Arrival, date(2025, 12, 26), None);
    let [duty] = &due[..] else { panic!("{due:?}") };
    assert_eq!(duty.rule, "ru.arrival.general");
    assert_eq!((duty.n, duty.unit), (7, Unit::WorkingDays));
    assert_eq!((duty.strict, duty.deadline), (date(2026, 1, 15), date(2026, 1, 16)));
    assert_eq!(duty.confidence, Confidence::Medium, "the law is silent on the first day");
    assert_eq!(duty.who(), [Who::Host, Who::Resident]);
    assert!(duty.plain("ru").contains("7 рабочих дней"));
    assert!(duty.plain("uz-Latn").contains("7 ish kuni"));
    assert!(duty.fee("en").unwrap().starts_with("500 roubles"));
    assert!(duty.sources.iter().any(|s| s.url.starts_with("https://nalogcodex.ru/")));
    assert_eq!(duty.days.len(), 22);
}

#[test]
fn a_treaty_gives_more_time() {
    let due = due(&pack("ru-mow"), Trigger::Arrival, date(2026, 4, 16), Some("UZB"));
    assert_eq!(due[0].rule, "ru.treaty.UZ");
    assert_eq!(due[0].overrides.as_deref(), Some("ru.arrival.general"));
    assert_eq!(due[0].deadline, date(2026, 5, 4), "1 May is a holiday, 2 and 3 a weekend");
    assert_eq!(due[0].strict, date(2026, 4, 30));
    assert_eq!(due[0].alternatives[0].rule, "ru.arrival.general");
}

/// Over the New Year holidays seven working days are longer than the fifteen days of the treaty.
#[test]
fn a_treaty_never_takes_time() {
    let due = due(&pack("ru-mow"), Trigger::Arrival, date(2025, 12, 26), Some("UZB"));
    assert_eq!(due[0].rule, "ru.arrival.general");
    assert_eq!((due[0].strict, due[0].deadline), (date(2026, 1, 15), date(2026, 1, 16)));
    assert_eq!(due[0].alternatives[0].rule, "ru.treaty.UZ");
    assert_eq!(due[0].alternatives[0].deadline, date(2026, 1, 12));
}

#[test]
fn a_treaty_holds_from_its_day() {
    assert_eq!(due(&pack("ru-mow"), Trigger::Arrival, date(2022, 6, 3), Some("UZB"))[0].rule, "ru.arrival.general");
    assert_eq!(due(&pack("ru-mow"), Trigger::Arrival, date(2022, 6, 6), Some("UZB"))[0].rule, "ru.treaty.UZ");
}

#[test]
fn a_move_in_moscow() {
    let moscow = pack("ru-mow");
    let rules = |on, who| due(&moscow, Trigger::Move, on, who).iter().map(|d| d.rule.clone()).collect::<Vec<_>>();
    assert_eq!(rules(date(2026, 4, 28), None), ["ru.moscow.address-change", "ru.arrival.general"]);
    assert_eq!(rules(date(2026, 4, 28), Some("BLR")), ["ru.arrival.general"], "not in the experiment");
    assert_eq!(rules(date(2025, 8, 29), None), ["ru.arrival.general"], "before the experiment");
    assert_eq!(due(&moscow, Trigger::Move, date(2026, 4, 28), None)[0].deadline, date(2026, 5, 4));
}

#[test]
fn moving_in_and_out_in_germany() {
    let berlin = pack("de").in_region("DE-BE");
    let bavaria = pack("de").in_region("DE-BY");
    let deadline = |pack: &Pack, trigger, on| due(pack, trigger, on, None)[0].deadline;
    assert_eq!(deadline(&berlin, Trigger::MoveIn, date(2026, 5, 21)), date(2026, 6, 4));
    assert_eq!(deadline(&bavaria, Trigger::MoveIn, date(2026, 5, 21)), date(2026, 6, 5));
    assert_eq!(deadline(&pack("de"), Trigger::MoveIn, date(2026, 5, 21)), date(2026, 6, 4), "no Land named");
    assert!(!due(&berlin, Trigger::MoveIn, date(2026, 5, 21), None)[0].has_two_readings(), "BGB 187 leaves no doubt");
    let out = &due(&berlin, Trigger::Departure, date(2026, 7, 1), None)[0];
    assert_eq!((out.earliest, out.deadline), (Some(date(2026, 6, 24)), date(2026, 7, 15)));
    assert_eq!(due(&berlin, Trigger::HostRefuses, date(2026, 7, 1), None), [], "at once is no number of days");
    assert!(berlin.rule("de.host-refuses").is_some());
}

#[test]
fn the_office_has_terms_too() {
    let counts = office_counts(&pack("ru-mow"), &Calendars::embedded(), date(2026, 6, 10)).unwrap();
    let (entered, confirmed) = (counts.entered.unwrap(), counts.confirmed.unwrap());
    assert_eq!((entered.deadline, entered.n, entered.unit), (date(2026, 6, 16), 3, Unit::WorkingDays));
    assert_eq!(entered.days.len(), 7, "each day from the 10th to the 16th");
    assert_eq!((confirmed.deadline, confirmed.basis), (date(2026, 7, 25), Basis::Operator));
    assert!(confirmed.sources[0].url.starts_with("https://"));
}

#[test]
fn nobody_reviewed_the_packs_and_they_say_so() {
    for pack in embedded_packs() {
        assert_eq!(pack.reviewed_by(), None);
        for (lang, words) in [("en", "not reviewed by a lawyer"), ("ru", "не проверены юристом"), ("uz-Latn", "tekshirilmagan")]
        {
            assert!(pack.not_reviewed(lang).unwrap().contains(words));
        }
    }
}

/// Every word that a person reads is there in the three languages.
#[test]
fn packs_speak_three_languages() {
    for pack in embedded_packs() {
        for lang in ["ru", "uz-Latn"] {
            assert_ne!(pack.name(lang), pack.name("en"), "{}", pack.id());
            for rule in pack.rules() {
                assert_ne!(rule.name(lang), rule.name("en"), "{}", rule.id());
                assert_ne!(rule.plain(lang), rule.plain("en"), "{}", rule.id());
                assert_ne!(rule.who_must(lang), rule.who_must("en"), "{}", rule.id());
            }
            for kept in pack.retention() {
                assert!(kept.what.has(lang) && kept.why.has(lang) && kept.until.has(lang));
            }
        }
    }
}

/// Rules counted in one country each, as the sources read them.
#[test]
fn other_countries() {
    let deadline = |id: &str, trigger, on, who: Option<&str>| due(&pack(id), trigger, on, who)[0].deadline;
    assert_eq!(deadline("cz", Trigger::Arrival, date(2026, 12, 22), None), date(2026, 12, 29));
    assert_eq!(deadline("cz", Trigger::Arrival, date(2026, 12, 22), Some("AUT")), date(2027, 1, 21));
    assert_eq!(deadline("pl", Trigger::MoveIn, date(2026, 5, 1), None), date(2026, 5, 4));
    assert_eq!(deadline("pl", Trigger::MoveIn, date(2026, 5, 1), Some("DEU")), date(2026, 5, 30));
    assert_eq!(deadline("it", Trigger::MoveIn, date(2026, 7, 20), None), date(2026, 8, 10));
    assert_eq!(deadline("jp", Trigger::MoveIn, date(2026, 12, 20), None), date(2027, 1, 4));
    assert_eq!(deadline("kz", Trigger::Arrival, date(2026, 10, 23), None), date(2026, 10, 29));
    assert_eq!(deadline("uz", Trigger::Arrival, date(2026, 9, 5), None), date(2026, 9, 9));
    assert_eq!(deadline("am", Trigger::Move, date(2026, 9, 1), None), date(2026, 9, 8));
    assert_eq!(deadline("tr", Trigger::PermitIssued, date(2026, 3, 16), None), date(2026, 4, 14));
}

#[test]
fn a_declaration_may_come_before_the_move() {
    let dutch = &due(&pack("nl"), Trigger::MoveIn, date(2026, 4, 3), None)[0];
    assert_eq!((dutch.earliest, dutch.deadline), (Some(date(2026, 3, 6)), date(2026, 4, 8)));
}

/// "At least 3 working days before it expires": counted backwards, Sundays and holidays left out; in the strict reading the day of
/// the act does not count.
#[test]
fn a_renewal_comes_before_the_end() {
    let uz = pack("uz");
    let due = due(&uz, Trigger::Renewal, date(2026, 9, 8), None);
    let [renewal] = &due[..] else { panic!("{due:?}") };
    // Tuesday 8: Monday 7 is one, Saturday 5 two, Friday 4 three; Sunday 6 is off.
    assert_eq!((renewal.rule.as_str(), renewal.deadline, renewal.strict), ("uz.renewal", date(2026, 9, 4), date(2026, 9, 3)));
    let told: Vec<_> = renewal.days.iter().map(|d| (d.date.day(), d.number)).collect();
    assert_eq!(told, [(4, Some(3)), (5, Some(2)), (6, None), (7, Some(1)), (8, None)]);
}

/// 48 hours from an unknown hour of 20 July end on the 22nd at the latest; reminders follow the 21st.
#[test]
fn hours_from_a_day() {
    let host = &due(&pack("it"), Trigger::Hosting, date(2026, 7, 20), Some("MAR"))[0];
    assert_eq!((host.strict, host.deadline), (date(2026, 7, 21), date(2026, 7, 22)));
    assert_eq!((host.n, host.unit), (48, Unit::Hours));
    assert_eq!(due(&pack("it"), Trigger::Hosting, date(2026, 7, 20), Some("FRA")), []);
}

/// A holiday that is only estimated: the date is for a person to confirm, and reminders go as if it were none.
#[test]
fn an_estimated_holiday() {
    let duty = &due(&pack("uz"), Trigger::Arrival, date(2027, 5, 14), None)[0];
    assert!(!duty.to_confirm.is_empty(), "Eid al-Adha of 2027 is an estimate");
    assert!(duty.strict < duty.deadline);
}

/// Backwards an estimated holiday takes a day away: the last day is counted without it, and reminders follow the day before it.
#[test]
fn an_estimated_holiday_before_an_end() {
    let uz = include_str!("../../../rulepacks/uz.toml");
    let sure = uz
        .replace("{ about = [\"count\"], confidence = \"low\"", "{ about = [\"count\"], confidence = \"high\"")
        .replace("id = \"uz.renewal\"\n", "id = \"uz.renewal\"\none_reading = true\n");
    let renewal = &due(&Pack::parse(&sure).unwrap(), Trigger::Renewal, date(2027, 5, 20), None)[0];
    // Wednesday 19 is one, Tuesday 18 two. If Monday 17 works it is three, else Saturday 15 is.
    assert_eq!((renewal.strict, renewal.deadline), (date(2027, 5, 15), date(2027, 5, 17)));
}

/// Each duty of the collected facts is a rule here, with or without a counted term.
#[test]
fn all_collected_duties_are_expressed() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/rules/residence-rules.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("SKIPPED: the collected duties are not at {}", path.display());
        return;
    };
    let facts: serde_json::Value = serde_json::from_str(&text).unwrap();
    let packs = embedded_packs();
    let facts = facts["rules"].as_array().unwrap();
    for fact in facts {
        let id = fact["id"].as_str().unwrap();
        let rule = packs.iter().find_map(|p| p.rule(id)).unwrap_or_else(|| panic!("{id} is not expressed"));
        let n = fact["n"].as_u64().filter(|n| *n > 0);
        assert_eq!(rule.term().map(|t| u64::from(t.n())), n, "{id}");
        let urls: Vec<String> = packs.iter().flat_map(|p| p.sources(&rule.source_keys())).map(|s| s.url).collect();
        for source in fact["sources"].as_array().unwrap() {
            let url = source.as_str().unwrap().split(" (").next().unwrap();
            assert!(urls.iter().any(|u| u == url), "{id} lacks {url}");
        }
    }
    assert_eq!(facts.len(), 25);
}
