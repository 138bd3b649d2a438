//! Whom the reader trusts, written as the arguments of `doorstep log check`, so that one line serves the command and the page:
//! `--key KEY --witness KEY --witness KEY --quorum 2`.

use doorstep_tlog::{KeyError, Policy, PolicyError, Verifier};
use thiserror::Error;

/// A line that names nobody to trust.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum TrustError {
    /// Another word than these three, a word without its value, no key, or one said twice.
    #[error("keys are written --key KEY, --witness KEY for each witness, --quorum NUMBER")]
    Form,
    /// A key that cannot be read.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Keys that do not go together.
    #[error(transparent)]
    Policy(#[from] PolicyError),
}

/// Reads the line. Without a quorum all witnesses have to sign.
pub fn policy(line: &str) -> Result<Policy, TrustError> {
    let (mut log, mut witnesses, mut quorum) = (None, Vec::new(), None);
    let mut words = line.split_ascii_whitespace();
    while let Some(word) = words.next() {
        let value = words.next().ok_or(TrustError::Form)?;
        match word {
            "--key" if log.is_none() => log = Some(Verifier::parse(value)?),
            "--witness" => witnesses.push(Verifier::parse(value)?),
            "--quorum" if quorum.is_none() => quorum = Some(value.parse().map_err(|_| TrustError::Form)?),
            _ => return Err(TrustError::Form),
        }
    }
    let quorum = quorum.unwrap_or(witnesses.len());
    Ok(Policy::new(log.ok_or(TrustError::Form)?, witnesses, quorum)?)
}
