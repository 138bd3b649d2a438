//! What pages say of terms: where they stand, how they are counted, what follows, and what nobody knows.

use crate::app::{TestApp, pack};
use crate::deadlines::{UNTIL, due_on};
use doorstep_locales::Locale;
use doorstep_rules::{Calendars, Trigger};

#[tokio::test]
async fn what_is_due_is_said_before_anything_is_declared() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.answer("declare", "en", &[("citizenship", "citizenship=")]).await;
    for language in ["en", "ru", "uz-Latn"] {
        let due = newcomer.get(&format!("/{language}/due")).await.ok();
        assert!(due_on(&due, "2026-11-30"), "{}", due.html());
        assert!(due.links().contains(&format!("/{language}/due/ru.arrival.general.ics")));
    }
    let file = newcomer.get("/en/due/ru.arrival.general.ics").await.ok();
    assert_eq!(file.html().matches("BEGIN:VALARM").count(), 2);
    app.close().await;
}

/// Where no rule of the pack asks for a renewal, the end of the stay is the person's own word and claims no law.
#[tokio::test]
async fn the_end_of_a_stay_claims_no_law_where_there_is_none() {
    let app = TestApp::new().await;
    let mut person = app.anon();
    person.declare(&[("until", UNTIL)]).await;
    let due = person.get("/en/due").await.ok();
    assert!(due.shows(&Locale::En.t("due-stay")) && due_on(&due, "2027-01-20"), "{}", due.html());
    let stay = due.html().split("<section class=\"ds-due ds-due--none\">").nth(1).and_then(|s| s.split("</section>").next());
    assert!(stay.is_some_and(|stay| !stay.contains("https://") && stay.contains("does not end by itself")));
    app.close().await;
}

/// No page about deadlines, and no rule, speaks of punishment.
#[tokio::test]
async fn no_page_about_deadlines_threatens() {
    let app = TestApp::new().await;
    let mut late = app.anon();
    let dates = [("arrived", "arrived-day=1&arrived-month=9&arrived-year=2026"), ("since", "since-day=1&since-month=9&since-year=2026")];
    late.answer("declare", "en", &[dates[0], dates[1], ("citizenship", "citizenship=")]).await;
    for (language, words) in [
        ("en", ["penalt", "fine of", "punish", "violat", "offence"]),
        ("ru", ["штраф", "наказ", "нарушен", "ответственност", "взыскан"]),
        ("uz-Latn", ["jarima", "jazo ", "buzgan", "javobgar", "undiril"]),
    ] {
        let paths =
            ["/due", "/declare/check", "/declare/step/late", "/rules", "/rules/ru.arrival.general", "/rules/ru.moscow.address-change"];
        for path in paths {
            let page = late.get(&format!("/{language}{path}")).await.ok();
            let html = page.html().to_lowercase();
            assert!(words.iter().all(|word| !html.contains(word)), "{language}{path}");
        }
    }
    app.close().await;
}

/// Out of the calendar's range is said, never guessed.
#[tokio::test]
async fn where_the_calendar_ends_the_page_says_so() {
    let app = TestApp::new().await;
    app.clock.advance_days(403);
    let mut newcomer = app.anon();
    let dates =
        [("arrived", "arrived-day=28&arrived-month=12&arrived-year=2027"), ("since", "since-day=28&since-month=12&since-year=2027")];
    newcomer.answer("declare", "en", &[dates[0], dates[1], ("citizenship", "citizenship=")]).await;
    for path in ["/en/due", "/en/declare/check", "/en/declare/step/since?change=1"] {
        let page = newcomer.get(path).await.ok();
        assert!(page.shows(&Locale::En.t("due-beyond")) && !page.html().contains("ds-due__date"), "{path}: {}", page.html());
    }
    let check = newcomer.get("/en/declare/check").await.ok();
    newcomer.submit(&check, "/en/declare/check", "").await.redirected();
    assert!(app.record(&newcomer).await.unwrap().current().is_some(), "whoever declares is registered all the same");
    app.close().await;
}

/// Whoever has left is not asked when they arrived.
#[tokio::test]
async fn whoever_left_is_told_that_nothing_is_due() {
    let app = TestApp::new().await;
    let mut person = app.anon();
    person.declare(&[]).await;
    person.leave((20, 11, 2026)).await;
    let due = person.get("/en/due").await.ok();
    assert!(due.shows(&Locale::En.t("due-nothing")) && !due.shows(&Locale::En.t("due-unsaid")), "{}", due.html());
    app.close().await;
}

/// The rules are for everybody, without signing in; what is typed to have a term counted stands in no address.
#[tokio::test]
async fn anybody_can_have_a_term_counted_and_print_it() {
    let app = TestApp::new().await;
    let mut lawyer = app.anon();
    let index = lawyer.get("/en/rules").await.ok();
    assert!(index.shows("not reviewed by a lawyer"));
    assert!(index.links().iter().all(|link| !link.contains("treaty")), "treaties have no address of their own");
    let page = lawyer.get("/en/rules/ru.arrival.general").await.ok();
    assert!(page.shows("Citizens of Uzbekistan have 15 days") && page.html().contains("href=\"https://"));
    assert_eq!(lawyer.get("/en/rules/ru.treaty.UZ").await.status, 404);

    let path = "/en/rules/ru.arrival.general";
    let counted = lawyer.submit(&page, path, "event-day=26&event-month=12&event-year=2025&citizenship=uzb").await.ok();
    assert!(due_on(&counted, "2026-01-16"), "{}", counted.html());
    for said in ["15 January 2026", "Friday 26 December 2025: the day it happened", "New Year", "12 January 2026", "RU 2026-09"] {
        assert!(counted.shows(said), "{said}: {}", counted.html());
    }
    assert!(!counted.html().contains("<details class=\"ds-details\""), "nothing is folded on paper");
    let spring = lawyer.submit(&page, path, "event-day=28&event-month=4&event-year=2026&citizenship=UZB").await.ok();
    assert!(due_on(&spring, "2026-05-13"), "the treaty: {}", spring.html());

    for (typed, field) in [
        ("event-day=31&event-month=2&event-year=2026&citizenship=", "event"),
        ("event-day=1&event-month=2&event-year=2026&citizenship=Uzbek", "citizenship"),
        ("event-day=30&event-month=12&event-year=2027&citizenship=", "event"),
    ] {
        let refused = lawyer.submit(&page, path, typed).await;
        assert_eq!(refused.status, 422);
        assert!(refused.html().contains(&format!("href=\"#{field}\"")), "{typed}: {}", refused.html());
    }
    assert!(lawyer.get("/en/rules/ru.departure").await.ok().shows(&Locale::En.t("rules-no-number")));
    app.close().await;

    // Of whom a rule asks nothing, no other day is asked for.
    let app = TestApp::under(pack("it"), Calendars::embedded()).await;
    let mut lawyer = app.anon();
    let rule = app.service.pack().rules().find(|rule| rule.triggers().contains(&Trigger::Hosting)).unwrap().id().to_owned();
    let path = format!("/en/rules/{rule}");
    let page = lawyer.get(&path).await.ok();
    let refused = lawyer.submit(&page, &path, "event-day=20&event-month=7&event-year=2026&citizenship=FRA").await;
    assert_eq!(refused.status, 422);
    assert!(refused.shows(&Locale::En.t("rules-exempt")) && refused.html().contains("href=\"#citizenship\""), "{}", refused.html());
    app.close().await;
}

/// What the office promises is a deadline too, with its count and its ground.
#[tokio::test]
async fn the_office_says_how_its_own_terms_are_counted() {
    let app = TestApp::new().await;
    let mut person = app.anon();
    let reference = person.declare(&[]).await;
    let done = person.get(&format!("/en/declared/{reference}")).await.ok();
    assert!(due_on(&done, "2026-11-25") && due_on(&done, "2027-01-04"), "{}", done.html());
    assert!(done.shows(&Locale::En.t("office-promise")) && done.html().contains("ds-calendar__day--deadline"));
    app.close().await;
}

/// Whoever leaves is told on the page before it is sent what the law asks of somebody who leaves.
#[tokio::test]
async fn leaving_says_what_the_law_asks() {
    let app = TestApp::under(pack("de"), Calendars::embedded()).await;
    let mut person = app.anon();
    person.declare(&[]).await;
    let page = person.get("/en/leave").await.ok();
    let check = person.submit(&page, "/en/leave", "on-day=20&on-month=11&on-year=2026").await.ok();
    assert!(due_on(&check, "2026-12-04"), "{}", check.html());
    app.close().await;
}
