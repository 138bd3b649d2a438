//! Opening. Each function takes a grant, and writes the look before it unseals.

use super::chain::{Kept, leaf_of};
use super::limit::limited;
use super::{OpenError, Opened, Vault};
use crate::look::Look;
use crate::row::{ActRow, DraftRow, LookRow, PersonRow, Standing};
use crate::seal::{Cell, PersonKey, Sealed};
use crate::tx::Tx;
use doorstep_policy::{ExportGrant, Field, Grant};
use doorstep_register::{Act, Contact, EvidenceId, PersonId, Record, Residence};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use uuid::Uuid;
use zeroize::Zeroizing;

pub(super) fn act_cell(person: PersonId, seq: &[u8; 4]) -> Cell<'_> {
    Cell { table: "act", person, row: seq, column: "sealed" }
}

pub(super) fn look_cell(person: PersonId, seq: &[u8; 4]) -> Cell<'_> {
    Cell { table: "look", person, row: seq, column: "sealed" }
}

pub(super) fn residence_cell(person: PersonId) -> Cell<'static> {
    Cell { table: "residence", person, row: b"", column: "sealed" }
}

pub(super) fn draft_cell(person: PersonId, journey: &str) -> Cell<'_> {
    Cell { table: "draft", person, row: journey.as_bytes(), column: "sealed" }
}

pub(super) fn unsealed<T: DeserializeOwned>(key: &PersonKey, cell: Cell<'_>, sealed: &Sealed) -> Result<T, OpenError> {
    let plain = key.open(cell, sealed).ok_or(OpenError::Damaged(cell.table))?;
    serde_json::from_slice(&plain).map_err(|_| OpenError::Damaged(cell.table))
}

/// Who was let in to whose record, with the key to it, and the look that it left.
pub(super) type Admitted = (PersonRow, PersonKey, Option<Look>);

impl Vault {
    /// Checks the grant, writes its look, and unwraps the person's key: the one way to it.
    pub(super) async fn admitted(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        needs: Option<Field>,
        now: Timestamp,
    ) -> Result<Admitted, OpenError> {
        self.all_admitted(tx, std::slice::from_ref(grant), needs, now).await?.pop().ok_or(OpenError::Nobody)
    }

    /// The same for several people's records at once. Whoever is named twice is let in to once, and the rest is refused.
    async fn all_admitted(
        &self,
        tx: &mut dyn Tx,
        grants: &[Grant],
        needs: Option<Field>,
        now: Timestamp,
    ) -> Result<Vec<Admitted>, OpenError> {
        if grants.iter().any(|grant| now > grant.until() || needs.is_some_and(|field| !grant.fields().has(field))) {
            return Err(OpenError::Grant);
        }
        let mut standing = self.standing(tx, grants.iter().map(Grant::person)).await?;
        let (mut admitted, mut looks) = (Vec::with_capacity(grants.len()), Vec::new());
        for grant in grants {
            let person = grant.person();
            let Standing { mut row, last_look, .. } = standing.remove(&person).ok_or(OpenError::Nobody)?;
            let look = Look::of(grant, row.looks + 1, now);
            let key = self.key(&row)?;
            if let Some(look) = &look {
                let previous = leaf_of::<Look>(&key, person, row.looks, last_look)?;
                let (sealed, leaf) = self.keep(&key, person, look, previous, now)?;
                looks.push((LookRow { person, seq: look.seq, sealed }, leaf));
                row.looks = look.seq;
            }
            admitted.push((row, key, look));
        }
        if !looks.is_empty() {
            tx.append_looks(&looks).await?;
        }
        Ok(admitted)
    }

    /// People as the next entry finds them.
    pub(super) async fn standing(
        &self,
        tx: &mut dyn Tx,
        people: impl Iterator<Item = PersonId>,
    ) -> Result<HashMap<PersonId, Standing>, OpenError> {
        let people: Vec<PersonId> = people.collect();
        Ok(tx.standing(&people).await?.into_iter().map(|standing| (standing.row.id, standing)).collect())
    }

    /// Writes the look of a grant where something is done for the person that shows nothing of their record.
    pub async fn admit(&self, tx: &mut dyn Tx, grant: &Grant, now: Timestamp) -> Result<(), OpenError> {
        self.admitted(tx, grant, None, now).await.map(drop)
    }

    /// Opens a record, as far as the grant shows it.
    pub async fn open(&self, tx: &mut dyn Tx, grant: &Grant, now: Timestamp) -> Result<Opened, OpenError> {
        self.open_all(tx, std::slice::from_ref(grant), now).await?.pop().ok_or(OpenError::Nobody)
    }

    /// Opens records of different people, in the order of the grants: each as far as its grant shows it, each with its look.
    pub async fn open_all(&self, tx: &mut dyn Tx, grants: &[Grant], now: Timestamp) -> Result<Vec<Opened>, OpenError> {
        let mut opened = Vec::with_capacity(grants.len());
        for (grant, (row, key, look)) in grants.iter().zip(self.all_admitted(tx, grants, None, now).await?) {
            let acts = self.acts_of(tx, &row, &key).await?;
            let record = Record::fold(row.id, &acts)?;
            opened.push(Opened { record: limited(record, grant.fields()), look });
        }
        Ok(opened)
    }

    /// All acts of a person. Where one is missing, nothing is made of the others.
    pub(super) async fn acts_of(&self, tx: &mut dyn Tx, row: &PersonRow, key: &PersonKey) -> Result<Vec<Act>, OpenError> {
        let rows = tx.acts(row.id).await?;
        if rows.len() != row.version as usize {
            return Err(OpenError::Damaged("act"));
        }
        let open = |r: ActRow| unsealed::<Kept<Act>>(key, act_cell(r.person, &r.seq.to_be_bytes()), &r.sealed).map(|kept| kept.entry);
        rows.into_iter().map(open).collect()
    }

    /// The acts themselves, for the person's export.
    pub async fn open_acts(&self, tx: &mut dyn Tx, grant: &ExportGrant, now: Timestamp) -> Result<Vec<Act>, OpenError> {
        let (row, key, _) = self.admitted(tx, grant.opening(), Some(Field::Private), now).await?;
        self.acts_of(tx, &row, &key).await
    }

    /// The stored projection of the registration in force.
    pub async fn open_residence(&self, tx: &mut dyn Tx, grant: &Grant, now: Timestamp) -> Result<Option<Residence>, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Address), now).await?;
        let Some(stored) = tx.residence(row.id).await? else { return Ok(None) };
        unsealed(&key, residence_cell(row.id), &stored.sealed).map(Some)
    }

    /// The history of looks with a number below `before`, newest first.
    pub async fn open_looks(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        before: u32,
        limit: u32,
        now: Timestamp,
    ) -> Result<Vec<Look>, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Private), now).await?;
        let rows = tx.looks(row.id, before, limit).await?;
        rows.into_iter()
            .map(|r| unsealed::<Kept<Look>>(&key, look_cell(row.id, &r.seq.to_be_bytes()), &r.sealed).map(|kept| kept.entry))
            .collect()
    }

    /// A draft: its row and its answers.
    pub async fn open_draft(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        journey: &str,
        now: Timestamp,
    ) -> Result<Option<(DraftRow, String)>, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Private), now).await?;
        let Some(draft) = tx.draft(row.id, journey).await? else { return Ok(None) };
        let answers = unsealed(&key, draft_cell(row.id, journey), &draft.sealed)?;
        Ok(Some((draft, answers)))
    }

    /// Any other sealed value of the person: a message, a passkey, a receipt's link, a home. `cell` says where it stands.
    pub async fn open_value<T: DeserializeOwned>(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        cell: Cell<'_>,
        sealed: &Sealed,
        now: Timestamp,
    ) -> Result<T, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Private), now).await?;
        if cell.person != row.id {
            return Err(OpenError::Grant);
        }
        unsealed(&key, cell, sealed)
    }

    /// Several sealed values of the person in one table and column, in one opening: row keys and sealed parts in, values out, in order.
    pub async fn open_values<T: DeserializeOwned>(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        (table, column): (&'static str, &'static str),
        rows: &[(Vec<u8>, Sealed)],
        now: Timestamp,
    ) -> Result<Vec<T>, OpenError> {
        let (person, key, _) = self.admitted(tx, grant, Some(Field::Private), now).await?;
        rows.iter().map(|(row, sealed)| unsealed(&key, Cell { table, person: person.id, row, column }, sealed)).collect()
    }

    /// The picture of a document that the person added.
    pub async fn open_evidence(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        id: EvidenceId,
        now: Timestamp,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Evidence), now).await?;
        let Some(stored) = tx.evidence(row.id, id).await? else { return Ok(None) };
        let cell = Cell { table: "evidence", person: row.id, row: Uuid::as_bytes(&id.0), column: "sealed" };
        key.open(cell, &stored.sealed).map(Some).ok_or(OpenError::Damaged("evidence"))
    }
}

/// What the program knows of somebody to whom it brings something.
#[derive(Clone, PartialEq, Debug)]
pub struct Reached {
    /// How to reach them.
    pub contact: Contact,
    /// Whether nobody finds them.
    pub hidden: bool,
    /// Whether they have said who they are.
    pub introduced: bool,
}

impl Vault {
    /// How to reach the person to whom something is to be delivered. Nothing else of the record comes out.
    pub async fn contact(&self, tx: &mut dyn Tx, grant: &Grant, now: Timestamp) -> Result<Contact, OpenError> {
        Ok(self.reached(tx, grant, now).await?.contact)
    }

    /// The same, and whether they are hidden.
    pub async fn reached(&self, tx: &mut dyn Tx, grant: &Grant, now: Timestamp) -> Result<Reached, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Private), now).await?;
        let record = Record::fold(row.id, &self.acts_of(tx, &row, &key).await?)?;
        Ok(Reached { contact: record.contact, hidden: record.hidden, introduced: record.identity.is_some() })
    }
}
