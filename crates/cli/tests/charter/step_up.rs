//! Before a decision a member of staff proves with a passkey, in this session and just now, that it is they.

use crate::app::{Browser, TestApp};
use doorstep_service::{Error, Session, StaffRole};
use jiff::SignedDuration;

async fn add(app: &TestApp, session: &Session, id: &[u8]) -> Result<(), Error> {
    app.service.add_staff_passkey(session, id, "{}".into()).await
}

async fn step_up(app: &TestApp, browser: &Browser, id: &[u8]) -> Result<(), Error> {
    app.service.step_up(&browser.session().await, id, "{}".into()).await
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
