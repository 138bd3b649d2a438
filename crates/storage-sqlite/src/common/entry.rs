//! Acts and looks on their way into their tables, and people as the next entry finds them.

use super::column::count;
use super::fault::{Answer, Fault};
use super::people::person;
use crate::engine::Connection;
use doorstep_register::PersonId;
use doorstep_storage::{LeafRow, PersonRow, Sealed, Standing, StoreError};
use uuid::Uuid;

/// An entry as its columns hold it, and its leaf.
pub(crate) struct Entry<'r> {
    pub(crate) person: Uuid,
    pub(crate) seq: i64,
    pub(crate) sealed: &'r [u8],
    pub(crate) leaf: &'r LeafRow,
}

impl<'r> Entry<'r> {
    pub(super) fn new(person: PersonId, seq: u32, sealed: &'r Sealed, leaf: &'r LeafRow) -> Self {
        Entry { person: person.0, seq: seq.into(), sealed: sealed.to_stored(), leaf }
    }
}

/// Refuses unless so many were entered as there are entries.
pub(super) async fn all_entered(db: &mut Connection, table: &'static str, entries: &[Entry<'_>], entered: u64) -> Answer<()> {
    if entered == entries.len() as u64 {
        return Ok(());
    }
    match entries {
        // Nothing was touched, and the transaction can go on.
        [alone] => match person(db, PersonId(alone.person)).await? {
            Some(_) => Fault::conflict(table),
            None => Fault::not_found("person"),
        },
        // Some may have been: nothing of it may stay.
        _ => Err(Fault::Lost(StoreError::Conflict(table))),
    }
}

/// A person with the last entries of their histories, as the columns hold it.
pub(crate) struct Stored {
    pub(crate) id: Uuid,
    pub(crate) wrapped_key: Vec<u8>,
    pub(crate) version: i64,
    pub(crate) looks: i64,
    pub(crate) last_act: Option<Vec<u8>>,
    pub(crate) last_look: Option<Vec<u8>>,
}

impl Stored {
    pub(super) fn standing(self) -> Answer<Standing> {
        let row =
            PersonRow { id: PersonId(self.id), wrapped_key: self.wrapped_key, version: count(self.version)?, looks: count(self.looks)? };
        Ok(Standing { row, last_act: self.last_act.map(Sealed::from_stored), last_look: self.last_look.map(Sealed::from_stored) })
    }
}
