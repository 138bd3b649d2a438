//! The vault: the only place where personal data is unsealed, and only for a grant.

mod case;
mod chain;
mod invitation;
mod limit;
mod open;
mod receipt;
mod write;

pub use case::OpenedCase;
pub use chain::{Trace, TracedHistory};
pub use open::Reached;
pub use receipt::{LinkHalves, receipt_link_cell};

use crate::keys::{KeyError, Keys};
use crate::row::PersonRow;
use crate::seal::PersonKey;
use crate::store::{StoreError, TxError};
use doorstep_register::world::Random;
use doorstep_register::{FoldError, Record};
use std::sync::Arc;
use thiserror::Error;

/// Why something did not open.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum OpenError {
    /// The engine.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key store.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The acts do not make a record.
    #[error(transparent)]
    Fold(#[from] FoldError),
    /// A sealed value was moved, changed or damaged.
    #[error("a sealed value of {0} does not open")]
    Damaged(&'static str),
    /// The grant has run out, or does not cover what was asked.
    #[error("the grant does not cover this")]
    Grant,
    /// There is no such person; perhaps they were erased.
    #[error("no such person")]
    Nobody,
}

impl<E: From<OpenError>> From<OpenError> for TxError<E> {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Store(error) => TxError::Store(error),
            other => TxError::Refused(E::from(other)),
        }
    }
}

impl<E: From<OpenError>> From<KeyError> for TxError<E> {
    fn from(error: KeyError) -> Self {
        OpenError::from(error).into()
    }
}

/// A record as far as a grant shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Opened {
    /// The record, without what the grant does not cover.
    pub record: Record,
    /// The look that this opening left.
    pub look: Option<crate::look::Look>,
}

/// Seals, appends and opens.
#[derive(Clone)]
pub struct Vault {
    keys: Arc<dyn Keys>,
    random: Arc<dyn Random>,
}

impl Vault {
    /// A vault over a key store and a source of chance.
    pub fn new(keys: Arc<dyn Keys>, random: Arc<dyn Random>) -> Self {
        Vault { keys, random }
    }

    /// The key store, for blind indexes.
    pub fn keys(&self) -> &dyn Keys {
        &*self.keys
    }

    /// The source of chance.
    pub fn random(&self) -> &dyn Random {
        &*self.random
    }

    fn key(&self, row: &PersonRow) -> Result<PersonKey, KeyError> {
        self.keys.unwrap(row.id, &row.wrapped_key)
    }
}
