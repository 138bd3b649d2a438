//! Cases.

use super::Database;
use super::world::{at, hash, id, person, read, sealed, with_people, write};
use crate::row::{CaseActRow, CaseMark, CaseRow, CaseStage, LeafRow, StaffRow};
use crate::store::StoreError;
use doorstep_policy::CaseKind;
use doorstep_register::case::Side;
use doorstep_register::{CaseId, Office, PersonId, StaffId, StaffRole};

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
        stage: CaseStage::Hearing,
        mark: None,
        version: 0,
        due_at: at(opened + 1000),
        home: None,
        assigned_to: None,
        second: None,
        appeal_by: None,
        not_for: None,
        opened_at: at(opened),
        closed_at: None,
    }
}

/// The n-th person as the resident of a case.
pub(super) fn about(n: u64) -> [(PersonId, Side); 1] {
    [(person(n), Side::Resident)]
}

/// A case as it is after it was closed.
pub(super) fn closed(row: CaseRow, when: i64) -> CaseRow {
    CaseRow { stage: CaseStage::Closed, version: row.version + 1, closed_at: Some(at(when)), ..row }
}

/// A case is opened about people who exist, taken once, and acted in by one after the other.
pub async fn a_case_goes_its_way(database: &impl Database) {
    let store = with_people(database, 3).await;
    for (n, kind) in CaseKind::ALL.into_iter().enumerate() {
        let n = n as u64 + 1;
        let both = [(person(3), Side::Other), (person(1), Side::Resident)];
        write!(store, |tx| tx.open_case(&CaseRow { kind, ..case(n, 0) }, &both).await?).unwrap();
        assert_eq!(read!(store, |tx| tx.case(CaseId(id(n))).await?), Some(CaseRow { kind, ..case(n, 0) }));
    }
    assert_eq!(write!(store, |tx| tx.open_case(&case(1, 0), &[]).await?), Err(StoreError::Conflict("case_file").into()));
    assert_eq!(write!(store, |tx| tx.open_case(&case(99, 0), &about(9)).await?), Err(StoreError::NotFound("case_person").into()));
    assert_eq!(read!(store, |tx| tx.case(CaseId(id(99))).await?), None);
    assert_eq!(read!(store, |tx| tx.case_people(CaseId(id(1))).await?), [(person(1), Side::Resident), (person(3), Side::Other)]);

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
    let all = || CaseRow {
        kind: CaseKind::Correction,
        stage: CaseStage::Drafted,
        mark: Some(CaseMark::UnderCorrection),
        version: 1,
        due_at: at(77),
        assigned_to: Some(StaffId(id(70))),
        second: Some(StaffId(id(71))),
        ..case(3, 0)
    };
    write!(store, |tx| tx.put_case(&all()).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.case(CaseId(id(3))).await?), Some(all()));
    assert_eq!(write!(store, |tx| tx.put_case(&all()).await?), Err(StoreError::Conflict("case_file").into()), "somebody was first");
    let over = move || closed(all(), 5);
    write!(store, |tx| tx.put_case(&over()).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.case(CaseId(id(3))).await?), Some(over()));

    write!(store, |tx| tx.put_case(&closed(CaseRow { kind: CaseKind::Stranger, ..case(1, 0) }, 5)).await?).unwrap();
    assert_eq!(
        write!(store, |tx| tx.take_case(CaseId(id(1)), StaffId(id(70))).await?),
        Err(StoreError::Conflict("case_file").into()),
        "a closed case"
    );
    assert_eq!(write!(store, |tx| tx.take_case(CaseId(id(99)), StaffId(id(70))).await?), Err(StoreError::NotFound("case_file").into()));
    assert_eq!(write!(store, |tx| tx.put_case(&case(99, 0)).await?), Err(StoreError::NotFound("case_file").into()));
}

/// Whoever is heard in a case finds it; a new host takes the place of the one before.
pub async fn the_sides_of_a_case(database: &impl Database) {
    let store = with_people(database, 3).await;
    let stranger = || CaseRow { kind: CaseKind::Stranger, mark: Some(CaseMark::Disputed), home: Some(hash(4)), ..case(1, 0) };
    write!(store, |tx| {
        tx.open_case(&stranger(), &[(person(1), Side::Resident), (person(2), Side::Other)]).await?;
        tx.open_case(&case(2, 9), &about(1)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.cases_of(person(1)).await?), [(case(2, 9), Side::Resident), (stranger(), Side::Resident)]);
    assert_eq!(read!(store, |tx| tx.cases_of(person(2)).await?), [(stranger(), Side::Other)]);
    write!(store, |tx| tx.replace_side(CaseId(id(1)), Side::Other, person(3)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.cases_of(person(2)).await?), []);
    assert_eq!(read!(store, |tx| tx.cases_of(person(3)).await?), [(stranger(), Side::Other)]);
}

/// What is said in a case is kept in order, once, and goes with whose record it is about.
pub async fn what_is_said_in_a_case(database: &impl Database) {
    let store = with_people(database, 2).await;
    let said = |seq: u32| CaseActRow { person: person(1), case: CaseId(id(1)), seq, sealed: sealed(&format!("act {seq}")) };
    let leaf = |n: u64| LeafRow { id: id(10 + n), leaf: [1; 33] };
    write!(store, |tx| {
        tx.open_case(&case(1, 0), &[(person(1), Side::Resident), (person(2), Side::Other)]).await?;
        tx.append_case_act(&said(1), &leaf(1)).await?;
        tx.append_case_act(&said(2), &leaf(2)).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.append_case_act(&said(2), &leaf(3)).await?), Err(StoreError::Conflict("case_act").into()));
    assert_eq!(write!(store, |tx| tx.append_case_act(&said(3), &leaf(2)).await?), Err(StoreError::Conflict("leaf").into()));
    assert_eq!(read!(store, |tx| tx.leaves().await?), 2, "an act and its leaf stand or fall together");
    assert_eq!(read!(store, |tx| tx.case_acts(person(1), CaseId(id(1))).await?), [said(1), said(2)]);
    assert_eq!(read!(store, |tx| tx.case_acts(person(2), CaseId(id(1))).await?), []);
    write!(store, |tx| tx.erase_person(person(1)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.case_acts(person(1), CaseId(id(1))).await?), []);
    assert_eq!(read!(store, |tx| tx.case_people(CaseId(id(1))).await?), [(person(2), Side::Other)]);
}

/// An appeal is in the queue of the body that hears it, and taken once.
pub async fn an_appeal_is_heard_by_one(database: &impl Database) {
    let store = with_people(database, 1).await;
    let appealed = || CaseRow { stage: CaseStage::Appealed, ..case(1, 0) };
    write!(store, |tx| {
        tx.put_staff(&officer(70)).await?;
        tx.put_staff(&officer(71)).await?;
        tx.open_case(&appealed(), &about(1)).await?;
        tx.open_case(&case(2, 0), &about(1)).await?;
    })
    .unwrap();
    let (first, second) = (StaffId(id(70)), StaffId(id(71)));
    assert_eq!(read!(store, |tx| tx.appeal_queue(first, 10).await?), [appealed()]);
    assert_eq!(write!(store, |tx| tx.take_appeal(CaseId(id(2)), first).await?), Err(StoreError::Conflict("case_file").into()));
    write!(store, |tx| tx.take_appeal(CaseId(id(1)), first).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.take_appeal(CaseId(id(1)), second).await?), Err(StoreError::Conflict("case_file").into()));
    assert_eq!(read!(store, |tx| tx.appeal_queue(second, 10).await?), []);
    assert_eq!(read!(store, |tx| tx.appeal_queue(first, 10).await?), [CaseRow { appeal_by: Some(first), ..appealed() }]);
}

/// A decision about an address leaves a note at it, the newest one, until it is taken away.
pub async fn an_address_is_marked(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        tx.open_case(&CaseRow { kind: CaseKind::Crowded, ..case(1, 0) }, &about(1)).await?;
        tx.open_case(&CaseRow { kind: CaseKind::NonResidential, ..case(2, 0) }, &about(1)).await?;
        tx.mark_home(&hash(5), Some((CaseKind::Crowded, CaseId(id(1))))).await?;
        tx.mark_home(&hash(5), Some((CaseKind::NonResidential, CaseId(id(2))))).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.home_mark(&hash(5)).await?), Some((CaseKind::NonResidential, CaseId(id(2)))));
    assert_eq!(read!(store, |tx| tx.home_mark(&hash(6)).await?), None);
    write!(store, |tx| tx.mark_home(&hash(5), None).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.home_mark(&hash(5)).await?), None);
}

/// A question about what somebody did is in nobody's queue but theirs who did not do it.
pub async fn a_case_about_staff_is_not_theirs(database: &impl Database) {
    let store = with_people(database, 1).await;
    let question = || CaseRow { kind: CaseKind::Look, not_for: Some(StaffId(id(70))), ..case(1, 0) };
    write!(store, |tx| {
        tx.put_staff(&officer(70)).await?;
        tx.put_staff(&officer(71)).await?;
        tx.open_case(&question(), &about(1)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.case(CaseId(id(1))).await?), Some(question()));
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(70)), at(20), 10).await?), []);
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(71)), at(20), 10).await?), [question()]);
    let take = |staff: u64| StaffId(id(staff));
    assert_eq!(write!(store, |tx| tx.take_case(CaseId(id(1)), take(70)).await?), Err(StoreError::Conflict("case_file").into()));
    write!(store, |tx| tx.take_case(CaseId(id(1)), take(71)).await?).unwrap();
}

/// A queue shows open cases of one office that are nobody's, one's own, or one's own to confirm, by the day under which they stand.
pub async fn a_queue_is_of_one_office(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        tx.put_staff(&officer(70)).await?;
        tx.put_staff(&officer(71)).await?;
        for (n, opened) in [(1, 50), (2, 40), (3, 30), (4, 20), (5, 10)] {
            tx.open_case(&case(n, opened), &about(1)).await?;
        }
        tx.open_case(&CaseRow { office: Office("south".into()), ..case(6, 0) }, &about(1)).await?;
        tx.take_case(CaseId(id(2)), StaffId(id(70))).await?;
        tx.take_case(CaseId(id(3)), StaffId(id(71))).await?;
        tx.put_case(&closed(case(4, 20), 60)).await?;
    })
    .unwrap();
    let mine = || CaseRow { assigned_to: Some(StaffId(id(70))), ..case(2, 40) };
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(70)), at(20), 10).await?), [case(5, 10), mine(), case(1, 50)]);
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(70)), at(20), 2).await?), [case(5, 10), mine()]);
    assert_eq!(read!(store, |tx| tx.case_queue("east", StaffId(id(70)), at(20), 10).await?), []);
    let to_confirm = || CaseRow {
        stage: CaseStage::Drafted,
        version: 1,
        due_at: at(0),
        assigned_to: Some(StaffId(id(71))),
        second: Some(StaffId(id(70))),
        ..case(3, 30)
    };
    write!(store, |tx| tx.put_case(&to_confirm()).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.case_queue("north", StaffId(id(70)), at(20), 1).await?), [to_confirm()]);

    // A second officer who is late or gone: anybody of the office can name a deputy, and nobody before that.
    let third = StaffId(id(72));
    write!(store, |tx| tx.put_staff(&officer(72)).await?).unwrap();
    let in_time = || CaseRow {
        stage: CaseStage::Drafted,
        version: 2,
        due_at: at(90),
        assigned_to: Some(StaffId(id(71))),
        second: Some(StaffId(id(70))),
        ..case(3, 30)
    };
    write!(store, |tx| tx.put_case(&in_time()).await?).unwrap();
    assert!(!read!(store, |tx| tx.case_queue("north", third, at(89), 10).await?).contains(&in_time()));
    assert!(read!(store, |tx| tx.case_queue("north", third, at(90), 10).await?).contains(&in_time()));
    write!(store, |tx| tx.retire_staff(StaffId(id(70)), at(6)).await?).unwrap();
    let gone = CaseRow { second: None, ..in_time() };
    assert!(read!(store, |tx| tx.case_queue("north", third, at(20), 10).await?).contains(&gone));
}

/// A case is found by the number by which its letters name it, open or over.
pub async fn a_case_is_found_by_its_number(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        tx.open_case(&case(1, 0), &about(1)).await?;
        tx.open_case(&case(2, 0), &about(1)).await?;
        tx.put_case(&closed(case(2, 0), 60)).await?;
    })
    .unwrap();
    let found = |n: u64| CaseId(id(n)).number();
    assert_eq!(read!(store, |tx| tx.cases_numbered(&found(1)).await?), [case(1, 0)]);
    assert_eq!(read!(store, |tx| tx.cases_numbered(&found(2)).await?).len(), 1);
    assert_eq!(read!(store, |tx| tx.cases_numbered("").await?), []);
}
