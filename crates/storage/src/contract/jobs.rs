//! Jobs.

use super::Database;
use super::world::{at, id, person, read, sealed, with_people, write};
use crate::row::{JobRow, JobState, MessageRow};
use crate::store::StoreError;

pub(super) fn job(n: u64, due: i64) -> JobRow {
    JobRow { id: id(n), kind: "message.email".into(), person: person(1), message: id(1000 + n), available_at: at(due), attempts: 0 }
}

fn tried(n: u64, due: i64, attempts: u32) -> JobRow {
    JobRow { attempts, ..job(n, due) }
}

/// A job is enqueued once, even after it was done.
pub async fn a_job_is_enqueued_once(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        tx.add_job(&job(1, 0)).await?;
        tx.add_job(&job(1, 500)).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(90), at(1), at(61), 10).await?), Ok(vec![tried(1, 0, 1)]));
    write!(store, |tx| tx.finish_job(id(1), id(90), at(2)).await?).unwrap();
    write!(store, |tx| tx.add_job(&job(1, 0)).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(91), at(100), at(160), 10).await?), Ok(vec![]));
    assert_eq!(read!(store, |tx| tx.job_states(at(100), 10).await?), []);
}

fn state(n: u64, state: &str, attempts: u32, due: i64, trouble: Option<&str>) -> JobState {
    JobState {
        id: id(n),
        kind: "message.email".into(),
        state: state.into(),
        attempts,
        available_at: at(due),
        trouble: trouble.map(str::to_owned),
    }
}

/// Due jobs come oldest first; each is done, tried again later, or given up; the operator sees which, failed ones first.
pub async fn a_job_is_done_tried_again_or_given_up(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        for (n, due) in [(1, 30), (2, 10), (3, 20), (4, 99)] {
            tx.add_job(&job(n, due)).await?;
        }
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(90), at(5), at(65), 10).await?), Ok(vec![]));
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(90), at(30), at(90), 2).await?), Ok(vec![tried(2, 10, 1), tried(3, 20, 1)]));
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(91), at(30), at(90), 10).await?), Ok(vec![tried(1, 30, 1)]));
    assert_eq!(
        read!(store, |tx| tx.job_states(at(30), 10).await?),
        [
            state(2, "leased", 1, 10, None),
            state(3, "leased", 1, 20, None),
            state(1, "leased", 1, 30, None),
            state(4, "waiting", 0, 99, None)
        ]
    );
    assert_eq!(write!(store, |tx| tx.finish_job(id(1), id(90), at(31)).await?), Err(StoreError::Conflict("job").into()));
    write!(store, |tx| {
        tx.finish_job(id(1), id(91), at(31)).await?;
        tx.retry_job(id(2), id(90), at(50), "no route").await?;
        tx.fail_job(id(3), id(90), at(31), "refused").await?;
    })
    .unwrap();
    for lost in [1, 2, 3] {
        assert_eq!(write!(store, |tx| tx.finish_job(id(lost), id(90), at(32)).await?), Err(StoreError::Conflict("job").into()));
        assert_eq!(write!(store, |tx| tx.retry_job(id(lost), id(90), at(32), "").await?), Err(StoreError::Conflict("job").into()));
        assert_eq!(write!(store, |tx| tx.fail_job(id(lost), id(90), at(32), "").await?), Err(StoreError::Conflict("job").into()));
    }
    assert_eq!(
        read!(store, |tx| tx.job_states(at(40), 10).await?),
        [state(3, "failed", 1, 20, Some("refused")), state(2, "waiting", 1, 50, Some("no route")), state(4, "waiting", 0, 99, None)]
    );
    assert_eq!(read!(store, |tx| tx.job_states(at(40), 1).await?).len(), 1);
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(92), at(49), at(60), 10).await?), Ok(vec![]));
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(92), at(50), at(60), 10).await?), Ok(vec![tried(2, 50, 2)]));
    assert_eq!(write!(store, |tx| tx.revive_jobs(at(55)).await?), Ok(1));
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(93), at(55), at(65), 10).await?), Ok(vec![tried(3, 55, 1)]));
}

/// The waiting jobs of one kind are made due; done and failed ones, other kinds, and those that are due already stay as they are.
pub async fn the_jobs_of_a_kind_wake(database: &impl Database) {
    let store = with_people(database, 1).await;
    let check = |n, due| JobRow { kind: "check".into(), ..job(n, due) };
    write!(store, |tx| {
        for row in [check(1, 500), check(2, 5), check(3, 6), check(4, 7), job(5, 500)] {
            tx.add_job(&row).await?;
        }
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(90), at(6), at(66), 10).await?).unwrap().len(), 2);
    write!(store, |tx| {
        tx.finish_job(id(2), id(90), at(6)).await?;
        tx.fail_job(id(3), id(90), at(6), "refused").await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.wake_jobs("check", at(8)).await?), Ok(1));
    let due: Vec<_> = write!(store, |tx| tx.lease_jobs(id(91), at(8), at(68), 10).await?).unwrap().into_iter().map(|j| j.id).collect();
    assert_eq!(due, [id(4), id(1)]);
    assert_eq!(write!(store, |tx| tx.wake_jobs("check", at(8)).await?), Ok(0));
}

/// Reminders that have become pointless go with their messages, whoever has them; other kinds and other people's stay.
pub async fn a_pointless_reminder_goes(database: &impl Database) {
    let store = with_people(database, 2).await;
    let reminder = |n| JobRow { kind: "reminder".into(), ..job(n, 0) };
    write!(store, |tx| {
        for n in 1..=5 {
            let message = MessageRow { person: person(1), id: id(1000 + n), sealed: sealed("text"), created_at: at(0), expires_at: None };
            tx.add_message(&message).await?;
        }
        for n in 1..=3 {
            tx.add_job(&reminder(n)).await?;
        }
        tx.add_job(&job(4, 0)).await?;
        tx.add_job(&JobRow { person: person(2), ..reminder(5) }).await?;
    })
    .unwrap();
    let leased = write!(store, |tx| tx.lease_jobs(id(90), at(1), at(61), 2).await?).unwrap();
    assert_eq!(leased.len(), 2);
    write!(store, |tx| tx.finish_job(id(1), id(90), at(2)).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.cancel_jobs(person(1), "reminder").await?), Ok(2));
    assert_eq!(write!(store, |tx| tx.finish_job(id(2), id(90), at(3)).await?), Err(StoreError::Conflict("job").into()));
    let left: Vec<_> = read!(store, |tx| tx.job_states(at(3), 10).await?).into_iter().map(|j| j.id).collect();
    assert_eq!(left, [id(4), id(5)]);
    let mut messages: Vec<_> = read!(store, |tx| tx.messages(person(1), at(3), 10).await?).into_iter().map(|m| m.id).collect();
    messages.sort();
    assert_eq!(messages, [id(1001), id(1004), id(1005)]);
}
