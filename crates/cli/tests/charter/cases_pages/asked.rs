//! Cases that somebody asks for themselves, at a desk or for a child as well, and the pages of each side in them.

use crate::app::{Browser, NAME, TestApp, Town, encoded, text};
use crate::cases::{Court, words};
use doorstep_policy::CaseKind;
use doorstep_register::case::{Channel, Side};
use doorstep_register::{CaseId, Words};
use doorstep_service::{MineAct, StaffAct};
use doorstep_storage::CaseMark;

/// Asks for a case by its page, and answers which.
async fn ask(browser: &mut Browser, kind: &str, typed: &str) -> CaseId {
    let path = format!("/en/ask/{kind}");
    let page = browser.get(&path).await.ok();
    assert_eq!(browser.submit(&page, &path, "words=").await.status, 422);
    let done = browser.submit(&page, &path, &format!("words={}", encoded(typed))).await.redirected();
    assert!(browser.get(&done).await.ok().shows("The case is open"), "{done}");
    let id = done.split('/').next_back().unwrap().split('?').next().unwrap();
    // A second tap finds the first, and the page leads to it.
    assert_eq!(browser.submit(&page, &path, "words=Again").await.redirected(), done);
    let page = browser.get(&path).await.ok();
    assert!(page.links().contains(&format!("/en/my-cases/{id}")) && page.shows("opened this case already"));
    CaseId(uuid::Uuid::parse_str(id).unwrap())
}

#[tokio::test]
async fn my_host_refuses_and_my_home_is_not_fit_are_complete_paths() {
    for app in TestApp::on_each_engine("cases_pages_ask").await {
        let mut newcomer = app.anon();
        newcomer.answer("declare", "en", &[]).await;
        for kind in ["host-refuses", "home-not-fit"] {
            let page = newcomer.get(&format!("/en/ask/{kind}")).await.ok();
            assert!(page.links().contains(&"/en/declare".to_owned()) && page.shows("Declare where you live first"));
        }
        let mut town = Town::settle(&app).await;
        assert!(town.resident.get("/en/record").await.ok().links().contains(&"/en/ask".to_owned()));
        let declared = town.resident.get(&format!("/en/declared/{}", town.reference)).await.ok();
        assert!(declared.links().contains(&"/en/ask".to_owned()));
        let index = town.resident.get("/en/ask").await.ok();
        for kind in ["host-refuses", "home-not-fit", "correction", "appeal", "address"] {
            assert!(index.links().contains(&format!("/en/ask/{kind}")), "{kind}");
        }
        let page = town.resident.get("/en/ask/host-refuses").await.ok();
        assert!(page.shows("You are registered already") && page.links().contains(&"/en/ask/address".to_owned()));
        let refuses = ask(&mut town.resident, "host-refuses", "She says no, and wants money.").await;
        let theirs = town.host.get(&format!("/en/my-cases/{refuses}")).await.ok();
        assert!(theirs.shows("You do not have to do anything") && theirs.shows("She says no, and wants money."));
        let not_fit = ask(&mut town.resident, "home-not-fit", "It has no number.").await;
        assert_eq!(town.host.get(&format!("/en/my-cases/{not_fit}")).await.status, 404, "the host learns nothing");
        ask(&mut town.resident, "appeal", "The entry took a year.").await;
        ask(&mut town.resident, "correction", "My house number is wrong.").await;
        assert_eq!(app.service.marks(town.resident.person().await).await.unwrap(), [CaseMark::UnderCorrection]);
        let record = town.resident.get("/en/record").await.ok();
        assert!(record.shows("In force") && record.shows("Under correction"));

        // Taken back with one button.
        let path = format!("/en/my-cases/{not_fit}/take-back");
        let page = town.resident.get(&path).await.ok();
        town.resident.submit(&page, &path, "").await.redirected();
        let list = town.resident.get("/en/my-cases").await.ok();
        assert!(list.shows("Closed"));
        assert!(!town.resident.get("/en/ask/home-not-fit").await.ok().shows("opened this case already"), "it can be asked for again");
        app.close().await;
    }
}

#[tokio::test]
async fn at_a_desk_and_for_a_child_it_is_the_same_pages() {
    let app = TestApp::new().await;
    let mut court = Court::opened(app, CaseKind::Stranger).await;
    let code = court.town.resident.one_time_code().await;
    let mut clerk = court.app.clerk().await;
    assert_eq!(clerk.get(&court.path("")).await.redirected(), "/en/sign-in", "nobody is at the desk");
    clerk.receive(&code).await;
    let list = clerk.get("/en/my-cases").await.ok();
    assert!(list.links().contains(&court.path("")));
    let answer = court.path("/answer");
    let form = clerk.get(&answer).await.ok();
    clerk.submit(&form, &answer, "words=She+says+that+she+lives+there.").await.redirected();
    let send = court.path("/answer/check");
    let check = clerk.get(&send).await.ok();
    clerk.submit(&check, &send, "").await.redirected();
    let page = court.reads(Side::Resident, "").await;
    assert!(page.shows("You, with a clerk at a desk") && page.shows("She says that she lives there."), "{}", text(page.html()));
    // Reading at a desk proves no delivery to the person's own in-box.
    assert!(court.town.resident.get("/en/looks").await.ok().shows("C-17"));

    let resident = &mut court.town.resident;
    let path = "/en/ask/correction?for=1";
    let page = resident.get(path).await.ok();
    let done = resident.submit(&page, path, "words=His+name+has+two+letters+too+many.").await.redirected();
    assert!(done.contains("?for=1&done=opened"), "{done}");
    let page = resident.get(&done).await.ok();
    assert!(page.shows("His name has two letters too many.") && page.links().iter().any(|link| link.ends_with("/answer?for=1")));
    assert!(!resident.get("/en/my-cases").await.ok().shows("Something in your record is wrong"));
    assert!(resident.get("/en/my-cases?for=1").await.ok().shows("Something in your record is wrong"));
    let record = resident.get("/en/record").await.ok();
    assert!(
        record.shows("Under correction") && record.links().contains(&"/en/my-cases?for=1".to_owned()),
        "the list of the household says it"
    );
    court.app.close().await;
}

#[tokio::test]
async fn two_people_of_a_possible_duplicate_read_nothing_of_each_other() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let session = town.stranger.session().await;
    let mine = app.service.my_cases(&session).await.unwrap();
    let case = mine.iter().find(|mine| mine.row.kind == CaseKind::PossibleDuplicate).expect("the document was named twice").row.id;
    for (browser, said) in [(&mut town.resident, "My number ends in one."), (&mut town.stranger, "Mine ends in seven.")] {
        let session = browser.session().await;
        let seen = app.service.my_case(&session, case).await.unwrap().row.version;
        app.service.my_act(&session, case, seen, MineAct::Answer(Words::parse(said).unwrap(), vec![])).await.unwrap();
    }
    for (browser, own, other) in
        [(&mut town.stranger, "ends in seven", "ends in one"), (&mut town.resident, "ends in one", "ends in seven")]
    {
        let page = browser.get(&format!("/en/my-cases/{case}")).await.ok();
        assert!(page.shows(own) && !page.shows(other) && !page.shows(NAME), "{}", text(page.html()));
    }
    app.close().await;
}

#[tokio::test]
async fn a_new_host_maintains_or_does_not() {
    let app = TestApp::new().await;
    let mut court = Court::opened(app, CaseKind::Stranger).await;
    court.view(&court.first).await;
    assert!(!court.reads(Side::Other, "").await.links().contains(&court.path("/maintain")), "the host who said it need not say it again");
    let mut buyer = court.app.anon();
    buyer.declare(&[("name", "passport=OBRAZTSOVA+BUYER")]).await;
    court.app.service.attach_home(buyer.person().await, crate::app::flat(1, "7")).await.unwrap();
    court.staff(&court.first, StaffAct::HostChanged(words("An extract of the land register."))).await.unwrap();
    assert_eq!(court.town.host.get(&court.path("")).await.status, 404, "the home is another's now");
    let path = court.path("/maintain");
    let page = buyer.get(&court.path("")).await.ok();
    assert!(page.links().contains(&path), "{}", text(page.html()));
    let form = buyer.get(&path).await.ok();
    assert_eq!(buyer.submit(&form, &path, "words=").await.status, 422);
    buyer.submit(&form, &path, "words=I+bought+an+empty+flat.").await.redirected();
    assert!(court.reads(Side::Resident, "").await.shows("I bought an empty flat."));
    court.staff(&court.first, StaffAct::Send(Side::Resident, Channel::Letter)).await.unwrap();
    court.app.close().await;
}
