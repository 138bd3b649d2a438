//! What is known of a statement.

use serde::{Deserialize, Serialize};

use crate::source::Confidence;

/// Which statement of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Trigger, number and unit of the term.
    Term,
    /// First day, roll and cut-off.
    Count,
    /// Who has to declare.
    Who,
    /// Who need not.
    Exempt,
    /// What is handed in or shown.
    Evidence,
    /// What it costs.
    Fee,
    /// How long it holds.
    Validity,
    /// When it has to be renewed.
    Renewal,
    /// From when a declaration is possible before the event.
    Earliest,
}

/// The ground on which statements of a rule stand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Which statements.
    pub about: Vec<About>,
    /// How sure the collectors are.
    pub confidence: Confidence,
    /// Keys of the pack's sources.
    pub sources: Vec<String>,
    /// What a reviewer has to look at: conflicts, age, readings by analogy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
