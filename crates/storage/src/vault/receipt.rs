//! Receipts: statements that whoever holds the link can read. No record is opened for it, and nobody learns that it was read.

use super::{OpenError, Vault};
use crate::row::ReceiptRow;
use crate::seal::{Cell, Sealed, open_with, seal_with};
use crate::tx::Tx;
use doorstep_register::PersonId;
use doorstep_register::world::bytes;
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

/// The two halves of a receipt's link. The first finds the row, the second opens it and is stored nowhere in the clear.
pub type LinkHalves = ([u8; 16], [u8; 16]);

fn row_key(public: &[u8; 16]) -> [u8; 32] {
    Sha256::digest(public).into()
}

fn content_key(secret: &[u8; 16]) -> [u8; 32] {
    Sha256::digest([b"doorstep receipt 1".as_slice(), secret].concat()).into()
}

/// Where the link itself stands, sealed under the person's key.
pub fn receipt_link_cell(person: PersonId, id: &[u8; 32]) -> Cell<'_> {
    Cell { table: "receipt", person, row: id, column: "link" }
}

impl Vault {
    /// Keeps a statement and answers the halves of its link. `link` makes the link's text from them.
    pub async fn add_receipt<T: Serialize>(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        statement: &T,
        now: Timestamp,
    ) -> Result<LinkHalves, OpenError> {
        let halves: LinkHalves = (bytes(self.random()), bytes(self.random()));
        let id = row_key(&halves.0);
        let plain = serde_json::to_vec(statement).map_err(|_| OpenError::Damaged("receipt"))?;
        let sealed = seal_with(&content_key(&halves.1), bytes(self.random()), &id, &plain);
        let link = self.seal_value(tx, receipt_link_cell(person, &id), &halves).await?;
        tx.add_receipt(&ReceiptRow { id, person, issued_at: now, sealed, link }).await?;
        Ok(halves)
    }

    /// Reads the statement behind a link, if there is one and the second half fits.
    pub async fn read_receipt<T: DeserializeOwned>(
        &self,
        tx: &mut dyn Tx,
        (public, secret): LinkHalves,
    ) -> Result<Option<(Timestamp, T)>, OpenError> {
        let id = row_key(&public);
        let Some(row) = tx.receipt(&id).await? else { return Ok(None) };
        let sealed: &Sealed = &row.sealed;
        let Some(plain) = open_with(&content_key(&secret), &id, sealed) else { return Ok(None) };
        let statement = serde_json::from_slice(&plain).map_err(|_| OpenError::Damaged("receipt"))?;
        Ok(Some((row.issued_at, statement)))
    }
}
