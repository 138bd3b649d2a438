//! A host's own homes: how one is shown to be theirs, sold, given up; whom they invite to it.

use super::{has, inbox, looks, printed};
use crate::app::{Browser, Page, TestApp, Town, encoded, flat, house_of_flats, listed};
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::Words;
use doorstep_register::case::Side;
use doorstep_service::{LetterOpened, StaffAct};
use doorstep_storage::{CaseMark, HomeProof, HostLetterFor};

/// Asks for a letter to a home on the pages.
async fn ask_for_letter(browser: &mut Browser, house: &str, unit: &str) -> Page {
    let page = browser.get("/en/homes/add").await.ok();
    let found = browser.submit(&page, "/en/homes/add", house).await.ok();
    browser.submit(&found, "/en/homes/add", unit).await
}

#[tokio::test]
async fn a_home_is_shown_by_a_letter_and_earlier_hosts_lose_nothing() {
    for app in TestApp::on_each_engine("hosts_home").await {
        let mut town = Town::settle(&app).await;
        printed(&app).await;
        let asked = ask_for_letter(&mut town.stranger, &listed(1), "flat=7").await;
        assert_eq!(asked.redirected(), "/en/homes/asked");
        assert!(town.stranger.get("/en/homes").await.ok().shows("The letter will be printed soon."));
        let letter = printed(&app).await;
        assert_eq!((letter.purpose, letter.place.text()), (HostLetterFor::Home, flat(1, "7").text()));
        let mut anon = app.anon();
        let page = anon.get("/en/host").await.ok();
        let typed = format!("number={}&code={}", letter.number, letter.code);
        assert!(anon.submit(&page, "/en/host", &typed).await.ok().shows("Sign in first"), "it is for one record alone");
        let page = town.stranger.get("/en/host").await.ok();
        assert_eq!(town.stranger.submit(&page, "/en/host", &typed).await.redirected(), "/en/homes");
        assert!(town.stranger.get("/en/homes/1").await.ok().shows("NAMUNA NODIRA"));
        assert!(has(&app, &town.host, &["Somebody else showed that a home", flat(1, "7").text()]).await);
        assert!(town.host.get("/en/homes/1").await.ok().shows("NAMUNA NODIRA"), "nothing was taken");
        let homes = app.service.homes(&town.stranger.session().await).await.unwrap();
        assert_eq!(homes[0].proof, HomeProof::Letter);
        // And it can be given up.
        let page = town.stranger.get("/en/homes/1/give-up").await.ok();
        town.stranger.submit(&page, "/en/homes/1/give-up", "").await.redirected();
        assert_eq!(town.stranger.get("/en/homes/1").await.status, 404);
        app.close().await;
    }
}

#[tokio::test]
async fn only_so_many_letters_are_on_their_way_at_once() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    for unit in ["flat=1", "flat=2", "flat=3", "flat=3"] {
        assert_eq!(ask_for_letter(&mut town.stranger, &listed(1), unit).await.redirected(), "/en/homes/asked", "{unit}");
    }
    let refused = ask_for_letter(&mut town.stranger, &listed(1), "flat=4").await;
    assert!(refused.status == 422 && refused.shows("Three letters are on their way already"), "{}", refused.html());
    app.close().await;
}

#[tokio::test]
async fn no_letter_goes_to_a_whole_house_of_flats() {
    let app = TestApp::with_flats().await;
    let mut owner = app.anon();
    owner.declare(&[]).await;
    let house = house_of_flats().search("Породинская 5", 1).remove(0).text;
    let house = format!("q={}&pick=", encoded(&house));
    for none in ["flat=&room=", "flat=+&room=1"] {
        let refused = ask_for_letter(&mut owner, &house, none).await;
        assert!(refused.status == 422 && refused.shows("a letter to the whole house can be taken by anybody"), "{}", refused.html());
    }
    assert_eq!(app.service.home_letters(&owner.session().await).await.unwrap(), []);
    assert_eq!(ask_for_letter(&mut owner, &house, "flat=2").await.redirected(), "/en/homes/asked");
    assert_eq!(app.service.home_letters(&owner.session().await).await.unwrap().len(), 1);
    app.close().await;
}

#[tokio::test]
async fn a_clerk_adds_a_home_by_an_extract_and_sees_nobody_in_it() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let mut clerk = app.clerk().await;
    clerk.receive(&town.stranger.one_time_code().await).await;
    let page = clerk.get("/en/homes/add").await.ok();
    let found = clerk.submit(&page, "/en/homes/add", &listed(1)).await.ok();
    assert_eq!(clerk.submit(&found, "/en/homes/add", "flat=7").await.status, 422, "the clerk says that they saw it");
    assert_eq!(clerk.submit(&found, "/en/homes/add", "flat=7&seen=yes").await.redirected(), "/en/homes");
    assert_eq!(clerk.get("/en/homes/1").await.status, 404, "the host's own look");
    let session = town.stranger.session().await;
    assert!(has(&app, &town.stranger, &["A home was added", "C-17"]).await, "who helped");
    let homes = app.service.homes(&session).await.unwrap();
    assert_eq!(homes[0].proof, HomeProof::Extract);
    assert!(town.stranger.get("/en/homes/1").await.ok().shows("NAMUNA NODIRA"));
    assert!(looks(&app, &town.stranger).await.contains(&Purpose::DeskHelp), "and that somebody did it for them");
    app.close().await;
}

#[tokio::test]
async fn an_extract_is_for_each_room_and_a_letter_for_the_door_it_came_to() {
    for app in TestApp::on_each_engine("hosts_whole").await {
        let mut town = Town::settle(&app).await;
        let mut lodger = app.anon();
        let name = ("name", "passport=NAMUNAZODA+SUHROB");
        lodger.declare(&[name, ("address", &listed(1)), ("unit", "flat=7&room=2")]).await;
        assert!(town.host.get("/en/homes/1").await.ok().shows("NAMUNAZODA SUHROB"), "an extract of the flat");
        let told = inbox(&app, &town.host).await.iter().filter(|message| message.starts_with("Someone declared your address")).count();
        assert_eq!(told, 3, "of the resident, the child and the lodger");
        ask_for_letter(&mut town.stranger, &listed(1), "flat=7").await.redirected();
        let letter = loop {
            let letter = printed(&app).await;
            if letter.purpose == HostLetterFor::Home {
                break letter;
            }
        };
        let session = town.stranger.session().await;
        let opened = app.service.use_letter(Some(&session), letter.number.as_str(), letter.code.as_str()).await.unwrap();
        assert_eq!(opened, Ok(LetterOpened::Home));
        let page = town.stranger.get("/en/homes/1").await.ok();
        assert!(page.shows("NAMUNA NODIRA") && !page.shows("NAMUNAZODA SUHROB"), "a letter to the flat");
        // The host of the whole flat disputes the room, and reads on.
        let home = app.service.home(&town.host.session().await, 0).await.unwrap();
        let entry = home.residents.iter().find(|one| one.name == "NAMUNAZODA SUHROB").unwrap().entry.clone();
        let words = Words::parse("There is no room 2.").unwrap();
        let host = town.host.session().await;
        let case = app.service.dispute_entry(&host, 0, entry, CaseKind::Stranger, words).await.unwrap();
        app.service.my_case(&host, case).await.unwrap();
        assert_eq!(app.service.marks(lodger.person().await).await.unwrap(), [CaseMark::Disputed]);
        assert!(town.host.get("/en/homes/1").await.ok().shows("You asked"));
        app.close().await;
    }
}

#[tokio::test]
async fn a_sold_home_shows_to_the_officer_and_the_new_host_is_heard() {
    let app = TestApp::new().await;
    let town = Town::settle(&app).await;
    let home = app.service.home(&town.host.session().await, 0).await.unwrap();
    let entry = home.residents.iter().find(|one| one.name == crate::app::NAME).unwrap().entry.clone();
    let words = || Words::parse("I do not know this person.").unwrap();
    let case = app.service.dispute_entry(&town.host.session().await, 0, entry, CaseKind::Stranger, words()).await.unwrap();
    let officer = app.officer().await.session().await;
    app.service.take_case(&officer, case).await.unwrap();
    let view = app.service.open_case_view(&officer, case, Purpose::Stranger).await.unwrap();
    assert_eq!((view.home_proof, view.newer_host), (Some(HomeProof::Extract), false));
    app.clock.advance_days(1);
    let buyer = town.stranger.person().await;
    app.service.attach_home(buyer, flat(1, "7")).await.unwrap();
    let view = app.service.open_case_view(&officer, case, Purpose::Stranger).await.unwrap();
    assert!(view.newer_host, "the officer sees it");
    let seller = town.host.session().await;
    assert!(app.service.my_case(&seller, case).await.is_ok(), "nothing happened by itself");
    let version = app.service.my_cases(&seller).await.unwrap()[0].row.version;
    app.service.staff_act(&officer, case, version, StaffAct::HostChanged(words())).await.unwrap();
    assert!(app.service.my_case(&seller, case).await.is_err());
    assert_eq!(app.service.my_case(&town.stranger.session().await, case).await.unwrap().side, Side::Other);
    app.close().await;
}

#[tokio::test]
async fn whoever_is_invited_decides_everything_and_the_host_learns_nothing() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.host.get("/en/homes/1/invite").await.ok();
    let made = town.host.submit(&page, "/en/homes/1/invite", "").await.ok();
    let again = town.host.submit(&page, "/en/homes/1/invite", "").await.ok();
    let link_on = |page: &Page| page.html().split("href=\"https://town.example").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let link = link_on(&made);
    assert_eq!(link, link_on(&again), "a sheet that was printed goes on working");
    let told = app.service.inbox(&town.host.session().await).await.unwrap().len();
    let before = app.database.rows().await;

    let mut guest = app.anon();
    let page = guest.get(&link).await.ok();
    assert!(page.shows("Flat 7") && page.shows("You decide everything") && !page.shows("OBRAZTSOVA"), "{}", page.html());
    assert_eq!(app.database.rows().await, before, "to look leaves nothing behind");
    let at = guest.submit(&page, &link, "").await.redirected();
    assert_eq!(at, "/en/declare/step/address");
    assert_eq!(guest.get(&at).await.redirected(), "/en/declare/step/name", "the first question comes first");
    // They change the flat on the way.
    let check = guest.answer_on("declare", "en", &[("name", "passport=NAMUNAEV+TIMUR"), ("address", "keep"), ("unit", "keep")]).await;
    let page = guest.get(&check).await.ok();
    assert!(page.shows("Flat 7") && page.shows(flat(1, "7").text()), "{}", page.html());
    let changed = guest.get("/en/declare/step/unit?change=1").await.ok();
    guest.submit(&changed, "/en/declare/step/unit?change=1", "flat=8&room=").await.redirected();
    assert!(guest.get(&check).await.ok().shows("Flat 8"));
    assert_eq!(app.service.inbox(&town.host.session().await).await.unwrap().len(), told, "the host is not told that it was used");

    // Given up, withdrawn.
    let page = town.host.get("/en/homes/1/give-up").await.ok();
    town.host.submit(&page, "/en/homes/1/give-up", "").await.redirected();
    assert_eq!(app.anon().get(&link).await.status, 404);
    app.close().await;
}

#[tokio::test]
async fn a_dormitory_types_rooms_and_no_names() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.host.get("/en/homes/1/rooms").await.ok();
    let names: Vec<String> = page.forms().into_iter().flat_map(|form| form.names).collect();
    assert!(names.contains(&"rooms".to_owned()) && !names.iter().any(|name| name.contains("name") && name != "names"), "{names:?}");
    let refused = town.host.submit(&page, "/en/homes/1/rooms", "rooms=101%0A102%3B99%0A101").await;
    assert_eq!(refused.status, 422);
    assert!(refused.shows("Line 2: behind the room write a number") && refused.shows("Line 3: this room stands"), "{}", refused.html());
    assert!(refused.shows("102;99"), "what was typed is kept");
    let made = town.host.submit(&page, "/en/homes/1/rooms", "rooms=101%3B2%0A102").await.ok();
    assert!(made.shows("Room 101") && made.shows("2 places") && made.shows("Room 102"));
    let sheet = town.host.submit(&made, "/en/homes/1/rooms/pdf", "").await.ok();
    assert!(sheet.body.starts_with(b"%PDF"));
    let link = made.html().split("href=\"https://town.example").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(app.anon().get(&link).await.ok().shows("Room 101"));
    assert_eq!(town.stranger.get("/en/homes/1/rooms").await.status, 404, "of one's own homes");
    app.close().await;
}
