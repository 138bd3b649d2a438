//! The in-box.

use super::Database;
use super::world::{at, id, person, read, sealed, with_people, write};
use crate::row::MessageRow;
use crate::store::StoreError;

fn message(n: u64, dated: i64) -> MessageRow {
    MessageRow { person: person(1), id: id(n), sealed: sealed(&format!("message {n}")), created_at: at(dated), expires_at: None }
}

/// Messages come newest first, as far as they are dated; one is opened by its own person only.
pub async fn the_in_box(database: &impl Database) {
    let store = with_people(database, 2).await;
    write!(store, |tx| {
        tx.add_message(&message(1, 10)).await?;
        tx.add_message(&message(2, 30)).await?;
        tx.add_message(&message(3, 20)).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.add_message(&message(1, 1)).await?), Err(StoreError::Conflict("message").into()));
    assert_eq!(read!(store, |tx| tx.messages(person(1), at(30), 10).await?), [message(2, 30), message(3, 20), message(1, 10)]);
    assert_eq!(read!(store, |tx| tx.messages(person(1), at(29), 10).await?), [message(3, 20), message(1, 10)]);
    assert_eq!(read!(store, |tx| tx.messages(person(1), at(30), 1).await?), [message(2, 30)]);
    assert_eq!(read!(store, |tx| tx.messages(person(2), at(30), 10).await?), []);
    assert_eq!(read!(store, |tx| tx.message(person(1), id(2)).await?), Some(message(2, 30)));
    assert_eq!(read!(store, |tx| tx.message(person(2), id(2)).await?), None);
}

/// A letter that stands in no in-box goes when it has expired; what stands in one stays.
pub async fn letters_expire(database: &impl Database) {
    let store = with_people(database, 1).await;
    let letter = |n, end| MessageRow { expires_at: Some(at(end)), ..message(n, 0) };
    write!(store, |tx| {
        for row in [message(1, 0), letter(2, 10), letter(3, 20)] {
            tx.add_message(&row).await?;
        }
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.sweep(at(20)).await?), Ok(1));
    assert_eq!(read!(store, |tx| tx.messages(person(1), at(30), 10).await?), [letter(3, 20), message(1, 0)]);
    assert_eq!(read!(store, |tx| tx.message(person(1), id(3)).await?), Some(letter(3, 20)));
}
