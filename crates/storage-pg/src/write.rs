//! Writing: `SERIALIZABLE`, and again when the engine asks for it.

use crate::common::EngineTx;
use crate::engine::meaning;
use doorstep_storage::{Outcome, StoreError, TxError, Work};
use sqlx::PgPool;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::RwLock;
use tokio::time::timeout;

/// How often work is run before its caller is told that it could not be serialised.
const ATTEMPTS: u32 = 12;
/// How often beside others.
const BESIDE_OTHERS: u32 = 4;
/// How long all others may be held up until what still runs is through.
const HELD_UP: Duration = Duration::from_secs(1);
/// How long one run may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs work that writes.
#[derive(Clone)]
pub(crate) struct Writer {
    pool: PgPool,
    /// Work that lost often has the next turn to itself: beside others it might lose again and again, and its caller would be told that the
    /// database is not available.
    turn: Arc<RwLock<()>>,
}

impl Writer {
    pub(crate) fn new(pool: PgPool) -> Self {
        Writer { pool, turn: Arc::default() }
    }

    pub(crate) async fn run(&self, name: &'static str, work: Work) -> Outcome {
        for attempt in 1..=ATTEMPTS {
            let outcome = if attempt <= BESIDE_OTHERS {
                let _among_others = self.turn.read().await;
                self.run_once(name, &work).await
            } else {
                // Everybody waits for whoever waits here: not for long, then.
                let _alone = timeout(HELD_UP, self.turn.write()).await;
                self.run_once(name, &work).await
            };
            if !matches!(outcome, Err(TxError::Store(StoreError::Serialization))) {
                tracing::trace!(name, attempt, ok = outcome.is_ok(), "write");
                return outcome;
            }
            tracing::debug!(name, attempt, "runs again");
            // 1, 2, 4 … 64 ms: by attempt alone, for chance comes in by the door and this is not worth one.
            tokio::time::sleep(Duration::from_millis(1 << attempt.min(6))).await;
        }
        tracing::warn!(name, attempts = ATTEMPTS, "could not be serialised");
        Err(StoreError::Serialization.into())
    }

    async fn run_once(&self, name: &'static str, work: &Work) -> Outcome {
        let broken = |error| meaning(error, "database");
        let mut transaction = self.pool.begin_with("BEGIN ISOLATION LEVEL SERIALIZABLE").await.map_err(broken)?;
        let mut tx = EngineTx::new(&mut transaction);
        let ended = timeout(PATIENCE, work(&mut tx)).await;
        let lost = tx.lost();
        let outcome = match (ended, lost) {
            (_, Some(error)) => Err(error.into()),
            (Ok(outcome), None) => outcome,
            (Err(_elapsed), None) => Err(StoreError::Unavailable(format!("{name} took too long")).into()),
        };
        if let Err(TxError::Store(error @ (StoreError::Unavailable(_) | StoreError::Broken(_)))) = &outcome {
            tracing::warn!(name, %error, "rolled back");
        }
        match outcome {
            Ok(()) => transaction.commit().await.map_err(broken)?,
            // If this fails too, the connection is gone, and the server rolls back by itself.
            Err(_) => drop(transaction.rollback().await),
        }
        outcome
    }
}
