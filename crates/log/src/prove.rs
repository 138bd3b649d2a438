//! Proofs out of stored tiles.

use crate::tiles::load;
use doorstep_storage::{CheckpointRow, StoreError, Trace, Tx};
use doorstep_tlog::{Checkpoint, Note, Proof, Tiles, inclusion, tiles_needed};
use uuid::Uuid;

/// How far an entry has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sealing {
    /// Written, and waiting for the log.
    Recorded,
    /// In the log, under a head that the log signed.
    Sealed,
    /// Under a head that the witnesses signed too.
    Witnessed,
}

/// How far the log has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Heads {
    /// The size of the newest head.
    pub signed: u64,
    /// The size of the newest head that enough witnesses signed; 0 without witnesses.
    pub witnessed: u64,
}

impl Heads {
    /// Reads them; `quorum` witnesses are enough.
    pub async fn read(tx: &mut dyn Tx, quorum: u32) -> Result<Heads, StoreError> {
        let signed = tx.checkpoint_up_to(u64::MAX, 0).await?.map_or(0, |row| row.size);
        let witnessed = if quorum == 0 { 0 } else { tx.checkpoint_up_to(u64::MAX, quorum).await?.map_or(0, |row| row.size) };
        Ok(Heads { signed, witnessed })
    }

    /// How far the entry of this leaf has come.
    pub async fn sealing(&self, tx: &mut dyn Tx, leaf: Uuid) -> Result<Sealing, StoreError> {
        Ok(match tx.leaf_number(leaf).await? {
            Some(number) if number < self.witnessed => Sealing::Witnessed,
            Some(number) if number < self.signed => Sealing::Sealed,
            _ => Sealing::Recorded,
        })
    }
}

/// The note of a row, which has to be of the size under which it was found.
fn note(row: &CheckpointRow) -> Result<Note, StoreError> {
    let note = Note::parse(&format!("{}{}", row.note, row.cosignatures)).ok();
    let of_its_size = |note: &Note| Checkpoint::parse(&note.text).is_ok_and(|checkpoint| checkpoint.size == row.size);
    note.filter(of_its_size).ok_or_else(|| StoreError::Broken("a stored checkpoint cannot be read".to_owned()))
}

/// Proves one entry after another. What was read and hashed for one serves the next.
pub struct Prover {
    quorum: u32,
    tiles: Tiles,
}

impl Prover {
    /// Proves under heads that so many witnesses signed.
    pub fn new(quorum: u32) -> Self {
        Prover { quorum, tiles: Tiles::default() }
    }

    /// The proof file of an entry under the first head that enough witnesses signed after it, and the last such head before it. `None` as
    /// long as there is no such head.
    pub async fn prove(&mut self, tx: &mut dyn Tx, trace: &Trace) -> Result<Option<(Proof, Option<Note>)>, StoreError> {
        let Some(index) = tx.leaf_number(trace.leaf).await? else { return Ok(None) };
        let Some(after) = tx.checkpoint_beyond(index, self.quorum).await? else { return Ok(None) };
        let before = tx.checkpoint_up_to(index, self.quorum).await?;
        let unprovable = |_| StoreError::Broken("the tiles of the log do not prove this entry".to_owned());
        let needed = tiles_needed(after.size, &[index], &[]).map_err(unprovable)?;
        self.tiles.resize(after.size);
        load(tx, &mut self.tiles, needed).await?;
        let hashes = inclusion(&mut self.tiles, index, after.size).map_err(unprovable)?;
        let proof = Proof { extra: Some(trace.opening.to_bytes()), index, hashes, checkpoint: note(&after)? };
        Ok(Some((proof, before.as_ref().map(note).transpose()?)))
    }
}

/// Proves one entry: [`Prover::prove`].
pub async fn prove(tx: &mut dyn Tx, trace: &Trace, quorum: u32) -> Result<Option<(Proof, Option<Note>)>, StoreError> {
    Prover::new(quorum).prove(tx, trace).await
}
