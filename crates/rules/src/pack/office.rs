//! What binds the office: its own terms, and what it keeps.

use serde::{Deserialize, Serialize};

use crate::{count::Term, text::Text};

/// Where an office's term or retention comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The law says so.
    Statute,
    /// The law is silent or unknown, and the operator promises it.
    Operator,
}

/// A term that runs from the day of the declaration against the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficeTerm {
    pub(super) term: Term,
    pub(super) basis: Basis,
    pub(super) sources: Vec<String>,
}

impl OfficeTerm {
    /// The count.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.term
    }

    /// Law or promise.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// Keys of the pack's sources.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }
}

/// One kind of data that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// What is kept.
    pub what: Text,
    /// Why.
    pub why: Text,
    /// Until when, in words.
    pub until: Text,
    /// The same in months after the registration ended, where it is a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// Law or promise.
    pub basis: Basis,
    /// Keys of the pack's sources; may be empty for a promise.
    #[serde(default)]
    pub sources: Vec<String>,
}
