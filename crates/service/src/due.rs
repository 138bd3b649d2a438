//! What is due, by when, and why.

use crate::Service;
use doorstep_register::{DutyMet, Identity, Kind, Line, Record, Residence};
use doorstep_rules::{Citizenship, Duty, Event, Trigger};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// How a duty stands.
#[derive(Clone, PartialEq, Debug)]
pub enum DueState {
    /// Met, when it was declared at this moment.
    Met(Timestamp),
    /// Still to be done.
    Open,
    /// The later reading has passed. Never said before it has.
    Passed,
}

/// A duty with its state.
#[derive(Clone, Debug)]
pub struct DueItem {
    /// The duty with each day of its count.
    pub duty: Duty,
    /// How it stands.
    pub state: DueState,
}

/// Which event of the law a declaration reports, and on which day it happened.
pub(crate) fn event(first: Trigger, kind: Kind, since: Date, arrived: Option<Date>) -> Event {
    // Where the law counts from moving in, the day of arriving in the country does not matter.
    let arrived = arrived.filter(|_| first == Trigger::Arrival);
    match (kind, arrived) {
        (Kind::Arrival, arrived) => Event { trigger: first, date: arrived.unwrap_or(since) },
        (Kind::Same, Some(arrived)) => Event { trigger: first, date: arrived },
        (Kind::Move | Kind::Same, _) => Event { trigger: Trigger::Move, date: since },
        (Kind::Renewal, _) => Event { trigger: Trigger::Renewal, date: since },
    }
}

impl Service {
    /// The duties that an event starts for somebody. Empty where the law asks nothing, or where the calendar does not reach: no guess.
    pub fn count(&self, trigger: Trigger, date: Date, identity: Option<&Identity>) -> Vec<Duty> {
        let citizenship = identity.and_then(|i| i.citizenship.as_ref()).and_then(|c| Citizenship::parse(c.as_str()).ok());
        let event = Event { trigger, date };
        doorstep_rules::duties(&self.0.pack, &self.0.calendars, &event, citizenship.as_ref()).unwrap_or_default()
    }

    /// The duties that a first declaration on these days would meet.
    pub fn count_first(&self, since: Option<Date>, arrived: Option<Date>, identity: Option<&Identity>) -> Vec<Duty> {
        let Some(day) = since.or(arrived) else { return Vec::new() };
        let event = event(self.0.pack.first_event(), Kind::Arrival, day, arrived);
        self.count(event.trigger, event.date, identity)
    }

    /// The duties that a declaration meets, to be kept in it.
    pub(crate) fn meets(&self, event: &Event, identity: &Identity) -> Vec<DutyMet> {
        self.count(event.trigger, event.date, Some(identity))
            .into_iter()
            .filter_map(|duty| {
                let rule = Line::parse(&duty.rule).ok()?;
                Some(DutyMet { rule, event: event.date, deadline: duty.deadline, strict: duty.strict })
            })
            .collect()
    }

    /// What is due for a record: what was met by the registration in force, and what comes next.
    pub fn due(&self, record: &Record) -> Vec<DueItem> {
        let Some(current) = record.current() else { return Vec::new() };
        let mut items = self.met(record, current);
        if let Some(until) = current.until() {
            items.extend(self.upcoming(record, Trigger::Renewal, until));
        }
        items
    }

    fn met(&self, record: &Record, current: &Residence) -> Vec<DueItem> {
        let declaration = &current.declaration;
        let event = event(self.0.pack.first_event(), declaration.kind, declaration.since, declaration.arrived);
        let counted = self.count(event.trigger, event.date, record.identity.as_ref());
        declaration
            .meets
            .iter()
            .filter_map(|kept| {
                // The days are explained by today's calendars; the promise is the one that was kept, never an earlier one.
                let mut duty = counted.iter().find(|d| d.rule == kept.rule.as_str())?.clone();
                duty.deadline = duty.deadline.max(kept.deadline);
                duty.strict = duty.strict.max(kept.strict);
                Some(DueItem { duty, state: DueState::Met(current.declared_at) })
            })
            .collect()
    }

    fn upcoming(&self, record: &Record, trigger: Trigger, date: Date) -> Vec<DueItem> {
        let today = self.today();
        self.count(trigger, date, record.identity.as_ref())
            .into_iter()
            .map(|duty| {
                let state = if today > duty.deadline { DueState::Passed } else { DueState::Open };
                DueItem { duty, state }
            })
            .collect()
    }

    /// The day before the earlier reading on which to remind: three days ahead, or tomorrow if that has passed; `None` when it is too late to help.
    pub(crate) fn reminder_day(&self, strict: Date) -> Option<Date> {
        let tomorrow = self.today().tomorrow().ok()?;
        (strict >= tomorrow).then_some(strict.checked_sub(3.days()).ok()?.max(tomorrow))
    }
}
