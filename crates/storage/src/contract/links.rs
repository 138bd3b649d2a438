//! Signing in by e-mail link and by printed code.

use super::Database;
use super::world::{at, finding, hash, id, person, read, try_read, with_people, write};
use crate::row::{LinkRow, StaffRow};
use crate::store::StoreError;
use doorstep_policy::Identifier::{Document, Email};
use doorstep_register::{Office, StaffId, StaffRole};

/// Two people may share an address; the newest comes first; it can be changed and removed.
pub async fn an_address_signs_in_whoever_gave_it(database: &impl Database) {
    let store = with_people(database, 25).await;
    write!(store, |tx| {
        tx.put_email(person(1), Some(&hash(1))).await?;
        tx.put_email(person(2), Some(&hash(1))).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.people_by_email(&finding(Email, 1), at(60)).await?), [person(2), person(1)]);
    write!(store, |tx| {
        tx.put_email(person(1), Some(&hash(2))).await?;
        tx.put_email(person(2), None).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.people_by_email(&finding(Email, 1), at(60)).await?), []);
    assert_eq!(read!(store, |tx| tx.people_by_email(&finding(Email, 2), at(60)).await?), [person(1)]);
    write!(store, |tx| {
        for n in 1..=25 {
            tx.put_email(person(n), Some(&hash(3))).await?;
        }
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.people_by_email(&finding(Email, 3), at(60)).await?), (6..=25).rev().map(person).collect::<Vec<_>>());
    for (grant, now) in [(finding(Email, 3), at(61)), (finding(Document, 3), at(0))] {
        let refused = try_read!(store, [grant], |tx| tx.people_by_email(&grant, now).await?);
        assert_eq!(refused, Err(StoreError::NotFound("email_index").into()), "another kind of value, or too late");
    }
}

fn link(n: u64) -> LinkRow {
    LinkRow { token: hash(n), person: Some(person(1)), staff: None, expires_at: at(60) }
}

fn link_of_staff(n: u64) -> LinkRow {
    LinkRow { token: hash(n), person: None, staff: Some(StaffId(id(7))), expires_at: at(60) }
}

/// A link can be looked at as often as one likes, works once, and not after its time.
pub async fn a_link_works_once_and_in_time(database: &impl Database) {
    let store = with_people(database, 1).await;
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
        tx.add_link(&link(1)).await?;
        tx.add_link(&link(2)).await?;
        tx.add_link(&link_of_staff(3)).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.add_link(&link(1)).await?), Err(StoreError::Conflict("link").into()));
    for _ in 0..2 {
        assert_eq!(read!(store, |tx| tx.link(&hash(1), at(60)).await?), Some(link(1)));
    }
    assert_eq!(read!(store, |tx| tx.link(&hash(1), at(61)).await?), None);
    assert_eq!(write!(store, |tx| tx.take_link(&hash(1), at(60)).await?), Ok(Some(link(1))));
    assert_eq!(write!(store, |tx| tx.take_link(&hash(1), at(1)).await?), Ok(None));
    assert_eq!(read!(store, |tx| tx.link(&hash(1), at(1)).await?), None);
    assert_eq!(write!(store, |tx| tx.take_link(&hash(2), at(61)).await?), Ok(None));
    assert_eq!(write!(store, |tx| tx.take_link(&hash(3), at(1)).await?), Ok(Some(link_of_staff(3))));
    assert_eq!(write!(store, |tx| tx.take_link(&hash(4), at(1)).await?), Ok(None));
}

/// New codes replace the old ones of the same person, and each works once.
pub async fn codes_are_replaced_and_used_up(database: &impl Database) {
    let store = with_people(database, 2).await;
    write!(store, |tx| {
        tx.put_codes(person(1), &[hash(1), hash(2), hash(3)], at(0)).await?;
        tx.put_codes(person(2), &[hash(11)], at(0)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.codes_left(person(1)).await?), 3);
    assert_eq!(write!(store, |tx| tx.take_code(&hash(2), at(1)).await?), Ok(Some(person(1))));
    assert_eq!(write!(store, |tx| tx.take_code(&hash(2), at(1)).await?), Ok(None));
    assert_eq!(read!(store, |tx| tx.codes_left(person(1)).await?), 2);
    write!(store, |tx| tx.put_codes(person(1), &[hash(4)], at(2)).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.take_code(&hash(1), at(3)).await?), Ok(None));
    assert_eq!(write!(store, |tx| tx.take_code(&hash(4), at(3)).await?), Ok(Some(person(1))));
    assert_eq!(
        write!(store, |tx| tx.put_codes(person(1), &[hash(5), hash(11)], at(4)).await?),
        Err(StoreError::Conflict("code").into()),
        "the code of somebody else"
    );
    assert_eq!(read!(store, |tx| tx.codes_left(person(2)).await?), 1);
}
