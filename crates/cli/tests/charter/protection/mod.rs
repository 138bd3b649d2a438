//! 10, 11 and PRODUCT 12. Whoever asks that nobody finds them is found by nobody, at once: to a host, to those who acted for them, to a stranger
//! with their document and to a clerk without them, everything is as if they were not there, byte by byte and statement by statement.

mod family;

use crate::app::{Browser, DOCUMENT, EMAIL, Page, TestApp, Town, encoded, flat, listed};
use crate::cases::words;
use doorstep_policy::CaseKind;
use doorstep_register::PersonId;
use doorstep_register::world::Clock;
use doorstep_service::{Message, Session};
use doorstep_storage::CaseStage;
use jiff::{SignedDuration, Timestamp};

/// A page without what is chance on it: tokens, numbers of receipts and cases, ids.
fn without_chance(page: &Page) -> String {
    let kept = |word: &str| {
        let long = word.len() >= 12 && word.bytes().any(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        if long { "*".to_owned() } else { word.to_owned() }
    };
    let (mut out, mut word) = (String::new(), String::new());
    // A code to scan is chance as a picture.
    let html = page.html().lines().filter(|line| !line.contains("<svg class=\"ds-qr__code")).collect::<Vec<_>>().join("\n");
    for c in html.chars().chain(['\n']) {
        if c.is_ascii_alphanumeric() || c == '-' || c == '_' {
            word.push(c);
        } else {
            out.push_str(&kept(&word));
            word.clear();
            out.push(c);
        }
    }
    format!("{} {}\n{out}", page.status, kept(page.path.rsplit('/').next().unwrap_or_default()))
}

/// Everything that somebody finds on their pages, and what the database was asked for it.
async fn seen(app: &TestApp, browser: &mut Browser, starts: &[&str]) -> (Vec<String>, Vec<&'static str>) {
    seen_but(app, browser, starts, &[]).await
}

async fn seen_but(app: &TestApp, browser: &mut Browser, starts: &[&str], without: &[&str]) -> (Vec<String>, Vec<&'static str>) {
    app.store.asked();
    let pages = browser.crawl_but("en", starts, without).await;
    let asked = app.store.asked();
    (pages.iter().filter(|page| !page.path.contains("/languages")).map(without_chance).collect(), asked)
}

/// Where the old letters of whoever acted for somebody stand. They say that the person joined the household then, which the reader did.
const LETTERS: &[&str] = &["/inbox", "/export"];

/// The moment after everything that was written so far.
fn a_second_later(app: &TestApp) -> Timestamp {
    app.clock.advance(SignedDuration::from_secs(1));
    app.clock.now()
}

/// How many letters were written at this moment or after it. Unlike older ones, none of them may name her.
#[track_caller]
fn silent_since(moment: Timestamp, member: PersonId, letters: &[Message]) -> usize {
    let later: Vec<String> =
        letters.iter().filter(|letter| letter.at >= moment).map(|letter| serde_json::to_string(letter).unwrap()).collect();
    for letter in &later {
        assert!(!letter.contains("NODIRA") && !letter.contains(&member.to_string()), "{letter}");
    }
    later.len()
}

async fn in_box(app: &TestApp, session: &Session) -> Vec<Message> {
    app.service.inbox(session).await.unwrap().into_iter().map(|received| received.message).collect()
}

/// What hosts and others find: the pages that could name somebody.
const PAGES: [&str; 6] = ["/homes/1", "/record", "/inbox", "/my-cases", "/receipts", "/looks"];

#[track_caller]
fn same(what: &str, with: &(Vec<String>, Vec<&'static str>), without: &(Vec<String>, Vec<&'static str>)) {
    for (a, b) in with.0.iter().zip(&without.0) {
        let mut lines = a.lines().zip(b.lines());
        if let Some((a_line, b_line)) = lines.find(|(a, b)| a != b) {
            panic!("{what}, {}:\n{a_line}\n{b_line}", a.lines().next().unwrap_or_default());
        }
        assert_eq!(a, b, "{what}");
    }
    assert_eq!(with.0.len(), without.0.len(), "{what}");
    assert_eq!(with.1, without.1, "{what}: the statements");
}

async fn host(app: &TestApp) -> Browser {
    let mut host = app.anon();
    host.declare(&[("name", "passport=OBRAZTSOVA+HOST"), ("citizenship", "citizenship=RUS"), ("address", &listed(3)), ("unit", "flat=9")])
        .await;
    app.service.attach_home(host.person().await, flat(1, "7")).await.unwrap();
    host
}

/// Asks by the page that nobody is shown the address.
async fn hides(browser: &mut Browser, typed: &str) {
    let page = browser.get("/en/ask/address").await.ok();
    assert!(page.html().contains("ds-exit"), "the way out is on the page");
    let done = browser.submit(&page, "/en/ask/address", typed).await.redirected();
    assert!(browser.get(&done).await.ok().shows("Nobody is shown your address"));
}

/// Somebody with a document and a child at the host's home, who was hidden before they declared.
async fn hidden_newcomer(app: &TestApp) -> Browser {
    let mut browser = app.anon();
    let page = browser.get("/en/declare").await.ok();
    browser.submit(&page, "/en/declare", "").await.redirected();
    hides(&mut browser, "words=").await;
    let document = format!("kind=passport&number={}", encoded(DOCUMENT));
    let answers = [
        ("name", "passport=NAMUNA+NODIRA"),
        ("address", &listed(1)),
        ("unit", "flat=7"),
        ("family", "family=yes"),
        ("members", "passport=NAMUNA+JASUR&birth-day=1&birth-month=2&birth-year=2016"),
        ("document", &document),
    ];
    browser.declare(&answers).await;
    browser
}

#[tokio::test]
async fn to_a_host_a_stranger_and_a_clerk_it_is_as_if_nobody_were_there() {
    let mut worlds = Vec::new();
    for (engine, app) in TestApp::on_each_engine("protection_hidden").await.into_iter().enumerate() {
        worlds.push((engine, true, app));
    }
    for (engine, app) in TestApp::on_each_engine("protection_nobody").await.into_iter().enumerate() {
        worlds.push((engine, false, app));
    }
    let mut found = Vec::new();
    for (engine, there, app) in worlds {
        let mut host = host(&app).await;
        let hers = if there { Some(hidden_newcomer(&app).await) } else { None };
        app.background().await;
        // Somebody else names the same document, at the same home.
        let mut stranger = app.anon();
        let document = format!("kind=passport&number={}", encoded(DOCUMENT));
        app.store.asked();
        stranger
            .declare(&[("name", "passport=MISOLOV+OTABEK"), ("address", &listed(1)), ("unit", "flat=7"), ("document", &document)])
            .await;
        let declaring = app.store.asked();
        app.background().await;
        let mut clerk = app.clerk().await;
        let desk = clerk.get("/en/desk").await.ok();
        let refused = clerk.submit(&desk, "/en/desk/receive", "code=AAAA-AAAA").await;
        let eyes = [
            ("the host", seen(&app, &mut host, &PAGES).await),
            ("a stranger with the document", seen(&app, &mut stranger, &PAGES[1..]).await),
            ("a clerk", seen(&app, &mut clerk, &["/desk", "/my-cases"]).await),
            ("declaring the same document", (Vec::new(), declaring)),
            ("a wrong code", (vec![without_chance(&refused)], Vec::new())),
        ];
        if let Some(hers) = hers {
            let record = app.record(&hers).await.unwrap();
            assert!(record.hidden && record.current().is_some(), "she is registered all the same");
            let session = hers.session().await;
            let child = app.service.household(&session).await.unwrap().remove(0);
            assert!(child.current().is_some() && app.folded(child.person).await.unwrap().hidden, "and so is her child");
        }
        found.push((engine, there, eyes, app));
    }
    for (engine, _, with, app) in found.iter().filter(|world| world.1) {
        let (.., without, _) = found.iter().find(|world| world.0 == *engine && !world.1).unwrap();
        for ((what, with), (_, without)) in with.iter().zip(without) {
            same(&format!("{what} on {}", app.service.engine()), with, without);
        }
    }
    for (.., app) in found {
        app.close().await;
    }
}

#[tokio::test]
async fn to_a_host_who_disputes_it_is_as_if_they_had_moved() {
    for case in [CaseKind::Stranger, CaseKind::MovedOut] {
        let mut found = Vec::new();
        for hidden in [true, false] {
            let app = TestApp::new().await;
            let mut court = crate::cases::Court::opened(app, case).await;
            let before = court.app.service.inbox(&court.town.host.session().await).await.unwrap().len();
            if hidden {
                hides(&mut court.town.resident, "along=1&words=").await;
            } else {
                let along: Vec<String> = court
                    .app
                    .service
                    .household(&court.town.resident.session().await)
                    .await
                    .unwrap()
                    .iter()
                    .map(|r| format!("along={}", r.person))
                    .collect();
                court.town.resident.moves(&[("along", &along.join("&"))]).await;
            }
            court.app.background().await;
            let letters = court.app.service.inbox(&court.town.host.session().await).await.unwrap();
            assert_eq!(letters.len(), before + 1);
            assert!(
                !letters[0].message.body.contains("moved") && !letters[0].message.body.contains("переехал"),
                "{}",
                letters[0].message.body
            );
            let path = format!("/en/my-cases/{}", court.case);
            assert_eq!(court.town.host.get(&path).await.status, 404);
            found.push(seen(&court.app, &mut court.town.host, &PAGES).await);
            if hidden {
                let session = court.town.resident.session().await;
                let mine = court.app.service.my_case(&session, court.case).await.unwrap();
                assert_eq!(mine.row.stage, CaseStage::Hearing, "the office still decides what is disputed");
                assert!(court.app.service.marks(court.town.resident.person().await).await.unwrap().len() == 1);
            }
            court.app.close().await;
        }
        same("a host who disputes", &found[0], &found[1]);
    }
}

#[tokio::test]
async fn letters_by_e_mail_say_nothing() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let before = app.post.all().len();
    hides(&mut town.resident, "words=Somebody+looks+for+me.").await;
    town.resident.moves(&[("address", &listed(3)), ("unit", "flat=4")]).await;
    app.background().await;
    let letters = app.post.all().split_off(before);
    assert!(letters.len() >= 2);
    for mail in letters.iter().filter(|mail| mail.to == EMAIL) {
        let all = format!("{} {}", mail.subject, mail.body);
        assert!(all.contains("/inbox") && !all.contains("Пород") && !all.contains("адрес") && !all.contains("address"), "{all}");
    }
    assert!(town.resident.get("/en/inbox").await.ok().html().contains("Породинская"), "in the in-box stands all of it");
    app.close().await;
}

#[tokio::test]
async fn shown_again_by_their_own_wish_everything_is_as_before() {
    for app in TestApp::on_each_engine("protection_shown").await {
        let mut town = Town::settle(&app).await;
        hides(&mut town.resident, "along=1&words=").await;
        let page = town.resident.get("/en/ask/address").await.ok();
        assert!(page.shows("Your address is shown to nobody."));
        let case = page.links().into_iter().find(|link| link.contains("/my-cases/")).expect("the way to the case");
        let back = format!("{case}/take-back");
        let form = town.resident.get(&back).await.ok();
        assert!(form.shows("Your host then sees your name"));
        town.resident.submit(&form, &back, "").await.redirected();
        assert!(town.host.get("/en/homes/1").await.ok().shows("NAMUNA NODIRA"));
        // Found again by the document, as before.
        let mut another = app.anon();
        let document = format!("kind=passport&number={}", encoded(DOCUMENT));
        another.declare(&[("name", "passport=MISOLOV+AKMAL"), ("document", &document)]).await;
        let cases = app.service.my_cases(&another.session().await).await.unwrap();
        assert!(cases.iter().any(|mine| mine.row.kind == CaseKind::PossibleDuplicate));
        assert!(app.service.ask_for_case(&town.resident.session().await, CaseKind::Protection, words("Again.")).await.is_ok());
        app.close().await;
    }
}
