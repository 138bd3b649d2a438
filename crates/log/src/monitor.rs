//! The check from outside: everything that a log serves, from its leaves up, and that it goes on from what was seen before.

use doorstep_tlog::{Checkpoint, Cosigned, Frontier, Level, Note, NoteError, Policy, PolicyError, TileId, leaves_of};
use std::collections::BTreeMap;
use thiserror::Error;

/// Something that a log should serve and does not.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{path}: {why}")]
pub struct Gone {
    /// What was asked for.
    pub path: String,
    /// Why it did not come.
    pub why: String,
}

/// Where a log is read: an address, a folder.
pub trait Source {
    /// The bytes behind a path such as `checkpoint` or `tile/0/000`.
    fn get(&self, path: &str) -> Result<Vec<u8>, Gone>;
}

impl Source for std::path::Path {
    fn get(&self, path: &str) -> Result<Vec<u8>, Gone> {
        std::fs::read(self.join(path)).map_err(|error| Gone { path: path.to_owned(), why: error.to_string() })
    }
}

/// What is wrong with a log.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum MonitorError {
    /// It does not serve what it has signed.
    #[error("not served: {0}")]
    Gone(#[from] Gone),
    /// Its head is not one.
    #[error("the checkpoint cannot be read: {0}")]
    Note(#[from] NoteError),
    /// Its head is not trusted.
    #[error("the checkpoint is not to be trusted: {0}")]
    Policy(#[from] PolicyError),
    /// It is smaller than it was.
    #[error("the log had {before} leaves before, and has {now} now")]
    Shrunk {
        /// Seen before.
        before: u64,
        /// Seen now.
        now: u64,
    },
    /// What was seen before is not its beginning.
    #[error("the log is not the one that was seen before at {0} leaves")]
    Forked(u64),
    /// A bundle of leaves is not one.
    #[error("{0} does not hold leaves")]
    Bundle(TileId),
    /// A tile is not made of the leaves.
    #[error("{0} is not what the leaves make")]
    Tile(TileId),
    /// The leaves lead to another root.
    #[error("the leaves do not lead to the signed root")]
    Root,
}

/// A log that was found in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Audit {
    /// Its head.
    pub head: Cosigned,
    /// The head as it was served, to be kept for the next time.
    pub note: String,
    /// How many leaves are acts, looks, or chance.
    pub entries: u64,
    /// How many are erasures.
    pub erasures: u64,
}

/// Reads every leaf and every tile of a log and makes the tree anew. `before` is a head that was kept from the last time.
pub fn audit(source: &(impl Source + ?Sized), policy: &Policy, before: Option<&Checkpoint>) -> Result<Audit, MonitorError> {
    let bytes = source.get("checkpoint")?;
    let text = String::from_utf8(bytes).map_err(|_| NoteError::Form)?;
    let head = policy.check(&Note::parse(&text)?)?;
    let size = head.checkpoint.size;
    if let Some(before) = before
        && before.size > size
    {
        return Err(MonitorError::Shrunk { before: before.size, now: size });
    }
    let (mut entries, mut erasures) = (0, 0);
    let mut frontier = Frontier::load(0, |_| None).map_err(|_| MonitorError::Root)?;
    let mut root_then = None;
    for number in 0.. {
        let Some(id) = TileId::at(Level::Entries, number, size) else { break };
        let leaves = leaves_of(&source.get(&id.to_string())?).map_err(|_| MonitorError::Bundle(id))?;
        if leaves.len() != usize::from(id.width) {
            return Err(MonitorError::Bundle(id));
        }
        for leaf in &leaves {
            frontier.append(leaf);
            if leaf.0[0] == doorstep_tlog::Kind::Erasure as u8 {
                erasures += 1
            } else {
                entries += 1
            }
            if before.is_some_and(|before| before.size == frontier.size()) {
                root_then = Some(frontier.root());
            }
        }
    }
    if let Some(before) = before.filter(|before| before.size > 0)
        && root_then != Some(before.root)
    {
        return Err(MonitorError::Forked(before.size));
    }
    if frontier.root() != head.checkpoint.root {
        return Err(MonitorError::Root);
    }
    tiles_are(source, &frontier.changed())?;
    Ok(Audit { head, note: text, entries, erasures })
}

fn tiles_are(source: &(impl Source + ?Sized), made: &BTreeMap<TileId, Vec<u8>>) -> Result<(), MonitorError> {
    for (id, bytes) in made {
        if source.get(&id.to_string())? != *bytes {
            return Err(MonitorError::Tile(*id));
        }
    }
    Ok(())
}
