//! People and households.

use super::Database;
use super::world::{newcomer, person, read, with_people, write};
use crate::store::StoreError;

/// A person comes back as added; the id is taken then, and another is not there.
pub async fn a_person_is_added_once(database: &impl Database) {
    let store = with_people(database, 1).await;
    assert_eq!(read!(store, |tx| tx.person(person(1)).await?), Some(newcomer(1)));
    assert_eq!(read!(store, |tx| tx.person(person(2)).await?), None);
    assert_eq!(write!(store, |tx| tx.add_person(&newcomer(1)).await?), Err(StoreError::Conflict("person").into()));
    assert_eq!(write!(store, |tx| tx.erase_person(person(2)).await?), Err(StoreError::NotFound("person").into()));
}

/// A household is said once, has a direction, and needs people.
pub async fn a_household_is_said_once(database: &impl Database) {
    let store = with_people(database, 3).await;
    write!(store, |tx| {
        tx.add_member(person(1), person(3)).await?;
        tx.add_member(person(1), person(2)).await?;
        tx.add_member(person(1), person(2)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.members(person(1)).await?), [person(2), person(3)]);
    assert_eq!(read!(store, |tx| tx.members(person(2)).await?), []);
    assert_eq!(read!(store, |tx| tx.holders(person(2)).await?), [person(1)]);
    assert_eq!(read!(store, |tx| tx.holders(person(1)).await?), []);
    assert_eq!(write!(store, |tx| tx.add_member(person(1), person(9)).await?), Err(StoreError::NotFound("household").into()));
}
