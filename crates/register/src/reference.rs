//! The number on a receipt: short, sayable on the telephone, impossible to mistype unnoticed.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 12;

/// Not a reference number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("not a reference number")]
pub struct ReferenceError;

/// A reference number: eleven characters of chance (55 bits) and a check character, shown as `ABCD-EFGH-JKMN`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

fn check(values: impl Iterator<Item = u8>) -> u8 {
    // Weighted sum modulo 31, a prime: finds every single wrong character but a swap of value 0 and 31, and every transposition of neighbours.
    (values.zip(1u32..).map(|(v, i)| u32::from(v) * i).sum::<u32>() % 31) as u8
}

impl Reference {
    /// Makes a reference from chance.
    pub fn new(chance: [u8; 8]) -> Self {
        let bits = u64::from_be_bytes(chance);
        let values: Vec<u8> = (0..LENGTH - 1).map(|i| ((bits >> (5 * i)) & 31) as u8).collect();
        let last = check(values.iter().copied());
        let text: String = values.into_iter().chain([last]).map(|v| ALPHABET[usize::from(v)] as char).collect();
        Self(format!("{}-{}-{}", &text[..4], &text[4..8], &text[8..]))
    }

    /// Parses what a person typed: any case, with or without hyphens, O for 0 and I or L for 1.
    pub fn parse(raw: &str) -> Result<Self, ReferenceError> {
        if raw.len() > 64 {
            return Err(ReferenceError);
        }
        let text: String = raw
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            })
            .collect();
        let values: Option<Vec<u8>> = text.bytes().map(|b| ALPHABET.iter().position(|a| *a == b).map(|p| p as u8)).collect();
        match values {
            Some(v) if v.len() == LENGTH && check(v[..LENGTH - 1].iter().copied()) == v[LENGTH - 1] => {
                Ok(Self(format!("{}-{}-{}", &text[..4], &text[4..8], &text[8..])))
            }
            _ => Err(ReferenceError),
        }
    }

    /// The number with its hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reference {
    type Error = ReferenceError;
    fn try_from(raw: String) -> Result<Self, ReferenceError> {
        Self::parse(&raw)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> String {
        reference.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_survives_being_said_aloud() {
        let reference = Reference::new(*b"doorstep");
        let sloppy = reference.as_str().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(Reference::parse(&sloppy), Ok(reference));
    }

    #[test]
    fn a_wrong_character_is_noticed() {
        let text = Reference::new([7; 8]).as_str().replace('-', "");
        for i in 0..text.len() {
            for c in "23456789ABCDEFGH".chars() {
                let mut wrong: Vec<char> = text.chars().collect();
                if wrong[i] != c {
                    wrong[i] = c;
                    assert!(Reference::parse(&wrong.into_iter().collect::<String>()).is_err());
                }
            }
        }
        assert!(Reference::parse("").is_err());
        assert!(Reference::parse(&"A".repeat(5000)).is_err());
    }
}
