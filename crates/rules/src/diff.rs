//! What a new version of a calendar or pack changes, before it is put in force.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use crate::{
    calendar::{Calendar, Calendars, Unconfirmed, Week},
    count::{Reading, Unit, count},
    pack::{Pack, Rule},
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
    },
    /// The rule is gone.
    Removed {
        /// Its id.
        rule: String,
    },
    /// Its deadlines move.
    Moved {
        /// Its id.
        rule: String,
        /// On how many days of the range an event has another deadline.
        events: u32,
        /// The first of them.
        first: Date,
        /// The last of them.
        last: Date,
        /// Most days that a deadline moves earlier (negative) or least that it moves later.
        least: i32,
        /// Most days that a deadline moves later.
        most: i32,
    },
    /// Its words, grounds or other statements change, and no deadline.
    Reworded {
        /// Its id.
        rule: String,
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

/// What changes between two versions of a pack, each on its calendars, for events from `from` to `to`.
#[must_use]
pub fn diff_packs(old: (&Pack, &Calendars), new: (&Pack, &Calendars), from: Date, to: Date) -> Vec<RuleChange> {
    let ids: BTreeSet<&str> = old.0.rules().chain(new.0.rules()).map(Rule::id).collect();
    let change = |id: &str| match (old.0.rule(id), new.0.rule(id)) {
        (None, None) => None,
        (None, Some(_)) => Some(RuleChange::Added { rule: id.to_owned() }),
        (Some(_), None) => Some(RuleChange::Removed { rule: id.to_owned() }),
        (Some(was), Some(is)) => {
            moved(old, new, was, is, from, to).or_else(|| (was != is).then(|| RuleChange::Reworded { rule: id.to_owned() }))
        }
    };
    ids.into_iter().filter_map(change).collect()
}

fn moved(old: (&Pack, &Calendars), new: (&Pack, &Calendars), was: &Rule, is: &Rule, from: Date, to: Date) -> Option<RuleChange> {
    let mut found: Option<(u32, Date, Date, i32, i32)> = None;
    for date in from.series(1.day()).take_while(|date| *date <= to) {
        let (Some(before), Some(after)) = (on(old, was, date), on(new, is, date)) else { continue };
        let by = before.deadline.until(after.deadline).map_or(0, |span| span.get_days());
        if by != 0 {
            found =
                Some(found.map_or((1, date, date, by, by), |(n, first, _, least, most)| (n + 1, first, date, least.min(by), most.max(by))));
        }
    }
    found.map(|(events, first, last, least, most)| RuleChange::Moved { rule: is.id().to_owned(), events, first, last, least, most })
}

fn on((pack, calendars): (&Pack, &Calendars), rule: &Rule, date: Date) -> Option<Reading> {
    let term = rule.term().filter(|t| t.unit() != Unit::Hours)?;
    let calendar = calendars.select(pack.calendar(), pack.region()).ok()?;
    let (from, to) = rule.in_force();
    let holds = from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to);
    if holds { count(term, date, Some(calendar)).ok() } else { None }
}
