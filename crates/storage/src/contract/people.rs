//! People and households.

use super::Database;
use super::world::{at, newcomer, person, read, sealed, with_leaf, with_people, write};
use crate::row::{ActRow, LookRow, PersonRow, Standing};
use crate::store::StoreError;

/// A person comes back as added; the id is taken then, and another is not there.
pub async fn a_person_is_added_once(database: &impl Database) {
    let store = with_people(database, 1).await;
    assert_eq!(read!(store, |tx| tx.person(person(1)).await?), Some(newcomer(1)));
    assert_eq!(read!(store, |tx| tx.person(person(2)).await?), None);
    assert_eq!(write!(store, |tx| tx.add_person(&newcomer(1), at(0)).await?), Err(StoreError::Conflict("person").into()));
    assert_eq!(write!(store, |tx| tx.erase_person(person(2)).await?), Err(StoreError::NotFound("person").into()));
}

/// Those who are there, once each, with the entry that their counters stand at.
pub async fn people_stand_with_their_last_entries(database: &impl Database) {
    const MANY: u64 = 131;
    let store = with_people(database, MANY).await;
    let (act, look) = (|seq| sealed(&format!("act {seq}")), |seq| sealed(&format!("look {seq}")));
    write!(store, |tx| {
        for seq in 1..=2 {
            tx.append_acts(&[with_leaf(ActRow { person: person(2), seq, sealed: act(seq) })]).await?;
        }
        tx.append_looks(&[with_leaf(LookRow { person: person(2), seq: 1, sealed: look(1) })]).await?;
    })
    .unwrap();
    let mut standing = read!(store, |tx| tx.standing(&[person(1), person(2), person(900)]).await?);
    standing.sort_by_key(|standing| standing.row.id.0);
    let second = PersonRow { version: 2, looks: 1, ..newcomer(2) };
    assert_eq!(
        standing,
        [
            Standing { row: newcomer(1), last_act: None, last_look: None },
            Standing { row: second, last_act: Some(act(2)), last_look: Some(look(1)) },
        ]
    );
    assert_eq!(read!(store, |tx| tx.standing(&[]).await?), []);
    let everybody: Vec<_> = (1..=MANY).map(person).collect();
    assert_eq!(read!(store, [everybody], |tx| tx.standing(&everybody).await?).len() as u64, MANY);
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
