//! What a host says of one entry: they live here, I don't know this person, moved out. The last two are disputes (`case::dispute`).

use super::home::{entry_of, is_whole};
use crate::{Error, Service, Session, TxResult};
use doorstep_policy::{self as policy, Purpose, Subject};
use doorstep_register::world::new_id;
use doorstep_register::{CaseId, HostDoor, PersonId, Place};
use doorstep_storage::{BlindIndex, Cell, HomeRow, HostWordRow, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One entry at a home, as its host sees it. The resident sees the look.
#[derive(Clone, PartialEq, Debug)]
pub struct EntryView {
    /// The host's home.
    pub home: Place,
    /// The name they gave.
    pub name: String,
    /// Since when they live there.
    pub since: Date,
    /// The host's own dispute about it, while it is open.
    pub dispute: Option<CaseId>,
}

/// What a host confirmed, as it waits for the resident.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) said_at: Timestamp,
    pub(super) door: HostDoor,
    /// The blind index of the home, by which the declaration is found again that the host spoke of.
    pub(super) home: BlindIndex,
}

pub(super) fn word_cell(person: PersonId, id: &Uuid) -> Cell<'_> {
    Cell { table: "host_word", person, row: id.as_bytes(), column: "sealed" }
}

/// An entry at one of a host's homes, found and not opened.
pub(crate) struct Entry {
    pub(crate) resident: PersonId,
    /// The home at which the resident is, which may be a room in the host's.
    pub(crate) home: BlindIndex,
    /// The host's own.
    own: HomeRow,
    homes: Vec<BlindIndex>,
}

impl Service {
    /// Finds the entry that a host names by its home's number and its own name.
    pub(crate) async fn entry_at(&self, tx: &mut dyn Tx, host: PersonId, number: usize, entry: &str) -> TxResult<Entry> {
        let rows = tx.homes(host).await?;
        let own = rows.get(number).cloned().ok_or(Error::NotFound)?;
        let here = self.people_at(tx, host, &rows, &own).await?;
        let resident = here.into_iter().find(|person| entry_of(host, *person) == entry).ok_or(Error::NotFound)?;
        let residence = tx.residence(resident).await?.filter(|row| super::holds(row, &own.home, is_whole(&own))).ok_or(Error::NotFound)?;
        let home = residence.home.ok_or(Error::NotFound)?;
        Ok(Entry { resident, home, own, homes: rows.iter().map(|row| row.home).collect() })
    }

    /// One entry at one of the host's homes. The resident sees the look.
    pub async fn home_entry(&self, session: &Session, number: usize, entry: String) -> Result<EntryView, Error> {
        let host = session.signed_in()?;
        self.write("home.entry", (session.clone(), number, entry), move |this, tx, (session, number, entry)| {
            Box::pin(async move {
                let found = this.entry_at(tx, host, *number, entry).await?;
                let (_, home) = this.own_homes(tx, session, host).await?.into_iter().nth(*number).ok_or(Error::NotFound)?;
                let seen = this.seen_by_host(tx, host, &found.homes, found.own.home, found.resident).await?.ok_or(Error::NotFound)?;
                let dispute = this.own_dispute(tx, host, found.resident).await?;
                let (name, since) = (seen.names.formal().to_owned(), seen.residence.declaration.since);
                Ok(EntryView { home: home.place, name, since, dispute })
            })
        })
        .await
    }

    /// The host of a home confirms an entry. The resident is told, and can add it to their record; it is a condition of nothing.
    pub async fn confirm_entry(&self, session: &Session, number: usize, entry: String) -> Result<(), Error> {
        let host = session.signed_in()?;
        self.write("home.confirm", (number, entry), move |this, tx, (number, entry)| {
            Box::pin(async move {
                let found = this.entry_at(tx, host, *number, entry).await?;
                this.confirmed(tx, found.resident, HostDoor::Home, found.home).await
            })
        })
        .await
    }

    /// Keeps for the resident what a host confirmed, and tells them. The same a second time adds nothing.
    pub(super) async fn confirmed(&self, tx: &mut dyn Tx, resident: PersonId, door: HostDoor, home: BlindIndex) -> TxResult<()> {
        let now = self.now();
        let post = policy::decide(&Subject::Post, resident, Purpose::Delivery, now).map_err(Error::from)?;
        let rows: Vec<_> = tx.host_words(resident).await?.into_iter().map(|row| (row.id.as_bytes().to_vec(), row.sealed)).collect();
        let before: Vec<Said> = self.vault().open_values(tx, &post, ("host_word", "sealed"), &rows, now).await?;
        if before.iter().any(|said| (said.door, said.home) == (door, home)) {
            return Ok(());
        }
        let id = new_id(now, self.random());
        let sealed = self.vault().seal_value(tx, word_cell(resident, &id), &Said { said_at: now, door, home }).await?;
        tx.add_host_word(&HostWordRow { person: resident, id, sealed }).await?;
        self.tell(tx, resident, "host-confirmed", "/my-host", |letter, _| letter).await
    }
}
