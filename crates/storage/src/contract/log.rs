//! The public log: numbers of leaves, tiles, heads, and that one process at a time appends.

use super::Database;
use super::world::{at, id, read, write};
use crate::row::{CheckpointRow, LeafRow, LogRow};
use crate::store::{Store, StoreError};
use std::sync::Arc;

fn conflict<T>(table: &'static str) -> super::world::Answer<T> {
    Err(StoreError::Conflict(table).into())
}

fn head(size: u64, cosigners: u32, seconds: i64) -> CheckpointRow {
    CheckpointRow { size, note: format!("note {size}\n"), cosignatures: String::new(), cosigners, signed_at: at(seconds) }
}

/// More than an engine takes in one statement; and if one of several has a number, none gets one.
pub async fn many_leaves_are_numbered_at_once(database: &impl Database) {
    const MANY: u64 = 131;
    let store = database.store();
    write!(store, |tx| {
        for n in 0..MANY {
            tx.add_leaf(&LeafRow { id: id(n), leaf: [1; 33] }).await?;
        }
        tx.number_leaves(&[(id(7), 1000)]).await?;
    })
    .unwrap();
    let all = |seventh| (0..MANY).filter(move |n| seventh || *n != 7).map(|n| (id(n), 2 * n)).collect::<Vec<_>>();
    assert_eq!(write!(store, |tx| tx.number_leaves(&all(true)).await?), conflict("leaf"));
    assert_eq!(read!(store, |tx| tx.pending_leaves(200).await?).len() as u64, MANY - 1);
    write!(store, |tx| tx.number_leaves(&all(false)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.pending_leaves(200).await?), []);
    for (n, number) in [(0, 0), (7, 1000), (64, 128), (130, 260)] {
        assert_eq!(read!(store, |tx| tx.leaf_number(id(n)).await?), Some(number));
    }
}

async fn leased(store: &Arc<dyn Store>, hand: u64, seconds: i64) -> Option<LogRow> {
    write!(store, |tx| tx.lease_log(id(hand), at(seconds), at(seconds + 10)).await?).unwrap()
}

/// Leaves wait in the order of their ids, and each is given one number.
pub async fn leaves_are_numbered_once(database: &impl Database) {
    let store = database.store();
    write!(store, |tx| {
        for n in [3, 1, 2] {
            tx.add_leaf(&LeafRow { id: id(n), leaf: [n as u8; 33] }).await?;
        }
    })
    .unwrap();
    let waiting = read!(store, |tx| tx.pending_leaves(2).await?);
    assert_eq!(waiting, [LeafRow { id: id(1), leaf: [1; 33] }, LeafRow { id: id(2), leaf: [2; 33] }]);
    write!(store, |tx| tx.number_leaves(&[(id(2), 0)]).await?).unwrap();
    for gone in [2, 9] {
        assert_eq!(write!(store, |tx| tx.number_leaves(&[(id(gone), 7)]).await?), conflict("leaf"));
    }
    assert_eq!(
        read!(store, |tx| (tx.leaf_number(id(2)).await?, tx.leaf_number(id(1)).await?, tx.leaf_number(id(9)).await?)),
        (Some(0), None, None)
    );
    assert_eq!(read!(store, |tx| tx.pending_leaves(9).await?).iter().map(|leaf| leaf.id).collect::<Vec<_>>(), [id(1), id(3)]);
    assert_eq!(read!(store, |tx| tx.leaves().await?), 3);
}

/// Whoever takes the log over raises the epoch, and whoever had it can neither append nor sign any more.
pub async fn one_process_appends(database: &impl Database) {
    let store = database.store();
    let first = leased(&store, 1, 0).await.expect("nobody has it");
    assert_eq!((first.epoch, first.size, first.stopped.clone()), (1, 0, None));
    assert_eq!(leased(&store, 2, 5).await, None, "somebody has it");
    assert_eq!(leased(&store, 1, 5).await.as_ref(), Some(&first), "and keeps it");
    let second = leased(&store, 2, 15).await.expect("the lease has run out");
    assert_eq!(second.epoch, 2);
    let (stale, own) = (first.clone(), second.clone());
    assert_eq!(write!(store, [stale], |tx| tx.grow_log(&stale, 1, &[1; 32]).await?), conflict("log_state"));
    write!(store, [own], |tx| tx.grow_log(&own, 3, &[3; 32]).await?).unwrap();
    assert_eq!(write!(store, [own], |tx| tx.grow_log(&own, 4, &[4; 32]).await?), conflict("log_state"), "it has grown since");
    assert_eq!(write!(store, |tx| tx.add_checkpoint(1, &head(3, 0, 15)).await?), conflict("log_checkpoint"), "an old epoch");
    assert_eq!(write!(store, |tx| tx.add_checkpoint(2, &head(4, 0, 15)).await?), conflict("log_checkpoint"), "more than is stored");
    write!(store, |tx| tx.add_checkpoint(2, &head(3, 0, 15)).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.add_checkpoint(2, &head(3, 0, 16)).await?), conflict("log_checkpoint"), "once");
    let now = read!(store, |tx| tx.log_head().await?);
    assert_eq!(now, LogRow { epoch: 2, size: 3, root: [3; 32], stopped: None });
}

/// Of two that append after the same head, one does.
pub async fn two_sequencers_do_not_fork(database: &impl Database) {
    let store = database.store();
    let head = leased(&store, 1, 0).await.unwrap();
    let hands: Vec<_> = (1..=8u8)
        .map(|hand| {
            let (store, head) = (Arc::clone(&store), head.clone());
            tokio::spawn(async move {
                loop {
                    let answer = write!(store, [head], |tx| {
                        tx.put_log_tile(0, 0, &[hand; 32]).await?;
                        tx.grow_log(&head, 1, &[hand; 32]).await?;
                    });
                    if answer != Err(StoreError::Serialization.into()) {
                        return answer;
                    }
                }
            })
        })
        .collect();
    let mut winners = Vec::new();
    for (hand, task) in (1u8..).zip(hands) {
        match task.await.expect("no hand panics") {
            Ok(()) => winners.push(hand),
            Err(error) => assert_eq!(Err(error), conflict::<()>("log_state")),
        }
    }
    assert_eq!(winners.len(), 1);
    assert_eq!(read!(store, |tx| tx.log_head().await?).root, [winners[0]; 32]);
    assert_eq!(read!(store, |tx| tx.log_tile(0, 0).await?), Some(vec![winners[0]; 32]), "the loser's tile is not there");
}

/// A stopped log neither grows nor signs until somebody lets it go on.
pub async fn a_stopped_log_stands(database: &impl Database) {
    let store = database.store();
    let head_then = leased(&store, 1, 0).await.unwrap();
    write!(store, |tx| tx.stop_log(Some("a witness is ahead")).await?).unwrap();
    assert_eq!(leased(&store, 1, 1).await.unwrap().stopped.as_deref(), Some("a witness is ahead"));
    assert_eq!(write!(store, [head_then], |tx| tx.grow_log(&head_then, 1, &[1; 32]).await?), conflict("log_state"));
    assert_eq!(write!(store, |tx| tx.add_checkpoint(1, &head(0, 0, 1)).await?), conflict("log_checkpoint"));
    write!(store, |tx| tx.stop_log(None).await?).unwrap();
    write!(store, |tx| tx.add_checkpoint(1, &head(0, 0, 1)).await?).unwrap();
}

/// Tiles grow in place; leaves stand on a level of their own.
pub async fn tiles_grow(database: &impl Database) {
    let store = database.store();
    write!(store, |tx| {
        tx.put_log_tile(-1, 0, &[9; 35]).await?;
        tx.put_log_tile(0, 0, &[1; 32]).await?;
        tx.put_log_tile(0, 0, &[1; 64]).await?;
        tx.put_log_tile(2, 5_000_000_000, &[2; 32]).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.log_tile(-1, 0).await?), Some(vec![9; 35]));
    assert_eq!(read!(store, |tx| tx.log_tile(0, 0).await?), Some(vec![1; 64]));
    assert_eq!(read!(store, |tx| tx.log_tile(2, 5_000_000_000).await?), Some(vec![2; 32]));
    assert_eq!(read!(store, |tx| tx.log_tile(0, 1).await?), None);
    let mut several = read!(store, |tx| tx.log_tiles(&[(2, 5_000_000_000), (0, 1), (-1, 0)]).await?);
    several.sort();
    assert_eq!(several, [(-1, 0, vec![9; 35]), (2, 5_000_000_000, vec![2; 32])]);
    assert_eq!(read!(store, |tx| tx.log_tiles(&[]).await?), []);
}

/// Heads are found from both sides of a leaf, by how many witnesses signed them; old ones are thinned to one a minute.
pub async fn heads_are_found(database: &impl Database) {
    let store = database.store();
    let own = leased(&store, 1, 0).await.unwrap();
    write!(store, [own], |tx| {
        tx.grow_log(&own, 100, &[1; 32]).await?;
        for (size, seconds) in [(10, 0), (20, 1), (30, 2), (40, 61), (50, 62)] {
            tx.add_checkpoint(1, &head(size, 0, seconds)).await?;
        }
        for (size, line) in [(20, "a\n"), (20, "b\n"), (40, "a\n")] {
            tx.add_cosignature(size, line).await?;
        }
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.add_cosignature(25, "a\n").await?), Err(StoreError::NotFound("log_checkpoint").into()));
    let twice = CheckpointRow { cosignatures: "a\nb\n".into(), cosigners: 2, ..head(20, 0, 1) };
    assert_eq!(read!(store, |tx| tx.checkpoint_up_to(u64::MAX, 2).await?), Some(twice.clone()));
    assert_eq!(read!(store, |tx| tx.checkpoint_up_to(35, 0).await?), Some(head(30, 0, 2)));
    assert_eq!(read!(store, |tx| tx.checkpoint_up_to(9, 0).await?), None);
    assert_eq!(read!(store, |tx| tx.checkpoint_beyond(19, 1).await?), Some(twice), "a leaf's number is below the size");
    assert_eq!(read!(store, |tx| tx.checkpoint_beyond(20, 1).await?).map(|row| row.size), Some(40));
    assert_eq!(read!(store, |tx| tx.checkpoint_beyond(50, 0).await?), None);
    for (seconds, size) in [(-1, None), (0, Some(10)), (60, Some(30)), (61, Some(40)), (99, Some(50))] {
        assert_eq!(read!(store, |tx| tx.log_size_at(at(seconds)).await?), size, "{seconds}");
    }
    // 123,456 µs into a minute that began 20 seconds earlier: 0 to 2 lie in one minute, 61 and 62 in the next.
    assert_eq!(
        write!(store, |tx| tx.thin_checkpoints(at(60)).await?),
        Ok(1),
        "10 goes: 20 is later and has more signatures; 30 is the last"
    );
    assert_eq!(read!(store, |tx| tx.checkpoint_up_to(19, 0).await?), None);
    assert_eq!(read!(store, |tx| tx.checkpoint_up_to(29, 0).await?).map(|row| row.size), Some(20));
}
