//! Where a statement comes from, and how sure we are.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A public document that a statement was read in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What the document is, for a person: a law with its article, or the name of a page.
    pub title: String,
    /// Where it can be read.
    pub url: String,
    /// The day on which somebody read it.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_on: Option<Date>,
}

/// How sure the collectors of a statement are of it. Ordered: low < medium < high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Sources are old, secondary or volatile: ask the authority.
    Low,
    /// Plausible, from secondary sources or by analogy.
    Medium,
    /// Read in the law or in several official pages that agree.
    High,
}
