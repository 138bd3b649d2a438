//! 2. No duty to run anything.

use crate::app::TestApp;
use crate::source::files;

#[tokio::test]
async fn a_declaration_needs_no_script_and_leaves_nothing_running() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    let reference = newcomer.declare(&[]).await;
    app.background().await;

    let done = newcomer.get(&format!("/en/declared/{reference}")).await.ok();
    assert!(done.shows(&reference));
    assert_eq!(app.database.rows().await["draft"], 0);
    assert!(app.service.jobs(100).await.unwrap().is_empty());
    app.close().await;
}

#[tokio::test]
async fn everything_can_be_done_at_a_desk_by_somebody_without_a_browser() {
    let app = TestApp::new().await;
    let mut clerk = app.clerk().await;
    let desk = clerk.get("/en/desk").await.ok();
    clerk.submit(&desk, "/en/desk/new", "").await.redirected();
    let reference = clerk.declare(&[("document", "kind=passport&number=AA+7654321&seen=yes")]).await;
    let code = clerk.one_time_code().await;
    let desk = clerk.get("/en/desk").await.ok();
    clerk.submit(&desk, "/en/desk/done", "").await.redirected();

    // The paper is enough to come back with, at any desk and in any browser.
    let mut borrowed = app.anon();
    let page = borrowed.get("/en/sign-in/code").await.ok();
    borrowed.submit(&page, "/en/sign-in/code", &format!("code={code}")).await.redirected();
    assert!(borrowed.get("/en/record").await.ok().shows(&reference));
    app.close().await;
}

#[tokio::test]
async fn the_day_of_arrival_needs_no_telephone_and_no_mailbox() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    let reference = newcomer.declare(&[]).await;
    let code = newcomer.one_time_code().await;
    app.background().await;
    assert!(app.post.texts().is_empty() && app.post.all().is_empty(), "nothing was sent anywhere");
    assert!(newcomer.get("/en/inbox").await.ok().shows(&reference), "the message waits where they can read it");

    // Another browser, the sheet of codes, and it is all there.
    let mut elsewhere = app.anon();
    let page = elsewhere.get("/en/sign-in/code").await.ok();
    elsewhere.submit(&page, "/en/sign-in/code", &format!("code={code}")).await.redirected();
    assert!(elsewhere.get("/en/inbox").await.ok().shows(&reference));
    app.close().await;
}

#[tokio::test]
async fn silence_means_nothing() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.declare(&[]).await;
    app.background().await;
    let person = newcomer.person().await;
    let (before, rows) = (app.folded(person).await.unwrap(), app.database.rows().await);
    for _ in 0..24 {
        app.days_later(30);
        app.background().await;
    }
    assert_eq!(app.folded(person).await.unwrap(), before);
    let after = app.database.rows().await;
    assert_eq!((after["act"], after["look"], after["message"], after["job"]), (rows["act"], rows["look"], rows["message"], rows["job"]));
    app.close().await;
}

#[test]
fn our_script_neither_waits_nor_calls_home() {
    for (path, text) in files("crates/web/assets", &[".js"]) {
        for word in [
            "setInterval",
            "WebSocket",
            "EventSource",
            "serviceWorker",
            "Notification",
            "PushManager",
            "BackgroundSync",
            "visibilitychange",
        ] {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
}

#[tokio::test]
async fn a_blank_form_is_there_for_everybody_in_every_language() {
    let app = TestApp::new().await;
    let mut anon = app.anon();
    let home = anon.get("/en/").await.ok();
    assert!(home.links().contains(&"/en/paper".to_owned()));
    let paper = anon.get("/en/paper").await.ok();
    assert!(paper.shows("The day of the postmark counts."));
    for language in ["ru", "uz-Latn", "en"] {
        let path = format!("/{language}/paper/form.pdf");
        assert!(paper.links().contains(&path));
        let form = anon.get(&path).await.ok();
        assert_eq!(form.header("content-type"), "application/pdf");
        assert!(String::from_utf8_lossy(&form.body).contains("<pdfaid:part>2</pdfaid:part>"));
    }
    assert_eq!(app.database.rows().await["person"], 0);
    app.close().await;
}

#[tokio::test]
async fn a_paper_form_counts_from_its_postmark_and_is_answered_by_post() {
    for app in TestApp::on_each_engine("p02_paper").await {
        let came = jiff::civil::date(2026, 11, 9);
        let deadline = app.service.count_first(Some(came), Some(came), None)[0].deadline;
        assert!(app.service.today() > deadline, "it is too late to declare it now");
        let mut clerk = app.clerk().await;
        let first = clerk.posted(u8::try_from(deadline.day()).unwrap(), "").await;
        let banner = clerk.get(&first).await.ok();
        assert!(banner.shows("The person is not here") && banner.shows("Field 1 of the form"));
        let day = |name| format!("{name}-day=9&{name}-month=11&{name}-year=2026");
        let (arrived, since) = (day("arrived"), day("since"));
        let answers = [("citizenship", "citizenship="), ("arrived", arrived.as_str()), ("since", &since), ("contact", "language=uz-Latn")];
        let check = clerk.answer_from(first, &answers).await;
        assert!(!clerk.get(&check).await.ok().shows("Why it could not be in time"), "nobody asks who was in time");
        let reference = clerk.file(&check).await;

        let session = clerk.session().await;
        let record = app.service.record(&session).await.unwrap();
        let declared = &record.current().unwrap().declaration;
        assert_eq!(declared.posted_on, Some(deadline));
        assert!(app.service.due(&session, &record).await.unwrap().iter().all(|item| !item.overdue));
        assert_eq!(record.evidence.len(), 1, "the scan");
        assert_eq!(record.grade, doorstep_register::Grade::AsDeclared, "nobody held the document");
        let folded = app.folded(record.person).await.unwrap();
        assert_eq!(folded.version, record.version);

        // The answer by post: the receipt and the codes, in the person's language.
        let page = clerk.get("/en/desk/papers").await.ok();
        assert!(page.html().contains("<option value=\"uz-Latn\" selected>"));
        let papers = clerk.submit(&page, "/en/desk/papers", "language=uz-Latn&codes=yes").await.ok();
        for told in [reference.as_str(), "Qogʻoz blankingiz yetib keldi", "The house behind the mill", "Pochtaga berilgan"] {
            assert!(papers.shows(told), "{told}");
        }
        let form = papers.form("/en/desk/papers/pdf").unwrap();
        let codes: Vec<_> = form.hidden.iter().filter(|(name, _)| name == "code").map(|(_, code)| code.clone()).collect();
        assert_eq!(codes.len(), 8);
        let pdf = clerk.submit(&papers, "/en/desk/papers/pdf", "").await.ok();
        assert!(pdf.body.starts_with(b"%PDF-1.7"));
        clerk.done().await;

        let mut person = app.anon();
        let page = person.get("/en/sign-in/code").await.ok();
        person.submit(&page, "/en/sign-in/code", &format!("code={}", codes[0])).await.redirected();
        assert!(person.get("/en/record").await.ok().shows(&reference));
        let due = person.get("/en/due").await.ok();
        assert!(due.shows("You posted your form on"), "{}", due.html());
        assert!(person.get("/en/looks").await.ok().shows("You were not there."));
        app.close().await;
    }
}

#[tokio::test]
async fn every_act_at_a_desk_or_on_paper_says_who_helped() {
    let app = TestApp::new().await;
    let mut clerk = app.clerk().await;
    let desk = clerk.get("/en/desk").await.ok();
    clerk.submit(&desk, "/en/desk/new", "").await.redirected();
    clerk.declare(&[]).await;
    let helped = clerk.person().await;
    let code = clerk.one_time_code().await;
    clerk.done().await;
    let first = clerk.posted(18, &code).await;
    assert!(first.contains("/en/move/"), "{first}");
    let check = clerk.answer_from(first, &[]).await;
    clerk.file(&check).await;
    let export = app.service.export(&clerk.session().await).await;
    assert!(export.is_err(), "no copy of everything goes to somebody who wrote a letter");
    clerk.done().await;

    let (_, own) = app.service.use_passkey(helped).await.unwrap();
    let acts = app.service.export(&own).await.unwrap().acts;
    let by: Vec<&str> = acts
        .iter()
        .map(|act| match &act.by {
            doorstep_register::Actor::Clerk { office, .. } if office.0 == crate::app::OFFICE => "clerk",
            doorstep_register::Actor::Paper { office, .. } if office.0 == crate::app::OFFICE => "paper",
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(by, ["clerk", "clerk", "clerk", "paper", "paper"], "introduced, contacted, declared; the scan, the move");
    app.close().await;
}
