//! What an officer found: the outcome, the facts, the rule, the reasons in words, and what the facts rest on.

use super::kind::Outcome;
use crate::text::{Line, TextError, Words};
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// Not a reason that somebody could read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum ReasonsError {
    /// Not a text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Less than one sentence.
    #[error("less than one sentence")]
    NoSentence,
}

/// Why, in words: at least one sentence of twenty letters with its full stop.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reasons(Words);

impl Reasons {
    /// Parses what an officer wrote.
    pub fn parse(raw: &str) -> Result<Self, ReasonsError> {
        let words = Words::parse(raw)?;
        let letters = words.as_str().chars().filter(|c| c.is_alphabetic()).count();
        // Full stops of the scripts of the product's languages and their neighbours.
        let stops = words.as_str().contains(['.', '!', '?', '…', '。', '؟', '۔', '।', '։', '።', '။']);
        if letters >= 20 && stops { Ok(Self(words)) } else { Err(ReasonsError::NoSentence) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl TryFrom<String> for Reasons {
    type Error = ReasonsError;
    fn try_from(raw: String) -> Result<Self, ReasonsError> {
        Self::parse(&raw)
    }
}

impl From<Reasons> for String {
    fn from(reasons: Reasons) -> String {
        reasons.0.into()
    }
}

impl fmt::Display for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a finding rests on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// What the resident said in the case.
    ResidentsWords,
    /// What the other side said. Alone it carries nothing against anybody.
    OthersWords,
    /// A document on file.
    Document,
    /// An extract of another register.
    Extract,
    /// What a third person said.
    Witness,
    /// What an officer saw at a visit where they met somebody.
    Visit,
    /// Nobody was met at a visit. Says nothing.
    Absence,
    /// The person did not answer. Says nothing.
    Silence,
}

impl Ground {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::ResidentsWords, Self::OthersWords, Self::Document, Self::Extract, Self::Witness, Self::Visit, Self::Absence, Self::Silence];

    /// Whether a decision that takes something from somebody can rest on it.
    pub const fn carries(self) -> bool {
        match self {
            Self::ResidentsWords | Self::Document | Self::Extract | Self::Witness | Self::Visit => true,
            Self::OthersWords | Self::Absence | Self::Silence => false,
        }
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ResidentsWords => "the resident's words",
            Self::OthersWords => "the other side's words",
            Self::Document => "a document",
            Self::Extract => "an extract",
            Self::Witness => "a witness's word",
            Self::Visit => "a visit",
            Self::Absence => "an absence at a visit",
            Self::Silence => "silence",
        })
    }
}

/// What an officer found and why.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What is decided.
    pub outcome: Outcome,
    /// What the officer holds to be true.
    pub facts: Words,
    /// The rule, as it is cited.
    pub rule: Line,
    /// Why the facts and the rule lead to the outcome.
    pub reasons: Reasons,
    /// What the facts rest on.
    pub grounds: Vec<Ground>,
}
