//! The terms of cases, counted by the rule pack in force.

use crate::Service;
use doorstep_register::case::{Case, CaseAct, CaseWhat, Clock, Clocks, Counts, Instance, Side, Stage, Until};
use doorstep_rules::{Calendars, CaseClock, OfficeCount, Pack, case_count, case_last_day};
use jiff::ToSpan;
use jiff::civil::Date;

pub(crate) struct Terms<'a> {
    pack: &'a Pack,
    calendars: &'a Calendars,
}

impl Counts for Terms<'_> {
    fn last_day(&self, clock: Clock, from: Date) -> Option<Date> {
        let clock = of_the_pack(clock);
        case_last_day(self.pack, self.calendars, clock, from).ok().or_else(|| beyond_the_calendar(clock, from))
    }
}

const fn of_the_pack(clock: Clock) -> CaseClock {
    match clock {
        Clock::Delivery => CaseClock::Delivery,
        Clock::Answer => CaseClock::Answer,
        Clock::Hearing => CaseClock::Hearing,
        Clock::Decide => CaseClock::Decide,
        Clock::Confirm => CaseClock::Confirm,
        Clock::Appeal => CaseClock::Appeal,
        Clock::Court => CaseClock::Court,
    }
}

/// Where the calendars end nothing is refused: days are counted as they come, and more of them than any term that waits for a person.
fn beyond_the_calendar(clock: CaseClock, from: Date) -> Option<Date> {
    let days = match clock {
        CaseClock::Delivery | CaseClock::Hearing | CaseClock::Confirm => 14,
        CaseClock::Answer | CaseClock::Decide | CaseClock::Appeal | CaseClock::Court => 100,
    };
    from.checked_add(days.days()).ok()
}

/// A term that runs for a side.
#[derive(Clone, PartialEq, Debug)]
pub struct RunningTerm {
    /// Which.
    pub clock: Clock,
    /// The day of the event that started it.
    pub from: Date,
    /// Its end, as it was counted then.
    pub until: Until,
    /// The count day by day, where today's rules still count to the same day.
    pub count: Option<OfficeCount>,
}

impl Service {
    /// How a term of a case that starts on a day is counted; `None` where the calendar does not reach.
    pub fn case_term(&self, clock: Clock, from: Date) -> Option<OfficeCount> {
        case_count(&self.0.pack, &self.0.calendars, of_the_pack(clock), from).ok()
    }

    pub(crate) fn terms(&self) -> Terms<'_> {
        Terms { pack: &self.0.pack, calendars: &self.0.calendars }
    }

    fn runs(&self, clock: Clock, from: Date, until: Until) -> RunningTerm {
        let count = case_count(&self.0.pack, &self.0.calendars, of_the_pack(clock), from).ok();
        RunningTerm { clock, from, until, count: count.filter(|count| count.deadline == until.last_day) }
    }

    /// The time that a side has for its answer, as long as it is no longer than a draft away; `None` until a notice counts as delivered.
    pub(super) fn answer_term(&self, case: &Case, acts: &[CaseAct], side: Side) -> Option<RunningTerm> {
        if !matches!(case.stage(), Stage::Hearing | Stage::Drafted { .. }) {
            return None;
        }
        let known = case.side(side)?;
        let until = *known.answer_until()?;
        let extended = acts
            .iter()
            .rev()
            .find(|act| matches!(act.what, CaseWhat::Extended { side: whose, .. } if whose == side) && act.terms.contains(&until));
        let from = extended.map(|act| act.on).or_else(|| known.told().counts_from(case.kind().proves_twice(side)))?;
        Some(self.runs(Clock::Answer, from, until))
    }

    /// The time for an appeal, or to go to court, where it runs.
    pub(super) fn appeal_term(&self, case: &Case) -> Option<RunningTerm> {
        let Stage::Appealable(served) = case.stage() else { return None };
        let clock = if case.instance() == Instance::Office { Clock::Appeal } else { Clock::Court };
        Some(self.runs(clock, served.on(), *served.until()?))
    }

    /// The clocks of a case at this office. Where a person lives is known to be another time zone for nobody.
    pub(crate) fn clocks<'a>(&'a self, terms: &'a Terms<'a>) -> Clocks<'a> {
        Clocks { counts: terms, office: &self.0.zone, person: None }
    }
}
