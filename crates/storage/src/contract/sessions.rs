//! Sessions.

use super::Database;
use super::world::{at, hash, id, person, read, with_people, write};
use crate::row::{LinkRow, SessionRow, SignInWay, StaffRow};
use crate::store::StoreError;
use doorstep_register::{Office, StaffId, StaffRole};
use jiff::civil::date;

fn session(n: u64, of: u64, way: SignInWay) -> SessionRow {
    SessionRow {
        id: id(100 + n),
        token: hash(n),
        person: Some(person(of)),
        staff: None,
        way,
        created_at: at(n as i64),
        expires_at: at(1000),
        stepped_up_at: None,
        posted_on: None,
    }
}

/// A session of each kind is found by its cookie until it ends by time or by the person's hand.
pub async fn a_session_begins_and_ends(database: &impl Database) {
    let store = with_people(database, 2).await;
    for (n, way) in
        [SignInWay::New, SignInWay::Link, SignInWay::Code, SignInWay::Passkey, SignInWay::Desk, SignInWay::Provider].into_iter().enumerate()
    {
        let n = n as u64 + 1;
        write!(store, |tx| tx.add_session(&session(n, 1, way)).await?).unwrap();
        assert_eq!(read!(store, |tx| tx.session(&hash(n), at(999)).await?), Some(session(n, 1, way)));
    }
    assert_eq!(write!(store, |tx| tx.add_session(&session(1, 2, SignInWay::New)).await?), Err(StoreError::Conflict("session").into()));
    assert_eq!(read!(store, |tx| tx.session(&hash(1), at(1000)).await?), None);
    assert_eq!(write!(store, |tx| tx.end_session(person(2), id(101)).await?), Err(StoreError::NotFound("session").into()));
    write!(store, |tx| tx.end_session(person(1), id(101)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.session(&hash(1), at(0)).await?), None);
    write!(store, |tx| {
        tx.end_session_by_token(&hash(2)).await?;
        tx.end_session_by_token(&hash(2)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.session(&hash(2), at(0)).await?), None);
}

/// The person sees their own sessions, newest first, and ends all others; a clerk's session that helps them is the clerk's.
pub async fn other_sessions_end(database: &impl Database) {
    let store = with_people(database, 2).await;
    let desk = || SessionRow { person: None, staff: Some(StaffId(id(7))), way: SignInWay::Link, ..session(9, 1, SignInWay::Link) };
    write!(store, |tx| {
        let office = Office("north".into());
        tx.put_staff(&StaffRow {
            id: StaffId(id(7)),
            office,
            role: StaffRole::Clerk,
            pseudonym: "C-7".into(),
            name: "Test Clerk".into(),
            left_at: None,
        })
        .await?;
        for n in 1..=3 {
            tx.add_session(&session(n, 1, SignInWay::Link)).await?;
        }
        tx.add_session(&session(4, 2, SignInWay::Link)).await?;
        tx.add_session(&desk()).await?;
        tx.set_session_person(desk().id, Some(person(1)), Some(date(2026, 11, 20))).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.set_session_person(id(1), Some(person(1)), None).await?), Err(StoreError::NotFound("session").into()));
    let seen = read!(store, |tx| tx.sessions(person(1), at(0)).await?);
    assert_eq!(seen, [3, 2, 1].map(|n| session(n, 1, SignInWay::Link)));
    assert_eq!(read!(store, |tx| tx.sessions(person(1), at(1000)).await?), []);
    assert_eq!(write!(store, |tx| tx.end_other_sessions(person(1), Some(id(102))).await?), Ok(2));
    assert_eq!(read!(store, |tx| tx.sessions(person(1), at(0)).await?), [session(2, 1, SignInWay::Link)]);
    assert_eq!(write!(store, |tx| tx.end_other_sessions(person(1), None).await?), Ok(1));
    assert!(read!(store, |tx| tx.session(&hash(4), at(0)).await?).is_some());
    assert_eq!(
        read!(store, |tx| tx.session(&hash(9), at(0)).await?),
        Some(SessionRow { person: Some(person(1)), posted_on: Some(date(2026, 11, 20)), ..desk() })
    );
    write!(store, |tx| tx.set_session_person(desk().id, Some(person(2)), None).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.session(&hash(9), at(0)).await?), Some(SessionRow { person: Some(person(2)), ..desk() }));
    write!(store, |tx| tx.set_session_person(desk().id, None, None).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.session(&hash(9), at(0)).await?), Some(desk()));
}

/// What expired before a moment is swept; what expires at it or later is not.
pub async fn what_expired_is_swept(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        for (n, end) in [(1, at(10)), (2, at(20))] {
            tx.add_session(&SessionRow { expires_at: end, ..session(n, 1, SignInWay::Code) }).await?;
            tx.add_link(&LinkRow { token: hash(n), person: Some(person(1)), staff: None, expires_at: end }).await?;
            tx.add_ceremony(&hash(n), b"", end).await?;
        }
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.sweep(at(20)).await?), Ok(3));
    assert!(read!(store, |tx| tx.session(&hash(1), at(0)).await?).is_none());
    assert!(read!(store, |tx| tx.session(&hash(2), at(0)).await?).is_some());
    assert!(read!(store, |tx| tx.link(&hash(1), at(0)).await?).is_none());
    assert!(read!(store, |tx| tx.link(&hash(2), at(0)).await?).is_some());
    assert_eq!(write!(store, |tx| tx.take_ceremony(&hash(1), at(0)).await?), Ok(None));
    assert_eq!(write!(store, |tx| tx.take_ceremony(&hash(2), at(0)).await?), Ok(Some(vec![])));
}
