//! Why a use case did not happen. Each variant has one translated sentence that says what to do.

use crate::outside::{NoPost, ProviderFault};
use doorstep_policy as policy;
use doorstep_register as register;
use doorstep_storage::{KeyError, OpenError, StoreError, TxError};
use jiff::civil::Date;
use thiserror::Error;

/// Why a use case did not happen.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum Error {
    /// The database, or a sealed value in it. The person gets an attempt receipt.
    #[error(transparent)]
    Store(StoreError),
    /// A record did not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Not allowed.
    #[error(transparent)]
    Policy(#[from] policy::Refusal),
    /// Not possible for this record.
    #[error(transparent)]
    Register(#[from] register::Refusal),
    /// Not possible in this case.
    #[error(transparent)]
    Case(register::case::Refusal),
    /// The record, or the draft, was changed meanwhile: nothing was overwritten.
    #[error("changed meanwhile, now at version {0}")]
    Stale(u32),
    /// Nothing with this identifier, or not for this session.
    #[error("not found")]
    NotFound,
    /// The link or code was used, has expired, or never was one.
    #[error("the link or code does not work")]
    SpentLink,
    /// More than this version accepts.
    #[error("more than {0}")]
    TooMany(u32),
    /// The photo was refused.
    #[error("the photo was refused: {0:?}")]
    Photo(doorstep_evidence::Refused),
    /// It must be kept until a day; the rule pack says why.
    #[error("to be kept until {0}")]
    KeptUntil(Date),
    /// A registration is in force: it ends by moving or leaving.
    #[error("a registration is in force")]
    InForce,
    /// The PDF could not be made.
    #[error("the PDF could not be made: {0}")]
    Paper(String),
    /// A member of staff has to prove with their passkey that it is they.
    #[error("a fresh step-up is needed")]
    StepUp,
    /// A member of staff has to sign in anew before they may do this.
    #[error("the session is too old for this")]
    OldSession,
    /// The provider of staff's sign-ins tells of nobody.
    #[error(transparent)]
    Provider(#[from] ProviderFault),
    /// The provider knows them, and they are not a member of staff.
    #[error(transparent)]
    NoPost(#[from] NoPost),
    /// They no longer work for the office.
    #[error("no longer a member of staff")]
    Left,
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict(_) => Error::Stale(0),
            StoreError::NotFound(_) => Error::NotFound,
            other => Error::Store(other),
        }
    }
}

impl From<KeyError> for Error {
    fn from(error: KeyError) -> Self {
        Error::Open(error.into())
    }
}

impl From<TxError<Error>> for Error {
    fn from(error: TxError<Error>) -> Self {
        match error {
            TxError::Store(error) => error.into(),
            TxError::Refused(error) => error,
        }
    }
}

impl From<Error> for TxError<Error> {
    fn from(error: Error) -> Self {
        match error {
            Error::Store(error) => TxError::Store(error),
            other => TxError::Refused(other),
        }
    }
}

impl Error {
    /// Whether it failed only because too many ask at this moment.
    pub fn is_busy(&self) -> bool {
        matches!(self, Error::Open(OpenError::Key(KeyError::Busy(_))))
    }

    /// Whether our side failed, so that the moment of the attempt is what counts.
    pub fn is_ours(&self) -> bool {
        matches!(
            self,
            Error::Store(_)
                | Error::Paper(_)
                | Error::Open(OpenError::Store(_) | OpenError::Key(_) | OpenError::Fold(_) | OpenError::Damaged(_))
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorstep_storage::Blind;

    /// So that whoever is held up by it has the proof of the attempt, and reads that a minute's wait is enough.
    #[test]
    fn too_many_look_ups_are_our_side_and_said_as_such() {
        let busy = Error::from(KeyError::Busy(Blind::Document));
        assert!(busy.is_ours() && busy.is_busy());
        let away = Error::from(KeyError::Unavailable("there is no token".into()));
        assert!(away.is_ours() && !away.is_busy());
    }
}
