//! Why a function of a transaction did not answer what it was asked.

use doorstep_storage::StoreError;

/// Whether the transaction can go on.
#[derive(Debug)]
pub(crate) enum Fault {
    /// It can: no row was touched, or a stored value could not be read.
    Told(StoreError),
    /// It cannot: a statement failed. PostgreSQL would answer nothing more, and SQLite may have rolled back already.
    Lost(StoreError),
}

/// What the functions of this folder return.
pub(crate) type Answer<T> = Result<T, Fault>;

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Fault::Told(error)
    }
}

impl Fault {
    /// Nothing was there to change.
    pub(crate) fn not_found<T>(table: &'static str) -> Answer<T> {
        Err(Fault::Told(StoreError::NotFound(table)))
    }

    /// Somebody else was first.
    pub(crate) fn conflict<T>(table: &'static str) -> Answer<T> {
        Err(Fault::Told(StoreError::Conflict(table)))
    }
}
