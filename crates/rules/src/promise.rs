//! What a person was told keeps its worth when a calendar or pack changes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::duties::{Duty, Event};

/// A deadline as it was told to a person, with the versions that it was counted from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Promise {
    /// The rule that set it.
    pub rule: String,
    /// The event that started it.
    pub event: Event,
    /// The last day in the later reading.
    pub deadline: Date,
    /// The last day in the earliest reading.
    pub strict: Date,
    /// Version of the pack.
    pub pack_version: String,
    /// Version of the calendar.
    pub calendar_version: String,
}

/// What becomes of a promise when the duty is counted again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// The promise as it holds from now on: neither date ever earlier than before.
    pub promise: Promise,
    /// Whether a date moved, so that the person is to be told.
    pub tell: bool,
    /// What the new versions alone would say, where that is earlier than what was promised.
    pub would_be: Option<Date>,
}

impl Promise {
    /// What a duty promises.
    #[must_use]
    pub fn of(duty: &Duty) -> Self {
        Self {
            rule: duty.rule.clone(),
            event: Event { trigger: duty.trigger, date: duty.event },
            deadline: duty.deadline,
            strict: duty.strict,
            pack_version: duty.pack_version.clone(),
            calendar_version: duty.calendar.1.clone(),
        }
    }

    /// The promise after the same duty was counted under later versions: each date moves later or stays.
    #[must_use]
    pub fn keep(&self, recounted: &Duty) -> Kept {
        let now = Self::of(recounted);
        let promise = Self { deadline: self.deadline.max(now.deadline), strict: self.strict.max(now.strict), event: self.event, ..now };
        Kept {
            tell: promise.deadline != self.deadline || promise.strict != self.strict,
            would_be: (now.deadline < self.deadline).then_some(now.deadline),
            promise,
        }
    }
}
