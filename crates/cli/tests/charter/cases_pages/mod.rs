//! 3, 4, 8, 11, 12. The pages of a case as its sides use them: what was said, what it means, until when; answering, appealing, taking back.
//! Nothing that was typed is lost, and no page says less than what can be done.

mod asked;

use crate::app::{Page, TestApp, photo, text};
use crate::cases::{Court, finding, words};
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::case::{FiledKind, Ground, Outcome, Side};
use doorstep_service::{MineAct, StaffAct};
use doorstep_storage::CaseStage;

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
