//! What a transaction is.

use super::Database;
use super::world::{Answer, Refused, at, hash, id, newcomer, person, read, try_read, with_leaf, with_people, write};
use crate::row::{ActRow, LeafRow};
use crate::seal::Sealed;
use crate::store::{self, Store, StoreError, TxError};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;

fn leaf(n: u64) -> LeafRow {
    LeafRow { id: id(n), leaf: [n as u8; 33] }
}

async fn leaves(store: &Arc<dyn Store>) -> u64 {
    read!(store, |tx| tx.leaves().await?)
}

/// What a use case refuses leaves nothing.
pub async fn a_refusal_leaves_nothing(database: &impl Database) {
    let store = with_people(database, 1).await;
    let refused: Answer<()> = store::write(&*store, "refuse", |tx| {
        Box::pin(async move {
            tx.add_leaf(&leaf(1)).await?;
            tx.append_acts(&[with_leaf(ActRow { person: person(1), seq: 1, sealed: Sealed::from_stored(vec![1]) })]).await?;
            tx.erase_person(person(1)).await?;
            Err(TxError::Refused(Refused::OnPurpose))
        })
    })
    .await;
    assert_eq!(refused, Err(TxError::Refused(Refused::OnPurpose)));
    assert_eq!(leaves(&store).await, 0);
    assert_eq!(read!(store, |tx| tx.person(person(1)).await?), Some(newcomer(1)));
}

/// Work that meets a conflict in the middle leaves nothing.
pub async fn an_error_leaves_nothing(database: &impl Database) {
    let store = with_people(database, 1).await;
    let conflict = write!(store, |tx| {
        tx.add_leaf(&leaf(1)).await?;
        tx.add_person(&newcomer(1), at(0)).await?;
    });
    assert_eq!(conflict, Err(StoreError::Conflict("person").into()));
    assert_eq!(leaves(&store).await, 0);
    write!(store, |tx| tx.add_leaf(&leaf(1)).await?).unwrap();
    assert_eq!(leaves(&store).await, 1);
}

/// Work that panics leaves nothing, and the next work finds the database as before.
pub async fn a_panic_leaves_nothing(database: &impl Database) {
    let store = database.store();
    let broken: Answer<()> = store::write(&*store, "panic", |tx| {
        Box::pin(async move {
            tx.add_leaf(&leaf(1)).await?;
            panic!("the case wants it");
        })
    })
    .await;
    assert!(matches!(broken, Err(TxError::Store(StoreError::Broken(_)))), "{broken:?}");
    assert_eq!(leaves(&store).await, 0);
    write!(store, |tx| tx.add_leaf(&leaf(2)).await?).unwrap();
    assert_eq!(leaves(&store).await, 1);
}

/// A failed statement dooms the transaction, even if the work does not care.
pub async fn an_ignored_failure_is_not_committed(database: &impl Database) {
    let store = database.store();
    let ignored = write!(store, |tx| {
        tx.add_leaf(&leaf(1)).await?;
        // Nobody is there, so that the engine itself refuses.
        let failed = tx.put_email(person(1), Some(&hash(1))).await;
        assert_eq!(failed, Err(StoreError::NotFound("email_index")));
        let after = tx.leaves().await;
        assert!(after.is_err(), "nothing more is answered: {after:?}");
    });
    assert_eq!(ignored, Err(StoreError::NotFound("email_index").into()));
    assert_eq!(leaves(&store).await, 0);
}

/// A conflict that the engine only tells of dooms nothing: the work may answer it and go on.
pub async fn a_conflict_can_be_answered(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| tx.keep_outcome(person(1), &hash(1), "first", at(0)).await?).unwrap();
    let answered = write!(store, |tx| {
        let again = tx.keep_outcome(person(1), &hash(1), "second", at(1)).await;
        assert_eq!(again, Err(StoreError::Conflict("outcome")));
        tx.add_leaf(&leaf(1)).await?;
        tx.outcome(person(1), &hash(1)).await?
    });
    assert_eq!(answered, Ok(Some("first".to_owned())));
    assert_eq!(leaves(&store).await, 1);
}

/// A read sees one moment, whatever is written meanwhile.
pub async fn a_read_sees_one_snapshot(database: &impl Database) {
    let store = database.store();
    let (begun, written) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let reader = tokio::spawn({
        let (store, begun, written) = (Arc::clone(&store), Arc::clone(&begun), Arc::clone(&written));
        async move {
            read!(store, [begun, written], |tx| {
                let before = tx.leaves().await?;
                begun.add_permits(1);
                written.acquire().await.expect("an open semaphore").forget();
                (before, tx.leaves().await?)
            })
        }
    });
    begun.acquire().await.expect("an open semaphore").forget();
    write!(store, |tx| tx.add_leaf(&leaf(1)).await?).unwrap();
    written.add_permits(1);
    assert_eq!(reader.await.expect("the reader"), (0, 0));
    assert_eq!(leaves(&store).await, 1);
}

/// A read that tries to write is told that it cannot.
pub async fn a_read_cannot_write(database: &impl Database) {
    let store = database.store();
    let refused = try_read!(store, [], |tx| tx.add_leaf(&leaf(1)).await?);
    assert!(matches!(refused, Err(TxError::Store(StoreError::Broken(_)))), "{refused:?}");
    assert_eq!(leaves(&store).await, 0);
}

/// Where an engine runs work again, the run that failed leaves no trace.
pub async fn a_first_run_leaves_no_trace(database: &impl Database) {
    let store = with_people(database, 1).await;
    let runs = Arc::new(AtomicU64::new(0));
    let (begun, written) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let append = |seq: u32| ActRow { person: person(1), seq, sealed: Sealed::from_stored(vec![seq as u8]) };
    let slow = tokio::spawn({
        let (store, runs, begun, written) = (Arc::clone(&store), Arc::clone(&runs), Arc::clone(&begun), Arc::clone(&written));
        async move {
            write!(store, [runs, begun, written], |tx| {
                let run = runs.fetch_add(1, Ordering::SeqCst) + 1;
                tx.add_leaf(&leaf(run)).await?;
                let version = tx.person(person(1)).await?.map_or(0, |row| row.version);
                begun.add_permits(1);
                // An engine with one writer lets nobody in between, and there is nothing to wait for.
                drop(tokio::time::timeout(Duration::from_millis(500), written.acquire()).await);
                tx.append_acts(&[with_leaf(append(version + 1))]).await?;
            })
        }
    });
    begun.acquire().await.expect("an open semaphore").forget();
    write!(store, |tx| {
        let version = tx.person(person(1)).await?.map_or(0, |row| row.version);
        tx.append_acts(&[with_leaf(append(version + 1))]).await?;
    })
    .unwrap();
    written.add_permits(8);
    slow.await.expect("the slow one").expect("both succeed");
    assert_eq!(read!(store, |tx| tx.acts(person(1)).await?), [append(1), append(2)]);
    assert_eq!(leaves(&store).await, 3, "one of the run that lasted, one with each act, after {} runs", runs.load(Ordering::SeqCst));
}

/// A caller that goes away in the middle neither loses its work nor half does it.
pub async fn work_outlives_its_caller(database: &impl Database) {
    let store = database.store();
    let (begun, go_on) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let caller = tokio::spawn({
        let (store, begun, go_on) = (Arc::clone(&store), Arc::clone(&begun), Arc::clone(&go_on));
        async move {
            write!(store, [begun, go_on], |tx| {
                tx.add_leaf(&leaf(1)).await?;
                begun.add_permits(1);
                go_on.acquire().await.expect("an open semaphore").forget();
                tx.add_leaf(&leaf(2)).await?;
            })
        }
    });
    begun.acquire().await.expect("an open semaphore").forget();
    caller.abort();
    assert!(caller.await.is_err(), "the caller is gone");
    assert_eq!(leaves(&store).await, 0);
    go_on.add_permits(8);
    for _ in 0..200 {
        if leaves(&store).await == 2 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{} of 2 leaves after the caller went away", leaves(&store).await);
}

/// A hundred writers at once, some of whom are refused: the others all arrive.
pub async fn many_writers_all_arrive(database: &impl Database) {
    let store = database.store();
    let writers: Vec<_> = (0..100)
        .map(|n| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let answer: Answer<()> = store::write(&*store, "one of many", move |tx| {
                    Box::pin(async move {
                        tx.add_leaf(&leaf(n)).await?;
                        if n % 4 == 0 { Err(TxError::Refused(Refused::OnPurpose)) } else { Ok(()) }
                    })
                })
                .await;
                answer
            })
        })
        .collect();
    for (n, writer) in writers.into_iter().enumerate() {
        let expected = if n % 4 == 0 { Err(TxError::Refused(Refused::OnPurpose)) } else { Ok(()) };
        assert_eq!(writer.await.expect("a writer"), expected);
    }
    assert_eq!(leaves(&store).await, 75);
}
