//! When our side fails: nothing is lost, the moment of the attempt counts, and the person holds the proof of it.

use crate::app::{Browser, Page, State, TestApp, encoded};
use axum::http::StatusCode;

/// The code on a page about a failure of ours.
#[track_caller]
fn attempt_code(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{}", page.html());
    let words: Vec<String> = crate::app::text(page.html()).split_whitespace().map(str::to_owned).collect();
    let code = |word: &String| word.len() == 39 && word.split('-').count() == 8;
    words.into_iter().find(code).unwrap_or_else(|| panic!("no code on {}", page.html()))
}

async fn accepted(anon: &mut Browser, code: &str) -> bool {
    let page = anon.get("/en/check").await.ok();
    let answer = anon.submit(&page, "/en/check", &format!("code={}", encoded(code))).await;
    answer.status == 200 && answer.shows("20 November 2026")
}

#[tokio::test]
async fn a_database_that_goes_away_while_filing_costs_nobody_anything() {
    for state in [State::Away, State::LostWhileWriting] {
        for app in TestApp::on_each_engine("trouble_filing").await {
            let mut newcomer = app.anon();
            let at = newcomer.answer("declare", "en", &[]).await;
            let page = newcomer.get(&at).await.ok();
            let rows = app.database.rows().await;

            app.store.set(state);
            let code = attempt_code(&newcomer.submit(&page, &at, "").await);
            app.store.set(State::There);

            assert_eq!(app.database.rows().await, rows, "nothing was filed by halves");
            app.days_later(1);
            assert!(accepted(&mut app.anon(), &code).await);
            assert!(accepted(&mut app.anon(), &code.to_lowercase().replace('-', " ")).await, "as it was copied by hand");
            assert!(!accepted(&mut app.anon(), &code.replace(&code[..4], "0000")).await, "another moment is not ours");

            let again = newcomer.get(&at).await.ok();
            assert!(again.shows("NAMUNA NODIRA"), "the answers are still there");
            newcomer.submit(&again, &at, "").await.redirected();
            assert!(app.record(&newcomer).await.unwrap().current().is_some());
            app.close().await;
        }
    }
}

#[tokio::test]
async fn a_database_that_is_away_gives_a_sentence_in_each_language() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.declare(&[]).await;
    app.store.set(State::Away);
    for language in ["en", "ru", "uz-Latn"] {
        for path in ["/record", "/due", "/looks", "/declare/step/name", "/data/export.json"] {
            let page = resident.get(&format!("/{language}{path}")).await;
            attempt_code(&page);
            assert!(page.html().contains(&format!("lang=\"{language}\"")), "{language}{path}");
        }
    }
    app.store.set(State::There);
    resident.get("/en/record").await.ok();
    app.close().await;
}

#[tokio::test]
async fn a_step_that_could_not_be_kept_keeps_what_was_there() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.answer("declare", "en", &[]).await;
    let at = "/en/declare/step/name";
    let page = newcomer.get(at).await.ok();
    app.store.set(State::LostWhileWriting);
    attempt_code(&newcomer.submit(&page, at, "passport=NAMUNA+OTHER").await);
    app.store.set(State::There);
    assert!(newcomer.get("/en/declare/check").await.ok().shows("NAMUNA NODIRA"));
    newcomer.submit(&page, at, "passport=NAMUNA+OTHER").await.redirected();
    assert!(newcomer.get("/en/declare/check").await.ok().shows("NAMUNA OTHER"));
    app.close().await;
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_says_so() {
    let app = TestApp::with_disk_of(140).await;
    let mut newcomer = app.anon();
    let home = format!("description={}", "A+house+behind+the+mill.+".repeat(150));
    let at = newcomer.answer("declare", "en", &[("not-listed", &home)]).await;
    let page = newcomer.get(&at).await.ok();
    // Somebody else fills the disk.
    let (_, other) = app.service.begin_new().await.unwrap();
    let mut size = 256 * 1024;
    while size > 1024 {
        if app.service.keep_photo(&other, vec![7; size]).await.is_err() {
            size /= 2;
        }
    }
    let rows = app.database.rows().await;
    let code = attempt_code(&newcomer.submit(&page, &at, "").await);
    assert_eq!(app.database.rows().await, rows);
    assert!(app.service.check_attempt(&code).is_some());
    // What was there is still there and can be read.
    assert!(newcomer.get(&at).await.ok().shows("NAMUNA NODIRA"));
    app.close().await;
}
