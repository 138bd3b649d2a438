//! What can be wrong with an entry.

use doorstep_tlog::{ChainError, EntryError, NoteError, ProofFileError};
use thiserror::Error;

/// Why an entry is not what it claims to be.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum Fault {
    /// Its proof shows nothing.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The head before it cannot be read.
    #[error("the head before the entry: {0}")]
    Before(#[from] NoteError),
    /// It does not stand in its place.
    #[error(transparent)]
    Chain(#[from] ChainError),
    /// The number or the moment that people read in it are not those that were committed to.
    #[error("what it says inside is another number or moment")]
    Body,
    /// It was not in the log at this time, in seconds since 1970, which is later than it claims.
    #[error("it is dated back")]
    BackDated {
        /// When the witnesses signed a log without it.
        from: u64,
    },
    /// It was in the log by this time, which is earlier than it claims.
    #[error("it is dated forward")]
    PostDated {
        /// When the witnesses signed a log with it.
        to: u64,
    },
}

impl Fault {
    /// The same in one of six words, for which the page has sentences.
    pub fn word(&self) -> &'static str {
        match self {
            Fault::Entry(EntryError::File(_)) | Fault::Before(_) => "unreadable",
            Fault::Entry(EntryError::Policy(_)) => "unsigned",
            Fault::Entry(EntryError::Unopened | EntryError::Statement(_) | EntryError::Proof(_)) | Fault::Body => "changed",
            Fault::BackDated { .. } | Fault::PostDated { .. } | Fault::Entry(EntryError::NotBefore) => "moment",
            Fault::Chain(ChainError::Stranger(_)) => "stranger",
            Fault::Chain(ChainError::Gap(_) | ChainError::Broken(_) | ChainError::Short { .. }) => "displaced",
        }
    }
}

impl From<ProofFileError> for Fault {
    fn from(error: ProofFileError) -> Self {
        Fault::Entry(error.into())
    }
}
