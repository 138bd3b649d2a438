//! 3, 4, 8, 11, 12. The pages of a case as its sides use them: what was said, what it means, until when; answering, appealing, taking back.
//! Nothing that was typed is lost, and no page says less than what can be done.

use crate::app::{Browser, NAME, Page, TestApp, Town, encoded, text};
use crate::cases::{Court, finding, words};
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::case::{Channel, FiledKind, Ground, Outcome, Side};
use doorstep_register::{CaseId, Words};
use doorstep_service::{MineAct, StaffAct};
use doorstep_storage::{CaseMark, CaseStage};
use image::{ImageFormat, RgbImage};
use std::io::Cursor;

fn photo() -> Vec<u8> {
    let mut jpeg = Vec::new();
    RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8, y as u8, 90])).write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).unwrap();
    jpeg
}

impl Court {
    fn path(&self, page: &str) -> String {
        format!("/en/my-cases/{}{page}", self.case)
    }

    /// A page of the case as a side sees it, signed in anew where weeks have passed.
    async fn reads(&mut self, side: Side, page: &str) -> Page {
        let (path, person) = (self.path(page), self.side(side).person().unwrap());
        let browser = match side {
            Side::Resident => &mut self.town.resident,
            Side::Other => &mut self.town.host,
        };
        self.app.signs_in_again(browser, person).await;
        browser.get(&path).await.ok()
    }

    /// The registration is to end: decided by two officers, and told.
    async fn decided(&self) {
        self.view(&self.first).await;
        self.mine(Side::Resident, MineAct::Answer(words("I live here."), vec![])).await.unwrap();
        self.staff(&self.first, StaffAct::File(FiledKind::Witness, words("Two neighbours were heard."))).await.unwrap();
        self.told().await;
        self.app.days_later(40);
        let draft = StaffAct::Draft(finding(Outcome::RegistrationEnds, &[Ground::Witness]), self.second.staff().map(|staff| staff.id));
        self.staff(&self.first, draft).await.unwrap();
        self.view(&self.second).await;
        self.staff(&self.second, StaffAct::Confirm).await.unwrap();
    }
}

#[tokio::test]
async fn a_resident_reads_what_was_said_and_answers_in_words_and_photos() {
    for app in TestApp::on_each_engine("cases_pages_answer").await {
        let mut court = Court::opened(app, CaseKind::Stranger).await;
        let record = court.town.resident.get("/en/record").await.ok();
        for said in ["In force", "Disputed", "Nothing has changed"] {
            assert!(record.shows(said), "{said}: {}", text(record.html()));
        }
        let looks = court.app.database.looks().await;
        let list = court.town.resident.get("/en/my-cases").await.ok();
        assert!(list.shows("Your host says that they do not know you") && list.links().contains(&court.path("")));
        assert!(!list.shows("I do not know this person"), "nothing that was said is opened");
        assert_eq!(court.app.database.looks().await, looks);

        let page = court.reads(Side::Resident, "").await;
        for said in [
            "I do not know this person.",
            "Nothing is decided",
            "You stay registered",
            "Your time has not begun",
            "neither as a yes nor as a no",
        ] {
            assert!(page.shows(said), "{said}: {}", text(page.html()));
        }
        for (can, cannot) in [("/answer", "/appeal"), ("/hearing", "/take-back")] {
            assert!(page.links().contains(&court.path(can)) && !page.links().contains(&court.path(cannot)));
        }

        let answer = court.path("/answer");
        let form = court.reads(Side::Resident, "/answer").await;
        assert!(form.shows("Your host reads your answer too"));
        let refused = court.town.resident.submit(&form, &answer, "words=++").await;
        assert_eq!(refused.status, 422);
        let photos = court.town.resident.submit(&form, &answer, "words=I+rent+the+back+room.%0AMy+key+opens+the+door.").await.redirected();
        assert_eq!(photos, court.path("/answer/photos"));
        // The session is lost; what was typed is not.
        let person = court.town.resident.person().await;
        court.app.signs_in_again(&mut court.town.resident, person).await;
        assert!(court.reads(Side::Resident, "/answer").await.shows("I rent the back room."));
        let page = court.reads(Side::Resident, "/answer/photos").await;
        let add = court.path("/answer/photo");
        assert_eq!(court.town.resident.upload(&page, &add, "My lease", b"no photo").await.status, 422);
        court.town.resident.upload(&page, &add, "My lease", &photo()).await.redirected();
        court.town.resident.upload(&page, &add, "Another one", &photo()).await.redirected();
        let page = court.reads(Side::Resident, "/answer/photos").await;
        assert!(page.shows("My lease") && page.shows("Another one"));
        let remove = page.forms().into_iter().rfind(|form| form.action.ends_with("/remove")).unwrap().action;
        court.town.resident.submit(&page, &remove, "").await.redirected();

        let check = court.reads(Side::Resident, "/answer/check").await;
        assert!(check.shows("My key opens the door.") && check.shows("My lease") && !check.shows("Another one"));
        let send = court.path("/answer/check");
        let done = court.town.resident.submit(&check, &send, "").await.redirected();
        assert_eq!(done, court.path("?done=answer"));
        let page = court.town.resident.get(&done).await.ok();
        assert!(page.shows("Your answer is in the case.") && page.shows("I rent the back room."));
        let again = court.town.resident.submit(&check, &send, "").await;
        assert!(again.status == 303 && court.version().await == court.row().await.version, "a second tap sends nothing");
        let record = court.app.record(&court.town.resident).await.unwrap();
        assert_eq!(record.evidence.iter().map(|photo| photo.title.as_str()).collect::<Vec<_>>(), ["My lease"]);
        assert_eq!(court.reads(Side::Resident, "").await.html().matches("I rent the back room.").count(), 1);

        let seen = court.reads(Side::Other, "").await;
        assert!(seen.shows("I rent the back room.") && seen.shows("You said that you do not know somebody"));
        for hidden in [crate::app::DOCUMENT, crate::app::EMAIL, crate::app::PHONE, "Uzbek", "1993", "My lease", "e-mail"] {
            assert!(!seen.shows(hidden), "{hidden}: {}", text(seen.html()));
        }
        let session = court.town.resident.session().await;
        let look = court.app.service.looks(&session, None, 1, Default::default()).await.unwrap().looks.remove(0);
        assert_eq!((look.purpose, look.case), (Purpose::HostCase, Some(court.case)));
        court.app.close().await;
    }
}

#[tokio::test]
async fn the_time_for_an_answer_is_shown_with_its_count() {
    let app = TestApp::new().await;
    let mut court = Court::opened(app, CaseKind::MovedOut).await;
    court.view(&court.first).await;
    court.told().await;
    let page = court.reads(Side::Resident, "").await;
    let until = court.app.service.my_case(&court.town.resident.session().await, court.case).await.unwrap().answer.unwrap();
    let count = until.count.as_ref().expect("counted by the rules in force");
    assert_eq!(count.deadline, until.until.last_day);
    let day = doorstep_locales::Locale::En.date_with_weekday(until.until.last_day);
    assert!(page.shows(&format!("You can answer until {day}.")), "{}", text(page.html()));
    assert!(page.shows("How this was counted") && page.shows("letter") && page.html().contains("ds-calendar"));
    court.app.close().await;
}

#[tokio::test]
async fn somebody_acts_meanwhile_and_what_was_typed_is_kept_beside_what_is_new() {
    let app = TestApp::new().await;
    let mut court = Court::opened(app, CaseKind::Stranger).await;
    court.view(&court.first).await;
    let (answer, send) = (court.path("/answer"), court.path("/answer/check"));
    let form = court.reads(Side::Resident, "/answer").await;
    court.town.resident.submit(&form, &answer, "words=I+live+here.").await.redirected();
    let check = court.reads(Side::Resident, "/answer/check").await;
    court.staff(&court.first, StaffAct::File(FiledKind::Document, words("A meter reading of zero."))).await.unwrap();
    let page = court.town.resident.submit(&check, &send, "").await;
    assert_eq!(page.status, 409);
    assert!(page.shows("A meter reading of zero.") && page.shows("I live here."), "{}", text(page.html()));
    let done = court.town.resident.submit(&page, &send, "").await.redirected();
    assert_eq!(done, court.path("?done=answer"));

    // The same with one page of two devices: both words are shown.
    let form = court.reads(Side::Resident, "/answer").await;
    court.town.resident.submit(&form, &answer, "words=On+the+telephone.").await.redirected();
    let page = court.town.resident.submit(&form, &answer, "words=On+the+computer.").await;
    assert_eq!(page.status, 409);
    assert!(page.shows("On the telephone.") && page.shows("On the computer."));
    court.town.resident.submit(&page, &answer, "words=On+both.").await.redirected();
    assert!(court.reads(Side::Resident, "/answer/check").await.shows("On both."));
    court.app.close().await;
}

#[tokio::test]
async fn one_button_appeals_and_another_takes_it_back() {
    for app in TestApp::on_each_engine("cases_pages_appeal").await {
        let mut court = Court::opened(app, CaseKind::Stranger).await;
        court.decided().await;
        let page = court.reads(Side::Resident, "").await;
        for said in [
            "The registration at this address ends.",
            "Two neighbours and the new tenant",
            "Section 7",
            "the lease was over",
            "officer O-4",
            "confirmed by officer O-5",
            "has no effect yet",
        ] {
            assert!(page.shows(said), "{said}: {}", text(page.html()));
        }
        assert!(page.shows("The host: opened the case and said why") && page.shows("You: was told and had time to answer"));
        court.told().await;
        let page = court.reads(Side::Resident, "").await;
        assert!(page.shows("You can appeal until") && page.shows("One button is enough"), "{}", text(page.html()));
        let appeal = court.path("/appeal");
        let form = court.reads(Side::Resident, "/appeal").await;
        let done = court.town.resident.submit(&form, &appeal, "").await.redirected();
        assert_eq!((done, court.row().await.stage), (court.path("?done=appeal"), CaseStage::Appealed));
        // A second tap finds that it is done.
        assert_eq!(court.town.resident.submit(&form, &appeal, "").await.redirected(), court.path(""));
        assert!(court.reads(Side::Resident, "").await.shows("Until then nothing has effect"));
        assert!(!court.reads(Side::Other, "").await.links().contains(&court.path("/appeal-back")), "only who appealed takes it back");
        let back = court.path("/appeal-back");
        let form = court.reads(Side::Resident, "/appeal-back").await;
        court.town.resident.submit(&form, &back, "").await.redirected();
        assert_eq!(court.row().await.stage, CaseStage::Appealable);
        // With words, in time once more.
        let form = court.reads(Side::Resident, "/appeal").await;
        court.town.resident.submit(&form, &appeal, "words=The+neighbours+mean+somebody+else.").await.redirected();
        assert!(court.reads(Side::Resident, "").await.shows("The neighbours mean somebody else."));
        court.app.close().await;
    }
}

#[tokio::test]
async fn a_draft_is_told_to_nobody_outside() {
    let app = TestApp::new().await;
    let mut court = Court::opened(app, CaseKind::Stranger).await;
    court.view(&court.first).await;
    court.staff(&court.first, StaffAct::File(FiledKind::Witness, words("Two neighbours were heard."))).await.unwrap();
    court.told().await;
    court.app.days_later(40);
    let before = court.reads(Side::Resident, "").await;
    let letters = court.app.service.inbox(&court.side(Side::Resident)).await.unwrap().len();
    let draft = StaffAct::Draft(finding(Outcome::RegistrationEnds, &[Ground::Witness]), court.second.staff().map(|staff| staff.id));
    court.staff(&court.first, draft).await.unwrap();
    let drafted = court.reads(Side::Resident, "").await;
    let list = court.town.resident.get("/en/my-cases").await.ok();
    assert!(list.shows("Being heard") && drafted.shows("Nothing is decided"));
    court.staff(&court.first, StaffAct::Undo(words("Not yet."))).await.unwrap();
    let after = court.reads(Side::Resident, "").await;
    for page in [&drafted, &after] {
        assert!(!page.shows("Section 7") && !page.shows("Not yet."));
        assert_eq!(page.html().matches("ds-timeline__item").count(), before.html().matches("ds-timeline__item").count());
    }
    let told = court.app.service.inbox(&court.side(Side::Resident)).await.unwrap().len();
    assert_eq!(told, letters, "nobody is told that a draft was taken back");
    court.app.close().await;
}

#[tokio::test]
async fn a_registration_that_a_decision_ended_says_so_with_the_way_to_it() {
    let app = TestApp::new().await;
    let mut court = Court::opened(app, CaseKind::Stranger).await;
    court.decided().await;
    court.told().await;
    court.app.days_later(200);
    court.reads(Side::Resident, "").await;
    court.reads(Side::Other, "").await;
    court.staff(&court.first, StaffAct::PutInEffect(None, None)).await.unwrap();
    let record = court.town.resident.get("/en/record").await.ok();
    assert!(record.shows("Ended by a decision on") && record.links().contains(&court.path("")) && !record.shows("Ended by you"));
    assert!(!record.shows("Disputed"));
    let case = court.reads(Side::Resident, "").await;
    assert!(case.shows("The decision has effect") && case.shows("The decision took effect"));
    // The host keeps what they said and what was decided, and opens nobody's record by it.
    let looks = court.app.database.looks().await;
    let theirs = court.reads(Side::Other, "").await;
    assert!(theirs.shows("I do not know this person.") && theirs.shows("The registration at this address ends."));
    assert!(!theirs.shows("I live here.") && !theirs.shows("Two neighbours were heard."));
    assert_eq!(court.app.database.looks().await, looks);

    let export: serde_json::Value = serde_json::from_slice(&court.town.resident.get("/en/data/export.json").await.ok().body).unwrap();
    let cases = export["cases"].as_array().unwrap();
    let case = cases.iter().find(|case| case["kind"] == "stranger").expect("the dispute");
    let acts: Vec<&str> = case["entries"].as_array().unwrap().iter().map(|entry| entry["what"]["act"].as_str().unwrap()).collect();
    assert_eq!((acts[0], *acts.last().unwrap()), ("opened", "put_in_effect"));
    assert!(acts.contains(&"answered") && acts.contains(&"decided") && !acts.contains(&"drafted"));
    let decided = case["entries"].as_array().unwrap().iter().find(|entry| entry["what"]["act"] == "decided").unwrap();
    assert_eq!((&decided["by"]["pseudonym"], &decided["what"]["second"]), (&"O-4".into(), &"O-5".into()));
    let staff = court.first.staff().unwrap().id.to_string();
    assert!(!case.to_string().contains(&staff), "the number of an officer is nobody's business");
    let paper = court.town.resident.get("/en/data/export.pdf").await.ok();
    assert_eq!(paper.header("content-type"), "application/pdf");
    let hosts: serde_json::Value = serde_json::from_slice(&court.town.host.get("/en/data/export.json").await.ok().body).unwrap();
    assert!(hosts["cases"].to_string().contains("I do not know this person.") && !hosts["cases"].to_string().contains("I live here."));
    let paper = court.reads(Side::Resident, "/case.pdf").await;
    assert_eq!(paper.header("content-type"), "application/pdf");
    court.app.close().await;
}

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
