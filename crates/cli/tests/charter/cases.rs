//! 3, 4, 8, 10. A dispute is heard like before a good court, on the whole product: nothing weakens a registration on the way, nothing ends it
//! but two officers after notice, hearing and the time for an appeal, and an appeal in time brings it back.

use crate::app::{KEPT_DAYS, TestApp, Town};
use doorstep_locales::Locale;
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::case::{AppealResult, Channel, FiledKind, Finding, Ground, Outcome, Reasons, Refusal, Side, Stage};
use doorstep_register::{Act, Actor, CaseId, End, Line, What, Words};
use doorstep_service::{CaseView, Error, Leave, MineAct, OpenedByMe, Session, StaffAct, StaffRole};
use doorstep_storage::{CaseMark, CaseStage};

pub fn words(text: &str) -> Words {
    Words::parse(text).unwrap()
}

pub fn finding(outcome: Outcome, grounds: &[Ground]) -> Finding {
    Finding {
        outcome,
        facts: words("Two neighbours and the new tenant say that the flat was let to others in May."),
        rule: Line::parse("Section 7 of the invented act on registers").unwrap(),
        reasons: Reasons::parse("Nobody who lives there knows the person, and the lease was over.").unwrap(),
        grounds: grounds.to_vec(),
    }
}

/// A town with a dispute and the sessions of everybody in it.
pub struct Court {
    pub app: TestApp,
    pub town: Town,
    pub case: CaseId,
    pub first: Session,
    pub second: Session,
    pub appeal: Session,
    pub resident: Session,
    pub host: Session,
}

impl Court {
    pub async fn opened(app: TestApp, kind: CaseKind) -> Court {
        let mut town = Town::settle(&app).await;
        let home = app.service.home(&town.host.session().await, 0).await.unwrap();
        let entry = home.residents.iter().find(|r| r.name == crate::app::NAME).expect("the resident").entry.clone();
        let host = town.host.session().await;
        let dispute = || app.service.dispute_entry(&host, 0, entry.clone(), kind, words("I do not know this person."));
        let case = dispute().await.unwrap();
        assert_eq!(dispute().await.unwrap(), case, "the same dispute a second time finds the first");
        let first = app.officer().await.session().await;
        let second = app.another_officer().await.session().await;
        let appeal = app.appeal_member().await.session().await;
        // A sheet of codes: what waits in the in-box can be read also when this session has ended.
        town.resident.one_time_code().await;
        let resident = town.resident.session().await;
        Court { app, town, case, first, second, appeal, resident, host }
    }

    pub async fn view(&self, session: &Session) -> CaseView {
        let kind = self.app.service.case_entry(session, self.case).await.unwrap().kind;
        self.app.service.take_case(session, self.case).await.unwrap();
        self.app.service.open_case_view(session, self.case, Purpose::of_case(kind)).await.unwrap()
    }

    pub async fn staff(&self, session: &Session, act: StaffAct) -> Result<(), Error> {
        let seen = self.version().await;
        let session = if act.decides() { self.at_work(session).await } else { session.clone() };
        self.app.service.staff_act(&session, self.case, seen, act).await
    }

    /// Somebody of the office, signed in anew, who has just shown that it is they.
    pub async fn at_work(&self, session: &Session) -> Session {
        let link = self.app.service.staff_link(session.staff().expect("staff").id, 1).await.unwrap();
        let (_, session) = self.app.service.use_link(link.rsplit('/').next().unwrap()).await.unwrap();
        crate::app::prove(&self.app.service, &session).await
    }

    pub async fn mine(&self, side: Side, act: MineAct) -> Result<(), Error> {
        let session = self.side(side);
        let seen = self.version().await;
        self.app.service.my_act(&session, self.case, seen, act).await
    }

    pub fn side(&self, side: Side) -> Session {
        match side {
            Side::Resident => self.resident.clone(),
            Side::Other => self.host.clone(),
        }
    }

    pub async fn version(&self) -> u32 {
        self.row().await.version
    }

    pub async fn row(&self) -> doorstep_storage::CaseRow {
        let mine = self.app.service.my_cases(&self.side(Side::Resident)).await.unwrap();
        mine.into_iter().find(|mine| mine.row.id == self.case).expect("the case").row
    }

    /// The resident has read the notice on the page, and the letter arrived.
    pub async fn told(&self) {
        let resident = self.side(Side::Resident);
        self.app.service.my_case(&resident, self.case).await.unwrap();
        self.staff(&self.first, StaffAct::Send(Side::Resident, Channel::Letter)).await.unwrap();
        self.app.days_later(8);
        self.staff(&self.first, StaffAct::Delivered(Side::Resident, Channel::Letter)).await.unwrap();
    }

    pub async fn in_force(&self) -> bool {
        let person = self.resident.person().unwrap();
        let record = self.app.folded(person).await.unwrap();
        assert_eq!(record.current().is_some(), self.app.projection(person).await.is_some(), "the projection follows");
        record.current().is_some()
    }

    /// The acts of the record that no person made themselves.
    pub async fn officers_acts(&self) -> Vec<Act> {
        let acts = self.app.service.export(&self.resident).await.unwrap().acts;
        acts.into_iter().filter(|act| matches!(act.by, Actor::Officer { .. })).collect()
    }
}

#[tokio::test]
async fn a_registration_ends_only_at_the_very_end_of_a_fair_procedure() {
    for app in TestApp::on_each_engine("cases_end").await {
        let court = Court::opened(app, CaseKind::Stranger).await;
        let (first, second) = (&court.first, &court.second);
        let refused = |result: Result<(), Error>| match result {
            Err(Error::Case(refusal)) => refusal,
            other => panic!("{other:?}"),
        };
        let resident = court.resident.person().unwrap();
        assert_eq!(court.app.service.marks(resident).await.unwrap(), [CaseMark::Disputed]);
        let view = court.view(first).await;
        assert_eq!(view.records.len(), 2);
        assert!(view.records[1].1.residences.is_empty() && view.records[1].1.identity.as_ref().unwrap().document.is_none());

        let draft =
            |second: &Session| StaffAct::Draft(finding(Outcome::RegistrationEnds, &[Ground::Witness]), second.staff().map(|s| s.id));
        assert_eq!(refused(court.staff(first, draft(second)).await), Refusal::NotHeard(Side::Resident), "not told");
        court.told().await;
        assert_eq!(refused(court.staff(first, draft(second)).await), Refusal::NotHeard(Side::Resident), "has time to answer");
        court.app.days_later(40);
        assert_eq!(refused(court.staff(first, draft(second)).await), Refusal::NotOnFile(Ground::Witness));
        let by_a_host = StaffAct::Draft(finding(Outcome::RegistrationEnds, &[Ground::OthersWords]), second.staff().map(|s| s.id));
        assert_eq!(refused(court.staff(first, by_a_host).await), Refusal::GroundsDoNotCarry);

        court.staff(first, StaffAct::File(FiledKind::Witness, words("Two neighbours were heard."))).await.unwrap();
        assert_eq!(refused(court.staff(first, draft(second)).await), Refusal::NotHeard(Side::Resident), "what is new is put to them first");
        court.told().await;
        court.app.days_later(40);
        assert_eq!(refused(court.staff(first, draft(first)).await), Refusal::SameOfficer);
        court.staff(first, draft(second)).await.unwrap();
        assert!(court.in_force().await);
        assert!(court.staff(first, StaffAct::Confirm).await.is_err(), "the first officer does not confirm");
        court.view(second).await;
        court.staff(second, StaffAct::Confirm).await.unwrap();
        assert_eq!(refused(court.staff(first, StaffAct::PutInEffect(None, None)).await), Refusal::AppealOpen);
        court.told().await;
        assert_eq!(court.row().await.stage, CaseStage::Appealable);
        assert_eq!(refused(court.staff(first, StaffAct::PutInEffect(None, None)).await), Refusal::AppealOpen);
        assert!(court.in_force().await, "decided and told, and still in force");
        assert_eq!(court.app.service.marks(resident).await.unwrap(), [CaseMark::Disputed]);

        court.app.days_later(3650);
        court.app.background().await;
        assert!(court.in_force().await, "ten years end nothing by themselves");
        court.staff(first, StaffAct::PutInEffect(None, None)).await.unwrap();
        assert!(!court.in_force().await);
        let record = court.app.folded(resident).await.unwrap();
        assert!(matches!(&record.residences[0].ended, Some(End::Decided { case, .. }) if *case == court.case));
        let acts = court.officers_acts().await;
        assert_eq!(acts.len(), 1);
        assert!(matches!(acts[0].what, What::Settled { .. }));
        assert_eq!(court.row().await.stage, CaseStage::Settled);
        assert_eq!(court.app.service.marks(resident).await.unwrap(), []);
        court.app.close().await;
    }
}

#[tokio::test]
async fn an_appeal_suspends_and_the_appeal_body_can_annul() {
    let app = TestApp::new().await;
    let court = Court::opened(app, CaseKind::MovedOut).await;
    let (first, second) = (&court.first, &court.second);
    court.view(first).await;
    court.mine(Side::Resident, MineAct::Answer(words("I live here. My key opens the door."), vec![])).await.unwrap();
    court.staff(first, StaffAct::File(FiledKind::Document, words("A meter reading of zero."))).await.unwrap();
    court.told().await;
    court.mine(Side::Resident, MineAct::Answer(words("The meter was broken."), vec![])).await.unwrap();
    let draft = StaffAct::Draft(finding(Outcome::RegistrationEnds, &[Ground::Document]), second.staff().map(|s| s.id));
    court.staff(first, draft).await.unwrap();
    court.view(second).await;
    court.staff(second, StaffAct::Confirm).await.unwrap();
    court.told().await;
    court.mine(Side::Resident, MineAct::Appeal(None)).await.unwrap();
    court.app.days_later(400);
    assert!(matches!(court.staff(first, StaffAct::PutInEffect(None, None)).await, Err(Error::Case(Refusal::NotNow))));
    assert!(court.in_force().await);
    // Whoever decided is not in the queue of those who hear the appeal, and the other way round.
    assert!(court.app.service.case_queue(&court.appeal).await.unwrap().iter().any(|entry| entry.id == court.case));
    let view = court.view(&court.appeal).await;
    assert!(matches!(view.case.stage(), Stage::Appealed { by: Side::Resident, .. }));
    let reasons = Reasons::parse("A broken meter says nothing about who lives there.").unwrap();
    court.staff(&court.appeal, StaffAct::DecideAppeal(AppealResult::Annulled {}, reasons)).await.unwrap();
    assert_eq!(court.row().await.stage, CaseStage::Annulled);
    let hosts = court.app.service.my_cases(&court.host).await.unwrap();
    assert!(hosts.iter().any(|mine| mine.row.id == court.case), "the host reads how it ended as well");
    court.app.service.my_case(&court.host, court.case).await.unwrap();
    assert!(court.in_force().await);
    assert_eq!(court.app.service.marks(court.resident.person().unwrap()).await.unwrap(), []);
    let inbox = court.app.service.inbox(&court.side(Side::Resident)).await.unwrap();
    assert!(inbox[0].message.subject.contains("отменено") || inbox[0].message.subject.contains("annulled"), "{}", inbox[0].message.subject);
    court.app.close().await;
}

#[tokio::test]
async fn who_moves_meanwhile_has_nothing_left_to_dispute() {
    let app = TestApp::new().await;
    let mut court = Court::opened(app, CaseKind::Stranger).await;
    court.town.resident.moves(&[]).await;
    assert_eq!(court.row().await.stage, CaseStage::Closed);
    assert!(court.in_force().await, "at the new address");
    assert_eq!(court.app.service.marks(court.resident.person().unwrap()).await.unwrap(), []);
    court.app.close().await;
}

#[tokio::test]
async fn a_case_about_somebody_who_was_erased_is_on_nobodys_list() {
    let app = TestApp::new().await;
    let court = Court::opened(app, CaseKind::Stranger).await;
    court.view(&court.first).await;
    court.staff(&court.first, StaffAct::Draft(finding(Outcome::NothingChanges, &[]), None)).await.unwrap();
    court.told().await;
    court.app.days_later(120);
    court.staff(&court.first, StaffAct::PutInEffect(None, None)).await.unwrap();
    let listed = |cases: &[OpenedByMe], case| cases.iter().any(|mine| mine.row.id == case);
    let (service, resident) = (&court.app.service, court.side(Side::Resident));
    let along = service.household(&resident).await.unwrap().into_iter().map(|member| member.person).collect();
    let seen = court.app.folded(resident.person().unwrap()).await.unwrap().version;
    let leave = Leave { on: service.today(), to: None, along, seen, locale: Locale::En };
    service.leave(&resident, leave, "leaves with the family").await.unwrap();
    court.app.days_later(KEPT_DAYS + 1);
    assert!(listed(&service.my_cases(&court.host).await.unwrap(), court.case), "it was decided");
    service.erase(&resident).await.unwrap();
    assert!(!listed(&service.my_cases(&court.host).await.unwrap(), court.case));
    court.app.close().await;
}

#[tokio::test]
async fn two_officers_cannot_both_decide() {
    let app = TestApp::new().await;
    let court = Court::opened(app, CaseKind::Stranger).await;
    court.view(&court.first).await;
    let seen = court.version().await;
    let stays = || StaffAct::Draft(finding(Outcome::NothingChanges, &[]), None);
    let (first, second) = (&court.at_work(&court.first).await, &court.at_work(&court.second).await);
    court.app.service.staff_act(first, court.case, seen, stays()).await.unwrap();
    let decided = court.version().await;
    court.app.service.staff_act(first, court.case, seen, stays()).await.unwrap();
    assert_eq!(court.version().await, decided, "a second tap finds the first: decided once, and told once on each way");
    let late = court.app.service.staff_act(first, court.case, seen, StaffAct::Undo(words("No."))).await;
    assert!(matches!(late, Err(Error::Stale(_))), "{late:?}");
    let foreign = court.app.service.staff_act(second, court.case, court.version().await, StaffAct::Undo(words("Mine now."))).await;
    assert!(matches!(foreign, Err(Error::Policy(_))), "{foreign:?}");
    court.app.close().await;
}

#[tokio::test]
async fn who_asks_to_be_found_by_nobody_is_found_by_nobody_at_once() {
    for app in TestApp::on_each_engine("cases_protection").await {
        let mut town = Town::settle(&app).await;
        let host = town.host.session().await;
        let before = app.service.home(&host, 0).await.unwrap().residents.len();
        let resident = town.resident.session().await;
        let looks = app.service.looks(&resident, None, 50, Default::default()).await.unwrap().looks.len();
        let case = app.service.ask_for_case(&resident, CaseKind::Protection, words("Somebody looks for me.")).await.unwrap();
        assert_eq!(app.service.ask_for_case(&resident, CaseKind::Protection, words("Again.")).await.unwrap(), case);
        assert_eq!(app.service.home(&host, 0).await.unwrap().residents.len(), before - 1);
        let after = app.service.looks(&resident, None, 50, Default::default()).await.unwrap().looks.len();
        assert_eq!(after, looks, "the host's look does not even touch the record");
        town.host.get("/en/homes/1").await.ok();
        // A move keeps it hidden, and the host of the new home is not told.
        let told = app.service.inbox(&host).await.unwrap().len();
        town.resident.moves(&[]).await;
        assert_eq!(app.service.inbox(&host).await.unwrap().len(), told);
        assert!(app.record(&town.resident).await.unwrap().hidden);
        // Taken back by the person, it is shown again.
        let mine = app.service.my_case(&resident, case).await.unwrap();
        app.service.my_act(&resident, case, mine.case.version(), MineAct::Withdraw).await.unwrap();
        assert!(!app.record(&town.resident).await.unwrap().hidden);
        app.close().await;
    }
}

#[tokio::test]
async fn a_host_reads_what_was_said_and_the_resident_sees_it() {
    let app = TestApp::new().await;
    let court = Court::opened(app, CaseKind::Stranger).await;
    court.mine(Side::Resident, MineAct::Answer(words("I rent the back room."), vec![])).await.unwrap();
    let host = court.side(Side::Other);
    let seen = court.app.service.my_case(&host, court.case).await.unwrap();
    assert!(format!("{:?}", seen.entries).contains("back room"));
    let resident = court.side(Side::Resident);
    let newest = court.app.service.looks(&resident, None, 1, Default::default()).await.unwrap().looks.remove(0);
    assert_eq!((newest.purpose, newest.case), (Purpose::HostCase, Some(court.case)));
    let stranger = court.town.stranger.session().await;
    assert_eq!(court.app.service.my_case(&stranger, court.case).await.unwrap_err(), Error::NotFound);
    court.app.close().await;
}

#[tokio::test]
async fn the_role_of_the_appeal_body_is_its_own() {
    let app = TestApp::new().await;
    let court = Court::opened(app, CaseKind::Stranger).await;
    assert_eq!(court.app.service.case_entry(&court.appeal, court.case).await.unwrap_err(), Error::NotFound, "nothing is under appeal");
    assert!(court.app.service.take_case(&court.appeal, court.case).await.is_err());
    let denied = court.app.service.open_case_view(&court.appeal, court.case, Purpose::Stranger).await;
    assert!(matches!(denied, Err(Error::Policy(_))), "{denied:?}");
    assert_ne!(StaffRole::Appeal, StaffRole::Officer);
    court.app.close().await;
}
