//! 5. No lists of people.

use crate::app::{Browser, Page, TestApp, Town};
use crate::source::files;
use doorstep_policy::CaseKind;
use doorstep_service::StaffRole;
use std::time::Duration;
use tokio::time::Instant;

/// Whom a page names, of the town's four people.
fn named(page: &Page) -> Vec<&'static str> {
    ["NAMUNA NODIRA", "NAMUNA JASUR", "MISOLOV OTABEK", "OBRAZTSOVA HOST"].into_iter().filter(|name| page.shows(name)).collect()
}

fn all_named(pages: &[Page]) -> Vec<&'static str> {
    let mut names: Vec<_> = pages.iter().flat_map(named).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[tokio::test]
async fn nobody_without_a_reason_sees_anybody() {
    let app = TestApp::new().await;
    Town::settle(&app).await;
    let (mut anon, mut clerk, mut officer) = (app.anon(), app.clerk().await, app.officer().await);
    let name = "Staff of the tests";
    let mut supervisor = app.staff(StaffRole::Supervisor, name, "V-1").await;
    let (mut appeal, mut dpo) = (app.staff(StaffRole::Appeal, name, "A-1").await, app.staff(StaffRole::Dpo, name, "D-1").await);
    for (browser, starts) in [
        (&mut anon, &["/", "/check", "/sign-in", "/record", "/homes", "/cases", "/desk", "/inbox", "/looks", "/data/export.json"][..]),
        (&mut clerk, &["/", "/desk", "/cases", "/homes", "/record", "/receipts", "/looks", "/inbox", "/data/export.json"]),
        (&mut officer, &["/", "/cases", "/desk", "/homes", "/record", "/receipts", "/looks", "/inbox", "/data/export.json"]),
        (&mut supervisor, &["/", "/staff", "/cases", "/desk", "/homes", "/record", "/receipts", "/looks", "/inbox", "/data/export.json"]),
        (&mut appeal, &["/", "/staff", "/cases", "/desk", "/homes", "/record", "/receipts", "/looks", "/inbox", "/data/export.json"]),
        (&mut dpo, &["/", "/staff", "/cases", "/desk", "/homes", "/record", "/receipts", "/looks", "/inbox", "/data/export.json"]),
    ] {
        let pages = browser.crawl("en", starts).await;
        assert!(pages.len() > 8);
        assert_eq!(all_named(&pages), Vec::<&str>::new());
    }
    assert_eq!(app.database.looks().await, 0);
    app.close().await;
}

#[tokio::test]
async fn a_resident_sees_their_household_and_nobody_else() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    assert_eq!(all_named(&town.resident.crawl("en", &["/record"]).await), ["NAMUNA JASUR", "NAMUNA NODIRA"]);
    assert_eq!(all_named(&town.stranger.crawl("en", &["/record"]).await), ["MISOLOV OTABEK"]);
    app.close().await;
}

#[tokio::test]
async fn a_host_sees_their_own_home_and_nobody_else() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    assert_eq!(all_named(&town.host.crawl("en", &["/record", "/homes"]).await), ["NAMUNA JASUR", "NAMUNA NODIRA", "OBRAZTSOVA HOST"]);
    assert_eq!(town.host.get("/en/homes/2").await.status, 404);
    assert_eq!(town.stranger.get("/en/homes/1").await.status, 404);
    app.close().await;
}

#[tokio::test]
async fn an_officer_sees_the_people_of_an_assigned_case_and_nobody_else() {
    let app = TestApp::new().await;
    Town::settle(&app).await;
    let mut officer = app.officer().await;
    let mut seen = Vec::new();
    for case in officer.queue().await {
        let asking = officer.get(&case).await.ok();
        assert_eq!(named(&asking), Vec::<&str>::new(), "before a purpose was stated");
        seen.extend(named(&officer.open_case(&case).await.ok()));
    }
    seen.sort_unstable();
    assert_eq!(seen, ["MISOLOV OTABEK", "NAMUNA NODIRA"], "each once: the case of an address shows no name");
    app.close().await;
}

#[tokio::test]
async fn another_officers_case_stays_shut() {
    let app = TestApp::new().await;
    Town::settle(&app).await;
    let (mut first, mut second) = (app.officer().await, app.another_officer().await);
    let case = first.queue().await.remove(0);
    let seen_before = second.get(&case).await.ok();
    first.open_case(&case).await.ok();
    let refused = second.submit(&seen_before, &case, "purpose=stated").await;
    assert_eq!(refused.status, 404);
    assert_eq!(named(&refused), Vec::<&str>::new());
    assert!(!second.queue().await.contains(&case));
    app.close().await;
}

#[tokio::test]
async fn ids_that_are_not_ones_own_find_nothing() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let theirs = town.reference.clone();
    for path in [format!("/en/declared/{theirs}"), format!("/en/receipts/{theirs}/1"), format!("/en/receipts/{theirs}/1.pdf")] {
        assert_eq!(town.stranger.get(&path).await.status, 404, "{path}");
    }
    let page = town.stranger.get("/en/correct/names").await.ok();
    let person = town.resident.person().await;
    let refused = town.stranger.submit(&page, "/en/correct/names", &format!("person={}&passport=MISOLOV+X", person.0)).await;
    assert_eq!(refused.status, 404);
    app.close().await;
}

/// The functions that answer with several people: which, and the exact thing by which they find them.
const MAY_ANSWER_PEOPLE: [(&str, &str); 15] = [
    ("residents", "one home, for a `HomeGrant`"),
    ("same_document", "one document number that somebody presented, by its blind index, for a `FindGrant`"),
    ("members", "the household for which one person may act"),
    ("holders", "one member of a household, so that whoever acts for them gets their letters"),
    ("people_by_email", "one e-mail address that somebody typed to sign in, by its blind index, for a `FindGrant`"),
    ("wrapped_keys", "everybody's wrapped key, for the change of the master key; only `storage` can take a `WrappedKey` apart"),
    ("case_people", "one case"),
    ("standing", "people whose ids the caller named, so that their next entries are numbered"),
    ("residents_within", "one home with the flats and rooms in it, for a `HomeGrant`"),
    ("people_at", "one home of a host, for a `HomeGrant`"),
    ("hosts_of_whole", "one flat or house of which somebody declared a part, for a `FindGrant`"),
    ("hosts_around", "one home that was just declared, so that its hosts get a message"),
    ("hosts_of_resident", "the home of one person, so that its hosts get a message, or are heard in a case about it"),
    ("hosts_at", "one home and what it is a part of, whose hosts get a message, or are heard in a case about it, by `FindGrant`s"),
    ("hosts", "one home that was just declared, so that its hosts get a message, for a `FindGrant`"),
];

#[test]
fn no_function_of_storage_or_service_lists_people() {
    let mut found = Vec::new();
    for folder in ["crates/storage/src", "crates/service/src", "crates/storage-sqlite/src", "crates/storage-pg/src"] {
        for (path, text) in files(folder, &[".rs"]) {
            for piece in text.split("fn ").skip(1) {
                // A semicolon within a line belongs to the type of an array.
                let head = piece.split('{').next().unwrap_or_default().split(";\n").next().unwrap_or_default();
                let name: String = head.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some((_, answer)) = head.split_once("->") else { continue };
                let several = ["Vec<", "Stream<", "Iterator<", "HashMap<", "BTreeMap<"].iter().any(|kind| answer.contains(kind));
                if several && ["PersonId", "PersonRow", "ResidenceRow", "WrappedKey"].iter().any(|kind| answer.contains(kind)) {
                    assert!(MAY_ANSWER_PEOPLE.iter().any(|(allowed, _)| *allowed == name), "{path}: fn {name}{answer}");
                    found.push(name);
                }
            }
        }
    }
    for (name, why) in MAY_ANSWER_PEOPLE {
        assert!(found.iter().any(|f| f == name), "{name} ({why}) is gone: take it off the list");
    }
}

#[test]
fn no_statement_of_sql_reads_people_without_naming_which() {
    for folder in ["crates/storage-sqlite/src", "crates/storage-pg/src"] {
        for (path, text) in files(folder, &[".rs"]) {
            for (i, _) in text.match_indices("FROM ") {
                let rest: String = text[i..].chars().take(220).collect();
                let table: String = rest[5..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if ["person", "act", "residence", "look", "draft", "message", "evidence", "receipt", "document_index", "email_index"]
                    .contains(&table.as_str())
                {
                    assert!(rest.contains("WHERE"), "{path}: {rest}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_supervisor_sees_what_was_opened_and_never_whose() {
    for app in TestApp::on_each_engine("p05_sample").await {
        Town::settle(&app).await;
        let mut clerk = app.clerk().await;
        for _ in 0..12 {
            let desk = clerk.get("/en/desk").await.ok();
            clerk.submit(&desk, "/en/desk/new", "").await.redirected();
            clerk.done().await;
        }
        clerk.shown("AA7654321", "Namuna", (17, 5, 1993)).await.redirected();
        clerk.done().await;
        let mut supervisor = app.supervisor().await;
        assert!(supervisor.get("/en/sample").await.ok().shows("Nothing was opened"), "a day is drawn when it is over");
        app.days_later(1);
        let mut supervisor = app.supervisor().await;
        let page = supervisor.get("/en/sample").await.ok();
        assert!(page.shows("13 openings on this day"));
        assert_eq!(page.html().matches("C-17").count(), 2, "one in ten, rounded up");
        assert_eq!(supervisor.get("/en/sample").await.ok().html().matches("C-17").count(), 2, "no more by asking again");
        assert_eq!(
            all_named(&supervisor.crawl("en", &["/sample", "/desk", "/cases", "/record", "/looks", "/data/export.json"]).await),
            Vec::<&str>::new()
        );
        for mut other in [app.anon(), app.clerk().await, app.officer().await] {
            assert_ne!(other.get("/en/sample").await.status, 200);
        }
        let mut columns = app.database.columns("desk_opening").await;
        columns.sort_unstable();
        assert_eq!(columns, ["draw", "id", "opened_at", "staff", "way"], "no person");
        app.close().await;
    }
}

/// A document that opens nothing. The answer takes as long as any other.
async fn refused(clerk: &mut Browser, number: &str, name: &str, birth: (u8, u8, u16)) -> Page {
    let clock = Instant::now();
    let page = clerk.shown(number, name, birth).await;
    assert!(clock.elapsed() >= Duration::from_millis(400), "{number} of {name}: it takes as long as anything");
    assert_eq!(page.status, 422, "{number} of {name}");
    page
}

#[tokio::test]
async fn a_number_alone_finds_nobody() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.declare(&[("document", "kind=passport&number=AB+1112223")]).await;
    let mut clerk = app.clerk().await;
    // What was typed stands on the page again; apart from that all answers are one.
    let unknown = refused(&mut clerk, "ZZ 9998887", "NAMUNA", (17, 5, 1993)).await;
    let wrong_name = refused(&mut clerk, "AB 1112223", "MISOLOV", (17, 5, 1993)).await;
    let wrong_birth = refused(&mut clerk, "AB 1112223", "NAMUNA", (18, 5, 1993)).await;
    for (page, typed) in [(&wrong_name, ["AB 1112223", "MISOLOV", "\"17\""]), (&wrong_birth, ["AB 1112223", "NAMUNA", "\"18\""])] {
        let [number, name, day] = typed;
        let told = page.without_tokens().replace(number, "ZZ 9998887").replace(name, "NAMUNA").replace(day, "\"17\"");
        assert_eq!(told, unknown.without_tokens());
    }
    assert!(clerk.session().await.person().is_none(), "nothing opened");
    // Whoever has the number sees that somebody tried, and that nothing more was looked at.
    let looks = app.service.looks(&resident.session().await, None, 10, doorstep_service::LookFilter::default()).await.unwrap().looks;
    assert_eq!(looks.iter().map(|look| look.purpose).collect::<Vec<_>>(), [doorstep_policy::Purpose::DeskDocument; 2]);

    clerk.shown("ab-1112223", "Namuna", (17, 5, 1993)).await.redirected();
    assert_eq!(clerk.session().await.person(), Some(resident.person().await));
    let taken = clerk.get("/en/desk/document").await;
    assert_eq!(taken.redirected(), "/en/desk", "one person at a time");
    app.close().await;
}

#[tokio::test]
async fn two_records_with_one_document_are_not_offered() {
    let app = TestApp::new().await;
    let same = [("document", "kind=passport&number=AB+1112223")];
    let (mut one, mut two) = (app.anon(), app.anon());
    one.declare(&same).await;
    two.declare(&same).await;
    let mut officer = app.officer().await;
    let waiting = app.service.case_queue(&officer.session().await).await.unwrap();
    let about_both = waiting.iter().find(|case| case.kind == CaseKind::PossibleDuplicate).expect("a case about the two");
    let case = format!("/en/cases/{}", about_both.id);
    assert!(officer.queue().await.contains(&case));
    let mut clerk = app.clerk().await;
    let page = clerk.shown("AB 1112223", "NAMUNA", (17, 5, 1993)).await;
    assert_eq!(page.status, 422);
    assert!(page.shows("More than one record fits") && page.shows("Ask for a code"));
    assert!(clerk.session().await.person().is_none());
    assert!(officer.queue().await.contains(&case), "the officer's case about them is the same one");
    assert_eq!(officer.queue().await.len(), 3, "two addresses that are not listed, and one case about both");
    app.close().await;
}
