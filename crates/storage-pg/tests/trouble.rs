//! A server that is not there, that goes away, and that asks to run a transaction again.

mod server;

use doorstep_register::PersonId;
use doorstep_storage::{ActRow, LeafRow, PersonRow, Sealed, Store, StoreError, TxError, read, write};
use doorstep_storage_pg::Postgres;
use jiff::Timestamp;
use server::Scratch;
use sqlx::{Connection, Executor};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
use uuid::Uuid;

fn act(person: PersonId, seq: u32) -> (ActRow, LeafRow) {
    let leaf = LeafRow { id: Uuid::from_u128(100 + u128::from(seq)), leaf: [1; 33] };
    (ActRow { person, seq, sealed: Sealed::from_stored(vec![1]) }, leaf)
}

async fn add_leaf(store: &dyn Store, n: u128) -> Result<(), TxError<()>> {
    write(store, "leaf", move |tx| Box::pin(async move { Ok(tx.add_leaf(&LeafRow { id: Uuid::from_u128(n), leaf: [1; 33] }).await?) }))
        .await
}

async fn leaves(store: &dyn Store) -> Result<u64, TxError<()>> {
    read(store, "leaves", |tx| Box::pin(async move { Ok(tx.leaves().await?) })).await
}

#[tokio::test]
async fn a_server_that_is_not_there_is_said_soon() {
    let nobody = Postgres::connect("postgres://nobody@127.0.0.1:1/nothing", 2);
    let answer = tokio::time::timeout(Duration::from_secs(10), nobody).await.expect("an answer within ten seconds");
    assert!(matches!(answer.map(drop), Err(StoreError::Unavailable(_))));
    let secret = Postgres::connect("mysql://somebody:secret@127.0.0.1/nothing", 2).await.map(drop);
    assert!(matches!(&secret, Err(StoreError::Broken(why)) if !why.contains("secret")), "{secret:?}");
}

#[tokio::test]
async fn a_server_that_went_away_is_found_again() {
    let Some(scratch) = Scratch::make("a_server_that_went_away_is_found_again").await else { return };
    let store = Postgres::connect(&scratch.url, 3).await.unwrap();
    add_leaf(&store, 1).await.unwrap();

    // In the middle of a transaction.
    let mut other = scratch.connect().await;
    let (begun, gone) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let half = tokio::spawn({
        let (store, begun, gone) = (Arc::new(store), Arc::clone(&begun), Arc::clone(&gone));
        async move {
            let answer: Result<(), TxError<()>> = write(&*store, "half", {
                move |tx| {
                    let (begun, gone) = (Arc::clone(&begun), Arc::clone(&gone));
                    Box::pin(async move {
                        tx.add_leaf(&LeafRow { id: Uuid::from_u128(2), leaf: [1; 33] }).await?;
                        begun.add_permits(1);
                        gone.acquire().await.expect("an open semaphore").forget();
                        Ok(tx.add_leaf(&LeafRow { id: Uuid::from_u128(3), leaf: [1; 33] }).await?)
                    })
                }
            })
            .await;
            (store, answer)
        }
    });
    begun.acquire().await.unwrap().forget();
    other
        .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
        .await
        .unwrap();
    gone.add_permits(8);
    let (store, answer) = half.await.unwrap();
    assert!(matches!(answer, Err(TxError::Store(StoreError::Unavailable(_)))), "{answer:?}");

    // The pool finds out about its other connections and makes new ones.
    let mut tries = 0;
    while let Err(error) = add_leaf(&*store, 4).await {
        tries += 1;
        assert!(tries < 5 && matches!(error, TxError::Store(StoreError::Unavailable(_))), "{error:?}");
    }
    assert_eq!(leaves(&*store).await, Ok(2));
    other.close().await.unwrap();
    store.close().await;
    scratch.drop().await;
}

#[tokio::test]
async fn a_transaction_is_run_again_when_the_server_asks() {
    let Some(scratch) = Scratch::make("a_transaction_is_run_again").await else { return };
    let store = Arc::new(Postgres::connect(&scratch.url, 3).await.unwrap());
    let person = PersonId(Uuid::from_u128(1));
    let added: Result<(), TxError<()>> = write(&*store, "person", move |tx| {
        Box::pin(async move {
            let row = PersonRow { id: person, wrapped_key: vec![1], version: 0, looks: 0 };
            Ok(tx.add_person(&row, Timestamp::UNIX_EPOCH).await?)
        })
    })
    .await;
    added.unwrap();

    let runs = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&runs);
    let inner = Arc::clone(&store);
    let appended: Result<(), TxError<()>> = write(&*store, "slow", move |tx| {
        let (count, inner) = (Arc::clone(&count), Arc::clone(&inner));
        Box::pin(async move {
            let version = tx.person(person).await?.map_or(0, |row| row.version);
            if count.fetch_add(1, Ordering::SeqCst) == 0 {
                let first: Result<(), TxError<()>> =
                    write(&*inner, "quick", move |tx| Box::pin(async move { Ok(tx.append_acts(&[act(person, 1)]).await?) })).await;
                first?;
            }
            Ok(tx.append_acts(&[act(person, version + 1)]).await?)
        })
    })
    .await;
    assert_eq!(appended, Ok(()));
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    store.close().await;
    scratch.drop().await;
}

#[tokio::test]
async fn two_instances_start_at_once() {
    let Some(scratch) = Scratch::make("two_instances_start_at_once").await else { return };
    let starts: Vec<_> = (0..4)
        .map(|_| {
            let url = scratch.url.clone();
            tokio::spawn(async move { Postgres::connect(&url, 2).await })
        })
        .collect();
    for start in starts {
        start.await.unwrap().unwrap().close().await;
    }
    scratch.drop().await;
}
