//! Before a decision a member of staff proves with a passkey, in this session and just now, that it is they.

use crate::app::{Browser, TestApp, encoded};
use crate::cases::{Court, finding, words};
use doorstep_policy::CaseKind;
use doorstep_register::case::{AppealResult, FiledKind, Outcome, Reasons};
use doorstep_service::{Error, Session, StaffAct, StaffRole};
use jiff::SignedDuration;

async fn add(app: &TestApp, session: &Session, id: &[u8]) -> Result<(), Error> {
    app.service.add_staff_passkey(session, id, "{}".into()).await
}

async fn step_up(app: &TestApp, browser: &Browser, id: &[u8]) -> Result<(), Error> {
    app.service.step_up(&browser.session().await, id, "{}".into()).await.map(drop)
}

#[tokio::test]
async fn a_step_up_counts_for_five_minutes_in_its_own_session() {
    for app in TestApp::on_each_engine("step_up").await {
        let (officer, other) = (app.officer().await, app.another_officer().await);
        let fresh = |session: Session| app.service.require_step_up(&session);
        assert_eq!(fresh(officer.session().await), Err(Error::StepUp));
        assert_eq!(step_up(&app, &officer, b"mine").await, Err(Error::NotFound), "a passkey that nobody has");
        add(&app, &officer.session().await, b"mine").await.unwrap();
        assert_eq!(fresh(officer.session().await), Err(Error::StepUp), "adding one is no step-up");
        assert_eq!(step_up(&app, &other, b"mine").await, Err(Error::NotFound), "a passkey of somebody else");
        step_up(&app, &officer, b"mine").await.unwrap();
        assert_eq!(fresh(officer.session().await), Ok(()));
        assert_eq!(fresh(other.session().await), Err(Error::StepUp));
        app.clock.advance(SignedDuration::from_secs(299));
        assert_eq!(fresh(officer.session().await), Ok(()));
        app.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(fresh(officer.session().await), Err(Error::StepUp));

        let mut resident = app.anon();
        resident.answer("declare", "en", &[]).await;
        assert_eq!(fresh(resident.session().await), Err(Error::StepUp), "it is nothing for residents");
        assert_eq!(add(&app, &resident.session().await, b"theirs").await, Err(Error::NotFound));
        app.close().await;
    }
}

#[tokio::test]
async fn the_first_passkey_needs_a_young_session_and_the_next_a_step_up() {
    let app = TestApp::new().await;
    let officer = app.officer().await;
    let session = officer.session().await;
    app.clock.advance(SignedDuration::from_mins(10));
    assert_eq!(add(&app, &session, b"first").await, Err(Error::OldSession));
    let staff = session.staff().unwrap().id;
    let link = app.service.staff_link(staff, 1).await.unwrap();
    let mut again = app.anon();
    let page = again.get(&format!("/en{link}")).await;
    again.submit(&page, &format!("/en{link}"), "").await.redirected();
    add(&app, &again.session().await, b"first").await.unwrap();
    assert_eq!(add(&app, &again.session().await, b"second").await, Err(Error::StepUp));
    let hash = app.service.staff_passkeys(&session).await.unwrap()[0].credential;
    assert_eq!(app.service.delete_staff_passkey(&again.session().await, hash).await, Err(Error::StepUp));
    step_up(&app, &again, b"first").await.unwrap();
    for n in 2..=10_u8 {
        add(&app, &again.session().await, &[n]).await.unwrap();
    }
    assert_eq!(add(&app, &again.session().await, b"one too many").await, Err(Error::TooMany(10)));
    app.service.delete_staff_passkey(&again.session().await, hash).await.unwrap();
    assert_eq!(app.service.staff_passkeys(&session).await.unwrap().len(), 9);
    assert_eq!(app.service.forget_staff_passkeys(staff).await, Ok(9));
    assert_eq!(app.service.session(&again.cookies["__Host-session"]).await, Ok(None), "signed out");
    app.close().await;
}

#[tokio::test]
async fn a_passkey_of_staff_signs_nobody_in() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    add(&app, &clerk.session().await, b"a clerk's").await.unwrap();
    assert_eq!(app.service.passkey_by_credential(b"a clerk's").await.map(|found| found.is_some()), Ok(false));
    app.close().await;
}

#[tokio::test]
async fn the_page_leads_back_into_this_site_only() {
    let app = TestApp::new().await;
    let mut officer = app.staff(StaffRole::Officer, "Officer of the tests", "O-4").await;
    let page = officer.get("/en/staff/step-up?to=/cases/1%3Fa=b").await.ok();
    assert!(page.links().contains(&"/en/staff/passkey?to=%2Fcases%2F1%3Fa%3Db".to_owned()), "{:?}", page.links());
    assert!(page.links().contains(&"/en/cases/1?a=b".to_owned()));
    for elsewhere in ["https://evil.example", "//evil.example", "/%5Cevil.example", "/staff/step-up", "%00"] {
        let page = officer.get(&format!("/en/staff/step-up?to={elsewhere}")).await.ok();
        assert!(page.links().iter().all(|link| !link.contains("evil")), "{:?}", page.links());
        assert!(page.links().contains(&"/en/staff/passkey".to_owned()));
    }
    for path in ["/en/staff/step-up", "/en/staff/passkey", "/en/staff"] {
        assert_eq!(app.anon().get(path).await.header("location"), "/en/sign-in");
    }
    app.close().await;
}

#[tokio::test]
async fn nothing_is_decided_without_a_step_up() {
    for app in TestApp::on_each_engine("step_up_decides").await {
        let court = Court::opened(app, CaseKind::Stranger).await;
        court.view(&court.first).await;
        let seen = court.version().await;
        let reasons = || Reasons::parse("A broken meter says nothing about who lives there.").unwrap();
        let stays = || StaffAct::Draft(finding(Outcome::NothingChanges, &[]), court.second.staff().map(|s| s.id));
        let day = jiff::civil::date(2026, 11, 1);
        for act in [
            stays(),
            StaffAct::Confirm,
            StaffAct::SendBack(words("Hear them first.")),
            StaffAct::DecideAppeal(AppealResult::Annulled {}, reasons()),
            StaffAct::Judge(true, words("A judgment.")),
            StaffAct::PutInEffect(None, None),
            StaffAct::Undo(words("A mistake.")),
            StaffAct::Separate(words("They are two.")),
            StaffAct::GiveTimeBack(reasons()),
            StaffAct::Died(day, words("A certificate.")),
        ] {
            let answer = court.app.service.staff_act(&court.first, court.case, seen, act.clone()).await;
            assert_eq!(answer, Err(Error::StepUp), "{act:?}");
        }
        let proved = court.at_work(&court.first).await;
        court.app.clock.advance(SignedDuration::from_mins(5));
        assert_eq!(court.app.service.staff_act(&proved, court.case, seen, stays()).await, Err(Error::StepUp), "five minutes later");
        assert_eq!(court.version().await, seen, "nothing was written");
        // What decides nothing goes on without.
        let filed = StaffAct::File(FiledKind::Document, words("A lease."));
        court.app.service.staff_act(&court.first, court.case, seen, filed).await.unwrap();
        court.app.close().await;
    }
}

#[tokio::test]
async fn what_was_typed_goes_along_to_the_passkey_and_back() {
    let app = TestApp::new().await;
    let town = crate::app::Town::settle(&app).await;
    let why = words("The desk wrote down a telephone number that is not mine.");
    let id = app.service.ask_for_case(&town.resident.session().await, CaseKind::Appeal, why).await.unwrap();
    let (case, mut officer) = (format!("/en/cases/{id}"), app.officer().await);
    officer.open_case(&case).await.ok();
    let (begin, write) = (format!("{case}/draft/granted"), format!("{case}/draft/granted/write?from=1"));
    // Whoever has no passkey adds one before they type anything.
    for path in [&begin, &write] {
        let away = officer.get(path).await.redirected();
        assert!(away.starts_with("/en/staff/step-up?to=%2Fcases%2F"), "{away}");
    }
    let staff = officer.session().await.staff().unwrap().id;
    add(&app, &officer.session().await, staff.0.as_bytes()).await.unwrap();

    let page = officer.get(&write).await.ok();
    let typed = format!("{}&rule={}", page.boxes(), encoded("Section 7 & <b>others</b>"));
    let asked = officer.submit(&page, &write, &typed).await.ok();
    let to = write.split('?').next().unwrap();
    let form = asked.form(to).expect("the form goes back to where it came from");
    assert!(asked.shows("Is it you?"), "{}", asked.html());
    assert!(form.hidden.iter().any(|(name, value)| name == "rule" && value == "Section 7 & <b>others</b>"), "{:?}", form.hidden);
    assert!(form.hidden.iter().any(|(name, _)| name == "version"));

    let wrong = officer.submit(&asked, to, "ceremony=of-nobody&credential=%7B%7D").await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.form(to).expect("still there").hidden.iter().filter(|(name, _)| name == "rule").count(), 1);
    step_up(&app, &officer, staff.0.as_bytes()).await.unwrap();
    let done = officer.submit(&wrong, to, "").await.redirected();
    assert!(done.ends_with("/done/decided"), "{done}");
    app.close().await;
}

#[tokio::test]
async fn a_person_who_signs_in_twice_is_not_two_officers() {
    let app = TestApp::new().await;
    let provider = crate::staff::provider(&app);
    let boris = crate::app::account("boris", Ok((crate::app::OFFICE, StaffRole::Officer)));
    provider.says("1", Ok(boris));
    let mut court = Court::opened(app, CaseKind::MovedOut).await;
    let (_, once) = crate::staff::sign_in(&court.app, "1").await.unwrap();
    let (_, twice) = crate::staff::sign_in(&court.app, "1").await.unwrap();
    court.first = once;
    court.view(&court.first).await;
    court.told().await;
    court.app.days_later(40);
    let draft = |second: &Session| StaffAct::Draft(finding(Outcome::NothingChanges, &[]), second.staff().map(|s| s.id));
    let refused = |answer: Result<(), Error>| matches!(answer, Err(Error::Case(_)));
    assert!(refused(court.staff(&court.first, draft(&twice)).await), "they name themselves");
    court.staff(&court.first, draft(&court.second)).await.unwrap();
    assert!(court.staff(&twice, StaffAct::Confirm).await.is_err(), "they confirm themselves from another browser");
    court.view(&court.second).await;
    court.staff(&court.second, StaffAct::Confirm).await.unwrap();
    court.app.close().await;
}
