//! Small things that the cases share: chance that repeats itself, moments, ids, and a short way to write a transaction.

use super::Database;
use crate::row::{LeafRow, PersonRow};
use crate::seal::Sealed;
use crate::store::{Store, TxError};
use crate::vault::{OpenError, Vault};
use doorstep_policy::{FindGrant, Finder, Identifier, decide_find};
use doorstep_register::PersonId;
use doorstep_register::world::Random;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// Bytes that differ from each other and are the same in each run.
#[derive(Default)]
pub(super) struct Dice(AtomicU64);

impl Random for Dice {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(32) {
            let thrown = Sha256::digest(self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            chunk.copy_from_slice(&thrown[..chunk.len()]);
        }
    }
}

/// A vault with the keys of the database.
pub(super) fn vault(database: &impl Database) -> Vault {
    Vault::new(database.keys(), Arc::new(Dice::default()))
}

/// A moment some seconds after an arbitrary one.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::new(1_790_000_000 + seconds, 123_456_000).expect("a moment of this century")
}

/// The n-th id.
pub(super) fn id(n: u64) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | u128::from(n))
}

/// The n-th person.
pub(super) fn person(n: u64) -> PersonId {
    PersonId(id(n))
}

/// The n-th hash.
pub(super) fn hash(n: u64) -> [u8; 32] {
    Sha256::digest(n.to_be_bytes()).into()
}

/// A grant to find whose a hash is.
pub(super) fn finding(by: Identifier, n: u64) -> FindGrant {
    decide_find(Finder::Register, by, hash(n), at(0)).expect("the register finds")
}

/// Bytes that stand for something sealed.
pub(super) fn sealed(text: &str) -> Sealed {
    Sealed::from_stored(text.as_bytes().to_vec())
}

/// A person who has done nothing yet.
pub(super) fn newcomer(n: u64) -> PersonRow {
    PersonRow { id: person(n), wrapped_key: format!("key {n}").into_bytes(), version: 0, looks: 0 }
}

/// A row with a leaf whose key is made of the row, so that two rows have two.
pub(super) fn with_leaf<R: std::fmt::Debug>(row: R) -> (R, LeafRow) {
    let digest: [u8; 32] = Sha256::digest(format!("{row:?}")).into();
    let id = Uuid::from_slice(&digest[..16]).expect("16 bytes");
    (row, LeafRow { id, leaf: [1; 33] })
}

/// How the transactions of the cases fail.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Refused {
    /// The case wanted it.
    OnPurpose,
    /// The vault.
    Open(OpenError),
}

impl From<OpenError> for Refused {
    fn from(error: OpenError) -> Self {
        Refused::Open(error)
    }
}

/// What a transaction of a case answers.
pub(super) type Answer<T> = Result<T, TxError<Refused>>;

/// `write!(store, |tx| …)`: a transaction that writes. What it uses is copied into each run, and cloned where it is named in brackets:
/// `write!(store, [vault], |tx| …)`.
macro_rules! write {
    ($store:expr, |$tx:ident| $body:expr) => { $crate::contract::world::write!($store, [], |$tx| $body) };
    ($store:expr, [$($cloned:ident),*], |$tx:ident| $body:expr) => {{
        $(let $cloned = $cloned.clone();)*
        let answer: $crate::contract::world::Answer<_> = $crate::store::write(AsRef::<dyn $crate::store::Store>::as_ref(&$store), "contract", move |$tx| {
            $(let $cloned = $cloned.clone();)*
            Box::pin(async move { Ok($body) })
        })
        .await;
        answer
    }};
}

/// `try_read!(store, |tx| …)`: a transaction that reads, likewise.
macro_rules! try_read {
    ($store:expr, [$($cloned:ident),*], |$tx:ident| $body:expr) => {{
        $(let $cloned = $cloned.clone();)*
        let answer: $crate::contract::world::Answer<_> = $crate::store::read(AsRef::<dyn $crate::store::Store>::as_ref(&$store), "contract", move |$tx| {
            $(let $cloned = $cloned.clone();)*
            Box::pin(async move { Ok($body) })
        })
        .await;
        answer
    }};
}

/// `read!(store, |tx| …)`: what a transaction reads.
macro_rules! read {
    ($store:expr, |$tx:ident| $body:expr) => { $crate::contract::world::try_read!($store, [], |$tx| $body).expect("a read") };
    ($store:expr, [$($cloned:ident),*], |$tx:ident| $body:expr) => {
        $crate::contract::world::try_read!($store, [$($cloned),*], |$tx| $body).expect("a read")
    };
}

pub(super) use {read, try_read, write};

/// The engine of a database, with people 1 to `n` in it.
pub(super) async fn with_people(database: &impl Database, n: u64) -> Arc<dyn Store> {
    let store = database.store();
    write!(store, |tx| {
        for n in 1..=n {
            tx.add_person(&newcomer(n), at(0)).await?;
        }
    })
    .expect("people are added");
    store
}
