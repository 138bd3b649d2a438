//! Cases.

use super::Database;
use super::world::{at, id, person, read, with_people, write};
use crate::row::{CaseRow, StaffRow};
use crate::store::StoreError;
use doorstep_policy::CaseKind;
use doorstep_register::{CaseId, Office, StaffId, StaffRole};

pub(super) fn officer(n: u64) -> StaffRow {
    StaffRow {
        id: StaffId(id(n)),
        office: Office("north".into()),
        role: StaffRole::Officer,
        pseudonym: format!("O-{n}"),
        name: format!("Test Officer {n}"),
        left_at: None,
    }
}

pub(super) fn case(n: u64, opened: i64) -> CaseRow {
    CaseRow {
        id: CaseId(id(n)),
        kind: CaseKind::LateReason,
        office: Office("north".into()),
        assigned_to: None,
        not_for: None,
        opened_at: at(opened),
        closed_at: None,
    }
}

/// A case is opened about people who exist, taken once, and closed once.
pub async fn a_case_goes_its_way(database: &impl Database) {
    let store = with_people(database, 3).await;
    let kinds = [CaseKind::PossibleDuplicate, CaseKind::UnlistedAddress, CaseKind::LateReason, CaseKind::LookQuestion];
    for (n, kind) in kinds.into_iter().enumerate() {
        let n = n as u64 + 1;
        write!(store, |tx| tx.open_case(&CaseRow { kind, ..case(n, 0) }, &[person(3), person(1)]).await?).unwrap();
        assert_eq!(read!(store, |tx| tx.case(CaseId(id(n))).await?), Some(CaseRow { kind, ..case(n, 0) }));
    }
    assert_eq!(write!(store, |tx| tx.open_case(&case(1, 0), &[]).await?), Err(StoreError::Conflict("case_file").into()));
    assert_eq!(write!(store, |tx| tx.open_case(&case(9, 0), &[person(9)]).await?), Err(StoreError::NotFound("case_person").into()));
    assert_eq!(read!(store, |tx| tx.case(CaseId(id(9))).await?), None);
    assert_eq!(read!(store, |tx| tx.case_people(CaseId(id(1))).await?), [person(1), person(3)]);

    write!(store, |tx| {
        tx.put_staff(&officer(70)).await?;
        tx.put_staff(&officer(71)).await?;
        tx.take_case(CaseId(id(3)), StaffId(id(70))).await?;
    })
    .unwrap();
    for again in [70, 71] {
        assert_eq!(
            write!(store, |tx| tx.take_case(CaseId(id(3)), StaffId(id(again))).await?),
            Err(StoreError::Conflict("case_file").into())
        );
    }
    write!(store, |tx| tx.close_case(CaseId(id(3)), at(5)).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.close_case(CaseId(id(3)), at(6)).await?), Err(StoreError::Conflict("case_file").into()));
    let closed = CaseRow { assigned_to: Some(StaffId(id(70))), closed_at: Some(at(5)), ..case(3, 0) };
    assert_eq!(read!(store, |tx| tx.case(CaseId(id(3))).await?), Some(closed));

    write!(store, |tx| tx.close_case(CaseId(id(1)), at(5)).await?).unwrap();
    assert_eq!(
        write!(store, |tx| tx.take_case(CaseId(id(1)), StaffId(id(70))).await?),
        Err(StoreError::Conflict("case_file").into()),
        "a closed case"
    );
    assert_eq!(write!(store, |tx| tx.take_case(CaseId(id(9)), StaffId(id(70))).await?), Err(StoreError::NotFound("case_file").into()));
    assert_eq!(write!(store, |tx| tx.close_case(CaseId(id(9)), at(5)).await?), Err(StoreError::NotFound("case_file").into()));
}

/// A question about what somebody did is in nobody's queue but theirs who did not do it.
pub async fn a_case_about_staff_is_not_theirs(database: &impl Database) {
    let store = with_people(database, 1).await;
    let about = || CaseRow { kind: CaseKind::LookQuestion, not_for: Some(StaffId(id(70))), ..case(1, 0) };
    write!(store, |tx| {
        tx.put_staff(&officer(70)).await?;
        tx.put_staff(&officer(71)).await?;
        tx.open_case(&about(), &[person(1)]).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.case(CaseId(id(1))).await?), Some(about()));
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(70)), 10).await?), []);
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(71)), 10).await?), [about()]);
    let take = |staff: u64| StaffId(id(staff));
    assert_eq!(write!(store, |tx| tx.take_case(CaseId(id(1)), take(70)).await?), Err(StoreError::Conflict("case_file").into()));
    write!(store, |tx| tx.take_case(CaseId(id(1)), take(71)).await?).unwrap();
}

/// A queue shows open cases of one office that are nobody's or one's own, oldest first.
pub async fn a_queue_is_of_one_office(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        tx.put_staff(&officer(70)).await?;
        tx.put_staff(&officer(71)).await?;
        for (n, opened) in [(1, 50), (2, 40), (3, 30), (4, 20), (5, 10)] {
            tx.open_case(&case(n, opened), &[person(1)]).await?;
        }
        tx.open_case(&CaseRow { office: Office("south".into()), ..case(6, 0) }, &[person(1)]).await?;
        tx.take_case(CaseId(id(2)), StaffId(id(70))).await?;
        tx.take_case(CaseId(id(3)), StaffId(id(71))).await?;
        tx.close_case(CaseId(id(4)), at(60)).await?;
    })
    .unwrap();
    let mine = || CaseRow { assigned_to: Some(StaffId(id(70))), ..case(2, 40) };
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(70)), 10).await?), [case(5, 10), mine(), case(1, 50)]);
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(70)), 2).await?), [case(5, 10), mine()]);
    assert_eq!(read!(store, |tx| tx.case_queue("east", StaffId(id(70)), 10).await?), []);
}
