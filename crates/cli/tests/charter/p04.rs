//! 4. A declaration is true until shown otherwise.

use crate::app::{Page, TestApp, Town};

/// What no page may say of a declaration that is in force, in any language.
const NEVER: [&str; 14] = [
    "invalid",
    "not valid",
    "void",
    "suspended",
    "cancelled",
    "annulled",
    "under review",
    "недействител",
    "приостановлен",
    "аннулирован",
    "снят с уч",
    "haqiqiy emas",
    "bekor qilin",
    "toʻxtatil",
];

fn never_doubted(page: &Page) {
    let shown = page.html().to_lowercase();
    let main = shown.split("<main").nth(1).unwrap_or_default();
    for word in NEVER {
        assert!(!main.contains(word), "{} says {word}", page.path);
    }
}

#[tokio::test]
async fn a_declaration_is_in_force_when_it_is_made() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.declare(&[]).await;
    // No job has run, nobody has looked, and yet:
    assert!(newcomer.get("/en/record").await.ok().shows("In force"));
    assert!(app.projection(newcomer.person().await).await.is_some());
    app.close().await;
}

#[tokio::test]
async fn no_check_and_no_case_makes_it_less() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let mut officer = app.officer().await;
    let cases = officer.queue().await;
    assert_eq!(cases.len(), 2, "an address without a register, and one document twice");
    for case in cases {
        officer.open_case(&case).await.ok();
        for browser in [&mut town.stranger, &mut town.resident] {
            assert!(browser.get("/en/record").await.ok().shows("In force"));
        }
    }
    for language in ["en", "ru", "uz-Latn"] {
        for page in town.stranger.crawl(language, &["/record"]).await {
            // What the site promises, and what it says of a link that was used, is not about a declaration.
            if !["promises", "check", "kept", "sign-in"].iter().any(|part| page.path.contains(part)) {
                never_doubted(&page);
            }
        }
    }
    app.close().await;
}

#[tokio::test]
async fn an_address_that_no_register_knows_is_an_address() {
    let app = TestApp::new().await;
    let (mut behind, mut nowhere) = (app.anon(), app.anon());
    let first = behind.declare(&[]).await;
    let second = nowhere.declare(&[("address", "q=&pick=none"), ("no-address", "reached=The+shelter+at+the+mill")]).await;
    for (browser, reference) in [(&mut behind, first), (&mut nowhere, second)] {
        assert!(browser.get("/en/record").await.ok().shows("In force"));
        assert!(browser.get(&format!("/en/receipts/{reference}/1")).await.ok().shows(&reference));
    }
    app.close().await;
}

#[tokio::test]
async fn the_lowest_grade_is_enough_and_no_document_is_a_condition() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.declare(&[("birth", ""), ("citizenship", "citizenship="), ("document", ""), ("contact", "")]).await;
    assert!(newcomer.get("/en/record").await.ok().shows("In force"));
    app.close().await;
}
