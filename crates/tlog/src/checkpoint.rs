//! Checkpoints (c2sp.org/tlog-checkpoint): origin, size and root as the text of a note. Ours have no extension lines; others' are kept.

use crate::hash::Hash;
use crate::key::Signer;
use crate::note::{Note, NoteError};
use crate::text;
use std::fmt;

/// The head of a log at some size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checkpoint {
    /// Which log.
    pub origin: String,
    /// The number of leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// What follows, each line without its end; not looked at.
    pub extensions: Vec<String>,
}

impl Checkpoint {
    /// A checkpoint without extension lines.
    pub fn new(origin: &str, size: u64, root: Hash) -> Checkpoint {
        Checkpoint { origin: origin.to_owned(), size, root, extensions: Vec::new() }
    }

    /// Reads the text of a note.
    pub fn parse(text: &str) -> Result<Checkpoint, NoteError> {
        let mut lines = text.strip_suffix('\n').ok_or(NoteError::Form)?.split('\n');
        let origin = lines.next().filter(|line| !line.is_empty()).ok_or(NoteError::Form)?.to_owned();
        let size = lines.next().and_then(text::decimal).ok_or(NoteError::Form)?;
        let root = lines.next().and_then(Hash::parse).ok_or(NoteError::Form)?;
        let extensions: Vec<String> = lines.map(str::to_owned).collect();
        if extensions.iter().any(String::is_empty) {
            return Err(NoteError::Form);
        }
        Ok(Checkpoint { origin, size, root, extensions })
    }

    /// Signs it with the log's key.
    pub fn sign(&self, log: &Signer) -> Note {
        Note::sign(&self.to_string(), log)
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, self.root.to_base64())?;
        self.extensions.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
