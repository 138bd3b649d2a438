//! What a person was told keeps its worth when a calendar or pack changes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::Calendars,
    count::CountError,
    duties::{Duty, Event},
    pack::Pack,
};

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

    /// Counts the promised term again under the pack and calendars of today, for its rule alone: nothing about the person is
    /// needed. A treaty's term is never told without the general one, which holds where it is later. `None` where the pack no
    /// longer has the rule or its term: what was promised then stands as it is.
    ///
    /// # Errors
    /// When a calendar is missing or does not cover the count.
    pub fn recount(&self, pack: &Pack, calendars: &Calendars) -> Result<Option<Kept>, CountError> {
        let Some(rule) = pack.rule(&self.rule) else { return Ok(None) };
        let calendar = calendars.select(pack.calendar(), pack.region())?;
        let Some(mut duty) = Duty::of(pack, calendar, &self.event, rule)? else { return Ok(None) };
        if let Some(general) = rule.overrides().and_then(|id| pack.rule(id))
            && let Some(other) = Duty::of(pack, calendar, &self.event, general)?
        {
            duty = duty.or(other);
        }
        let kept = self.keep(&duty);
        Ok(Some(Kept { promise: Self { rule: self.rule.clone(), ..kept.promise }, ..kept }))
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
