//! Proof files (c2sp.org/tlog-proof): what one entry's holder keeps, to be checked without asking anybody.

use crate::hash::Hash;
use crate::note::{Note, NoteError};
use crate::text;
use std::fmt;
use thiserror::Error;

const FIRST: &str = "c2sp.org/tlog-proof@v1";
const LONGEST: usize = 128 * 1024;

/// What is not a proof file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum ProofFileError {
    /// Too long, another first line, or lines that the format does not have.
    #[error("this is not a c2sp.org/tlog-proof@v1 file")]
    Form,
    /// The checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] NoteError),
}

/// A proof that a leaf stands in a log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proof {
    /// What the file says beside; ours holds the opening of the leaf. Nobody vouches for it until the leaf is made of it.
    pub extra: Option<Vec<u8>>,
    /// The leaf's index, from 0.
    pub index: u64,
    /// The inclusion proof.
    pub hashes: Vec<Hash>,
    /// The checkpoint with its signatures and cosignatures.
    pub checkpoint: Note,
}

impl Proof {
    /// Reads a proof file. Nothing of it is checked yet.
    pub fn parse(file: &str) -> Result<Proof, ProofFileError> {
        if file.len() > LONGEST {
            return Err(ProofFileError::Form);
        }
        let (head, note) = file.split_once("\n\n").ok_or(ProofFileError::Form)?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(FIRST) {
            return Err(ProofFileError::Form);
        }
        let extra = match lines.peek().and_then(|line| line.strip_prefix("extra ")) {
            Some(extra) => {
                lines.next();
                Some(text::decode(extra).ok_or(ProofFileError::Form)?)
            }
            None => None,
        };
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).and_then(text::decimal).ok_or(ProofFileError::Form)?;
        let hashes: Vec<Hash> = lines.map(Hash::parse).collect::<Option<_>>().ok_or(ProofFileError::Form)?;
        if hashes.len() > 63 {
            return Err(ProofFileError::Form);
        }
        Ok(Proof { extra, index, hashes, checkpoint: Note::parse(note)? })
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", text::encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.hashes {
            writeln!(f, "{}", hash.to_base64())?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}
