//! 8. Every look is shown.

use crate::app::{OFFICE, State, TestApp, Town, photo};
use doorstep_policy::{Purpose, Role};
use doorstep_service::LookFilter;
use doorstep_storage::{Look, LookReader};

async fn looks_of(app: &TestApp, browser: &crate::app::Browser) -> Vec<Look> {
    let history = app.service.looks(&browser.session().await, None, 500, LookFilter::default()).await.unwrap();
    assert_eq!(history.missing, []);
    let numbers: Vec<u32> = history.looks.iter().map(|look| look.seq).collect();
    assert_eq!(numbers, (1..=numbers.len() as u32).rev().collect::<Vec<_>>(), "numbered without gaps");
    history.looks
}

#[tokio::test]
async fn a_host_who_looks_leaves_one_look_with_each_resident() {
    for app in TestApp::on_each_engine("p08_host").await {
        let mut town = Town::settle(&app).await;
        let before = app.database.looks().await;
        town.host.get("/en/homes").await.ok();
        assert_eq!(app.database.looks().await, before, "the list of one's homes shows nobody");
        town.host.get("/en/homes/1").await.ok();
        assert_eq!(app.database.looks().await - before, 2, "the resident and the child");

        let looks = looks_of(&app, &town.resident).await;
        assert_eq!((looks.len(), looks[0].purpose, &looks[0].by), (1, Purpose::HostView, &LookReader::Host));
        assert!(town.resident.get("/en/looks").await.ok().shows("Your host looked at who declared the home."));
        app.close().await;
    }
}

#[tokio::test]
async fn an_officer_who_opens_a_case_leaves_one_look_per_person_with_purpose_and_case() {
    for app in TestApp::on_each_engine("p08_officer").await {
        let mut town = Town::settle(&app).await;
        let mut officer = app.officer().await;
        let before = app.database.looks().await;
        let queue = officer.queue().await;
        for case in &queue {
            officer.get(case).await.ok();
        }
        assert_eq!(app.database.looks().await, before, "the queue names nobody");
        for case in &queue {
            officer.open_case(case).await.ok();
        }
        assert_eq!(app.database.looks().await - before, 3, "the address of one, the document of two");

        let look = looks_of(&app, &town.resident).await.remove(0);
        assert_eq!(look.purpose, Purpose::PossibleDuplicate);
        let case = look.case.expect("the case is said").0;
        assert!(queue.contains(&format!("/en/cases/{case}")));
        assert!(
            matches!(&look.by, LookReader::Staff { role: Role::Officer, pseudonym, office, .. } if pseudonym == "O-4" && office.0 == OFFICE)
        );
        let page = town.resident.get("/en/looks").await.ok();
        for told in ["Two records name the same document.", "O-4", OFFICE] {
            assert!(page.shows(told), "{told}");
        }
        assert!(!page.shows("Officer of the tests"), "a pseudonym, not a name");
        assert_eq!(looks_of(&app, &town.stranger).await.len(), 2);
        app.close().await;
    }
}

#[tokio::test]
async fn an_officer_sees_the_photo_of_an_unlisted_address_and_leaves_a_look() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    let check = newcomer.answer("declare", "en", &[]).await;
    let step = "/en/declare/step/evidence?change=1";
    let page = newcomer.get(step).await.ok();
    newcomer.upload(&page, "/en/declare/photo", "Lease", &photo()).await.redirected();
    let page = newcomer.get(&check).await.ok();
    newcomer.submit(&page, &check, "").await.redirected();

    let mut officer = app.officer().await;
    let case = officer.queue().await.remove(0);
    let opened = officer.open_case(&case).await.ok();
    let link = opened.links().into_iter().find(|link| link.contains("/photo/")).expect("the photo is offered");
    let before = looks_of(&app, &newcomer).await.len();
    assert_eq!(officer.get(&link).await.ok().header("content-type"), "image/jpeg");
    assert_eq!(looks_of(&app, &newcomer).await.len(), before + 1);
    let mut other = app.another_officer().await;
    assert_ne!(other.get(&link).await.status, 200, "it is not their case");
    app.close().await;
}

#[tokio::test]
async fn without_a_stated_purpose_nothing_opens() {
    let app = TestApp::new().await;
    Town::settle(&app).await;
    let mut officer = app.officer().await;
    let before = app.database.looks().await;
    let case = officer.queue().await.remove(0);
    let page = officer.get(&case).await.ok();
    let answer = officer.submit(&page, &case, "").await;
    assert_eq!(answer.status, 422);
    assert!(answer.shows("State the purpose"));
    assert_eq!(app.database.looks().await, before);
    app.close().await;
}

#[tokio::test]
async fn a_purpose_that_is_not_the_cases_opens_nothing() {
    let app = TestApp::new().await;
    Town::settle(&app).await;
    let officer = app.officer().await.session().await;
    let before = app.database.looks().await;
    for case in app.service.case_queue(&officer).await.unwrap() {
        app.service.take_case(&officer, case.id).await.unwrap();
        for purpose in Purpose::EVERY {
            let opened = app.service.open_case_view(&officer, case.id, purpose).await;
            let its_own = opened.is_ok();
            assert_eq!(its_own, format!("{purpose:?}") == format!("{:?}", case.kind));
        }
    }
    assert_eq!(app.database.looks().await - before, 3);
    app.close().await;
}

#[tokio::test]
async fn a_clerk_leaves_a_look_for_everything_they_open() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let mut clerk = app.clerk().await;
    clerk.receive(&town.resident.one_time_code().await).await;
    clerk.get("/en/record").await.ok();
    let looks = looks_of(&app, &town.resident).await;
    assert!(!looks.is_empty());
    assert!(looks.iter().all(|look| look.purpose == Purpose::DeskHelp && matches!(&look.by, LookReader::Staff { role: Role::Clerk, .. })));
    let before = looks.len();
    clerk.get("/en/receipts").await.ok();
    assert!(looks_of(&app, &town.resident).await.len() > before);

    let desk = clerk.get("/en/desk").await.ok();
    clerk.submit(&desk, "/en/desk/done", "").await.redirected();
    let before = app.database.looks().await;
    assert_ne!(clerk.get("/en/record").await.status, 200, "nobody is at the desk any more");
    assert_eq!(app.database.looks().await, before);
    app.close().await;
}

#[tokio::test]
async fn ones_own_reading_leaves_none() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    town.stranger.crawl("en", &["/record"]).await;
    assert!(town.stranger.get("/en/looks").await.ok().shows("Nobody has looked at your record."));
    app.close().await;
}

#[tokio::test]
async fn whoever_looks_after_a_relatives_record_leaves_a_look_there() {
    for app in TestApp::on_each_engine("p08_household").await {
        let mut town = Town::settle(&app).await;
        let holder = town.resident.session().await;
        let child = app.service.acting_for(&holder, 1).await.unwrap();
        let before = looks_by(&app, &child).await;

        town.resident.get("/en/record").await.ok();
        let listed = looks_by(&app, &child).await;
        assert_eq!(listed.len(), before.len() + 2, "the page that lists the family, and the reading of the history before it");
        assert!(listed.iter().any(|look| look.purpose == Purpose::HouseholdList && look.fields.iter().count() == 2));

        let start = town.resident.get("/en/move").await.ok();
        let question = town.resident.submit(&start, "/en/move", "").await.redirected();
        let before = looks_by(&app, &child).await;
        town.resident.get(&question).await.ok();
        assert_eq!(looks_by(&app, &child).await.len(), before.len() + 1, "a question that shows nobody of the family opens nobody");

        town.resident.get("/en/data?for=1").await.ok();
        let page = town.resident.get("/en/looks?for=1").await.ok();
        assert!(page.shows("A member of your family opened your record to act for you."));
        assert_eq!(looks_of(&app, &town.resident).await, [], "one's own reading leaves none");
        app.close().await;
    }
}

async fn looks_by(app: &TestApp, session: &doorstep_service::Session) -> Vec<Look> {
    let looks = app.service.looks(session, None, 500, LookFilter::default()).await.unwrap().looks;
    assert!(looks.iter().all(|look| look.by == LookReader::Household));
    looks
}

#[tokio::test]
async fn a_look_that_could_not_be_written_shows_nothing() {
    for app in TestApp::on_each_engine("p08_lost").await {
        let mut town = Town::settle(&app).await;
        let before = app.database.looks().await;
        let mut officer = app.officer().await;
        let case = officer.queue().await.remove(0);
        let page = officer.get(&case).await.ok();
        app.store.set(State::LostWhileWriting);
        let by_officer = officer.submit(&page, &case, "purpose=stated").await;
        let by_host = town.host.get("/en/homes/1").await;
        app.store.set(State::There);
        for answer in [by_officer, by_host] {
            assert_eq!(answer.status, 503);
            assert!(!answer.shows("NAMUNA") && !answer.shows("MISOLOV") && !answer.shows("mill"));
        }
        assert_eq!(app.database.looks().await, before);
        assert_eq!(looks_of(&app, &town.resident).await, []);
        app.close().await;
    }
}

#[tokio::test]
async fn each_look_is_a_leaf_of_the_public_log() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let before = app.database.rows().await;
    town.host.get("/en/homes/1").await.ok();
    let after = app.database.rows().await;
    assert_eq!(after["leaf"] - before["leaf"], after["look"] - before["look"]);
    assert_eq!(after["leaf"], after["look"] + after["act"] + after["case_act"]);
    app.close().await;
}

#[tokio::test]
async fn a_look_that_was_taken_out_leaves_a_hole_that_is_shown() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    for _ in 0..3 {
        town.host.get("/en/homes/1").await.ok();
    }
    app.database.execute("DELETE FROM look WHERE seq = 2").await;
    let history = app.service.looks(&town.resident.session().await, None, 100, LookFilter::default()).await.unwrap();
    assert_eq!(history.missing, [(2, 2)]);
    assert_eq!(history.looks.len(), 2);
    let page = town.resident.get("/en/looks").await.ok();
    assert!(page.shows("Look 2 is missing: it was removed or lost") && page.shows("A number is missing in this list."));
    let html = page.html();
    let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(
        place("/looks/ask/3\"") < place("data-hole") && place("data-hole") < place("/looks/ask/1\""),
        "it stands where the entry stood"
    );
    assert!(html[..place("data-hole")].ends_with("<p class=\"ds-error-message\" "), "in red");
    app.close().await;
}
