//! The one writer. Whatever waits when it is free goes into one commit, so that a hundred callers share one `fsync`.

use crate::common::EngineTx;
use crate::engine::{Connection, meaning};
use doorstep_storage::{Outcome, StoreError, TxError, Work};
use futures::FutureExt;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection as _, Executor};
use std::panic::AssertUnwindSafe;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// How many works share a commit at most.
const GROUP: usize = 64;
/// How long one work may hold the others up.
const PATIENCE: Duration = Duration::from_secs(20);

/// Work that waits for the writer.
pub(crate) struct Request {
    pub(crate) name: &'static str,
    pub(crate) work: Work,
    pub(crate) answer: oneshot::Sender<Outcome>,
}

/// Serves requests until nobody can send any more. After trouble with the file it opens the file anew.
pub(crate) async fn serve(options: SqliteConnectOptions, first: Connection, mut queue: mpsc::Receiver<Request>) {
    let mut open = Some(first);
    while let Some(request) = queue.recv().await {
        let mut db = match open.take() {
            Some(db) => db,
            None => match options.connect().await {
                Ok(db) => db,
                Err(error) => {
                    answer([(request.answer, Ok(()))], Err(meaning(error, "database")));
                    continue;
                }
            },
        };
        match commit_group(&mut db, request, &mut queue).await {
            Ok(()) => open = Some(db),
            Err(error) => {
                tracing::error!(%error, "the writer opens the database anew");
                drop(db);
            }
        }
    }
    if let Some(db) = open {
        // Nothing is lost if this fails: every answer was given after its commit.
        drop(db.close().await);
    }
}

type Waiting = (oneshot::Sender<Outcome>, Outcome);

/// Tells everybody how it went: each their own outcome if the commit held, else why it did not.
fn answer(waiting: impl IntoIterator<Item = Waiting>, commit: Result<(), StoreError>) {
    for (caller, outcome) in waiting {
        // A caller that went away does not want to know.
        drop(caller.send(commit.clone().map_err(TxError::from).and(outcome)));
    }
}

/// Runs one request and whatever else waits, and commits once. An error means that the connection is not to be used again.
async fn commit_group(db: &mut Connection, first: Request, queue: &mut mpsc::Receiver<Request>) -> Result<(), StoreError> {
    if let Err(error) = run(db, "BEGIN IMMEDIATE").await {
        answer([(first.answer, Ok(()))], Err(error.clone()));
        return if error == StoreError::Serialization { Ok(()) } else { Err(error) };
    }
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut next = Some(first);
    while let Some(request) = next {
        match run_one(db, request.name, &request.work).await {
            Ok(outcome) => waiting.push((request.answer, outcome)),
            Err(error) => {
                waiting.push((request.answer, Ok(())));
                answer(waiting, Err(error.clone()));
                return Err(error);
            }
        }
        next = if waiting.len() < GROUP { queue.try_recv().ok() } else { None };
    }
    let committed = run(db, "COMMIT").await;
    tracing::trace!(group = waiting.len(), ok = committed.is_ok(), "commit");
    answer(waiting, committed.clone());
    committed
}

/// Runs one work inside its own savepoint. `Err` means that the whole transaction is lost, and all that ran before in it.
async fn run_one(db: &mut Connection, name: &'static str, work: &Work) -> Result<Outcome, StoreError> {
    run(db, "SAVEPOINT work").await?;
    let mut tx = EngineTx::new(db);
    let ended = tokio::time::timeout(PATIENCE, AssertUnwindSafe(work(&mut tx)).catch_unwind()).await;
    let lost = tx.lost();
    let outcome = match (ended, lost) {
        (_, Some(error)) => Err(error.into()),
        (Ok(Ok(outcome)), None) => outcome,
        (Ok(Err(_panic)), None) => Err(StoreError::Broken(format!("{name} panicked")).into()),
        (Err(_elapsed), None) => Err(StoreError::Unavailable(format!("{name} took too long")).into()),
    };
    if let Err(TxError::Store(error @ (StoreError::Unavailable(_) | StoreError::Broken(_)))) = &outcome {
        tracing::warn!(name, %error, "rolled back");
    }
    if outcome.is_err() {
        run(db, "ROLLBACK TO work").await?;
    }
    run(db, "RELEASE work").await?;
    Ok(outcome)
}

async fn run(db: &mut Connection, sql: &'static str) -> Result<(), StoreError> {
    db.execute(sql).await.map(drop).map_err(|error| meaning(error, "database"))
}
