//! Passkeys and their ceremonies.

use super::Database;
use super::world::{at, hash, person, read, sealed, with_people, write};
use crate::row::PasskeyRow;
use crate::store::StoreError;

fn passkey(n: u64, credential: u64, state: &str) -> PasskeyRow {
    PasskeyRow { person: person(n), credential: hash(credential), sealed: sealed(state), created_at: at(credential as i64) }
}

/// A passkey is added, replaced by its owner, found by its credential, refused to another person, and removed by its owner.
pub async fn passkeys_come_and_go(database: &impl Database) {
    let store = with_people(database, 2).await;
    write!(store, |tx| {
        tx.put_passkey(&passkey(1, 2, "second")).await?;
        tx.put_passkey(&passkey(1, 1, "first")).await?;
        tx.put_passkey(&passkey(1, 1, "first, used")).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.passkeys(person(1)).await?), [passkey(1, 1, "first, used"), passkey(1, 2, "second")]);
    assert_eq!(read!(store, |tx| tx.passkey(&hash(2)).await?), Some(passkey(1, 2, "second")));
    assert_eq!(read!(store, |tx| tx.passkey(&hash(3)).await?), None);
    assert_eq!(write!(store, |tx| tx.put_passkey(&passkey(2, 1, "stolen")).await?), Err(StoreError::Conflict("passkey").into()));
    assert_eq!(write!(store, |tx| tx.delete_passkey(person(2), &hash(1)).await?), Err(StoreError::NotFound("passkey").into()));
    write!(store, |tx| tx.delete_passkey(person(1), &hash(1)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.passkeys(person(1)).await?), [passkey(1, 2, "second")]);
}

/// A ceremony ends once and in time.
pub async fn a_ceremony_ends_once(database: &impl Database) {
    let store = database.store();
    write!(store, |tx| {
        tx.add_ceremony(&hash(1), b"challenge", at(60)).await?;
        tx.add_ceremony(&hash(2), b"late", at(60)).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.add_ceremony(&hash(1), b"", at(60)).await?), Err(StoreError::Conflict("ceremony").into()));
    assert_eq!(write!(store, |tx| tx.take_ceremony(&hash(1), at(59)).await?), Ok(Some(b"challenge".to_vec())));
    assert_eq!(write!(store, |tx| tx.take_ceremony(&hash(1), at(59)).await?), Ok(None));
    assert_eq!(write!(store, |tx| tx.take_ceremony(&hash(2), at(61)).await?), Ok(None));
}
