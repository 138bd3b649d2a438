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
