//! A family: each member has a record of their own, and whoever comes later joins without a second declaration of the first.

use crate::app::{EMAIL, TestApp, Town, listed, pack};
use doorstep_register::Kind;
use doorstep_rules::Calendars;

const CHILD: [(&str, &str); 2] = [
    ("members", "passport=NAMUNA+LOLA&birth-day=18&birth-month=11&birth-year=2026"),
    ("since", "since-day=18&since-month=11&since-year=2026"),
];

#[tokio::test]
async fn a_child_who_is_born_later_joins_the_address() {
    for app in TestApp::on_each_engine("family_later").await {
        let mut town = Town::settle(&app).await;
        let holder = app.record(&town.resident).await.unwrap();
        let check = town.resident.answer("family", "en", &CHILD).await;
        let page = town.resident.get(&check).await.ok();
        assert!(page.shows("NAMUNA LOLA"));
        let done = town.resident.submit(&page, &check, "").await.redirected();
        assert_eq!(town.resident.submit(&page, &check, "").await.redirected(), done, "a second tap files nothing");

        let session = town.resident.session().await;
        let family = app.service.household(&session).await.unwrap();
        let child = family.iter().find(|r| r.names().unwrap().formal() == "NAMUNA LOLA").expect("the child is there");
        let theirs = child.current().expect("in force at once");
        assert_eq!(theirs.declaration.kind, Kind::Arrival);
        assert_eq!(theirs.place(), holder.current().unwrap().place());
        assert_eq!(app.record(&town.resident).await.unwrap(), holder, "nothing of the parent's changed");
        let page = town.resident.get(&done).await.ok();
        assert!(page.shows("NAMUNA LOLA"), "the receipt is there: {}", page.html());
        app.close().await;
    }
}

#[tokio::test]
async fn whoever_is_not_registered_declares_first() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.answer("declare", "en", &[]).await;
    assert!(newcomer.get("/en/family").await.redirected().ends_with("/declare"));
    assert_eq!(newcomer.get("/en/family/step/members").await.status, 404);
    app.close().await;
}

#[tokio::test]
async fn letters_about_a_child_reach_whoever_looks_after_them() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let before = app.post.all().len();
    let check = town.resident.answer("family", "en", &CHILD).await;
    let page = town.resident.get(&check).await.ok();
    town.resident.submit(&page, &check, "").await.redirected();
    app.background().await;
    let letters = app.post.all();
    let letter = letters[before..].iter().find(|mail| mail.body.contains("NAMUNA LOLA")).expect("a letter about the child");
    assert_eq!(letter.to, EMAIL);
    app.close().await;
}

/// Links and forms of a member's pages stay with that member: nothing of the holder's comes instead, and nothing that was typed is lost.
#[tokio::test]
async fn what_is_due_for_a_child_is_shown_asked_and_saved_as_the_childs() {
    let app = TestApp::under(pack("uz"), Calendars::embedded()).await;
    let mut parent = app.anon();
    parent.declare(&[("until", "until-day=20&until-month=7&until-year=2027")]).await;
    let child = [
        ("members", "passport=NAMUNA+JASUR&birth-day=1&birth-month=2&birth-year=2016"),
        ("since", "since-day=1&since-month=9&since-year=2026"),
        ("until", "until-day=20&until-month=1&until-year=2027"),
    ];
    let check = parent.answer("family", "en", &child).await;
    let page = parent.get(&check).await.ok();
    parent.submit(&page, &check, "").await.redirected();

    let due = parent.get("/en/due?for=1").await.ok();
    let file = due.links().into_iter().find(|link| link.contains(".ics")).expect("a calendar file");
    let file = parent.get(&file).await.ok();
    assert!(file.html().contains("DTSTART;VALUE=DATE:20270116"), "the child's day, not the parent's: {}", file.html());

    let told = parent.submit(&due, "/en/due?for=1", "words=We+were+ill.").await.redirected();
    assert_eq!(told, "/en/due?for=1");
    assert!(parent.get(&told).await.ok().shows("We were ill."));
    assert!(!parent.get("/en/due").await.ok().shows("We were ill."));

    parent.submit(&due, "/en/sign-out?for=1", "").await.redirected();
    assert!(!parent.cookies.contains_key("__Host-session"), "signed out from a page of the child's");
    app.close().await;
}

/// Whoever can sign in by themselves may live apart by now: where to is no matter of those who acted for them once.
#[tokio::test]
async fn letters_about_a_member_who_signs_in_by_themselves_go_to_nobody_else() {
    let app = TestApp::new().await;
    let town = Town::settle(&app).await;
    let acting = app.service.acting_for(&town.resident.session().await, 1).await.unwrap();
    let codes = app.service.new_codes(&acting).await.unwrap();
    let (token, _) = app.service.use_code(&codes[0]).await.unwrap();
    let mut member = app.anon();
    member.cookies.insert(doorstep_web::SESSION_COOKIE.into(), token.reveal().into());
    app.background().await;
    let before = app.post.all().len();

    member.moves(&[("address", &listed(3)), ("unit", "flat=12")]).await;
    app.background().await;
    let letters: Vec<_> = app.post.all().split_off(before).into_iter().filter(|mail| mail.to == EMAIL).collect();
    assert_eq!(letters, Vec::new(), "the holder is not told where a member moved");
    assert!(member.get("/en/inbox").await.ok().html().contains("Породинская, д. 3"), "it waits in their own in-box");
    app.close().await;
}
