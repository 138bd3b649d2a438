//! The way to the witnesses: takes the newest head to each, with the proof that it follows from what that witness saw last.

use crate::sequence::{LogError, Sequencer};
use crate::tiles::load;
use async_trait::async_trait;
use doorstep_storage::{CheckpointRow, StoreError, TxError};
use doorstep_tlog::{AddCheckpoint, Hash, Note, Policy, Signature, Tiles, Verifier, consistency, tiles_needed};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use thiserror::Error;

/// A witness did not answer.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{0}")]
pub struct WireError(pub String);

/// Carries bodies to witnesses.
#[async_trait]
pub trait Wire: Send + Sync {
    /// Posts a body; the status and the answer.
    async fn post(&self, url: &str, body: String) -> Result<(u16, String), WireError>;
}

/// A witness as the operator knows it.
#[derive(Debug)]
pub struct Witness {
    /// Its public key.
    pub key: Verifier,
    /// Its submission prefix.
    pub url: String,
    /// The size that it cosigned last, as far as we know.
    seen: AtomicU64,
}

impl Witness {
    /// Nothing is known yet of what it saw; it will say.
    pub fn new(key: Verifier, url: &str) -> Self {
        Witness { key, url: url.trim_end_matches('/').to_owned(), seen: AtomicU64::new(0) }
    }
}

/// How a witness answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Consulted {
    /// It had signed this head before, or there is none.
    Nothing,
    /// It signed.
    Cosigned(u64),
    /// It did not answer, or refused for a reason that may pass.
    Silent(String),
}

/// Takes heads to witnesses.
pub struct Consult {
    sequencer: Sequencer,
    wire: Arc<dyn Wire>,
}

impl Consult {
    /// Over the sequencer's database.
    pub fn new(sequencer: Sequencer, wire: Arc<dyn Wire>) -> Self {
        Consult { sequencer, wire }
    }

    /// Takes the newest head to one witness. `Err(Stopped)` if that witness saw more, or another tree: then the log stands.
    pub async fn ask(&self, witness: &Witness) -> Result<Consulted, LogError> {
        // A witness that is ahead of what we believe says so once; the second try starts from there.
        for _ in 0..2 {
            let old = witness.seen.load(Ordering::Relaxed);
            let Some((body, size)) = self.body(old).await? else { return Ok(Consulted::Nothing) };
            if old > size {
                return self.behind(witness, old, size).await;
            }
            let note = body.checkpoint.clone();
            let url = format!("{}/add-checkpoint", witness.url);
            let (status, answer) = match self.wire.post(&url, body.to_string()).await {
                Ok(answered) => answered,
                Err(error) => return Ok(Consulted::Silent(error.to_string())),
            };
            match status {
                200 => return self.keep(witness, note, size, &answer).await,
                409 => match answer.trim().parse::<u64>() {
                    Ok(seen) if seen > size => return self.behind(witness, seen, size).await,
                    Ok(seen) if seen != old => witness.seen.store(seen, Ordering::Relaxed),
                    _ => return self.forked(witness, size).await,
                },
                422 => return self.forked(witness, size).await,
                status => return Ok(Consulted::Silent(format!("it answered {status}"))),
            }
        }
        Ok(Consulted::Silent("it changed its mind twice".to_owned()))
    }

    async fn behind(&self, witness: &Witness, seen: u64, size: u64) -> Result<Consulted, LogError> {
        let reason = format!("witness {} has seen {seen} leaves, this log signed only {size}", witness.key.name());
        self.stopped(reason).await
    }

    async fn forked(&self, witness: &Witness, size: u64) -> Result<Consulted, LogError> {
        let reason = format!("witness {} knows another tree than this one of {size} leaves", witness.key.name());
        self.stopped(reason).await
    }

    async fn stopped(&self, reason: String) -> Result<Consulted, LogError> {
        self.sequencer.stop(&reason).await?;
        Err(LogError::Stopped(reason))
    }

    /// The newest head and the proof from `old`; `None` if the witness has it.
    async fn body(&self, old: u64) -> Result<Option<(AddCheckpoint, u64)>, LogError> {
        let found: Result<_, TxError<LogError>> = doorstep_storage::read(&**self.sequencer.store(), "log.consult", move |tx| {
            Box::pin(async move {
                let Some(row) = tx.checkpoint_up_to(u64::MAX, 0).await? else { return Ok(None) };
                let stop = |why: String| TxError::Refused(LogError::Stopped(why));
                let checkpoint = Note::parse(&row.note).map_err(|error| stop(error.to_string()))?;
                if old == row.size {
                    return Ok(None);
                }
                // From a size that we never had there is no proof, and nothing to ask.
                let proof = if old == 0 || old > row.size { Vec::new() } else { proof_between(tx, old, &row).await? };
                Ok(Some((AddCheckpoint { old, proof, checkpoint }, row.size)))
            })
        })
        .await;
        found.map_err(LogError::from)
    }

    async fn keep(&self, witness: &Witness, note: Note, size: u64, answer: &str) -> Result<Consulted, LogError> {
        let Ok(only) = Policy::new(self.sequencer.signer().verifier().clone(), vec![witness.key.clone()], 1) else {
            return Ok(Consulted::Silent("its key is the log's".to_owned()));
        };
        let lines = answer.lines().filter_map(Signature::parse).filter(|signature| signature.is_by(&witness.key));
        let good = lines.map(|line| Note { signatures: [note.signatures.clone(), vec![line]].concat(), ..note.clone() });
        let Some(line) = good.filter(|note| only.check(note).is_ok()).find_map(|note| note.signatures.last().cloned()) else {
            return Ok(Consulted::Silent("its answer is not its signature".to_owned()));
        };
        witness.seen.store(size, Ordering::Relaxed);
        let kept: Result<(), TxError<LogError>> = doorstep_storage::write(&**self.sequencer.store(), "log.cosigned", move |tx| {
            let line = line.to_string();
            Box::pin(async move { Ok(tx.add_cosignature(size, &line).await?) })
        })
        .await;
        kept?;
        Ok(Consulted::Cosigned(size))
    }
}

async fn proof_between(tx: &mut dyn doorstep_storage::Tx, old: u64, row: &CheckpointRow) -> Result<Vec<Hash>, TxError<LogError>> {
    let unprovable = |_| StoreError::Broken("the tiles of the log do not prove that it only grew".to_owned());
    let needed = tiles_needed(row.size, &[], &[old]).map_err(unprovable)?;
    let mut tiles = Tiles::new(row.size);
    load(tx, &mut tiles, needed).await?;
    Ok(consistency(&mut tiles, old, row.size).map_err(unprovable)?)
}
