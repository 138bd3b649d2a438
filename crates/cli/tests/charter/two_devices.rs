//! Two devices that edit one record: a page that shows both and asks. Never a lost change, never a lock.

use crate::app::{Browser, Page, TestApp, Town, photo};

const NOW: &str = "On the record now";
const SENT: &str = "What you sent";

/// Fails unless the page shows both sides and nothing was overwritten.
#[track_caller]
fn shows_both(page: &Page, now: &str, sent: &str) {
    assert_eq!(page.status, 409, "{}", page.html());
    assert!(page.shows(NOW) && page.shows(SENT), "{}", page.html());
    let (there, mine) = page.html().split_once(SENT).expect("two sides");
    assert!(there.contains(now), "{now} is not on the record's side: {there}");
    assert!(mine.contains(sent), "{sent} is not on the sender's side: {mine}");
}

async fn two(app: &TestApp) -> (Browser, Browser) {
    let mut one = app.anon();
    one.declare(&[]).await;
    let other = one.clone();
    (one, other)
}

#[tokio::test]
async fn renewing_on_both() {
    let app = TestApp::new().await;
    let (mut one, mut other) = two(&app).await;
    let (first, second) = (one.get("/en/renew").await.ok(), other.get("/en/renew").await.ok());
    one.submit(&first, "/en/renew", "until-day=1&until-month=3&until-year=2027").await.redirected();
    let both = other.submit(&second, "/en/renew", "until-day=2&until-month=4&until-year=2027").await;
    shows_both(&both, "1 March 2027", "2 April 2027");
    assert_eq!(app.record(&one).await.unwrap().current().unwrap().renewed.len(), 1);

    // The person's word: what was sent is right.
    other.submit(&both, "/en/renew", "").await.redirected();
    let record = app.record(&one).await.unwrap();
    assert_eq!(record.current().unwrap().until().unwrap().to_string(), "2027-04-02");
    assert_eq!(record.current().unwrap().renewed.len(), 2, "neither was lost");
    app.close().await;
}

#[tokio::test]
async fn leaving_while_the_other_renews() {
    let app = TestApp::new().await;
    let (mut one, mut other) = two(&app).await;
    let (first, second) = (one.get("/en/renew").await.ok(), other.get("/en/leave").await.ok());
    one.submit(&first, "/en/renew", "until-day=1&until-month=3&until-year=2027").await.redirected();
    let check = other.submit(&second, "/en/leave", "on-day=21&on-month=11&on-year=2026&to=Tashkent").await.ok();
    let both = other.submit(&check, "/en/leave", "checked=yes").await;
    shows_both(&both, "1 March 2027", "Tashkent");
    assert!(app.record(&one).await.unwrap().current().is_some(), "nothing ended unasked");
    other.submit(&both, "/en/leave", "").await.redirected();
    assert!(app.record(&one).await.unwrap().current().is_none());
    app.close().await;
}

#[tokio::test]
async fn renewing_what_the_other_has_left() {
    let app = TestApp::new().await;
    let (mut one, mut other) = two(&app).await;
    let second = other.get("/en/renew").await.ok();
    one.leave((21, 11, 2026)).await;
    let both = other.submit(&second, "/en/renew", "until-day=2&until-month=4&until-year=2027").await;
    shows_both(&both, "21 November 2026", "2 April 2027");
    let refused = other.submit(&both, "/en/renew", "").await;
    assert_eq!(refused.status, 422);
    assert!(refused.shows("No registration is in force"));
    app.close().await;
}

#[tokio::test]
async fn returning_on_both() {
    let app = TestApp::new().await;
    let (mut one, mut other) = two(&app).await;
    one.leave((20, 11, 2026)).await;
    app.days_later(5);
    let (first, second) = (one.get("/en/return").await.ok(), other.get("/en/return").await.ok());
    one.submit(&first, "/en/return", "arrived-day=24&arrived-month=11&arrived-year=2026").await.redirected();
    let both = other.submit(&second, "/en/return", "arrived-day=25&arrived-month=11&arrived-year=2026").await;
    shows_both(&both, "24 November 2026", "25 November 2026");
    app.close().await;
}

#[tokio::test]
async fn sending_answers_that_the_other_has_changed() {
    let app = TestApp::new().await;
    let mut one = app.anon();
    let at = one.answer("declare", "en", &[]).await;
    let mut other = one.clone();
    let check = one.get(&at).await.ok();
    let step = "/en/declare/step/name?change=1";
    let page = other.get(step).await.ok();
    other.submit(&page, step, "passport=NAMUNA+NIGORA").await.redirected();

    let both = one.submit(&check, &at, "").await;
    assert_eq!(both.status, 422);
    assert!(both.shows("NAMUNA NIGORA") && both.shows("On your page it was:") && both.shows("NAMUNA NODIRA"), "{}", both.html());
    assert_eq!(both.html().matches("On your page it was:").count(), 1, "only what differs is shown twice");
    assert_eq!(app.record(&one).await.unwrap().version, 0, "nothing was filed that was not seen");
    one.submit(&both, &at, "").await.redirected();
    assert_eq!(app.record(&one).await.unwrap().names().unwrap().formal(), "NAMUNA NIGORA");
    app.close().await;
}

#[tokio::test]
async fn photos_from_both_are_kept() {
    let app = TestApp::new().await;
    let mut one = app.anon();
    one.answer("declare", "en", &[]).await;
    let mut other = one.clone();
    let step = "/en/declare/step/evidence?change=1";
    let (first, second) = (one.get(step).await.ok(), other.get(step).await.ok());
    one.upload(&first, "/en/declare/photo", "Lease", &photo()).await.redirected();
    other.upload(&second, "/en/declare/photo", "Letter", &photo()).await.redirected();
    let page = one.get(step).await.ok();
    assert!(page.shows("Lease") && page.shows("Letter"));
    app.close().await;
}

#[tokio::test]
async fn a_late_tap_finds_what_the_first_one_filed() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.resident.get("/en/renew").await.ok();
    let first = town.resident.submit(&page, "/en/renew", "").await.redirected();
    let second = town.resident.submit(&page, "/en/renew", "").await.redirected();
    assert_eq!(first, second);
    app.close().await;
}
