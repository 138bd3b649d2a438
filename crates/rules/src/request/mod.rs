//! A single count, asked and answered in plain data: what `doorstep rules count` speaks.

mod answer;
mod batch;

use serde::{Deserialize, Serialize};

pub use answer::{CountAnswer, answer};
pub use batch::answer_line;

use crate::count::{CountFrom, Roll, Unit};

/// One count. Names and values are those of the command's flags; a key that is none of them is refused.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CountRequest {
    /// `YYYY-MM-DD`; for hours an instant with its offset, `2026-10-24T18:30:00+02:00`.
    pub event: String,
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
    /// Where counting starts; `instant` for hours and `next_day` otherwise, unless said.
    #[serde(default)]
    pub count_from: Option<CountFrom>,
    /// ISO 3166-1 alpha-2, or `EU`; may be left out where no working day matters.
    #[serde(default)]
    pub calendar: Option<String>,
    /// ISO 3166-2 region of the calendar.
    #[serde(default)]
    pub region: Option<String>,
    /// What happens when the last day is a day off.
    #[serde(default)]
    pub roll: Option<Roll>,
    /// How many working days the term holds at least.
    #[serde(default)]
    pub min_working_days: Option<u32>,
    /// Whether to answer with the count, day by day.
    #[serde(default)]
    pub explain: Option<bool>,
    /// Given back with the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}
