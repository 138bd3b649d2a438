//! The one writer. Whatever waits when it is free goes into one commit, so that a hundred callers share one `fsync`.

use crate::common::EngineTx;
use crate::engine::{Connection, meaning};
use doorstep_storage::{Outcome, StoreError, TxError, Work};
use futures::FutureExt;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection as _, Executor};
use std::collections::VecDeque;
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

impl Request {
    fn tell(self, outcome: Outcome) {
        // A caller that went away does not want to know.
        drop(self.answer.send(outcome));
    }
}

/// The writer: its connection, who waits, and who has to run again because a neighbour took the transaction down.
pub(crate) struct Writer {
    options: SqliteConnectOptions,
    open: Option<Connection>,
    queue: mpsc::Receiver<Request>,
    again: VecDeque<Request>,
}

impl Writer {
    pub(crate) fn new(options: SqliteConnectOptions, open: Connection, queue: mpsc::Receiver<Request>) -> Self {
        Writer { options, open: Some(open), queue, again: VecDeque::new() }
    }

    /// Serves requests until nobody can send any more.
    pub(crate) async fn serve(mut self) {
        loop {
            let first = match self.again.pop_front() {
                Some(request) => request,
                None => match self.queue.recv().await {
                    Some(request) => request,
                    None => break,
                },
            };
            let db = match self.open.take() {
                Some(db) => Ok(db),
                None => self.options.connect().await.map_err(|error| meaning(error, "database")),
            };
            match db {
                Ok(db) => self.open = self.commit_group(db, first).await,
                Err(error) => first.tell(Err(error.into())),
            }
        }
        if let Some(db) = self.open {
            // Nothing is lost if this fails: every answer was given after its commit.
            drop(db.close().await);
        }
    }

    fn waiting(&mut self) -> Option<Request> {
        self.again.pop_front().or_else(|| self.queue.try_recv().ok())
    }

    /// Runs one request and whatever else waits, and commits once. Answers the connection, unless it cannot be trusted any more.
    async fn commit_group(&mut self, mut db: Connection, first: Request) -> Option<Connection> {
        if let Err(error) = run(&mut db, "BEGIN IMMEDIATE; SAVEPOINT work").await {
            first.tell(Err(error.clone().into()));
            return (error == StoreError::Serialization).then_some(db);
        }
        let mut ran: Vec<(Request, Outcome)> = Vec::new();
        let mut next = Some(first);
        while let Some(request) = next {
            match run_one(&mut db, ran.is_empty(), request.name, &request.work).await {
                Ok(outcome) => ran.push((request, outcome)),
                Err(error) => {
                    tracing::error!(name = request.name, %error, others = ran.len(), "took the transaction down");
                    request.tell(Err(error.into()));
                    // The others lost their changes through no fault of their own, and work can be run again.
                    ran.into_iter().rev().for_each(|(request, _)| self.again.push_front(request));
                    drop(db.close().await);
                    return None;
                }
            }
            next = if ran.len() < GROUP { self.waiting() } else { None };
        }
        let committed = run(&mut db, "COMMIT").await;
        tracing::trace!(group = ran.len(), ok = committed.is_ok(), "commit");
        for (request, outcome) in ran {
            request.tell(committed.clone().map_err(TxError::from).and(outcome));
        }
        match committed {
            Ok(()) => Some(db),
            Err(error) => {
                tracing::error!(%error, "could not commit; the writer opens the database anew");
                drop(db.close().await);
                None
            }
        }
    }
}

/// Runs one work inside its own savepoint: the one that the transaction began with, or another in its place. `Err` means that the whole transaction is lost, with all that ran before in it: SQLite itself
/// rolls back when, for one, the disk is full.
async fn run_one(db: &mut Connection, first: bool, name: &'static str, work: &Work) -> Result<Outcome, StoreError> {
    if !first {
        run(db, "RELEASE work; SAVEPOINT work").await?;
    }
    let mut tx = EngineTx::new(db);
    let ended = tokio::time::timeout(PATIENCE, AssertUnwindSafe(work(&mut tx)).catch_unwind()).await;
    let lost = tx.lost();
    let outcome = match (ended, lost) {
        (_, Some(error)) => Err(error.into()),
        (Ok(Ok(outcome)), None) => outcome,
        (Ok(Err(_panic)), None) => Err(StoreError::Broken(format!("{name} panicked")).into()),
        (Err(_elapsed), None) => Err(StoreError::Unavailable(format!("{name} took too long")).into()),
    };
    match &outcome {
        Ok(()) => {}
        Err(TxError::Refused(_)) => run(db, "ROLLBACK TO work").await?,
        Err(TxError::Store(why)) => {
            if let StoreError::Unavailable(_) | StoreError::Broken(_) = why {
                tracing::warn!(name, %why, "rolled back");
            }
            run(db, "ROLLBACK TO work").await.map_err(|_| why.clone())?;
        }
    }
    Ok(outcome)
}

async fn run(db: &mut Connection, sql: &'static str) -> Result<(), StoreError> {
    db.execute(sql).await.map(drop).map_err(|error| meaning(error, "database"))
}
