//! Cosignatures (c2sp.org/tlog-cosignature, Ed25519): "at this time, this was the largest consistent tree that I had seen".

use crate::checkpoint::Checkpoint;
use crate::key::{Signer, Verifier};
use crate::note::{Note, NoteError, Signature};
use thiserror::Error;

fn message(time: u64, text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {time}\n{text}").into_bytes()
}

/// Cosigns the text of a checkpoint; `time` is in seconds since 1970.
pub fn cosign(witness: &Signer, time: u64, text: &str) -> Signature {
    witness.sign(&message(time, text), &time.to_be_bytes())
}

/// The earliest time at which this witness cosigned the note; `None` if it did not. A line that only says to be by it spoils the whole note,
/// as signed-note asks ("Signatures").
fn earliest(witness: &Verifier, note: &Note) -> Result<Option<u64>, PolicyError> {
    let lines = note.signatures.iter().filter(|line| line.is_by(witness));
    let times = lines.map(|line| cosigned_at(witness, &note.text, line).ok_or_else(|| PolicyError::Witness(witness.name().to_owned())));
    Ok(times.collect::<Result<Vec<_>, _>>()?.into_iter().min())
}

/// The time of a cosignature, if it is this witness's over this text.
fn cosigned_at(witness: &Verifier, text: &str, signature: &Signature) -> Option<u64> {
    let (time, bytes) = signature.bytes.split_first_chunk::<8>()?;
    let time = u64::from_be_bytes(*time);
    let fits = witness.cosigns() && signature.is_by(witness) && time <= i64::MAX as u64;
    (fits && witness.verify(&message(time, text), bytes)).then_some(time)
}

/// Whom somebody trusts: one log, and how many of which witnesses.
#[derive(Clone, Debug)]
pub struct Policy {
    log: Verifier,
    witnesses: Vec<Verifier>,
    quorum: usize,
}

/// A policy or a checkpoint that does not satisfy.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum PolicyError {
    /// A log with a witness's key, a witness with a log's, one witness twice, or a quorum that cannot be reached.
    #[error("this is not a policy: one log key, different witness keys, and a quorum of at most their number")]
    Policy,
    /// Not a checkpoint.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// Another log's.
    #[error("the checkpoint is of another log")]
    Origin,
    /// Without the log's own signature.
    #[error("the log's own signature is missing or wrong")]
    Log,
    /// With a line that says to be by a witness and is not.
    #[error("a cosignature says to be by {0}, and is not")]
    Witness(String),
    /// Too few cosignatures.
    #[error("{found} of the {needed} witnesses that are needed have cosigned")]
    Quorum {
        /// How many did.
        found: usize,
        /// How many must.
        needed: usize,
    },
}

/// A checkpoint that satisfies a policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cosigned {
    /// The head.
    pub checkpoint: Checkpoint,
    /// The earliest and the latest time at which one of the witnesses cosigned it, in seconds since 1970; `None` without witnesses.
    pub times: Option<(u64, u64)>,
    /// How many of the witnesses cosigned it.
    pub witnesses: usize,
}

impl Policy {
    /// Trusts `log` if `quorum` of `witnesses` cosign it.
    pub fn new(log: Verifier, witnesses: Vec<Verifier>, quorum: usize) -> Result<Policy, PolicyError> {
        let twice = witnesses.iter().enumerate().any(|(i, one)| {
            let (key, others) = (one.to_string(), &witnesses[..i]);
            others.iter().any(|other| other.to_string().rsplit('+').next() == key.rsplit('+').next())
        });
        if log.cosigns() || !witnesses.iter().all(Verifier::cosigns) || twice || quorum > witnesses.len() {
            return Err(PolicyError::Policy);
        }
        Ok(Policy { log, witnesses, quorum })
    }

    /// The log's key.
    pub fn log(&self) -> &Verifier {
        &self.log
    }

    /// The witnesses' keys.
    pub fn witnesses(&self) -> &[Verifier] {
        &self.witnesses
    }

    /// Checks a note: the log's signature, then the cosignatures. Unknown signatures are ignored, as the text demands.
    pub fn check(&self, note: &Note) -> Result<Cosigned, PolicyError> {
        let checkpoint = Checkpoint::parse(&note.text)?;
        if checkpoint.origin != self.log.name() {
            return Err(PolicyError::Origin);
        }
        if !note.is_signed_by(&self.log) {
            return Err(PolicyError::Log);
        }
        let found: Vec<Option<u64>> = self.witnesses.iter().map(|witness| earliest(witness, note)).collect::<Result<_, _>>()?;
        let times: Vec<u64> = found.into_iter().flatten().collect();
        if times.len() < self.quorum {
            return Err(PolicyError::Quorum { found: times.len(), needed: self.quorum });
        }
        let span = times.iter().min().copied().zip(times.iter().max().copied());
        Ok(Cosigned { checkpoint, times: span, witnesses: times.len() })
    }
}
