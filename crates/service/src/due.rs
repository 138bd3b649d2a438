//! What is due, by when, and why.

use crate::{Error, Service, Session};
use doorstep_register::{Declaration, DutyMet, Identity, Kind, Line, Record, Residence, Words};
use doorstep_rules::{Citizenship, CountError, Duty, Event, Trigger};
use jiff::Timestamp;
use jiff::civil::Date;

/// How a duty stands.
#[derive(Clone, PartialEq, Debug)]
pub enum DueState {
    /// Met, when it was declared at this moment.
    Met(Timestamp),
    /// Its event, or the first day on which it can be met, is still to come.
    Upcoming,
    /// To be done now.
    Open,
    /// The later reading has passed. Never said before it has.
    Passed,
}

/// A duty with its state.
#[derive(Clone, Debug)]
pub struct DueItem {
    /// The duty with each day of its count. Its dates are never earlier than those that the person was told.
    pub duty: Duty,
    /// How it stands.
    pub state: DueState,
    /// The last day by today's pack and calendar alone, where the person was told a later one: that one holds.
    pub counted: Option<Date>,
    /// Whether it was not met before the later reading had passed.
    pub overdue: bool,
    /// The day of the postmark by which it was met, where it was declared on a form that came by post.
    pub posted_on: Option<Date>,
    /// Why it could not be in time, if the person said so.
    pub explained: Option<(Timestamp, Words)>,
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

/// Whether a date was told for the same duty. With another calendar the general rule can be the more generous one instead of a treaty's, or
/// the other way round: the duty stays the same.
fn same_duty(duty: &Duty, told: &str) -> bool {
    duty.rule == told || duty.overrides.as_deref() == Some(told) || duty.alternatives.iter().any(|other| other.rule == told)
}

impl Service {
    pub(crate) fn try_count(&self, event: &Event, identity: Option<&Identity>) -> Result<Vec<Duty>, CountError> {
        let citizenship = identity.and_then(|i| i.citizenship.as_ref()).and_then(|c| Citizenship::parse(c.as_str()).ok());
        doorstep_rules::duties(&self.0.pack, &self.0.calendars, event, citizenship.as_ref())
    }

    /// The duties that an event starts for somebody. Empty where the law asks nothing, or where the calendar does not reach: no guess.
    pub fn count(&self, trigger: Trigger, date: Date, identity: Option<&Identity>) -> Vec<Duty> {
        self.try_count(&Event { trigger, date }, identity).unwrap_or_default()
    }

    /// Whether the calendar does not reach far enough to count from this event: then pages say so.
    pub fn beyond_calendar(&self, trigger: Trigger, date: Date) -> bool {
        self.try_count(&Event { trigger, date }, None).is_err()
    }

    /// The event that a first declaration on these days would report.
    pub fn first_event(&self, since: Option<Date>, arrived: Option<Date>) -> Option<Event> {
        Some(event(self.0.pack.first_event(), Kind::Arrival, since.or(arrived)?, arrived))
    }

    /// The duties that a first declaration on these days would meet.
    pub fn count_first(&self, since: Option<Date>, arrived: Option<Date>, identity: Option<&Identity>) -> Vec<Duty> {
        self.first_event(since, arrived).map(|event| self.count(event.trigger, event.date, identity)).unwrap_or_default()
    }

    /// How duties stand that nothing has met, with the dates that the person was told before: a later version of a pack or calendar moves
    /// none earlier.
    pub fn unmet(&self, duties: Vec<Duty>, told: &[DutyMet]) -> Vec<DueItem> {
        self.unmet_on(self.today(), duties, told)
    }

    /// The same on another day: what was posted in time is in time on the day of its postmark.
    pub fn unmet_on(&self, today: Date, duties: Vec<Duty>, told: &[DutyMet]) -> Vec<DueItem> {
        let item = |mut duty: Duty| {
            let by_count = duty.deadline;
            let said: Vec<_> = told.iter().filter(|told| told.event == duty.event && same_duty(&duty, told.rule.as_str())).collect();
            for told in said {
                duty.deadline = duty.deadline.max(told.deadline);
                duty.strict = duty.strict.max(told.strict);
            }
            let overdue = today > duty.deadline;
            // Whatever has to be done before its event can be done at once.
            let begins = duty.earliest.unwrap_or(if duty.deadline < duty.event { today } else { duty.event });
            let state = match () {
                () if overdue => DueState::Passed,
                () if today < begins => DueState::Upcoming,
                () => DueState::Open,
            };
            DueItem { counted: (by_count < duty.deadline).then_some(by_count), duty, state, overdue, posted_on: None, explained: None }
        };
        duties.into_iter().map(item).collect()
    }

    /// The duties that a declaration meets, to be kept in it.
    pub(crate) fn meets(&self, event: &Event, identity: &Identity, told: &[DutyMet]) -> Vec<DutyMet> {
        self.unmet(self.count(event.trigger, event.date, Some(identity)), told)
            .into_iter()
            .filter_map(|item| {
                let DueItem { duty, .. } = item;
                Some(DutyMet { rule: Line::parse(&duty.rule).ok()?, event: event.date, deadline: duty.deadline, strict: duty.strict })
            })
            .collect()
    }

    /// What is due for a record: what was met by the registration in force and by each time that it was renewed, and what comes next.
    pub async fn due(&self, session: &Session, record: &Record) -> Result<Vec<DueItem>, Error> {
        let Some(current) = record.current() else { return Ok(Vec::new()) };
        let mut items = self.met(record, current);
        if let Some(until) = current.until() {
            let ahead = self.count(Trigger::Renewal, until, record.identity.as_ref());
            if !ahead.is_empty() {
                let told = self.told(session, record.person).await?;
                items.extend(self.unmet(ahead, &told));
            }
        }
        for item in items.iter_mut().filter(|item| item.overdue) {
            let from = if let DueState::Met(at) = item.state { at } else { Timestamp::MIN };
            let about = record.explanations.iter().rev().find(|(at, rule, _)| {
                let after = at.to_zoned(self.zone().clone()).date() > item.duty.deadline;
                rule.as_str() == item.duty.rule && *at >= from && after
            });
            item.explained = about.map(|(at, _, words)| (*at, words.clone()));
        }
        Ok(items)
    }

    fn met(&self, record: &Record, current: &Residence) -> Vec<DueItem> {
        let first = &current.declaration;
        let began = event(self.0.pack.first_event(), first.kind, first.since, first.arrived);
        let mut items = self.met_by(record, began.trigger, current.declared_at, first);
        for (at, renewal) in &current.renewed {
            items.extend(self.met_by(record, Trigger::Renewal, *at, renewal));
        }
        items
    }

    fn met_by(&self, record: &Record, trigger: Trigger, at: Timestamp, declaration: &Declaration) -> Vec<DueItem> {
        let declared = declaration.counts_on(at.to_zoned(self.zone().clone()).date());
        let item = |kept: &DutyMet| {
            // The days are explained by today's calendars; the promise is the one that was kept, never an earlier one.
            let mut duty = self.count(trigger, kept.event, record.identity.as_ref()).into_iter().find(|d| d.rule == kept.rule.as_str())?;
            duty.deadline = duty.deadline.max(kept.deadline);
            duty.strict = duty.strict.max(kept.strict);
            let overdue = declared > duty.deadline;
            Some(DueItem { duty, state: DueState::Met(at), counted: None, overdue, posted_on: declaration.posted_on, explained: None })
        };
        declaration.meets.iter().filter_map(item).collect()
    }
}
