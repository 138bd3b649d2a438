//! Members of staff: how they are known again, their passkeys, and who learned their names.

use super::Database;
use super::cases::{about, case, closed, officer};
use super::world::{at, hash, id, person, read, with_people, write};
use crate::row::{CaseRow, NamedStaff, ResolvedRow, SessionRow, SignInWay, StaffPasskeyRow, StaffRow};
use crate::store::StoreError;
use doorstep_policy::CaseKind;
use doorstep_register::{CaseId, Office, StaffId, StaffRole};

fn staff(n: u64) -> StaffId {
    StaffId(id(n))
}

fn session(n: u64, of: u64) -> SessionRow {
    SessionRow {
        id: id(100 + n),
        token: hash(n),
        person: None,
        staff: Some(staff(of)),
        way: SignInWay::Provider,
        created_at: at(0),
        expires_at: at(1000),
        stepped_up_at: None,
        posted_on: None,
    }
}

fn passkey(of: u64, credential: u64, key: &str) -> StaffPasskeyRow {
    StaffPasskeyRow { staff: staff(of), credential: hash(credential), key: key.into(), created_at: at(credential as i64) }
}

/// A member of staff is kept and replaced.
pub async fn staff_are_kept(database: &impl Database) {
    let store = database.store();
    write!(store, |tx| tx.put_staff(&officer(7)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.staff(StaffId(id(7))).await?), Some(officer(7)));
    write!(store, |tx| tx.put_staff(&StaffRow { pseudonym: "O-70".into(), ..officer(7) }).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.staff(StaffId(id(7))).await?).unwrap().pseudonym, "O-70");
    assert_eq!(read!(store, |tx| tx.staff(StaffId(id(8))).await?), None);
    write!(store, |tx| {
        tx.put_staff(&StaffRow { role: StaffRole::Clerk, ..officer(9) }).await?;
        tx.put_staff(&StaffRow { office: Office("south".into()), ..officer(10) }).await?;
        tx.put_staff(&StaffRow { left_at: Some(at(1)), ..officer(11) }).await?;
    })
    .unwrap();
    let seven = StaffRow { pseudonym: "O-70".into(), ..officer(7) };
    assert_eq!(read!(store, |tx| tx.officers("north").await?), [seven], "officers of the office who are still there");
}

/// Whoever leaves the office is kept for the looks that name them; their sessions end and their cases go back to the queue.
pub async fn staff_leave(database: &impl Database) {
    let store = with_people(database, 2).await;
    let session = || SessionRow {
        id: id(50),
        token: hash(50),
        person: None,
        staff: Some(StaffId(id(7))),
        way: SignInWay::Link,
        created_at: at(0),
        expires_at: at(1000),
        stepped_up_at: None,
        posted_on: None,
    };
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.add_session(&session()).await?;
        tx.open_case(&case(1, 0), &about(1)).await?;
        tx.take_case(CaseId(id(1)), StaffId(id(7))).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.open_cases_about(person(1), CaseKind::LateReason).await?), [CaseId(id(1))]);
    assert_eq!(read!(store, |tx| tx.open_cases_about(person(1), CaseKind::PossibleDuplicate).await?), []);
    assert_eq!(read!(store, |tx| tx.open_cases_about(person(2), CaseKind::LateReason).await?), []);
    write!(store, |tx| tx.retire_staff(StaffId(id(7)), at(5)).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.retire_staff(StaffId(id(7)), at(6)).await?), Err(StoreError::NotFound("staff").into()));
    assert_eq!(read!(store, |tx| tx.staff(StaffId(id(7))).await?).unwrap().left_at, Some(at(5)));
    assert_eq!(read!(store, |tx| tx.session(&hash(50), at(1)).await?), None);
    assert_eq!(read!(store, |tx| tx.case(CaseId(id(1))).await?).unwrap().assigned_to, None);
}

/// The open cases of a member go back to the queue, and only theirs.
pub async fn cases_are_released(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.put_staff(&officer(8)).await?;
        for (n, of) in [(1, 7), (2, 7), (3, 7), (4, 8)] {
            tx.open_case(&case(n, n as i64), &about(1)).await?;
            tx.take_case(CaseId(id(n)), staff(of)).await?;
        }
        let row = CaseRow { assigned_to: Some(staff(7)), second: Some(staff(8)), ..case(3, 3) };
        tx.put_case(&closed(row, 9)).await?;
        let drafted = CaseRow { version: 1, assigned_to: Some(staff(8)), second: Some(staff(7)), appeal_by: Some(staff(7)), ..case(4, 4) };
        tx.put_case(&drafted).await?;
    })
    .unwrap();
    for _ in 0..2 {
        write!(store, |tx| tx.release_cases(staff(7)).await?).unwrap();
    }
    let drafted = read!(store, |tx| tx.case(CaseId(id(4))).await?).unwrap();
    assert_eq!((drafted.second, drafted.appeal_by), (None, None));
    for (n, whose) in [(1, None), (2, None), (3, Some(7)), (4, Some(8))] {
        assert_eq!(read!(store, |tx| tx.case(CaseId(id(n))).await?).unwrap().assigned_to, whose.map(staff), "{n}");
    }
}

/// Every role is kept as it is.
pub async fn roles_are_kept(database: &impl Database) {
    let store = database.store();
    for (n, role) in StaffRole::EVERY.into_iter().enumerate() {
        let row = move || StaffRow { role, ..officer(n as u64) };
        write!(store, |tx| tx.put_staff(&row()).await?).unwrap();
        assert_eq!(read!(store, |tx| tx.staff(staff(n as u64)).await?), Some(row()));
    }
}

/// An account at the provider is one member's, and stays theirs when their row is replaced.
pub async fn an_account_is_one_members(database: &impl Database) {
    let store = database.store();
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.put_staff(&officer(8)).await?;
        tx.set_staff_account(staff(7), &hash(1)).await?;
        tx.set_staff_account(staff(7), &hash(1)).await?;
        tx.put_staff(&StaffRow { role: StaffRole::Appeal, ..officer(7) }).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.staff_of_account(&hash(1)).await?), Some(staff(7)));
    assert_eq!(read!(store, |tx| tx.staff_of_account(&hash(2)).await?), None);
    assert_eq!(write!(store, |tx| tx.set_staff_account(staff(8), &hash(1)).await?), Err(StoreError::Conflict("staff").into()));
    assert_eq!(write!(store, |tx| tx.set_staff_account(staff(9), &hash(3)).await?), Err(StoreError::NotFound("staff").into()));
    write!(store, |tx| tx.set_staff_account(staff(7), &hash(2)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.staff_of_account(&hash(1)).await?), None);
    assert_eq!(read!(store, |tx| tx.staff_of_account(&hash(2)).await?), Some(staff(7)));
}

/// Whoever left can be taken back once.
pub async fn staff_come_back(database: &impl Database) {
    let store = database.store();
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.retire_staff(staff(7), at(5)).await?;
        tx.readmit_staff(staff(7)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.staff(staff(7)).await?), Some(officer(7)));
    for nobody in [7, 8] {
        assert_eq!(write!(store, |tx| tx.readmit_staff(staff(nobody)).await?), Err(StoreError::NotFound("staff").into()));
    }
}

/// A passkey is its owner's, is replaced by its owner, and goes one by one, all at once, or with the owner's work.
pub async fn staff_passkeys_come_and_go(database: &impl Database) {
    let store = database.store();
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.put_staff(&officer(8)).await?;
        for (n, key) in [(2, "second"), (1, "first"), (1, "first, used"), (3, "third")] {
            tx.put_staff_passkey(&passkey(7, n, key)).await?;
        }
        tx.put_staff_passkey(&passkey(8, 9, "another's")).await?;
    })
    .unwrap();
    let all = || [passkey(7, 1, "first, used"), passkey(7, 2, "second"), passkey(7, 3, "third")];
    assert_eq!(read!(store, |tx| tx.staff_passkeys(staff(7)).await?), all());
    let refused = Err(StoreError::Conflict("staff_passkey").into());
    assert_eq!(write!(store, |tx| tx.put_staff_passkey(&passkey(8, 1, "stolen")).await?), refused);
    let refused = Err(StoreError::NotFound("staff_passkey").into());
    assert_eq!(write!(store, |tx| tx.delete_staff_passkey(staff(8), &hash(1)).await?), refused);
    write!(store, |tx| tx.delete_staff_passkey(staff(7), &hash(1)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.staff_passkeys(staff(7)).await?), &all()[1..]);
    assert_eq!(write!(store, |tx| tx.forget_staff_passkeys(staff(7)).await?), Ok(2));
    assert_eq!(write!(store, |tx| tx.forget_staff_passkeys(staff(7)).await?), Ok(0));
    write!(store, |tx| tx.retire_staff(staff(8), at(5)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.staff_passkeys(staff(8)).await?), []);
}

/// A step-up is noted in a session of staff and in no other; all sessions of one member end together.
pub async fn a_session_is_stepped_up(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.put_staff(&officer(8)).await?;
        for (n, of) in [(1, 7), (2, 7), (3, 8)] {
            tx.add_session(&session(n, of)).await?;
        }
        tx.add_session(&SessionRow { person: Some(person(1)), staff: None, way: SignInWay::Code, ..session(4, 7) }).await?;
        tx.set_stepped_up(id(101), at(20)).await?;
    })
    .unwrap();
    let stepped = SessionRow { stepped_up_at: Some(at(20)), ..session(1, 7) };
    assert_eq!(read!(store, |tx| tx.session(&hash(1), at(21)).await?), Some(stepped));
    assert_eq!(read!(store, |tx| tx.session(&hash(2), at(21)).await?), Some(session(2, 7)));
    for other in [104, 105] {
        assert_eq!(write!(store, |tx| tx.set_stepped_up(id(other), at(20)).await?), Err(StoreError::NotFound("session").into()));
    }
    assert_eq!(write!(store, |tx| tx.end_staff_sessions(staff(7)).await?), Ok(2));
    assert_eq!(read!(store, |tx| tx.session(&hash(1), at(21)).await?), None);
    assert_eq!(read!(store, |tx| tx.session(&hash(3), at(21)).await?), Some(session(3, 8)));
    assert!(read!(store, |tx| tx.session(&hash(4), at(21)).await?).is_some());
}

/// A pseudonym is found by its exact text, and each finding stands in the notes about whom it is.
pub async fn a_pseudonym_is_resolved(database: &impl Database) {
    let store = database.store();
    let note = |n: u64, of: u64| ResolvedRow {
        id: id(n),
        at: at(n as i64),
        by: staff(9),
        staff: staff(of),
        reason: "asked".into(),
        reference: format!("N {n}"),
    };
    write!(store, |tx| {
        for n in [7, 8, 9] {
            tx.put_staff(&officer(n)).await?;
        }
        tx.put_staff(&StaffRow { pseudonym: "O-7".into(), left_at: Some(at(3)), ..officer(10) }).await?;
        for (n, of) in [(1, 7), (2, 8), (3, 7)] {
            tx.note_resolved(&note(n, of)).await?;
        }
    })
    .unwrap();
    let named = |row: StaffRow| NamedStaff { id: row.id, office: row.office, name: row.name, left_at: row.left_at };
    let both = [named(officer(7)), named(StaffRow { left_at: Some(at(3)), ..officer(10) })];
    assert_eq!(read!(store, |tx| tx.staff_by_pseudonym("O-7").await?), both);
    for other in ["o-7", "O-", "O-77", "%", "O_7", ""] {
        assert_eq!(read!(store, |tx| tx.staff_by_pseudonym(other).await?), []);
    }
    assert_eq!(read!(store, |tx| tx.resolved(staff(7), 10).await?), [note(3, 7), note(1, 7)]);
    assert_eq!(read!(store, |tx| tx.resolved(staff(7), 1).await?), [note(3, 7)]);
    assert_eq!(read!(store, |tx| tx.resolved(staff(9), 10).await?), []);
    assert_eq!(write!(store, |tx| tx.note_resolved(&note(4, 40)).await?), Err(StoreError::NotFound("resolved").into()));
}
