//! Staff: who comes in, as what, and who may know their name.

use crate::app::{Browser, State, TestApp, TestProvider, account};
use axum::http::StatusCode;
use doorstep_register::Line;
use doorstep_service::{Error, NoPost, ProviderFault, Session, StaffAnswer, StaffRole, Why};
use std::sync::Arc;

const OFFICE: &str = crate::app::OFFICE;

/// A provider that the office trusts from now on.
pub fn provider(app: &TestApp) -> Arc<TestProvider> {
    let provider = Arc::new(TestProvider::default());
    app.service.trust_provider(Arc::clone(&provider) as _);
    provider
}

/// A sign-in from beginning to end, as the pages do it.
pub async fn sign_in(app: &TestApp, code: &str) -> Result<(String, Session), Error> {
    let (secret, address) = app.service.begin_staff_sign_in("https://town.example/en/staff/oidc".into(), "en", String::new()).await?;
    let state = address.split("state=").nth(1).and_then(|rest| rest.split('&').next()).expect("a state").to_owned();
    let answer = StaffAnswer { state, code: code.into(), issuer: None };
    let (token, session, _) = app.service.finish_staff_sign_in(secret.reveal(), answer).await?;
    Ok((token.reveal().to_owned(), session))
}

#[tokio::test]
async fn staff_are_made_from_what_the_provider_says_and_known_again() {
    for app in TestApp::on_each_engine("staff_known").await {
        let provider = provider(&app);
        provider.says("1", Ok(account("anna", Ok((OFFICE, StaffRole::Clerk)))));
        provider.says("2", Ok(account("boris", Ok((OFFICE, StaffRole::Clerk)))));
        let (_, first) = sign_in(&app, "1").await.unwrap();
        let (_, other) = sign_in(&app, "2").await.unwrap();
        let row = first.staff().unwrap().clone();
        assert_eq!((row.office.0.as_str(), row.role, row.name.as_str()), (OFFICE, StaffRole::Clerk, "Staff Member anna"));
        assert_ne!(row.pseudonym, other.staff().unwrap().pseudonym);
        let (_, again) = sign_in(&app, "1").await.unwrap();
        assert_eq!(again.staff(), Some(&row));

        provider.says("1", Ok(account("anna", Ok(("Appeals", StaffRole::Appeal)))));
        let (_, moved) = sign_in(&app, "1").await.unwrap();
        let moved = moved.staff().unwrap();
        assert_eq!(
            (moved.id, &moved.pseudonym, moved.office.0.as_str(), moved.role),
            (row.id, &row.pseudonym, "Appeals", StaffRole::Appeal)
        );
        // The account is kept as a keyed hash, and nothing leads from it to the provider's name of somebody.
        let kept = app.database.texts("SELECT lower(name || pseudonym || office || role) FROM staff WHERE account IS NOT NULL").await;
        assert_eq!(kept.len(), 2);
        let everything = app.database.everything().await;
        assert!(!everything.windows(13).any(|part| part == b"login.example"), "the provider stands in the database");
        app.close().await;
    }
}

#[tokio::test]
async fn whoever_is_no_longer_staff_is_out_and_their_cases_are_nobodys() {
    for app in TestApp::on_each_engine("staff_gone").await {
        crate::app::Town::settle(&app).await;
        let provider = provider(&app);
        provider.says("1", Ok(account("boris", Ok((OFFICE, StaffRole::Officer)))));
        let (token, session) = sign_in(&app, "1").await.unwrap();
        let case = app.service.case_queue(&session).await.unwrap().remove(0).id;
        app.service.take_case(&session, case).await.unwrap();

        for none in [NoPost::Nobody, NoPost::Unknown("mayor".into())] {
            provider.says("1", Ok(account("boris", Err(none.clone()))));
            assert_eq!(sign_in(&app, "1").await.err(), Some(Error::NoPost(none)));
        }
        assert_eq!(app.service.session(&token).await.unwrap(), None, "the session that was there has ended");
        let mut second = app.another_officer().await;
        assert!(second.queue().await.iter().any(|path| path.ends_with(&case.to_string())), "the case is anybody's again");

        provider.says("1", Ok(account("boris", Ok((OFFICE, StaffRole::Officer)))));
        let (token, session) = sign_in(&app, "1").await.unwrap();
        let staff = session.staff().unwrap().id;
        app.service.retire_staff(staff).await.unwrap();
        assert_eq!(app.service.session(&token).await.unwrap(), None);
        assert_eq!(sign_in(&app, "1").await.err(), Some(Error::Left), "whatever the provider says");
        app.service.readmit_staff(staff).await.unwrap();
        assert_eq!(sign_in(&app, "1").await.unwrap().1.staff().unwrap().id, staff);
        app.close().await;
    }
}

#[tokio::test]
async fn somebody_who_had_links_stays_one_person() {
    let app = TestApp::new().await;
    let provider = provider(&app);
    let id = app.service.add_staff(StaffRole::Officer, "Boris Test".into(), "O-7".into()).await.unwrap();
    app.service.connect_staff(id, "https://login.example", "boris").await.unwrap();
    provider.says("1", Ok(account("boris", Ok((OFFICE, StaffRole::Officer)))));
    let (_, session) = sign_in(&app, "1").await.unwrap();
    assert_eq!((session.staff().unwrap().id, session.staff().unwrap().pseudonym.as_str()), (id, "O-7"));
    let other = app.service.add_staff(StaffRole::Officer, "Clara Test".into(), "O-8".into()).await.unwrap();
    assert_eq!(app.service.connect_staff(other, "https://login.example", "boris").await, Err(Error::Stale(0)));
    app.close().await;
}

#[tokio::test]
async fn a_sign_in_ends_once_in_the_browser_in_which_it_began_and_in_time() {
    let app = TestApp::new().await;
    let provider = provider(&app);
    provider.says("1", Ok(account("anna", Ok((OFFICE, StaffRole::Clerk)))));
    let untrusted = |error: Option<Error>| assert!(matches!(error, Some(Error::Provider(ProviderFault::Untrusted(_)))), "{error:?}");
    let begin = || async {
        let (secret, address) =
            app.service.begin_staff_sign_in("https://town.example/en/staff/oidc".into(), "en", String::new()).await.unwrap();
        let state = address.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        assert!(!address.contains(secret.reveal()), "the browser's secret goes to nobody");
        (secret.reveal().to_owned(), StaffAnswer { state, code: "1".into(), issuer: None })
    };
    let finish = |secret: String, answer: StaffAnswer| {
        let service = app.service.clone();
        async move { service.finish_staff_sign_in(&secret, answer).await.err() }
    };
    let (secret, answer) = begin().await;
    let (other_secret, other_answer) = begin().await;
    untrusted(finish(secret.clone(), other_answer.clone()).await);
    untrusted(finish(secret, answer).await);
    assert_eq!(finish(other_secret.clone(), other_answer.clone()).await, None);
    untrusted(finish(other_secret, other_answer).await);
    untrusted(finish(String::new(), StaffAnswer::default()).await);

    let (secret, answer) = begin().await;
    app.clock.advance(jiff::SignedDuration::from_mins(11));
    untrusted(finish(secret, answer).await);
    let (secret, answer) = begin().await;
    let turned_back = StaffAnswer { code: String::new(), ..answer };
    assert_eq!(finish(secret, turned_back).await, Some(Error::Provider(ProviderFault::Declined)));
    // The half of a passkey's ceremony is no sign-in.
    let passkey = app.service.begin_ceremony("{}".into()).await.unwrap();
    untrusted(finish(passkey.reveal().to_owned(), StaffAnswer::default()).await);
    app.close().await;
}

/// Goes to the provider's page by the site's own, and comes back with a code.
async fn by_pages(browser: &mut Browser, code: &str) -> crate::app::Page {
    let page = browser.get("/en/staff/sign-in").await.ok();
    assert!(page.links().contains(&"/en/staff/oidc/start".to_owned()));
    let away = browser.get("/en/staff/oidc/start").await;
    let address = away.header("location").to_owned();
    assert!(
        address.starts_with("https://login.example/") && address.ends_with("lang=en&to=https://town.example/en/staff/oidc"),
        "{address}"
    );
    let state = address.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    browser.get(&format!("/en/staff/oidc?code={code}&state={state}")).await
}

#[tokio::test]
async fn each_role_comes_to_its_own_work() {
    let app = TestApp::new().await;
    let provider = provider(&app);
    for (role, first, pages) in [
        (StaffRole::Clerk, "/en/desk", &["/desk", "/staff"][..]),
        (StaffRole::Officer, "/en/cases", &["/cases", "/staff"]),
        (StaffRole::Supervisor, "/en/sample", &["/sample", "/staff"]),
        (StaffRole::Appeal, "/en/cases", &["/cases", "/staff"]),
        (StaffRole::Dpo, "/en/staff/resolve", &["/staff/resolve", "/staff"]),
    ] {
        provider.says(role.word(), Ok(account(role.word(), Ok((OFFICE, role)))));
        let mut browser = app.anon();
        let mut before = app.anon();
        before.cookies.insert("__Host-session".into(), "A".repeat(43));
        for browser in [&mut browser, &mut before] {
            let back = by_pages(browser, role.word()).await;
            assert_eq!(back.header("location"), first);
            assert!(!browser.cookies.contains_key("__Host-oidc"));
            assert_ne!(browser.cookies["__Host-session"], "A".repeat(43), "a session that somebody planted is not gone on with");
        }
        for path in ["/desk", "/cases", "/sample", "/staff", "/staff/resolve"] {
            let page = browser.get(&format!("/en{path}")).await;
            assert_eq!(page.status == StatusCode::OK, pages.contains(&path), "{role} at {path}: {}", page.status);
        }
    }
    app.close().await;
}

#[tokio::test]
async fn a_sign_in_leads_back_to_where_it_began_and_to_no_other_site() {
    let app = TestApp::new().await;
    let provider = provider(&app);
    provider.says("1", Ok(account("boris", Ok((OFFICE, StaffRole::Officer)))));
    for (to, back) in [
        ("%2Fcases%2Fnumber", "/en/cases/number"),
        ("", "/en/cases"),
        ("%2F%2Fevil.example", "/en/cases"),
        ("https%3A%2F%2Fevil.example", "/en/cases"),
        ("%2Fstaff%2Foidc%2Fstart", "/en/cases"),
    ] {
        let mut browser = app.anon();
        let page = browser.get(&format!("/en/staff/sign-in?to={to}")).await.ok();
        let start = page.links().into_iter().find(|link| link.starts_with("/en/staff/oidc/start")).expect("a way to the provider");
        let away = browser.get(&start).await;
        let state = away.header("location").split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        // Also by somebody who calls the beginning of a sign-in by its address.
        let direct = browser.clone().get(&format!("/en/staff/oidc/start?to={to}")).await;
        assert!(direct.header("location").starts_with("https://login.example/"), "{to}");
        assert_eq!(browser.get(&format!("/en/staff/oidc?code=1&state={state}")).await.header("location"), back, "{to}");
    }
    app.close().await;
}

#[tokio::test]
async fn a_refusal_says_why_and_leads_on() {
    let app = TestApp::new().await;
    let provider = provider(&app);
    provider.says("nobody", Ok(account("x", Err(NoPost::Nobody))));
    provider.says("unknown", Ok(account("y", Err(NoPost::Unknown("<b>mayor</b>".into())))));
    provider.says("away", Err(ProviderFault::Away("it burns".into())));
    provider.says("untrusted", Err(ProviderFault::Untrusted("it lies".into())));
    for (code, status, title) in [
        ("nobody", 403, "Your account is not set up for Doorstep"),
        ("unknown", 403, "Your role is not known here"),
        ("away", 503, "The sign-in service does not answer"),
        ("untrusted", 403, "This sign-in could not be checked"),
        ("", 403, "You are not signed in"),
    ] {
        let mut browser = app.anon();
        let page = by_pages(&mut browser, code).await;
        assert_eq!(page.status, status, "{code}");
        assert!(page.shows(title), "{code}: {}", page.html());
        assert!(page.links().contains(&"/en/staff/sign-in".to_owned()));
        assert!(!page.html().contains("<b>mayor") && !page.shows("burns") && !page.shows("lies"));
        assert!(!browser.cookies.contains_key("__Host-session"));
    }
    // Where the session has ended, staff are led to their own page.
    let page = app.anon().get("/en/cases").await;
    assert_eq!(page.header("location"), "/en/staff/sign-in?to=%2Fcases");
    assert_eq!(app.anon().get("/en/record").await.header("location"), "/en/sign-in");
    app.close().await;
}

#[tokio::test]
async fn a_pseudonym_is_resolved_by_one_role_with_a_note() {
    for app in TestApp::on_each_engine("staff_resolve").await {
        let mut officer = app.officer().await;
        let mut dpo = app.staff(StaffRole::Dpo, "Officer for data", "D-1").await;
        let line = |text: &str| Line::parse(text).unwrap();
        for role in [StaffRole::Clerk, StaffRole::Officer, StaffRole::Supervisor, StaffRole::Appeal] {
            let other = app.staff(role, "Somebody else", &format!("X-{role}")).await.session().await;
            let answer = app.service.resolve_pseudonym(&other, &line("O-4"), Why::Person, &line("N 1")).await;
            assert_eq!(answer, Err(Error::NotFound), "{role}");
        }
        let session = dpo.session().await;
        assert_eq!(app.service.resolve_pseudonym(&session, &line("O-"), Why::Person, &line("N 1")).await, Ok(vec![]));
        assert_eq!(app.database.rows().await["resolved"], 0);

        // The note is written in the transaction that reads: without it nothing is shown.
        let page = dpo.get("/en/staff/resolve").await.ok();
        app.store.set(State::LostWhileWriting);
        let lost = dpo.submit(&page, "/en/staff/resolve", "pseudonym=O-4&why=person&reference=N+2").await;
        app.store.set(State::There);
        assert_eq!(lost.status, 503);
        assert!(!lost.shows("Officer of the tests"));

        let found = dpo.submit(&page, "/en/staff/resolve", "pseudonym=O-4&why=person&reference=N+2").await.ok();
        assert!(found.shows("Officer of the tests") && !found.shows("Somebody else"));
        let seen = officer.get("/en/staff").await.ok();
        assert!(seen.shows("N 2") && seen.shows("D-1") && !seen.shows("Officer for data"));
        let own = app.service.resolved(&officer.session().await).await.unwrap();
        assert_eq!(own.len(), 1);
        app.close().await;
    }
}

#[tokio::test]
async fn no_page_lists_staff() {
    let app = TestApp::new().await;
    let mut browsers = Vec::new();
    for role in StaffRole::EVERY {
        browsers.push((role, app.staff(role, &format!("Named {role}"), &format!("P-{role}")).await));
    }
    for (role, browser) in &mut browsers {
        for page in browser.crawl("en", &["/", "/staff", "/cases", "/desk", "/staff/resolve"]).await {
            for other in StaffRole::EVERY {
                assert!(!page.shows(&format!("Named {other}")), "{} names {other}", page.path);
                assert!(other == *role || !page.shows(&format!("P-{other}")), "{} shows {other} to {role}", page.path);
            }
        }
    }
    app.close().await;
}
