//! Sealing and appending. Nothing here shows anything.

use super::chain::leaf_of;
use super::open::{draft_cell, residence_cell};
use super::{OpenError, Vault};
use crate::keys::{Blind, KeyError, KeyToWrap};
use crate::row::{ActRow, DraftRow, LeafRow, PersonRow, ResidenceRow, Standing};
use crate::seal::{Cell, PersonKey, Sealed};
use crate::store::StoreError;
use crate::tx::Tx;
use doorstep_register::world::{bytes, new_id};
use doorstep_register::{Act, Actor, Document, Effect, PersonId, Place, Record, What};
use doorstep_tlog as tlog;
use jiff::Timestamp;
use serde::Serialize;
use zeroize::Zeroizing;

impl Vault {
    /// Makes a person: a fresh id, and a fresh key wrapped by the master key.
    pub async fn add_person(&self, tx: &mut dyn Tx, now: Timestamp) -> Result<PersonId, OpenError> {
        let id = PersonId(new_id(now, self.random()));
        let key = PersonKey::fresh(self.random());
        let wrapped_key = self.keys().wrap(id, KeyToWrap(&key), bytes(self.random()))?;
        tx.add_person(&PersonRow { id, wrapped_key, version: 0, looks: 0 }, now).await?;
        Ok(id)
    }

    /// Appends an act to a whole record that was opened in this transaction: act, projection and leaf together.
    ///
    /// `record` comes back as the fold with the new act.
    pub async fn append(&self, tx: &mut dyn Tx, record: &mut Record, by: Actor, what: What, now: Timestamp) -> Result<Act, OpenError> {
        self.append_all(tx, vec![(record, by, what)], now).await?.pop().ok_or(OpenError::Nobody)
    }

    /// Appends an act to each of these records, which are of different people, as [`append`](Self::append) does.
    pub async fn append_all(
        &self,
        tx: &mut dyn Tx,
        entries: Vec<(&mut Record, Actor, What)>,
        now: Timestamp,
    ) -> Result<Vec<Act>, OpenError> {
        let mut standing = self.standing(tx, entries.iter().map(|(record, ..)| record.person)).await?;
        let (mut acts, mut rows, mut grown) = (Vec::with_capacity(entries.len()), Vec::with_capacity(entries.len()), Vec::new());
        for (record, by, what) in entries {
            let person = record.person;
            let Standing { row, last_act, .. } = standing.remove(&person).ok_or(OpenError::Nobody)?;
            let key = self.key(&row)?;
            let act = Act { person, seq: record.version + 1, at: now, by, what };
            if row.version != record.version {
                return Err(StoreError::Conflict("act").into());
            }
            record.apply(&act)?;
            let previous = leaf_of::<Act>(&key, person, row.version, last_act)?;
            let (sealed, leaf) = self.keep(&key, person, &act, previous, now)?;
            rows.push((ActRow { person, seq: act.seq, sealed }, leaf));
            grown.push((record, key));
            acts.push(act);
        }
        tx.append_acts(&rows).await?;
        for (act, (record, key)) in acts.iter().zip(grown) {
            self.follow(tx, act, record, &key).await?;
        }
        Ok(acts)
    }

    /// What is worked out from the acts, after a new one.
    async fn follow(&self, tx: &mut dyn Tx, act: &Act, record: &Record, key: &PersonKey) -> Result<(), OpenError> {
        if matches!(act.what, What::Declared { .. } | What::Left { .. } | What::Settled { .. }) {
            self.project(tx, record, key).await?;
        }
        match &act.what {
            What::Settled { effect: Effect::Hidden {} } => tx.put_document(record.person, None).await?,
            What::Settled { effect: Effect::Shown {} } => {
                let index = self.document_index(record.identity.as_ref().and_then(|identity| identity.document.as_ref()))?;
                tx.put_document(record.person, index.as_ref()).await?;
            }
            _ => {}
        }
        Ok(())
    }

    async fn project(&self, tx: &mut dyn Tx, record: &Record, key: &PersonKey) -> Result<(), OpenError> {
        let person = record.person;
        let Some(current) = record.current() else {
            tx.clear_residence(person).await?;
            return Ok(());
        };
        let plain = Zeroizing::new(serde_json::to_vec(current).map_err(|_| OpenError::Damaged("residence"))?);
        let sealed = key.seal(residence_cell(person), bytes(self.random()), &plain);
        // Nobody finds by its home who asked to be found by nobody; to a host it is as if nobody had declared it.
        let row = match record.hidden {
            true => ResidenceRow { person, home: None, flat: None, house: None, sealed },
            false => {
                let [flat, house] = self.indexes_around(current.place())?;
                ResidenceRow { person, home: self.home_index(current.place())?, flat, house, sealed }
            }
        };
        tx.put_residence(&row).await?;
        Ok(())
    }

    /// The blind index of a document, where there is one.
    pub fn document_index(&self, document: Option<&Document>) -> Result<Option<[u8; 32]>, KeyError> {
        document.map(|document| self.keys().blind(Blind::Document, document.normal().as_bytes())).transpose()
    }

    /// The blind indexes of the flat and of the house in which a place is.
    pub fn indexes_around(&self, place: &Place) -> Result<[Option<[u8; 32]>; 2], KeyError> {
        let blind = |home: String| self.keys().blind(Blind::Home, home.as_bytes());
        let [flat, house] = place.inside();
        Ok([flat.map(blind).transpose()?, house.map(blind).transpose()?])
    }

    /// The blind index of a home; `None` where the address is not in the register.
    pub fn home_index(&self, place: &Place) -> Result<Option<[u8; 32]>, KeyError> {
        place.home().map(|home| self.keys().blind(Blind::Home, home.as_bytes())).transpose()
    }

    /// Saves a draft that follows `version` (0: there was none).
    pub async fn put_draft(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        journey: &str,
        version: u32,
        answers: &str,
        now: Timestamp,
    ) -> Result<(), OpenError> {
        let sealed = self.seal_value(tx, draft_cell(person, journey), &answers).await?;
        tx.put_draft(&DraftRow { person, journey: journey.to_owned(), version: version + 1, sealed, saved_at: now }).await?;
        Ok(())
    }

    /// Seals any value of the person for the place where it will stand.
    pub async fn seal_value<T: Serialize>(&self, tx: &mut dyn Tx, cell: Cell<'_>, value: &T) -> Result<Sealed, OpenError> {
        let plain = Zeroizing::new(serde_json::to_vec(value).map_err(|_| OpenError::Damaged(cell.table))?);
        self.seal_bytes(tx, cell, &plain).await
    }

    /// Seals bytes of the person for the place where they will stand.
    pub async fn seal_bytes(&self, tx: &mut dyn Tx, cell: Cell<'_>, plain: &[u8]) -> Result<Sealed, OpenError> {
        let row = tx.person(cell.person).await?.ok_or(OpenError::Nobody)?;
        Ok(self.key(&row)?.seal(cell, bytes(self.random()), plain))
    }

    /// Erases a person: their key and every row of theirs. The erasure itself leaves a leaf; other leaves become noise.
    pub async fn erase(&self, tx: &mut dyn Tx, person: PersonId, now: Timestamp) -> Result<(), OpenError> {
        tx.erase_person(person).await?;
        let salt = bytes(self.random());
        let leaf = tlog::commit(tlog::Kind::Erasure, &salt, person.0.as_bytes());
        tx.add_leaf(&LeafRow { id: new_id(now, self.random()), leaf: leaf.0 }).await?;
        Ok(())
    }
}
