//! 9. Least disclosure.

use crate::app::{DOCUMENT, EMAIL, PHONE, Page, TestApp, Town};
use serde_json::Value;

async fn receipt_page(app: &TestApp, town: &Town) -> (String, Page) {
    let receipts = app.service.receipts(&town.resident.session().await).await.unwrap();
    let own = receipts.iter().find(|r| r.statement.names[0].contains("NODIRA")).unwrap();
    (own.path.clone(), app.anon().get(&format!("/en{}", own.path)).await.ok())
}

#[tokio::test]
async fn a_receipt_is_checked_without_a_session_and_without_a_trace() {
    for app in TestApp::on_each_engine("p09_trace").await {
        let town = Town::settle(&app).await;
        let (path, page) = receipt_page(&app, &town).await;
        let before = app.database.rows().await;
        assert!(page.shows("NAMUNA NODIRA") && page.shows(&town.reference));
        for _ in 0..3 {
            app.anon().get(&format!("/ru{path}")).await.ok();
            app.anon().get(&format!("/api/v1/receipts/{}", path.trim_start_matches("/r/"))).await.ok();
        }
        assert_eq!(app.database.rows().await, before, "no row anywhere says that it was checked");
        app.close().await;
    }
}

#[tokio::test]
async fn a_receipt_shows_names_place_days_and_no_more() {
    let app = TestApp::new().await;
    let town = Town::settle(&app).await;
    let (_, page) = receipt_page(&app, &town).await;
    for hidden in [DOCUMENT, EMAIL, PHONE, "UZB", "Uzbek", "1993", "citizen", "JASUR"] {
        assert!(!page.shows(hidden), "{hidden}");
    }
    let statement = &app.service.receipts(&town.resident.session().await).await.unwrap()[0].statement;
    let Value::Object(fields) = serde_json::to_value(statement).unwrap() else { panic!("a statement is an object") };
    let names: Vec<&str> = fields.keys().map(String::as_str).collect();
    let mut expected =
        ["reference", "kind", "issuer", "names", "place", "since", "until", "left_on", "declared_at", "grade", "rules", "corrected"];
    expected.sort_unstable();
    let mut names = names;
    names.sort_unstable();
    assert_eq!(names, expected);
    app.close().await;
}

#[tokio::test]
async fn a_link_cannot_be_guessed_from_the_database_or_from_another() {
    let app = TestApp::new().await;
    let town = Town::settle(&app).await;
    let (path, _) = receipt_page(&app, &town).await;
    let (public, secret) = path.trim_start_matches("/r/").split_once('.').unwrap();
    let everything = app.database.everything().await;
    assert!(!everything.windows(secret.len()).any(|part| part == secret.as_bytes()));
    let mut anon = app.anon();
    for code in
        [format!("{public}.{public}"), format!("{secret}.{public}"), format!("{public}.{}", "A".repeat(secret.len())), public.into()]
    {
        let answer = anon.get(&format!("/en/r/{code}")).await;
        assert!(!answer.shows("NAMUNA"), "{code}");
    }
    app.close().await;
}

#[tokio::test]
async fn two_receipts_have_nothing_in_common_that_links_them() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    town.resident.moves(&[]).await;
    let receipts = app.service.receipts(&town.resident.session().await).await.unwrap();
    let mut parts: Vec<&str> = receipts.iter().flat_map(|r| r.path.trim_start_matches("/r/").split('.')).collect();
    let count = parts.len();
    parts.sort_unstable();
    parts.dedup();
    assert_eq!(parts.len(), count);
    app.close().await;
}
