//! What is said in a case: sealed with the record of its owner, each act with a leaf of the public log.

use super::limit::limited;
use super::open::unsealed;
use super::{OpenError, Vault};
use crate::row::{CaseActRow, LeafRow, PersonRow};
use crate::seal::{Cell, PersonKey};
use crate::tx::Tx;
use doorstep_policy::{Field, Grant};
use doorstep_register::case::{Case, CaseAct};
use doorstep_register::world::{bytes, new_id};
use doorstep_register::{Actor, CaseId, PersonId, Record, What};
use doorstep_tlog as tlog;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// An act of a case with the opening of its leaf: `HMAC-SHA256(salt, "doorstep.case-act.1\n" ‖ the act as JSON)`.
#[derive(Serialize, Deserialize)]
struct Kept<A> {
    salt: [u8; tlog::SALT],
    /// The row of the leaf.
    leaf: Uuid,
    act: A,
}

/// Where an act of a case stands: its row is the case and the act's number.
fn cell(owner: PersonId, row: &[u8]) -> Cell<'_> {
    Cell { table: "case_act", person: owner, row, column: "sealed" }
}

fn row_key(case: CaseId, seq: u32) -> [u8; 20] {
    let mut key = [0; 20];
    key[..16].copy_from_slice(case.0.as_bytes());
    key[16..].copy_from_slice(&seq.to_be_bytes());
    key
}

impl Vault {
    /// Appends an act of a case and its leaf. The act was checked by the case that it follows.
    pub async fn append_case_act(&self, tx: &mut dyn Tx, owner: PersonId, act: &CaseAct) -> Result<(), OpenError> {
        let damaged = || OpenError::Damaged("case_act");
        let row = tx.person(owner).await?.ok_or(OpenError::Nobody)?;
        let key = self.key(&row)?;
        let (id, salt) = (new_id(act.at, self.random()), bytes(self.random()));
        let canonical = serde_json::to_string(act).map_err(|_| damaged())?;
        let leaf = tlog::commit(tlog::Kind::Entry, &salt, format!("doorstep.case-act.1\n{canonical}").as_bytes());
        let plain = Zeroizing::new(serde_json::to_vec(&Kept { salt, leaf: id, act }).map_err(|_| damaged())?);
        let sealed = key.seal(cell(owner, &row_key(act.case, act.seq)), bytes(self.random()), &plain);
        let row = CaseActRow { person: owner, case: act.case, seq: act.seq, sealed };
        tx.append_case_act(&row, &LeafRow { id, leaf: leaf.0 }).await?;
        Ok(())
    }

    /// The acts of a case, and the case that they make. `grant` opens its owner's record.
    pub async fn open_case(&self, tx: &mut dyn Tx, grant: &Grant, id: CaseId, now: Timestamp) -> Result<OpenedCase, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Case), now).await?;
        self.case_of(tx, &row, &key, id).await
    }

    /// A record and a case about it, in one opening.
    pub async fn open_with_case(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        id: CaseId,
        now: Timestamp,
    ) -> Result<(Record, OpenedCase), OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Case), now).await?;
        let record = Record::fold(row.id, &self.acts_of(tx, &row, &key).await?)?;
        Ok((limited(record, grant.fields()), self.case_of(tx, &row, &key, id).await?))
    }

    async fn case_of(&self, tx: &mut dyn Tx, row: &PersonRow, key: &PersonKey, id: CaseId) -> Result<OpenedCase, OpenError> {
        let rows = tx.case_acts(row.id, id).await?;
        let open = |r: CaseActRow| unsealed::<Kept<CaseAct>>(key, cell(row.id, &row_key(id, r.seq)), &r.sealed).map(|kept| kept.act);
        let acts: Vec<CaseAct> = rows.into_iter().map(open).collect::<Result<_, _>>()?;
        let case = Case::fold(&acts).ok().filter(|case| case.id() == id).ok_or(OpenError::Damaged("case_act"))?;
        Ok(OpenedCase { case, acts })
    }

    /// Puts on a record what a case settled: act, projection and leaf together. `what` makes the act from the record as it is, of which
    /// nothing comes out; `false` if it makes none.
    pub async fn settle(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        by: Actor,
        what: impl FnOnce(&Record) -> Option<What> + Send,
        now: Timestamp,
    ) -> Result<bool, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Private), now).await?;
        let mut record = Record::fold(row.id, &self.acts_of(tx, &row, &key).await?)?;
        let Some(what) = what(&record) else { return Ok(false) };
        self.append(tx, &mut record, by, what, now).await?;
        Ok(true)
    }
}

/// A case that was opened.
#[derive(Clone, PartialEq, Debug)]
pub struct OpenedCase {
    /// The case.
    pub case: Case,
    /// What it is the fold of.
    pub acts: Vec<CaseAct>,
}
