//! The terms of cases, counted by the rule pack in force.

use crate::Service;
use doorstep_register::case::{Clock, Clocks, Counts};
use doorstep_rules::{Calendars, CaseClock, Pack, case_last_day};
use jiff::civil::Date;

pub(crate) struct Terms<'a> {
    pack: &'a Pack,
    calendars: &'a Calendars,
}

impl Counts for Terms<'_> {
    fn last_day(&self, clock: Clock, from: Date) -> Option<Date> {
        let clock = match clock {
            Clock::Delivery => CaseClock::Delivery,
            Clock::Answer => CaseClock::Answer,
            Clock::Hearing => CaseClock::Hearing,
            Clock::Decide => CaseClock::Decide,
            Clock::Confirm => CaseClock::Confirm,
            Clock::Appeal => CaseClock::Appeal,
            Clock::Court => CaseClock::Court,
        };
        case_last_day(self.pack, self.calendars, clock, from).ok()
    }
}

impl Service {
    pub(crate) fn terms(&self) -> Terms<'_> {
        Terms { pack: &self.0.pack, calendars: &self.0.calendars }
    }

    /// The clocks of a case at this office. Where a person lives is known to be another time zone for nobody.
    pub(crate) fn clocks<'a>(&'a self, terms: &'a Terms<'a>) -> Clocks<'a> {
        Clocks { counts: terms, office: &self.0.zone, person: None }
    }
}
