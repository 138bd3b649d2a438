//! Bad input: a clear sentence in the person's language, status 422, and what was typed is still there.

use crate::app::{Browser, EMAIL, Page, TestApp, Town, encoded};
use doorstep_locales::Locale;

async fn at_step(app: &TestApp, step: &str) -> (Browser, Page, String) {
    let mut browser = app.anon();
    browser.answer("declare", "en", &[("family", "family=yes"), ("members", "passport=NAMUNA+JASUR")]).await;
    let at = format!("/en/declare/step/{step}");
    let page = browser.get(&at).await.ok();
    (browser, page, at)
}

#[tokio::test]
async fn what_cannot_be_is_said_beside_the_field() {
    let app = TestApp::new().await;
    let long = format!("passport={}", "N".repeat(201));
    let cases: [(&str, &str, &str); 14] = [
        ("name", "passport=", "error-name-empty"),
        ("name", "passport=12345", "error-no-letter"),
        ("name", "passport=NAMUNA+%F0%9F%98%80", "error-picture"),
        ("name", "passport=NAMUNA%E2%80%AEANUMAN", "error-control"),
        ("name", "passport=NAMUNA%00", "error-control"),
        ("name", &long, ""),
        ("birth", "birth-day=30&birth-month=2&birth-year=1990", "error-date-none-such"),
        ("birth", "birth-day=1&birth-month=1&birth-year=2030", "error-birth-future"),
        ("birth", "birth-day=1&birth-month=1&birth-year=1850", ""),
        ("birth", "birth-day=x&birth-month=y&birth-year=z", "error-date-parts"),
        ("arrived", "arrived-day=21&arrived-month=11&arrived-year=2026", "error-arrived-future"),
        ("since", "since-day=1&since-month=1&since-year=1980", "refusal-before-birth"),
        ("citizenship", "citizenship=12", "error-citizenship"),
        ("document", "kind=passport&number=%3F%3F", "error-document-number"),
    ];
    for (step, typed, said) in cases {
        let (mut browser, page, at) = at_step(&app, step).await;
        let answer = browser.submit(&page, &at, typed).await;
        assert_eq!(answer.status, 422, "{step}: {typed}");
        assert!(said.is_empty() || answer.shows(&Locale::En.t(said)), "{step}: {typed}: {}", answer.html());
        assert!(answer.html().contains("ds-error-summary") && answer.html().contains("href=\"#"), "{step}: a summary with links");
        assert!(browser.get("/en/declare/check").await.ok().shows("NAMUNA NODIRA"), "what was answered before stays");
    }
    app.close().await;
}

#[tokio::test]
async fn real_names_are_names() {
    let app = TestApp::new().await;
    let long = "Ё".repeat(200);
    for name in
        ["O", "NULL", "O'KTAMOV", "OʻKTAMOV", "O’Neill", "Əliyev", "ՆՄՈՒՇՅԱՆ ԱՆԻ", "ნიმუშიშვილი", "محمد", "<b>NAMUNA</b>", long.as_str()]
    {
        let (mut browser, page, at) = at_step(&app, "name").await;
        browser.submit(&page, &at, &format!("passport={}", encoded(name))).await.redirected();
        let check = browser.get("/en/declare/check").await.ok();
        assert!(check.shows(name), "{name}: {}", check.html());
        assert!(!check.html().contains("<b>NAMUNA"), "{name} is text, not markup");
    }
    app.close().await;
}

#[tokio::test]
async fn ten_thousand_members_of_a_family_are_refused_in_words() {
    let app = TestApp::new().await;
    let (mut browser, _, _) = at_step(&app, "members").await;
    let at = "/en/declare/step/members";
    let mut answer = browser.get(at).await.ok();
    for n in 0..40 {
        let typed = if answer.form(at).is_some_and(|form| form.names.iter().any(|name| name == "another")) {
            "another=yes".to_owned()
        } else {
            format!("passport=NAMUNA+CHILD+{}", "I".repeat(n + 1))
        };
        let page = browser.submit(&answer, at, &typed).await;
        if page.status == 422 {
            assert!(page.shows(&Locale::En.t1("error-too-many", "n", 20)), "{}", page.html());
            app.close().await;
            return;
        }
        page.redirected();
        answer = browser.get(at).await.ok();
    }
    panic!("forty members of a family");
}

#[tokio::test]
async fn a_form_of_ten_thousand_fields_is_refused() {
    let app = TestApp::new().await;
    let (mut browser, page, at) = at_step(&app, "name").await;
    let many: Vec<String> = (0..10_000).map(|n| format!("m{n}=1")).collect();
    assert_eq!(browser.submit(&page, &at, &many.join("&")).await.status, 413);
    app.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_photo_is_refused_in_words() {
    let app = TestApp::new().await;
    let mut bomb = b"%PDF-1.7\n".to_vec();
    bomb.extend(vec![b'x'; 100_000]);
    let heic = [&[0, 0, 0, 24][..], b"ftypheic", &[0; 40]].concat();
    for (file, said) in [(bomb, "photo-pdf"), (heic, "photo-heic"), (b"hello".to_vec(), "photo-none"), (Vec::new(), "photo-none")] {
        let (mut browser, page, _) = at_step(&app, "evidence").await;
        let answer = browser.upload(&page, "/en/declare/photo", "A lease", &file).await;
        assert_eq!(answer.status, 422, "{said}");
        assert!(answer.shows(&Locale::En.t(said)), "{said}: {}", answer.html());
    }
    let (mut browser, page, _) = at_step(&app, "evidence").await;
    let answer = browser.upload(&page, "/en/declare/photo", "A lease", &vec![0xFF; 50 * 1024 * 1024]).await;
    assert!([413, 422].contains(&answer.status.as_u16()));
    assert!(!answer.html().is_empty() && browser.get("/en/declare/check").await.ok().shows("NAMUNA NODIRA"));
    app.close().await;
}

#[tokio::test]
async fn a_link_works_once_and_not_for_ever() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.declare(&[]).await;
    let session = resident.session().await;
    for late in [false, true] {
        let link = format!("/en{}", app.service.device_link(&session, 1).await.unwrap());
        let mut phone = app.anon();
        let page = phone.get(&link).await.ok();
        if late {
            app.clock.advance(jiff::SignedDuration::from_mins(61));
        } else {
            phone.submit(&page, &link, "").await.redirected();
            assert!(phone.get("/en/record").await.ok().shows("NAMUNA NODIRA"));
        }
        let mut thief = app.anon();
        thief.cookies =
            phone.cookies.iter().filter(|(name, _)| name.as_str() == "__Host-form").map(|(k, v)| (k.clone(), v.clone())).collect();
        let answer = thief.submit(&page, &link, "").await;
        assert_eq!(answer.status, 410);
        assert!(answer.shows(&Locale::En.t("fail-spent-link-title")));
        assert!(!thief.cookies.contains_key("__Host-session"));
    }
    app.close().await;
}

#[tokio::test]
async fn an_e_mail_address_signs_nobody_in_before_its_own_reader_confirmed_it() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let asked = |n: usize| app.post.all().iter().filter(|mail| mail.body.contains("/sign-in/link/")).count() == n;
    let typed = format!("email={}", encoded(EMAIL));
    let confirm = app.post.link("/confirm-email/");
    let mut anon = app.anon();
    let page = anon.get("/en/sign-in/email").await.ok();

    anon.submit(&page, "/en/sign-in/email", &typed).await.redirected();
    let wrong = town.stranger.get(&confirm).await.ok();
    assert_eq!(town.stranger.submit(&wrong, &confirm, "").await.status, 410);
    anon.submit(&page, "/en/sign-in/email", &typed).await.redirected();
    app.background().await;
    assert!(asked(0), "not confirmed by anybody, and not by somebody else");

    let right = town.resident.get(&confirm).await.ok();
    town.resident.submit(&right, &confirm, "").await.redirected();
    anon.submit(&page, "/en/sign-in/email", &typed).await.redirected();
    app.background().await;
    assert!(asked(1));
    let link = app.post.link("/sign-in/link/");
    let page = anon.get(&link).await.ok();
    anon.submit(&page, &link, "").await.redirected();
    assert!(anon.get("/en/record").await.ok().shows("NAMUNA NODIRA"));
    app.close().await;
}

#[tokio::test]
async fn a_form_of_another_site_or_browser_does_nothing() {
    let app = TestApp::new().await;
    let (mut browser, page, at) = at_step(&app, "name").await;
    let mut elsewhere = app.anon();
    elsewhere.cookies = browser.cookies.clone();
    elsewhere.cookies.insert("__Host-form".into(), "A".repeat(32));
    assert_eq!(elsewhere.submit(&page, &at, "passport=NAMUNA+OTHER").await.status, 403);
    assert_eq!(browser.submit(&page, &at, "csrf=&passport=NAMUNA+OTHER").await.status, 403);
    assert!(browser.get("/en/declare/check").await.ok().shows("NAMUNA NODIRA"));
    app.close().await;
}
