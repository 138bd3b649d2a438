//! The sequencer: gives waiting leaves their numbers, and signs the head when all that it covers is durable.

use crate::anchor::{Anchor, AnchorError};
use crate::tiles::level_of;
use doorstep_register::world::{Clock, Random, bytes, new_id};
use doorstep_storage::{CheckpointRow, LeafRow, LogRow, Store, StoreError, Tx, TxError};
use doorstep_tlog::{Checkpoint, Frontier, HASHES, Hash, Kind, Leaf, Level, Signer, bundle};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;
use thiserror::Error;
use uuid::Uuid;

/// How long the right to append lasts without being renewed.
const LEASE: SignedDuration = SignedDuration::from_secs(10);

/// How the log is sequenced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// At least so many leaves in each batch, the missing ones made of chance, so that a quiet second looks like a busy one.
    pub floor: u32,
    /// At most so many waiting leaves in one batch.
    pub batch: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { floor: 4, batch: 4096 }
    }
}

/// Why a round did nothing.
#[derive(Debug, Error)]
pub enum LogError {
    /// The engine.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The memory outside the database.
    #[error(transparent)]
    Anchor(#[from] AnchorError),
    /// The log stands, until the operator has found out why.
    #[error("the log has stopped: {0}")]
    Stopped(String),
}

impl From<TxError<LogError>> for LogError {
    fn from(error: TxError<LogError>) -> Self {
        match error {
            TxError::Store(error) => LogError::Store(error),
            TxError::Refused(error) => error,
        }
    }
}

/// What a round did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Round {
    /// Another process has the log.
    Elsewhere,
    /// A batch was appended and its head signed.
    Signed {
        /// The number of leaves now.
        size: u64,
        /// How many of the new ones are acts, looks and erasures.
        entries: u32,
    },
}

/// A leaf of a batch, and its row if it is not of chance.
type Numbered = (Option<Uuid>, Leaf);

/// Appends to one log.
#[derive(Clone)]
pub struct Sequencer {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    signer: Arc<Signer>,
    anchor: Arc<dyn Anchor>,
    settings: Settings,
    lease: Uuid,
}

impl Sequencer {
    /// A sequencer with a name of its own.
    pub fn new(
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        signer: Arc<Signer>,
        anchor: Arc<dyn Anchor>,
        settings: Settings,
    ) -> Self {
        let lease = new_id(clock.now(), &*random);
        Sequencer { store, clock, random, signer, anchor, settings, lease }
    }

    /// The database.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// The log's key, for its public half.
    pub fn signer(&self) -> &Signer {
        &self.signer
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// One batch: number what waits, store it, and sign the head afterwards.
    pub async fn round(&self) -> Result<Round, LogError> {
        let signed = self.anchor.signed()?;
        let this = self.clone();
        let appended = doorstep_storage::write(&*self.store, "log.sequence", move |tx| {
            let this = this.clone();
            Box::pin(async move { this.append(tx, signed).await })
        })
        .await
        .map_err(LogError::from);
        match appended {
            Ok(None) => Ok(Round::Elsewhere),
            Ok(Some((head, entries))) => {
                self.sign(&head).await?;
                Ok(Round::Signed { size: head.size, entries })
            }
            Err(LogError::Stopped(reason)) => {
                self.stop(&reason).await?;
                Err(LogError::Stopped(reason))
            }
            Err(error) => Err(error),
        }
    }

    /// Stops the log for every process, until the operator lets it go on.
    pub async fn stop(&self, reason: &str) -> Result<(), LogError> {
        let reason = reason.to_owned();
        let stopped: Result<(), TxError<LogError>> = doorstep_storage::write(&*self.store, "log.stop", move |tx| {
            let reason = reason.clone();
            Box::pin(async move { Ok(tx.stop_log(Some(&reason)).await?) })
        })
        .await;
        stopped.map_err(LogError::from)
    }

    /// Deletes heads older than `age` but for one a minute.
    pub async fn thin(&self, age: SignedDuration) -> Result<u64, LogError> {
        let before = self.clock.now() - age;
        let thinned: Result<u64, TxError<LogError>> =
            doorstep_storage::write(&*self.store, "log.thin", move |tx| Box::pin(async move { Ok(tx.thin_checkpoints(before).await?) }))
                .await;
        thinned.map_err(LogError::from)
    }

    /// Lets a stopped log go on, after the operator has found out why it stood.
    pub async fn resume(&self) -> Result<(), LogError> {
        let resumed: Result<(), TxError<LogError>> =
            doorstep_storage::write(&*self.store, "log.resume", move |tx| Box::pin(async move { Ok(tx.stop_log(None).await?) })).await;
        resumed.map_err(LogError::from)
    }

    /// The head as it is stored.
    pub async fn head(&self) -> Result<LogRow, LogError> {
        let head: Result<LogRow, TxError<LogError>> =
            doorstep_storage::read(&*self.store, "log.head", move |tx| Box::pin(async move { Ok(tx.log_head().await?) })).await;
        head.map_err(LogError::from)
    }

    async fn append(&self, tx: &mut dyn Tx, signed: u64) -> Result<Option<(LogRow, u32)>, TxError<LogError>> {
        let now = self.clock.now();
        let Some(head) = tx.lease_log(self.lease, now, now + LEASE).await? else { return Ok(None) };
        if let Some(reason) = head.stopped {
            return Err(TxError::Refused(LogError::Stopped(reason)));
        }
        let known = tx.checkpoint_up_to(u64::MAX, 0).await?.map_or(0, |row| row.size).max(signed);
        if known > head.size {
            let reason =
                format!("a head of {known} leaves was signed, the database holds {}: it was brought back from an old copy", head.size);
            return Err(TxError::Refused(LogError::Stopped(reason)));
        }
        let waiting = tx.pending_leaves(self.settings.batch).await?;
        let entries = waiting.len() as u32;
        let batch = self.shuffled(waiting);
        if batch.is_empty() {
            return Ok(Some((LogRow { stopped: None, ..head }, 0)));
        }
        let grown = self.store_batch(tx, &head, &batch).await?;
        Ok(Some((grown, entries)))
    }

    /// The waiting leaves and as many of chance as are missing to the floor, in an order of chance.
    fn shuffled(&self, waiting: Vec<LeafRow>) -> Vec<Numbered> {
        let missing = (self.settings.floor as usize).saturating_sub(waiting.len());
        let mut batch: Vec<Numbered> = waiting.into_iter().map(|row| (Some(row.id), Leaf(row.leaf))).collect();
        for _ in 0..missing {
            let mut leaf = [0; 33];
            leaf[0] = Kind::Entry as u8;
            leaf[1..].copy_from_slice(&bytes::<32>(&*self.random));
            batch.push((None, Leaf(leaf)));
        }
        // Each leaf draws 128 bits; the order of the draws is the order of the batch.
        let mut drawn: Vec<([u8; 16], Numbered)> = batch.into_iter().map(|leaf| (bytes(&*self.random), leaf)).collect();
        drawn.sort_by_key(|(draw, _)| *draw);
        drawn.into_iter().map(|(_, leaf)| leaf).collect()
    }

    async fn store_batch(&self, tx: &mut dyn Tx, head: &LogRow, batch: &[Numbered]) -> Result<LogRow, TxError<LogError>> {
        let damaged = |error: doorstep_tlog::FrontierError| TxError::Refused(LogError::Stopped(error.to_string()));
        let mut tiles: Vec<(i8, u64)> = Frontier::edge_of(head.size).map(|id| (level_of(id.level), id.number)).collect();
        tiles.push((level_of(Level::Entries), head.size / HASHES));
        let mut edge: BTreeMap<_, _> =
            tx.log_tiles(&tiles).await?.into_iter().map(|(level, number, bytes)| ((level, number), bytes)).collect();
        let mut frontier = Frontier::load(head.size, |id| edge.remove(&(level_of(id.level), id.number))).map_err(damaged)?;
        if frontier.root() != Hash(head.root) {
            let reason = format!("the tiles of {} leaves do not lead to the stored root", head.size);
            return Err(TxError::Refused(LogError::Stopped(reason)));
        }
        let mut bundles: BTreeMap<u64, Vec<u8>> = BTreeMap::new();
        if !head.size.is_multiple_of(HASHES) {
            let number = head.size / HASHES;
            let mut begun = edge.remove(&(level_of(Level::Entries), number)).unwrap_or_default();
            begun.truncate((head.size % HASHES) as usize * 35);
            bundles.insert(number, begun);
        }
        let mut numbers = Vec::with_capacity(batch.len());
        for (row, leaf) in batch {
            let number = frontier.size();
            frontier.append(leaf);
            bundles.entry(number / HASHES).or_default().extend(bundle([leaf]));
            if let Some(id) = row {
                numbers.push((*id, number));
            }
        }
        if !numbers.is_empty() {
            tx.number_leaves(&numbers).await?;
        }
        for (id, bytes) in frontier.changed() {
            tx.put_log_tile(level_of(id.level), id.number, &bytes).await?;
        }
        for (number, bytes) in bundles {
            tx.put_log_tile(level_of(Level::Entries), number, &bytes).await?;
        }
        let (size, root) = (frontier.size(), frontier.root().0);
        tx.grow_log(head, size, &root).await?;
        Ok(LogRow { size, root, ..head.clone() })
    }

    /// Signs a head that is durable. Whoever was fenced off meanwhile signs nothing.
    async fn sign(&self, head: &LogRow) -> Result<(), LogError> {
        self.anchor.raise(head.size)?;
        let checkpoint = Checkpoint::new(self.signer.verifier().name(), head.size, Hash(head.root));
        let row = CheckpointRow {
            size: head.size,
            note: checkpoint.sign(&self.signer).to_string(),
            cosignatures: String::new(),
            cosigners: 0,
            signed_at: self.clock.now(),
        };
        let epoch = head.epoch;
        let kept: Result<(), TxError<LogError>> = doorstep_storage::write(&*self.store, "log.sign", move |tx| {
            let row = row.clone();
            Box::pin(async move {
                match tx.add_checkpoint(epoch, &row).await {
                    // Signed before, or taken over: either way there is a head of this size or beyond.
                    Err(StoreError::Conflict(_)) => Ok(()),
                    kept => Ok(kept?),
                }
            })
        })
        .await;
        kept.map_err(LogError::from)
    }
}
