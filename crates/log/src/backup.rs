//! A signed note beside a back-up, so that not a byte of the file is changed unseen between the day that it was made and the day that it is
//! needed. What a back-up *says* is proved by the log itself; this is about the file.
//!
//! ```text
//! doorstep.backup.1
//! log.example/doorstep
//! 1048576
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//!
//! — log.example/doorstep Az3grl…
//! ```
//! The lines are: the form, the name of the log, the length of the file in bytes, its SHA-256 in base64.

use doorstep_tlog::{Hash, Note, Signer, Verifier};
use sha2::{Digest, Sha256};
use std::io::Read;
use thiserror::Error;

const FIRST: &str = "doorstep.backup.1";

/// Why a back-up is not what was signed.
#[derive(Debug, Error)]
pub enum BackupError {
    /// The file cannot be read.
    #[error("the back-up cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// The note is not signed by the log's key.
    #[error("the note beside the back-up is not signed by {0}")]
    Signature(Box<Verifier>),
    /// The file is another one, or has changed.
    #[error("this is not the file that was signed")]
    Changed,
}

/// What the note of a file says.
fn text(mut file: impl Read, origin: &str) -> std::io::Result<String> {
    let (mut digest, mut length, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            read => {
                digest.update(&buffer[..read]);
                length += read as u64;
            }
        }
    }
    Ok(format!("{FIRST}\n{origin}\n{length}\n{}\n", Hash(digest.finalize().into()).to_base64()))
}

/// Signs a back-up with the key of the log.
pub fn sign_backup(file: impl Read, log: &Signer) -> std::io::Result<Note> {
    Ok(Note::sign(&text(file, log.verifier().name())?, log))
}

/// Whether a back-up is the file that the log's key signed.
pub fn check_backup(file: impl Read, note: &Note, log: &Verifier) -> Result<(), BackupError> {
    if !note.is_signed_by(log) {
        return Err(BackupError::Signature(Box::new(log.clone())));
    }
    if text(file, log.name())? == note.text { Ok(()) } else { Err(BackupError::Changed) }
}
