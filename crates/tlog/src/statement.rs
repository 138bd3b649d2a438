//! What a leaf commits to: one act or look of one person, numbered and chained to the one before. The bytes are canonical: every statement has
//! one text, and every text that is read is written back as it was.
//!
//! ```text
//! doorstep.entry.1
//! look 3
//! 0199c0de-0000-7000-8000-000000000001
//! 1790000000123456
//! AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAh
//! {"seq":3,"at":"…","by":{…}}
//! ```
//! The fifth line is the leaf of the entry before in base64, or `-` for the first. A leaf and not the hash of the entry, because an entry
//! can be guessed and a leaf cannot: after an erasure nothing remains that tells of what was erased.

use crate::leaf::Leaf;
use crate::text;
use std::fmt;
use thiserror::Error;

const FIRST: &str = "doorstep.entry.1";
const LONGEST: usize = 64 * 1024;

/// Which of a person's two histories.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Chain {
    /// What was done in the record.
    Acts,
    /// Who looked at it.
    Looks,
}

impl Chain {
    fn word(self) -> &'static str {
        match self {
            Chain::Acts => "act",
            Chain::Looks => "look",
        }
    }
}

/// Bytes that are no statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("this is not an entry of doorstep.entry.1")]
pub struct StatementError;

/// One entry of one person's history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// Acts or looks.
    pub chain: Chain,
    /// Its number, from 1 without gaps.
    pub seq: u32,
    /// Whose: a UUID, 16 bytes.
    pub person: [u8; 16],
    /// When it says to have happened: microseconds since 1970, UTC.
    pub at: i64,
    /// The leaf of the entry before; `None` for the first.
    pub previous: Option<Leaf>,
    /// The entry itself, one line of JSON.
    pub body: String,
}

impl Statement {
    /// Reads the canonical bytes.
    pub fn parse(bytes: &[u8]) -> Result<Statement, StatementError> {
        read(bytes).filter(|statement| statement.to_string().as_bytes() == bytes).ok_or(StatementError)
    }
}

fn read(bytes: &[u8]) -> Option<Statement> {
    if bytes.len() > LONGEST {
        return None;
    }
    let mut lines = std::str::from_utf8(bytes).ok()?.split('\n');
    if lines.next()? != FIRST {
        return None;
    }
    let (chain, seq) = lines.next()?.split_once(' ')?;
    let chain = [Chain::Acts, Chain::Looks].into_iter().find(|known| known.word() == chain)?;
    let seq = u32::try_from(text::decimal(seq)?).ok().filter(|&seq| seq > 0)?;
    let person = uuid(lines.next()?)?;
    let at = lines.next()?.parse().ok()?;
    let previous = match lines.next()? {
        "-" => None,
        leaf => Some(Leaf(text::decode(leaf)?.try_into().ok()?)),
    };
    let body = lines.next()?.to_owned();
    (lines.next() == Some("") && lines.next().is_none()).then_some(Statement { chain, seq, person, at, previous, body })
}

fn uuid(text: &str) -> Option<[u8; 16]> {
    let hex: String = text.split('-').collect();
    if !hex.is_ascii() || hex.len() != 32 {
        return None;
    }
    let mut out = [0; 16];
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(out)
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST}\n{} {}", self.chain.word(), self.seq)?;
        for (i, byte) in self.person.iter().enumerate() {
            let dash = if matches!(i, 4 | 6 | 8 | 10) { "-" } else { "" };
            write!(f, "{dash}{byte:02x}")?;
        }
        let previous = self.previous.map_or_else(|| "-".to_owned(), |leaf| text::encode(&leaf.0));
        writeln!(f, "\n{}\n{previous}\n{}", self.at, self.body)
    }
}
