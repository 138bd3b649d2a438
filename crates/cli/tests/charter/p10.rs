//! 10. A host sees their own home.

use crate::app::{CALLED, DOCUMENT, EMAIL, PHONE, TestApp, Town};
use crate::source::files;
use doorstep_policy::{Field, Fields};
use doorstep_service::LookFilter;

#[tokio::test]
async fn a_host_sees_how_many_since_when_and_the_names() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.host.get("/en/homes/1").await.ok();
    for shown in ["NAMUNA NODIRA", "NAMUNA JASUR", "19 November 2026"] {
        assert!(page.shows(shown), "{shown}: {}", page.html());
    }
    for hidden in [DOCUMENT, EMAIL, PHONE, CALLED, "UZB", "Uzbek", "1993", "2016", town.reference.as_str(), "In force", "Disputed"] {
        assert!(!page.shows(hidden), "{hidden}");
    }
    app.close().await;
}

#[test]
fn what_a_host_sees_has_no_field_for_more() {
    let (_, text) = files("crates/service/src/host", &["home.rs"]).remove(0);
    let fields = |name: &str| -> Vec<String> {
        let body = text.split(&format!("pub struct {name} {{")).nth(1).unwrap().split("\n}").next().unwrap();
        body.lines().filter_map(|line| line.trim().strip_prefix("pub ")).map(|line| line.split(':').next().unwrap().to_owned()).collect()
    };
    // The entry's name says nothing, and the dispute is the host's own.
    assert_eq!(fields("Resident"), ["entry", "name", "since", "dispute"]);
    assert_eq!(fields("HomeView"), ["number", "home", "residents"]);
    assert_eq!(fields("OwnHome"), ["place", "proof", "shown_at"]);
    let (_, door) = files("crates/service/src/host", &["door.rs"]).remove(0);
    let body = door.split("pub struct DoorView {").nth(1).unwrap().split("\n}").next().unwrap();
    for field in ["citizenship", "document", "contact", "birth", "grade", "history", "mark"] {
        assert!(!body.to_lowercase().contains(&format!("pub {field}")), "{field}");
    }
}

#[tokio::test]
async fn the_resident_sees_each_such_look_and_at_what() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    for n in 1..=3 {
        town.host.get("/en/homes/1").await.ok();
        let looks = app.service.looks(&town.resident.session().await, None, 10, LookFilter::default()).await.unwrap().looks;
        assert_eq!(looks.len(), n);
        assert_eq!(looks[0].fields, Fields::of(&[Field::Names, Field::Address]));
    }
    app.close().await;
}

#[tokio::test]
async fn who_has_moved_out_is_not_shown_any_more() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    town.resident.moves(&[]).await;
    let page = town.host.get("/en/homes/1").await.ok();
    assert!(!page.shows("NAMUNA NODIRA"));
    app.close().await;
}

#[tokio::test]
async fn a_message_to_the_host_says_nothing_of_the_person() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let inbox = app.service.inbox(&town.host.session().await).await.unwrap();
    assert!(inbox.len() >= 2, "their own receipt, and that somebody declared the home");
    for message in inbox.iter().map(|received| &received.message) {
        assert!(!format!("{} {}", message.subject, message.body).contains("NODIRA"));
    }
    assert!(!town.host.get("/en/inbox").await.ok().shows("NODIRA"));
    app.close().await;
}

#[tokio::test]
async fn without_a_shown_home_there_is_nothing_to_see() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    // The resident lives there, and yet sees nobody: a home is shown to its host only.
    assert_eq!(town.resident.get("/en/homes/1").await.status, 404);
    assert_eq!(app.anon().get("/en/homes/1").await.redirected(), "/en/sign-in");
    assert_eq!(app.database.looks().await, 0);
    app.close().await;
}
