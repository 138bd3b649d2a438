//! What a new version of a calendar or pack changes, before it is put in force.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use crate::{
    calendar::{Calendar, Calendars, Unconfirmed, Week},
    count::{Reading, Unit, count},
    pack::{Pack, Rule, Statement},
};

/// A day that works in one version and is off in the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayChange {
    /// The calendar, with its region.
    pub calendar: String,
    /// Which day.
    pub date: Date,
    /// Whether it worked; `None` where the old version does not cover it.
    pub worked: Option<bool>,
    /// Whether it works; `None` where the new version does not cover it.
    pub works: Option<bool>,
}

/// What becomes of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleChange {
    /// The rule is new.
    Added {
        /// Its id.
        rule: String,
        /// For whom, in English.
        whom: String,
    },
    /// The rule is gone.
    Removed {
        /// Its id.
        rule: String,
        /// For whom, in English.
        whom: String,
    },
    /// Its deadlines move.
    Moved {
        /// Its id.
        rule: String,
        /// For whom, in English: the name of the rule, and who has to act.
        whom: String,
        /// On how many days of the range an event has another deadline.
        events: u32,
        /// The first of them.
        first: Date,
        /// The last of them.
        last: Date,
        /// By how many days (negative: earlier), and for how many days of events.
        by: BTreeMap<i32, u32>,
    },
    /// Statements change other than by moving a deadline in the range.
    Changed {
        /// Its id.
        rule: String,
        /// For whom, in English.
        whom: String,
        /// Which of its statements.
        statements: BTreeSet<Statement>,
    },
}

/// The days that differ between two versions of a calendar.
#[must_use]
pub fn diff_calendars(old: &Calendar, new: &Calendar) -> Vec<DayChange> {
    let ((a, b), (c, d)) = (old.range(), new.range());
    let works = |calendar: &Calendar, date| calendar.works(date, Week::Five, Unconfirmed::DaysOff).ok();
    let both = |date| (works(old, date), works(new, date));
    let dates = a.min(c).series(1.day()).take_while(|date| *date <= b.max(d));
    dates
        .map(|date| (date, both(date)))
        .filter(|(_, (was, is))| was != is)
        .map(|(date, (worked, works))| DayChange { calendar: new.id(), date, worked, works })
        .collect()
}

/// What changes between two versions of a pack, each on its calendars, for events from `from` to `to`. The same pack on two
/// versions of its calendar says what the calendar changes.
#[must_use]
pub fn diff_packs(old: (&Pack, &Calendars), new: (&Pack, &Calendars), from: Date, to: Date) -> Vec<RuleChange> {
    let ids: BTreeSet<&str> = old.0.rules().chain(new.0.rules()).map(Rule::id).collect();
    let mut changes = Vec::new();
    for id in ids {
        let rule = id.to_owned();
        match (old.0.rule(id), new.0.rule(id)) {
            (None, None) => {}
            (None, Some(is)) => changes.push(RuleChange::Added { rule, whom: whom(is) }),
            (Some(was), None) => changes.push(RuleChange::Removed { rule, whom: whom(was) }),
            (Some(was), Some(is)) => {
                changes.extend(moved(old, new, was, is, from, to));
                let statements = was.differences(is);
                if !statements.is_empty() {
                    changes.push(RuleChange::Changed { rule, whom: whom(is), statements });
                }
            }
        }
    }
    changes
}

fn whom(rule: &Rule) -> String {
    format!("{}. {}", rule.name("en"), rule.who_must("en"))
}

fn moved(old: (&Pack, &Calendars), new: (&Pack, &Calendars), was: &Rule, is: &Rule, from: Date, to: Date) -> Option<RuleChange> {
    let mut range: Option<(Date, Date)> = None;
    let mut by: BTreeMap<i32, u32> = BTreeMap::new();
    for date in from.series(1.day()).take_while(|date| *date <= to) {
        let (Some(before), Some(after)) = (on(old, was, date), on(new, is, date)) else { continue };
        let days = before.deadline.until(after.deadline).map_or(0, |span| span.get_days());
        if days != 0 {
            *by.entry(days).or_default() += 1;
            range = Some((range.map_or(date, |(first, _)| first), date));
        }
    }
    let events = by.values().sum();
    range.map(|(first, last)| RuleChange::Moved { rule: is.id().to_owned(), whom: whom(is), events, first, last, by })
}

fn on((pack, calendars): (&Pack, &Calendars), rule: &Rule, date: Date) -> Option<Reading> {
    let term = rule.term().filter(|t| t.unit() != Unit::Hours)?;
    let calendar = calendars.select(pack.calendar(), pack.region()).ok()?;
    let (from, to) = rule.in_force();
    let holds = from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to);
    if holds { count(term, date, Some(calendar)).ok() } else { None }
}
