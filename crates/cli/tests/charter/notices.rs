//! 4. Terms run from what arrived: a message proves the notice that it carried, that one alone, and whatever happens beside it.

use crate::app::TestApp;
use crate::cases::{Court, finding, words};
use doorstep_policy::CaseKind;
use doorstep_register::case::{Channel, Outcome, Side, Stage};
use doorstep_service::StaffAct;
use jiff::SignedDuration;
use uuid::Uuid;

/// A dispute; the resident's newest message, which is its notice; and a clerk with the resident at the desk.
struct Desk {
    court: Court,
    notice: Uuid,
    clerk: doorstep_service::Session,
}

impl Desk {
    async fn opened() -> Desk {
        let mut court = Court::opened(TestApp::new().await, CaseKind::Stranger).await;
        court.view(&court.first).await;
        let mut clerk = court.app.clerk().await;
        clerk.receive(&court.town.resident.one_time_code().await).await;
        let notice = newest(&court).await;
        let clerk = clerk.session().await;
        let desk = Desk { court, notice, clerk };
        desk.later();
        desk
    }

    fn later(&self) {
        self.court.app.clock.advance(SignedDuration::from_mins(1));
    }

    async fn officer(&self, act: StaffAct) {
        self.court.staff(&self.court.first, act).await.unwrap();
        self.later();
    }

    /// The resident signs for a message at the desk.
    async fn signs_for(&self, message: Uuid) {
        self.court.app.service.handed_over_at_desk(&self.clerk, message).await.unwrap();
        self.later();
    }

    /// Whether the notice of what was said is proved by hand.
    async fn told_by_hand(&self) -> bool {
        let view = self.court.view(&self.court.first).await;
        view.case.side(Side::Resident).unwrap().told().proved().any(|way| way == Channel::ByHand)
    }
}

async fn newest(court: &Court) -> Uuid {
    let inbox = court.app.service.inbox(&court.side(Side::Resident)).await.unwrap();
    inbox.iter().find(|received| received.message.about.is_some()).expect("a notice").id
}

#[tokio::test]
async fn a_signature_at_the_desk_proves_the_notice_also_where_a_letter_went_twice() {
    let desk = Desk::opened().await;
    desk.officer(StaffAct::Send(Side::Resident, Channel::Letter)).await;
    desk.officer(StaffAct::CameBack(Side::Resident, Channel::Letter)).await;
    desk.officer(StaffAct::Send(Side::Resident, Channel::Letter)).await;
    assert!(!desk.told_by_hand().await);
    desk.signs_for(desk.notice).await;
    assert!(desk.told_by_hand().await);
    desk.court.app.close().await;
}

#[tokio::test]
async fn a_sale_of_the_home_takes_nothing_from_what_the_resident_was_told() {
    let desk = Desk::opened().await;
    desk.officer(StaffAct::HostChanged(words("An extract."))).await;
    desk.signs_for(desk.notice).await;
    assert!(desk.told_by_hand().await);
    desk.court.app.close().await;
}

#[tokio::test]
async fn a_decision_that_was_taken_back_proves_no_hearing() {
    let desk = Desk::opened().await;
    desk.officer(StaffAct::Draft(finding(Outcome::NothingChanges, &[]), None)).await;
    let decision = newest(&desk.court).await;
    assert_ne!(decision, desk.notice);
    desk.officer(StaffAct::Undo(words("A slip."))).await;
    assert!(matches!(desk.court.view(&desk.court.first).await.case.stage(), Stage::Hearing));
    desk.signs_for(decision).await;
    assert!(!desk.told_by_hand().await, "it was the decision that was signed for");
    desk.signs_for(desk.notice).await;
    assert!(desk.told_by_hand().await, "the notice of what was said is the one on its way again");
    desk.court.app.close().await;
}

#[tokio::test]
async fn what_was_on_file_before_proves_nothing_of_what_is_new() {
    let desk = Desk::opened().await;
    desk.officer(StaffAct::File(doorstep_register::case::FiledKind::Document, words("A meter reading of zero."))).await;
    desk.signs_for(desk.notice).await;
    assert!(!desk.told_by_hand().await);
    desk.signs_for(newest(&desk.court).await).await;
    assert!(desk.told_by_hand().await);
    desk.court.app.close().await;
}

#[tokio::test]
async fn a_resident_who_bought_their_home_is_not_heard_as_their_own_host() {
    let desk = Desk::opened().await;
    let app = &desk.court.app;
    let place = crate::app::flat(1, "7");
    app.service.attach_by_extract(&desk.clerk, place).await.unwrap();
    desk.later();
    desk.officer(StaffAct::HostChanged(words("An extract."))).await;
    let view = desk.court.view(&desk.court.first).await;
    let sides: Vec<Side> = view.records.iter().map(|(side, _)| *side).collect();
    assert!(view.case.side(Side::Other).is_some() && sides.contains(&Side::Resident), "{sides:?}");
    let resident = desk.court.resident.person().unwrap();
    assert_eq!(app.service.marks(resident).await.unwrap(), [doorstep_storage::CaseMark::Disputed]);
    let people = doorstep_storage::read::<_, doorstep_storage::StoreError, _>(&*app.store, "test.sides", {
        let case = desk.court.case;
        move |tx| Box::pin(async move { Ok(tx.case_people(case).await?) })
    });
    assert_eq!(people.await.unwrap().len(), 2, "somebody is written to at the address");
    desk.court.app.close().await;
}
