//! Signed notes (c2sp.org/signed-note): a text, an empty line, and lines of signatures.

use crate::key::{Signer, Verifier, is_name};
use crate::text;
use std::fmt;
use thiserror::Error;

/// The longest note that is read, in bytes.
const LONGEST: usize = 64 * 1024;
/// The most signatures that are read; the text asks for at least 16.
const SIGNATURES: usize = 64;

/// What is not a note.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum NoteError {
    /// More than 64 KiB, or more than 64 signatures.
    #[error("the note is too long")]
    TooLong,
    /// No text, an unfinished line, a control character, or no signature.
    #[error("this is not a signed note")]
    Form,
    /// A signature line that is none.
    #[error("line {0} of the signatures is none")]
    Signature(usize),
}

/// One line of signature. Not yet checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// Who says to have signed.
    pub name: String,
    /// The id of the key.
    pub id: [u8; 4],
    /// What the key's type puts there: for type 0x01 64 bytes, for type 0x04 a time of 8 bytes before them.
    pub bytes: Vec<u8>,
}

impl Signature {
    /// Reads a line without its end: `— name base64(id ‖ bytes)`.
    pub fn parse(line: &str) -> Option<Signature> {
        let (name, rest) = line.strip_prefix("— ")?.split_once(' ')?;
        let bytes = text::decode(rest)?;
        let (id, bytes) = bytes.split_first_chunk::<4>()?;
        (is_name(name) && !bytes.is_empty()).then(|| Signature { name: name.to_owned(), id: *id, bytes: bytes.to_vec() })
    }

    /// Whether it says to be by this key.
    pub fn is_by(&self, verifier: &Verifier) -> bool {
        self.name == verifier.name() && self.id == verifier.id()
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "— {} {}", self.name, text::encode(&[self.id.as_slice(), &self.bytes].concat()))
    }
}

/// A note: its text, with the final newline, and its signatures in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// The text.
    pub text: String,
    /// Signatures, known and unknown.
    pub signatures: Vec<Signature>,
}

impl Note {
    /// Reads a note.
    pub fn parse(note: &str) -> Result<Note, NoteError> {
        if note.len() > LONGEST {
            return Err(NoteError::TooLong);
        }
        if note.chars().any(|c| c < ' ' && c != '\n') {
            return Err(NoteError::Form);
        }
        let end = note.rfind("\n\n").ok_or(NoteError::Form)?;
        let (text, lines) = (&note[..=end], &note[end + 2..]);
        let lines = lines.strip_suffix('\n').ok_or(NoteError::Form)?;
        if text == "\n" {
            return Err(NoteError::Form);
        }
        let signatures = signatures(lines)?;
        Ok(Note { text: text.to_owned(), signatures })
    }

    /// Signs a text, which must end with a newline.
    pub fn sign(text: &str, signer: &Signer) -> Note {
        Note { text: text.to_owned(), signatures: vec![signer.sign(text.as_bytes(), &[])] }
    }

    /// Whether this key signed the text, as its type 0x01 does. A line that only says to be by it spoils the whole note, as the text asks
    /// ("Signatures").
    pub fn is_signed_by(&self, verifier: &Verifier) -> bool {
        let mut lines = self.signatures.iter().filter(|line| line.is_by(verifier)).peekable();
        !verifier.cosigns() && lines.peek().is_some() && lines.all(|line| verifier.verify(self.text.as_bytes(), &line.bytes))
    }
}

fn signatures(lines: &str) -> Result<Vec<Signature>, NoteError> {
    let mut found = Vec::new();
    for (number, line) in lines.split('\n').enumerate() {
        if number == SIGNATURES {
            return Err(NoteError::TooLong);
        }
        found.push(Signature::parse(line).ok_or(NoteError::Signature(number + 1))?);
    }
    Ok(found)
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| fmt::Display::fmt(signature, f))
    }
}
