//! A database that a test can take away.

use super::counted::{Asked, Counted};
use async_trait::async_trait;
use doorstep_storage::{Outcome, Store, StoreError, TxError, Work};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// How the database is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum State {
    /// As it should.
    There = 0,
    /// It cannot be reached.
    Away = 1,
    /// It is lost while a write is under way, before it is durable.
    LostWhileWriting = 2,
}

/// The database behind a switch.
pub struct Switch {
    inner: Arc<dyn Store>,
    state: AtomicU8,
    asked: Asked,
}

impl Switch {
    pub fn new(inner: Arc<dyn Store>) -> Self {
        Switch { inner, state: AtomicU8::new(State::There as u8), asked: Asked::default() }
    }

    /// What the database was asked since the last time, statement by statement, and forgets it.
    pub fn asked(&self) -> Vec<&'static str> {
        std::mem::take(&mut *self.asked.lock().expect("nobody panics with it"))
    }

    fn counted(&self, work: Work) -> Work {
        let asked = Arc::clone(&self.asked);
        Arc::new(move |tx| {
            let (work, asked) = (Arc::clone(&work), Arc::clone(&asked));
            Box::pin(async move { work(&mut Counted::new(tx, asked)).await })
        })
    }

    /// Sets how it is doing.
    pub fn set(&self, state: State) {
        self.state.store(state as u8, Ordering::SeqCst);
    }

    fn is(&self, state: State) -> bool {
        self.state.load(Ordering::SeqCst) == state as u8
    }
}

fn gone() -> TxError<doorstep_storage::Aborted> {
    TxError::Store(StoreError::Unavailable("the test took it away".into()))
}

#[async_trait]
impl Store for Switch {
    fn engine(&self) -> &'static str {
        self.inner.engine()
    }

    async fn run_read(&self, name: &'static str, work: Work) -> Outcome {
        if self.is(State::Away) { Err(gone()) } else { self.inner.run_read(name, self.counted(work)).await }
    }

    async fn run_write(&self, name: &'static str, work: Work) -> Outcome {
        if self.is(State::Away) {
            return Err(gone());
        }
        if self.is(State::LostWhileWriting) {
            let cut: Work = Arc::new(move |tx| {
                let work = Arc::clone(&work);
                Box::pin(async move {
                    work(tx).await?;
                    Err(gone())
                })
            });
            return self.inner.run_write(name, cut).await;
        }
        self.inner.run_write(name, self.counted(work)).await
    }
}
