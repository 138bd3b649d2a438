//! The witness protocol (c2sp.org/tlog-witness), both sides, without the wire: the body of `add-checkpoint` and what a witness answers to it.

use crate::checkpoint::Checkpoint;
use crate::hash::Hash;
use crate::key::Verifier;
use crate::note::{Note, NoteError};
use crate::text;
use crate::verify::check_consistency;
use std::fmt;
use thiserror::Error;

const LONGEST: usize = 128 * 1024;
/// The most lines of proof that the text allows.
const LINES: usize = 63;

/// A body that is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum BodyError {
    /// Not `old N`, proof lines, an empty line, a checkpoint.
    #[error("this is not the body of an add-checkpoint request")]
    Form,
    /// The checkpoint.
    #[error(transparent)]
    Note(#[from] NoteError),
}

/// What a log posts to a witness.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AddCheckpoint {
    /// The size that the witness cosigned last.
    pub old: u64,
    /// The consistency proof from there.
    pub proof: Vec<Hash>,
    /// The new checkpoint.
    pub checkpoint: Note,
}

impl AddCheckpoint {
    /// Reads a body.
    pub fn parse(body: &str) -> Result<AddCheckpoint, BodyError> {
        if body.len() > LONGEST {
            return Err(BodyError::Form);
        }
        let (head, note) = body.split_once("\n\n").ok_or(BodyError::Form)?;
        let mut lines = head.split('\n');
        let old = lines.next().and_then(|line| line.strip_prefix("old ")).and_then(text::decimal).ok_or(BodyError::Form)?;
        let proof: Vec<Hash> = lines.map(Hash::parse).collect::<Option<_>>().ok_or(BodyError::Form)?;
        if proof.len() > LINES {
            return Err(BodyError::Form);
        }
        Ok(AddCheckpoint { old, proof, checkpoint: Note::parse(note)? })
    }
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        for hash in &self.proof {
            writeln!(f, "{}", hash.to_base64())?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

/// What a witness remembers of a log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// The size that it cosigned last; 0 if none.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

impl Seen {
    /// Nothing yet.
    pub fn nothing() -> Seen {
        Seen { size: 0, root: Hash::empty() }
    }
}

/// How a witness answers, with the HTTP status that the text gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// 200: persist this, and only then cosign.
    Cosign(Seen),
    /// 400: the old size is larger than the new one.
    Bad,
    /// 403: not signed by the log's key.
    Forbidden,
    /// 404: another log.
    Unknown,
    /// 409: the witness saw this size last.
    Conflict(u64),
    /// 409: the same size with another root. Evidence of two trees.
    Fork(u64),
    /// 422: the proof does not hold. Perhaps evidence of two trees.
    Inconsistent,
}

impl Answer {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            Answer::Cosign(_) => 200,
            Answer::Bad => 400,
            Answer::Forbidden => 403,
            Answer::Unknown => 404,
            Answer::Conflict(_) | Answer::Fork(_) => 409,
            Answer::Inconsistent => 422,
        }
    }
}

impl AddCheckpoint {
    /// What a witness that knows this log by `log`, and saw `seen` last, answers. The checks stand in the order of the text.
    pub fn judge(&self, log: &Verifier, seen: &Seen) -> Answer {
        let Ok(new) = Checkpoint::parse(&self.checkpoint.text) else { return Answer::Bad };
        if new.origin != log.name() {
            return Answer::Unknown;
        }
        if !self.checkpoint.is_signed_by(log) {
            return Answer::Forbidden;
        }
        if self.old > new.size {
            return Answer::Bad;
        }
        if self.old != seen.size {
            return Answer::Conflict(seen.size);
        }
        if self.old == new.size && new.root != seen.root {
            return Answer::Fork(seen.size);
        }
        let consistent = match (self.old, new.size) {
            (0, 0) => self.proof.is_empty() && new.root == Hash::empty(),
            (0, _) => self.proof.is_empty(),
            (old, size) => check_consistency(old, size, &self.proof, &seen.root, &new.root).is_ok(),
        };
        if consistent { Answer::Cosign(Seen { size: new.size, root: new.root }) } else { Answer::Inconsistent }
    }
}
