//! Named transactions that can be run again.

use crate::tx::Tx;
use async_trait::async_trait;
use futures::future::BoxFuture;
use std::sync::{Arc, Mutex};
use thiserror::Error;

/// What went wrong in the engine.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum StoreError {
    /// Somebody else wrote first: the version, or the key, is taken.
    #[error("conflict in {0}")]
    Conflict(&'static str),
    /// What should be changed is not there.
    #[error("not found in {0}")]
    NotFound(&'static str),
    /// The engine asks to run the transaction again (SQLSTATE 40001, 40P01, `SQLITE_BUSY`). Engines retry it themselves; it comes out
    /// only after the last attempt.
    #[error("the transaction could not be serialised")]
    Serialization,
    /// The database cannot be reached, or its disk is full.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// Stored bytes that this version cannot read, or a statement that failed for another reason.
    #[error("the database answered: {0}")]
    Broken(String),
}

/// Why a transaction was rolled back.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum TxError<E> {
    /// The engine.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The use case itself.
    #[error("{0}")]
    Refused(E),
}

/// The use case gave up; its reason is in the caller's slot.
#[derive(Debug)]
pub struct Aborted;

/// How one run of the work ended, as far as an engine needs to know.
pub type Outcome = Result<(), TxError<Aborted>>;

/// Work to be done in one transaction. It may be run more than once, so it changes nothing outside the transaction, and starts no other that
/// writes.
pub type Work = Arc<dyn for<'t> Fn(&'t mut dyn Tx) -> BoxFuture<'t, Outcome> + Send + Sync>;

/// A database engine.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// `sqlite` or `postgresql`.
    fn engine(&self) -> &'static str;

    /// Runs work that only reads, on one snapshot. Prefer [`read`].
    async fn run_read(&self, name: &'static str, work: Work) -> Outcome;

    /// Runs work that writes: durable when this returns `Ok`, without effect when it returns `Err`. Prefer [`write`].
    ///
    /// The work goes on to its end even if the caller goes away.
    async fn run_write(&self, name: &'static str, work: Work) -> Outcome;
}

/// Where the last run of the work leaves its result.
type Slot<T, E> = Arc<Mutex<Option<Result<T, E>>>>;

fn slotted<T, E, F>(work: F) -> (Work, Slot<T, E>)
where
    T: Send + 'static,
    E: Send + 'static,
    F: for<'t> Fn(&'t mut dyn Tx) -> BoxFuture<'t, Result<T, TxError<E>>> + Send + Sync + 'static,
{
    let slot = Arc::new(Mutex::new(None));
    let fill = Arc::clone(&slot);
    let work = Arc::new(work);
    let run: Work = Arc::new(move |tx| {
        let fill = Arc::clone(&fill);
        let work = Arc::clone(&work);
        Box::pin(async move {
            let (kept, outcome) = match work(tx).await {
                Ok(value) => (Some(Ok(value)), Ok(())),
                Err(TxError::Refused(reason)) => (Some(Err(reason)), Err(TxError::Refused(Aborted))),
                Err(TxError::Store(error)) => (None, Err(TxError::Store(error))),
            };
            *fill.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = kept;
            outcome
        })
    });
    (run, slot)
}

fn emptied<T, E>(outcome: Outcome, slot: &Mutex<Option<Result<T, E>>>) -> Result<T, TxError<E>> {
    if let Err(TxError::Store(error)) = outcome {
        return Err(error.into());
    }
    match slot.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).take() {
        Some(Ok(value)) => Ok(value),
        Some(Err(reason)) => Err(TxError::Refused(reason)),
        None => Err(StoreError::Broken("the engine reported success without running the work".into()).into()),
    }
}

/// Runs work that only reads, and hands out its result.
pub async fn read<T, E, F>(store: &dyn Store, name: &'static str, work: F) -> Result<T, TxError<E>>
where
    T: Send + 'static,
    E: Send + 'static,
    F: for<'t> Fn(&'t mut dyn Tx) -> BoxFuture<'t, Result<T, TxError<E>>> + Send + Sync + 'static,
{
    let (run, slot) = slotted(work);
    emptied(store.run_read(name, run).await, &slot)
}

/// Runs work that writes, and hands out its result: durable when this returns `Ok`.
pub async fn write<T, E, F>(store: &dyn Store, name: &'static str, work: F) -> Result<T, TxError<E>>
where
    T: Send + 'static,
    E: Send + 'static,
    F: for<'t> Fn(&'t mut dyn Tx) -> BoxFuture<'t, Result<T, TxError<E>>> + Send + Sync + 'static,
{
    let (run, slot) = slotted(work);
    emptied(store.run_write(name, run).await, &slot)
}
