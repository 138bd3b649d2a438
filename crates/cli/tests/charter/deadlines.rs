//! Deadlines over time: what was told stands, reminders come by themselves, and whoever could not be in time is heard.

use crate::app::{Page, TestApp, pack};
use doorstep_locales::Locale;
use doorstep_register::{DutyMet, Line};
use doorstep_rules::Calendars;
use jiff::civil::date;
use std::time::Duration;

const EMAIL: &str = "email=namuna%40example.org&phone=";
pub const UNTIL: &str = "until-day=20&until-month=1&until-year=2027";

/// An Uzbek calendar in which Monday 18 January 2027 is a holiday: one more day is needed before the end of a stay.
fn with_a_holiday() -> Calendars {
    let text = include_str!("../../../../rulepacks/calendars/uz.toml");
    let changed = text.replacen(
        "03-08 = \"womens-day\"\n03-09 = \"eid-al-fitr\"",
        "01-18 = \"nowruz\"\n03-08 = \"womens-day\"\n03-09 = \"eid-al-fitr\"",
        1,
    );
    assert_ne!(text, changed, "the calendar is written another way now");
    let mut calendars = Calendars::embedded();
    calendars.add(&changed.replacen("version = \"", "version = \"draft-", 1)).expect("a calendar");
    calendars
}

/// A page shows the day as a deadline.
pub fn due_on(page: &Page, day: &str) -> bool {
    page.html().contains(&format!("<p class=\"ds-due__date\"><time datetime=\"{day}\">"))
}

#[tokio::test]
async fn a_reminder_is_sent_by_the_loop_on_its_day_and_not_before() {
    let app = TestApp::under(pack("uz"), Calendars::embedded()).await;
    let mut person = app.anon();
    person.declare(&[("until", UNTIL), ("contact", EMAIL)]).await;
    let reminders = |app: &TestApp| {
        let all = app.post.all();
        all.into_iter().filter(|mail| mail.subject.starts_with("A day to keep in mind")).map(|mail| mail.body).collect::<Vec<_>>()
    };
    // The term ends on Saturday the 16th, in the stricter reading on the 15th: three days before that is the 12th, at nine.
    app.clock.advance_days(52);
    loops(&app).await;
    assert_eq!(reminders(&app), Vec::<String>::new(), "11 January");
    app.clock.advance_days(1);
    loops(&app).await;
    let sent = reminders(&app);
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(sent[0].contains("Friday 15 January 2027") && sent[0].contains("at least 3 working days before it ends"), "{sent:?}");
    app.clock.advance_days(6);
    loops(&app).await;
    let sent = reminders(&app);
    assert_eq!(sent.len(), 2, "{sent:?}");
    assert!(sent[1].contains("Wednesday 20 January 2027") && sent[1].contains("You said that you stay until this day"), "{sent:?}");
    app.close().await;
}

/// What `doorstep serve` runs beside the pages, until it has nothing to do.
async fn loops(app: &TestApp) {
    doorstep_jobs::run(app.service.clone(), app.post.outgoing(), Duration::from_millis(1), tokio::time::sleep(Duration::from_millis(400)))
        .await;
}

#[tokio::test]
async fn a_renewal_is_open_then_met() {
    let app = TestApp::under(pack("uz"), Calendars::embedded()).await;
    let mut person = app.anon();
    person.declare(&[("until", UNTIL)]).await;
    let due = person.get("/en/due").await.ok();
    assert!(due_on(&due, "2027-01-16") && due.shows("3 working days before it ends"), "{}", due.html());
    let record = person.get("/en/record").await.ok();
    assert!(due_on(&record, "2027-01-16") && record.html().contains("ds-calendar__day--deadline"), "{}", record.html());
    let form = person.get("/en/renew").await.ok();
    assert!(due_on(&form, "2027-01-16"), "the page on which it is done says it too");
    person.submit(&form, "/en/renew", "until-day=20&until-month=7&until-year=2027").await.redirected();
    let due = person.get("/en/due").await.ok();
    let met = due.html().split("<section class=\"ds-due ds-due--done\">").skip(1).find(|card| card.contains("2027-01-16"));
    assert!(met.is_some_and(|card| card.contains("Renewal of the temporary registration") && card.contains("Done")), "{}", due.html());
    assert!(due_on(&due, "2027-07-16"), "and the next one is ahead");
    assert!(!due.shows(&Locale::En.t("due-stay")), "the law asks for more than our own reminder");
    app.close().await;
}

#[tokio::test]
async fn a_date_that_was_told_only_moves_later_and_the_person_hears_of_it() {
    for app in TestApp::on_each_engine("deadlines_promise").await {
        let app = app.restarted(pack("uz"), with_a_holiday());
        let mut person = app.anon();
        person.declare(&[("until", UNTIL), ("contact", EMAIL)]).await;
        let (who, cookies) = (person.person().await, person.cookies.clone());
        assert!(due_on(&person.get("/en/due").await.ok(), "2027-01-15"));

        // The holiday is taken back: the date moves later, and a letter says so.
        let app = app.restarted(pack("uz"), Calendars::embedded());
        assert_eq!(app.service.wake_promises().await.unwrap(), 1);
        app.background().await;
        let told: Vec<_> = app.post.all().into_iter().filter(|mail| mail.subject.starts_with("A date has moved later")).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].body.contains("Friday 15 January 2027") && told[0].body.contains("Saturday 16 January 2027"), "{}", told[0].body);
        let mut person = app.anon();
        person.cookies = cookies.clone();
        assert_eq!(person.person().await, who);
        assert!(person.get("/en/inbox").await.ok().shows("A date has moved later"));
        assert!(due_on(&person.get("/en/due").await.ok(), "2027-01-16"));

        // It comes back: what was told stands, and nobody is bothered.
        let app = app.restarted(pack("uz"), with_a_holiday());
        app.service.wake_promises().await.unwrap();
        app.background().await;
        assert_eq!(app.post.all().iter().filter(|mail| mail.subject.starts_with("A date has moved later")).count(), 1);
        let mut person = app.anon();
        person.cookies = cookies;
        let due = person.get("/en/due").await.ok();
        assert!(due_on(&due, "2027-01-16") && due.shows("By the calendar of today it would be 15 January 2027"), "{}", due.html());
        let file = person.get("/en/due/uz.renewal.ics").await.ok();
        assert!(file.html().contains("DTSTART;VALUE=DATE:20270116"), "{}", file.html());

        // Whatever else the person changes: it stands.
        let contact = person.get("/en/account/contact").await.ok();
        person.submit(&contact, "/en/account/contact", "email=namuna%40example.org&phone=%2B998905550103").await.redirected();
        let due = person.get("/en/due").await.ok();
        assert!(due_on(&due, "2027-01-16"), "another telephone number: {}", due.html());
        app.close().await;
    }
}

/// With another calendar the general rule can give more time than a treaty's, or less: a date that was told for the one stands for the other.
#[tokio::test]
async fn a_date_that_was_told_stands_when_another_rule_sets_it() {
    let app = TestApp::new().await;
    let mut person = app.anon();
    person.declare(&[]).await;
    let identity = app.record(&person).await.unwrap().identity;
    let told = |rule: &str, event, deadline| DutyMet { rule: Line::parse(rule).unwrap(), event, deadline, strict: deadline };
    let by = |event, told: DutyMet, identity| app.service.unmet(app.service.count_first(Some(event), None, identity), &[told])[0].clone();
    let (winter, spring) = (date(2025, 12, 26), date(2026, 4, 28));

    let general = by(winter, told("ru.treaty.UZ", winter, date(2026, 1, 30)), identity.as_ref());
    assert_eq!((general.duty.rule.as_str(), general.duty.deadline), ("ru.arrival.general", date(2026, 1, 30)));
    let treaty = by(spring, told("ru.arrival.general", spring, date(2026, 5, 30)), identity.as_ref());
    assert_eq!((treaty.duty.rule.as_str(), treaty.duty.deadline), ("ru.treaty.UZ", date(2026, 5, 30)));
    let another = by(winter, told("ru.treaty.UZ", winter, date(2026, 1, 30)), None);
    assert_eq!(another.duty.deadline, date(2026, 1, 16), "a treaty promises nothing to others");
    app.close().await;
}

/// A date that stood on a page of an unfinished declaration is kept in its draft, and so is its consequence: nobody is late by it.
#[tokio::test]
async fn a_date_that_a_draft_has_shown_stands() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    let dates =
        [("arrived", "arrived-day=18&arrived-month=11&arrived-year=2026"), ("since", "since-day=18&since-month=11&since-year=2026")];
    newcomer.answer("declare", "en", &[dates[0], dates[1], ("citizenship", "citizenship=")]).await;
    assert!(due_on(&newcomer.get("/en/declare/check").await.ok(), "2026-11-27"));
    let cookies = newcomer.cookies.clone();
    // In another version 21 November, a Saturday, works: the count ends a day earlier.
    let mut calendars = Calendars::embedded();
    let text = include_str!("../../../../rulepacks/calendars/ru.toml");
    let changed = text.replacen("[year.2026.working]\n", "[year.2026.working]\n11-21 = \"unknown\"\n", 1);
    let changed = if changed == text {
        text.replacen("[year.2027]\n", "[year.2026.working]\n11-21 = \"unknown\"\n\n[year.2027]\n", 1)
    } else {
        changed
    };
    assert_ne!(text, changed, "the calendar is written another way now");
    calendars.add(&changed).expect("a calendar");
    let app = app.restarted(pack("ru-mow"), calendars);
    assert_eq!(app.service.count_first(Some(date(2026, 11, 18)), None, None)[0].deadline, date(2026, 11, 26));
    let mut newcomer = app.anon();
    newcomer.cookies = cookies;
    for path in ["/en/declare/check", "/en/due"] {
        let page = newcomer.get(path).await.ok();
        assert!(due_on(&page, "2026-11-27") && page.shows("it would be 26 November 2026"), "{path}: {}", page.html());
    }
    app.close().await;
}

/// The box stands where a duty was not met before the later reading had passed, and nowhere else; a person reads what is written.
#[tokio::test]
async fn whoever_could_not_be_in_time_is_asked_why_once_and_read_by_a_person() {
    let app = TestApp::new().await;
    let box_of = |page: &Page| page.forms().into_iter().any(|form| form.names.iter().any(|name| name == "words"));
    let mut punctual = app.anon();
    punctual.declare(&[("citizenship", "citizenship=")]).await;
    assert!(!box_of(&punctual.get("/en/due").await.ok()));

    let mut late = app.anon();
    let dates = [("arrived", "arrived-day=1&arrived-month=9&arrived-year=2026"), ("since", "since-day=1&since-month=9&since-year=2026")];
    late.answer("declare", "en", &[dates[0], dates[1], ("citizenship", "citizenship=")]).await;
    // Before the declaration is filed, the words wait in its draft.
    let due = late.get("/en/due").await.ok();
    assert!(box_of(&due), "{}", due.html());
    let empty = late.submit(&due, "/en/due", "words=").await;
    assert_eq!(empty.status, 422);
    assert!(empty.html().contains("href=\"#why-ru-arrival-general\"") && empty.html().contains("id=\"why-ru-arrival-general\""));
    late.submit(&due, "/en/due", "words=I+was+ill+in+bed.").await.redirected();
    let due = late.get("/en/due").await.ok();
    assert!(due.shows("I was ill in bed.") && !box_of(&due), "{}", due.html());
    let check = late.get("/en/declare/check").await.ok();
    assert!(check.shows("I was ill in bed."), "it can still be changed there");
    late.submit(&check, "/en/declare/check", "").await.redirected();
    assert_eq!(app.record(&late).await.unwrap().explanations.len(), 1);
    let due = late.get("/en/due").await.ok();
    assert!(due.shows("I was ill in bed.") && !box_of(&due), "{}", due.html());
    let mut officer = app.officer().await;
    let queue = officer.queue().await;
    let mut read = 0;
    for case in queue {
        read += usize::from(officer.open_case(&case).await.ok().shows("I was ill in bed."));
    }
    assert_eq!(read, 1);

    // Whoever said nothing when they declared can still say it afterwards; the second tap adds nothing.
    let mut silent = app.anon();
    silent.declare(&[dates[0], dates[1], ("citizenship", "citizenship=")]).await;
    let due = silent.get("/en/due").await.ok();
    assert!(box_of(&due));
    silent.submit(&due, "/en/due", "words=Nobody+told+me.").await.redirected();
    silent.submit(&due, "/en/due", "words=Nobody+told+me.").await.redirected();
    let record = app.record(&silent).await.unwrap();
    assert_eq!(record.explanations.len(), 1);
    assert!(record.current().is_some(), "nothing follows from it");
    let due = silent.get("/en/due").await.ok();
    assert!(due.shows("Nobody told me.") && !box_of(&due));
    app.close().await;
}

/// An Uzbek calendar that reaches a year further.
fn through_2028() -> Calendars {
    let text = include_str!("../../../../rulepacks/calendars/uz.toml");
    let longer = text.replacen("last_year = 2027", "last_year = 2028", 1).replacen("version = \"", "version = \"draft-", 1);
    let mut calendars = Calendars::embedded();
    calendars.add(&format!("{longer}\n[year.2028.holidays]\n01-01 = \"new-years-day\"\n")).expect("a calendar");
    calendars
}

/// A term that nobody can count yet is not passed over: the page says so, and the reminder comes when the calendar has grown.
#[tokio::test]
async fn a_renewal_beyond_the_calendar_is_counted_when_the_calendar_reaches_it() {
    let app = TestApp::under(pack("uz"), Calendars::embedded()).await;
    let mut person = app.anon();
    person.declare(&[("until", "until-day=10&until-month=2&until-year=2028"), ("contact", EMAIL)]).await;
    for path in ["/en/due", "/en/record"] {
        let page = person.get(path).await.ok();
        assert!(page.shows(&Locale::En.t("due-stay-beyond")), "{path}: {}", page.html());
        assert!(!page.shows("We know of no consequence") && !page.shows("Nothing is due"), "{path}: {}", page.html());
    }
    assert_eq!(app.service.wake_promises().await.unwrap(), 1);
    app.background().await;

    let cookies = person.cookies.clone();
    let app = app.restarted(pack("uz"), through_2028());
    assert_eq!(app.service.wake_promises().await.unwrap(), 1, "it waits still");
    app.background().await;
    let mut person = app.anon();
    person.cookies = cookies;
    assert!(due_on(&person.get("/en/due").await.ok(), "2028-02-07"));
    // In the stricter reading three whole working days lie between: Sunday 6 February, and three days before that is the 3rd.
    app.clock.advance_days(440);
    app.background().await;
    let reminders: Vec<_> =
        app.post.all().into_iter().filter(|mail| mail.body.contains("at least 3 working days before it ends")).collect();
    assert_eq!(reminders.len(), 1, "{reminders:?}");
    assert!(reminders[0].body.contains("Sunday 6 February 2028"), "{reminders:?}");
    app.close().await;
}

/// The promise is checked at each start of the program, for years; one passing trouble in between gives nothing up.
#[tokio::test]
async fn many_starts_do_not_use_up_the_patience_with_a_promise() {
    let app = TestApp::under(pack("uz"), with_a_holiday()).await;
    let mut person = app.anon();
    person.declare(&[("until", UNTIL), ("contact", EMAIL)]).await;
    for _ in 0..20 {
        assert_eq!(app.service.wake_promises().await.unwrap(), 1);
        app.background().await;
    }
    let waiting = app.service.jobs(100).await.unwrap();
    let promise = waiting.iter().find(|job| job.kind == "promise.check").expect("it waits");
    assert_eq!(promise.attempts, 0);
    app.close().await;
}
