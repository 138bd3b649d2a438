//! Many hands at one thing.

use super::Database;
use super::cases::{case, officer};
use super::world::{Answer, at, hash, id, person, read, sealed, with_leaf, with_people, write};
use crate::row::{ActRow, LinkRow};
use crate::store::{Store, StoreError, TxError};
use doorstep_register::{CaseId, StaffId};
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Runs the same thing `n` times at once; a transaction that could not be serialised is tried again, as a page would.
async fn at_once<T, F, R>(store: &Arc<dyn Store>, n: u64, run: F) -> Vec<Answer<T>>
where
    T: Send + 'static,
    F: Fn(Arc<dyn Store>, u64) -> R + Copy + Send + 'static,
    R: Future<Output = Answer<T>> + Send,
{
    let hands: Vec<_> = (0..n)
        .map(|hand| {
            let store = Arc::clone(store);
            tokio::spawn(async move {
                loop {
                    match run(Arc::clone(&store), hand).await {
                        Err(TxError::Store(StoreError::Serialization)) => tokio::task::yield_now().await,
                        answer => return answer,
                    }
                }
            })
        })
        .collect();
    let mut answers = Vec::new();
    for hand in hands {
        answers.push(hand.await.expect("no hand panics"));
    }
    answers
}

fn act(seq: u32, hand: u64) -> ActRow {
    ActRow { person: person(1), seq, sealed: sealed(&format!("hand {hand}")) }
}

/// Of 32 that append the same version, one wins and 31 are told so.
pub async fn one_winner_for_each_version(database: &impl Database) {
    let store = with_people(database, 1).await;
    for version in 1..=3 {
        let append =
            move |store: Arc<dyn Store>, hand| async move { write!(store, |tx| tx.append_acts(&[with_leaf(act(version, hand))]).await?) };
        let answers = at_once(&store, 32, append).await;
        let winner = answers.iter().position(Result::is_ok).expect("a winner");
        assert_eq!(answers.iter().filter(|a| **a == Err(StoreError::Conflict("act").into())).count(), 31, "{answers:?}");
        let acts = read!(store, |tx| tx.acts(person(1)).await?);
        assert_eq!(acts.len(), version as usize);
        assert_eq!(acts[version as usize - 1], act(version, winner as u64), "what stands is what the winner wrote");
    }
}

/// Of 32 that append after whatever version there is, each arrives once, and the versions have no gap.
pub async fn every_append_arrives(database: &impl Database) {
    let store = with_people(database, 1).await;
    let append = |store: Arc<dyn Store>, hand| async move {
        write!(store, |tx| {
            let version = tx.person(person(1)).await?.map_or(0, |row| row.version);
            tx.append_acts(&[with_leaf(act(version + 1, hand))]).await?;
        })
    };
    let answers = at_once(&store, 32, append).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    let acts = read!(store, |tx| tx.acts(person(1)).await?);
    assert_eq!(acts.iter().map(|act| act.seq).collect::<Vec<_>>(), (1..=32).collect::<Vec<_>>());
    let mut hands: Vec<_> = acts.into_iter().map(|act| act.sealed.to_stored().to_vec()).collect();
    hands.sort();
    hands.dedup();
    assert_eq!(hands.len(), 32);
}

/// One who takes their time, among eight who are quick and always in the way: all of them get through, and none is told that there was too
/// much going on.
pub async fn the_slow_get_through(database: &impl Database) {
    let store = with_people(database, 9).await;
    let append = |store: Arc<dyn Store>, hand, seq, time| async move {
        write!(store, |tx| {
            let standing = tx.standing(&(1..=9).map(person).collect::<Vec<_>>()).await?;
            assert_eq!(standing.len(), 9);
            tokio::time::sleep(time).await;
            tx.append_acts(&[with_leaf(ActRow { person: person(hand), seq, sealed: sealed("act") })]).await?;
        })
    };
    let slow = tokio::spawn(append(Arc::clone(&store), 9, 1, Duration::from_millis(50)));
    let through = Arc::new(AtomicBool::new(false));
    let quick: Vec<_> = (1..=8)
        .map(|hand| {
            let (store, through) = (Arc::clone(&store), Arc::clone(&through));
            tokio::spawn(async move {
                let mut seq = 0;
                while !through.load(Ordering::Relaxed) {
                    seq += 1;
                    append(Arc::clone(&store), hand, seq, Duration::ZERO).await?;
                }
                Answer::Ok(())
            })
        })
        .collect();
    let answer = slow.await.expect("no hand panics");
    through.store(true, Ordering::Relaxed);
    assert_eq!(answer, Ok(()));
    for hand in quick {
        assert_eq!(hand.await.expect("no hand panics"), Ok(()));
    }
}

/// A one-time link works in one of sixteen hands.
pub async fn one_hand_takes_the_link(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        let link = LinkRow { token: hash(1), person: Some(person(1)), staff: None, expires_at: at(60) };
        tx.add_link(&link).await?;
    })
    .unwrap();
    let answers =
        at_once(&store, 16, |store: Arc<dyn Store>, _| async move { write!(store, |tx| tx.take_link(&hash(1), at(1)).await?) }).await;
    assert_eq!(answers.iter().filter(|a| matches!(a, Ok(Some(_)))).count(), 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|a| matches!(a, Ok(None))).count(), 15, "{answers:?}");
}

/// A one-time code works in one of sixteen hands.
pub async fn one_hand_takes_the_code(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| tx.put_codes(person(1), &[hash(1), hash(2)], at(0)).await?).unwrap();
    let answers =
        at_once(&store, 16, |store: Arc<dyn Store>, _| async move { write!(store, |tx| tx.take_code(&hash(1), at(1)).await?) }).await;
    assert_eq!(answers.iter().filter(|a| **a == Ok(Some(person(1)))).count(), 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|a| **a == Ok(None)).count(), 15, "{answers:?}");
    assert_eq!(read!(store, |tx| tx.codes_left(person(1)).await?), 1);
}

/// Sixteen taps with one idempotency key: one is the first.
pub async fn one_first_tap(database: &impl Database) {
    let store = with_people(database, 1).await;
    let tap = |store: Arc<dyn Store>, hand: u64| async move {
        write!(store, |tx| {
            match tx.outcome(person(1), &hash(1)).await? {
                Some(outcome) => outcome,
                None => {
                    let outcome = hand.to_string();
                    tx.keep_outcome(person(1), &hash(1), &outcome, at(0)).await?;
                    outcome
                }
            }
        })
    };
    let answers = at_once(&store, 16, tap).await;
    let kept = read!(store, |tx| tx.outcome(person(1), &hash(1)).await?).expect("an outcome");
    assert!(answers.iter().all(|a| a.as_ref() == Ok(&kept)), "{kept}: {answers:?}");
}

/// Sixteen officers reach for one case: one has it.
pub async fn one_officer_takes_the_case(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        for n in 0..16 {
            tx.put_staff(&officer(700 + n)).await?;
        }
        tx.open_case(&case(1, 0), &super::cases::about(1)).await?;
    })
    .unwrap();
    let take = |store: Arc<dyn Store>, hand| async move { write!(store, |tx| tx.take_case(CaseId(id(1)), StaffId(id(700 + hand))).await?) };
    let answers = at_once(&store, 16, take).await;
    let winner = answers.iter().position(Result::is_ok).expect("a winner");
    assert_eq!(answers.iter().filter(|a| **a == Err(StoreError::Conflict("case_file").into())).count(), 15, "{answers:?}");
    let owner = read!(store, |tx| tx.case(CaseId(id(1))).await?).unwrap().assigned_to;
    assert_eq!(owner, Some(StaffId(id(700 + winner as u64))));
}
