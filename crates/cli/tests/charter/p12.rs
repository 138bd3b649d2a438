//! 12. Plain answers.

use crate::app::{Page, TestApp};
use doorstep_locales::Locale;
use doorstep_register::Refusal;
use doorstep_service::Error;
use doorstep_storage::{Blind, KeyError, OpenError, StoreError};
use jiff::civil::date;

/// Everything that a page of duties has to say of each.
fn explains_itself(page: &Page) {
    let html = page.html();
    let entries: Vec<&str> = html.split("<section class=\"ds-due").skip(1).filter(|e| !e.starts_with(" ds-due--none")).collect();
    assert!(!entries.is_empty(), "{html}");
    for entry in entries {
        assert!(entry.contains("<time datetime=\"202"), "by when: {entry}");
        assert!(entry.contains("class=\"ds-due__why\""), "the rule in words: {entry}");
        assert!(entry.contains("href=\"https://"), "its source: {entry}");
        let days = entry.split("<ol class=\"ds-list\">").nth(1).and_then(|rest| rest.split("</ol>").next()).unwrap_or_default();
        assert!(days.matches("<li>").count() >= 2, "day by day: {entry}");
    }
}

#[tokio::test]
async fn each_deadline_shows_rule_source_and_count_in_each_language() {
    for citizenship in ["citizenship=GEO", "citizenship=TJK", "citizenship=BLR"] {
        let app = TestApp::new().await;
        let mut person = app.anon();
        person.declare(&[("citizenship", citizenship), ("until", "until-day=20&until-month=1&until-year=2027")]).await;
        for language in ["en", "ru", "uz-Latn"] {
            explains_itself(&person.get(&format!("/{language}/due")).await.ok());
        }
        app.close().await;
    }
}

#[tokio::test]
async fn what_was_met_is_shown_as_met_even_years_later() {
    let app = TestApp::new().await;
    let mut person = app.anon();
    person.declare(&[("citizenship", "citizenship=GEO")]).await;
    let who = person.person().await;
    for _ in 0..5 {
        app.signs_in_again(&mut person, who).await;
        let page = person.get("/en/due").await.ok();
        assert!(!page.html().contains(&Locale::En.t("due-passed")), "{}", page.html());
        app.days_later(400);
    }
    app.close().await;
}

#[tokio::test]
async fn nobody_is_asked_why_late_before_the_later_reading_has_passed() {
    let app = TestApp::new().await;
    for day in 10..=19 {
        let mut newcomer = app.anon();
        let since = format!("since-day={day}&since-month=11&since-year=2026");
        let arrived = format!("arrived-day={day}&arrived-month=11&arrived-year=2026");
        let duty = app.service.count_first(Some(date(2026, 11, day)), Some(date(2026, 11, day)), None);
        assert!(!duty.is_empty() && duty.iter().all(|d| d.strict <= d.deadline));
        let passed = duty.iter().any(|d| app.service.today() > d.deadline);
        newcomer.answer("declare", "en", &[("citizenship", "citizenship="), ("arrived", &arrived), ("since", &since)]).await;
        let asked = newcomer.get("/en/declare/step/late").await.status == 200;
        assert_eq!(asked, passed, "arrived on the {day}th");
    }
    app.close().await;
}

#[tokio::test]
async fn whoever_was_late_may_say_why_and_is_registered_all_the_same() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer
        .declare(&[
            ("citizenship", "citizenship=GEO"),
            ("arrived", "arrived-day=1&arrived-month=9&arrived-year=2026"),
            ("since", "since-day=1&since-month=9&since-year=2026"),
            ("late", "late=I+was+ill."),
        ])
        .await;
    let record = app.record(&newcomer).await.unwrap();
    assert!(record.current().is_some());
    assert_eq!(record.explanations.len(), 1);
    app.close().await;
}

/// Each refusal of the domain, with its text. A new one has to be entered here.
fn refusal_text(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotIntroduced => "refusal-not-introduced",
        Refusal::NoRegistration => "refusal-no-registration",
        Refusal::AlreadyRegistered => "refusal-already-registered",
        Refusal::NoEarlierAddress => "refusal-no-earlier-address",
        Refusal::BeforeBirth => "refusal-before-birth",
        Refusal::BeforeArrival => "refusal-before-arrival",
        Refusal::BeforeSince => "refusal-before-since",
        Refusal::TooFarAhead => "refusal-too-far-ahead",
        Refusal::EndsTooFarAhead => "refusal-ends-too-far-ahead",
        Refusal::EndsBeforeBegins => "refusal-ends-before-begins",
        Refusal::NothingChanges => "refusal-nothing-changes",
    }
}

const REFUSALS: [Refusal; 11] = [
    Refusal::NotIntroduced,
    Refusal::NoRegistration,
    Refusal::AlreadyRegistered,
    Refusal::NoEarlierAddress,
    Refusal::BeforeBirth,
    Refusal::BeforeArrival,
    Refusal::BeforeSince,
    Refusal::TooFarAhead,
    Refusal::EndsTooFarAhead,
    Refusal::EndsBeforeBegins,
    Refusal::NothingChanges,
];

/// Each failure of a use case, with the texts of its page. A new one has to be entered here.
fn failure_text(error: &Error) -> &'static str {
    match error {
        Error::Store(_) | Error::Paper(_) => "ours",
        Error::Open(_) if error.is_busy() => "busy",
        Error::Open(_) if error.is_ours() => "ours",
        Error::Open(_) | Error::Register(_) | Error::Case(_) | Error::Photo(_) => "refused",
        Error::Policy(_) | Error::NotFound => "not-found",
        Error::Stale(_) => "stale",
        Error::SpentLink => "spent-link",
        Error::TooMany(_) => "too-many",
        Error::KeptUntil(_) => "kept-until",
        Error::InForce => "in-force",
        Error::OldSession => "old-session",
        // They have pages of their own (`staff.rs`, `step_up.rs`); where one is met elsewhere, it is a refusal like others.
        Error::StepUp | Error::Provider(_) | Error::NoPost(_) | Error::Left => "refused",
    }
}

#[test]
fn each_refusal_has_a_sentence_in_each_language() {
    let mut sentences: Vec<String> = REFUSALS.iter().map(|refusal| refusal_text(*refusal).to_owned()).collect();
    let failures = [
        Error::Store(StoreError::Serialization),
        Error::Open(OpenError::Grant),
        Error::Open(OpenError::Key(KeyError::Busy(Blind::Document))),
        Error::Register(Refusal::NoRegistration),
        Error::Stale(0),
        Error::NotFound,
        Error::SpentLink,
        Error::TooMany(1),
        Error::KeptUntil(date(2030, 1, 1)),
        Error::InForce,
        Error::OldSession,
        Error::Paper(String::new()),
    ];
    for key in failures.iter().map(failure_text).chain(["sign-in", "forged", "too-often", "too-large"]) {
        sentences.extend([format!("fail-{key}-title"), format!("fail-{key}-body")]);
    }
    for locale in Locale::EVERY {
        for id in &sentences {
            let said = locale.t(id);
            assert!(said != *id && said.split_whitespace().count() >= 2, "{id} in {locale}: {said}");
        }
    }
}

#[tokio::test]
async fn a_page_that_says_no_says_what_to_do_and_whom_to_ask() {
    let app = TestApp::new().await;
    for language in ["en", "ru", "uz-Latn"] {
        let page = app.anon().get(&format!("/{language}/nowhere")).await;
        assert_eq!(page.status, 404);
        assert!(page.shows("desk@town.example"));
        assert!(page.links().contains(&format!("/{language}/")));
    }
    app.close().await;
}

#[tokio::test]
async fn all_errors_of_a_form_come_at_once_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.answer("declare", "en", &[]).await;
    let at = "/en/declare/step/contact?change=1";
    let page = newcomer.get(at).await.ok();
    let answer = newcomer.submit(&page, &page.forms().last().unwrap().action.clone(), "email=nobody&phone=none").await;
    assert_eq!(answer.status, 422);
    for said in ["error-email", "error-phone"] {
        assert!(answer.shows(&Locale::En.t(said)), "{said}");
    }
    assert!(answer.html().contains("value=\"nobody\"") && answer.html().contains("value=\"none\""));
    assert!(answer.html().contains("href=\"#email\"") && answer.html().contains("href=\"#phone\""));
    app.close().await;
}
