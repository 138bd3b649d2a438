//! One duty of one person, with its count.

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use super::Event;
use crate::{
    calendar::Calendar,
    count::{CountError, CountFrom, DayNote, Reading, Roll, Term, Unit, Why, count, count_if_unconfirmed_work, explain},
    pack::{CutOff, Fee, Pack, Rule, Trigger, Who},
    source::{Confidence, Source},
};

/// A rule that also spoke to the event, and gave less time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Its id.
    pub rule: String,
    /// What its deadline would be.
    pub deadline: Date,
}

/// An obligation to declare, with its deadline. Each date ends at the cut-off, local time of the pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// Id of the rule that sets it. Names a treaty where one does: not for statistics, lists or queues.
    pub rule: String,
    /// The general rule that it relaxes, where it does.
    pub overrides: Option<String>,
    /// What started it.
    pub trigger: Trigger,
    /// When that was.
    pub event: Date,
    /// From when the declaration is possible.
    pub earliest: Option<Date>,
    /// The last day in the later reading. Only after it may anybody be told that they are late.
    pub deadline: Date,
    /// The last day in the earliest reading. Reminders follow it.
    pub strict: Date,
    /// When the last day ends.
    pub cut_off: CutOff,
    /// The count: one note for the event and for each day to the deadline.
    pub days: Vec<DayNote>,
    /// Days of the count that the calendar marks "to be confirmed": a person has to look at the date.
    pub to_confirm: Vec<Date>,
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
    /// How sure the deadline is.
    pub confidence: Confidence,
    /// Where the rule was read.
    pub sources: Vec<Source>,
    /// Rules that give less time on these dates.
    pub alternatives: Vec<Alternative>,
    /// The version of the pack.
    pub pack_version: String,
    /// The calendar, with its region, and its version.
    pub calendar: (String, String),
    said: Rule,
}

impl Duty {
    /// The duty that a rule sets, if it has a term.
    pub(crate) fn of(pack: &Pack, calendar: &Calendar, event: &Event, rule: &Rule) -> Result<Option<Self>, CountError> {
        let Some(term) = rule.term() else { return Ok(None) };
        let in_days = whole_days(term)?;
        let mut reading = count(&in_days, event.date, Some(calendar))?;
        let unconfirmed = count_if_unconfirmed_work(&in_days, event.date, Some(calendar))?;
        let earliest = reading.deadline.min(unconfirmed.deadline);
        // Backwards a day off that is not confirmed takes time away: the later reading does without it.
        reading.deadline = reading.deadline.max(unconfirmed.deadline);
        let days = explain(&in_days, event.date, &reading, Some(calendar))?;
        let to_confirm = touched(&days, &in_days, &reading);
        Ok(Some(Self {
            rule: rule.id().to_owned(),
            overrides: rule.overrides().map(str::to_owned),
            trigger: event.trigger,
            event: event.date,
            earliest: rule.earliest().map(|t| before(event.date, t)).transpose()?,
            deadline: reading.deadline,
            strict: if rule.one_reading() { earliest } else { unconfirmed.strict.min(reading.strict) },
            cut_off: rule.cut_off(),
            days,
            to_confirm,
            n: term.n(),
            unit: term.unit(),
            confidence: rule.confidence(),
            sources: pack.sources(&rule.source_keys()),
            alternatives: Vec::new(),
            pack_version: pack.version().to_owned(),
            calendar: (calendar.id(), calendar.version().to_owned()),
            said: rule.clone(),
        }))
    }

    /// The one with the later deadline; it keeps the later of both strict readings, because whoever is in time under
    /// either rule is in time.
    pub(crate) fn or(self, other: Self) -> Self {
        let strict = self.strict.max(other.strict);
        let (mut kept, less) = if (other.deadline, other.strict) > (self.deadline, self.strict) { (other, self) } else { (self, other) };
        kept.strict = strict.min(kept.deadline);
        kept.alternatives.extend(less.alternatives);
        if less.deadline < kept.deadline {
            kept.alternatives.push(Alternative { rule: less.rule, deadline: less.deadline });
        }
        kept
    }

    /// A short name of the duty.
    #[must_use]
    pub fn name(&self, lang: &str) -> &str {
        self.said.name(lang)
    }

    /// The rule in plain words.
    #[must_use]
    pub fn plain(&self, lang: &str) -> &str {
        self.said.plain(lang)
    }

    /// Who has to act.
    #[must_use]
    pub fn who(&self) -> &[Who] {
        self.said.who()
    }

    /// The same in words.
    #[must_use]
    pub fn who_must(&self, lang: &str) -> &str {
        self.said.who_must(lang)
    }

    /// Who need not, in words.
    #[must_use]
    pub fn exemptions(&self, lang: &str) -> Vec<&str> {
        self.said.exemptions().iter().map(|e| e.text.get(lang)).collect()
    }

    /// What is handed in or shown.
    #[must_use]
    pub fn evidence(&self, lang: &str) -> Option<&str> {
        self.said.evidence(lang)
    }

    /// What it costs on the day of the event, in words.
    #[must_use]
    pub fn fee(&self, lang: &str) -> Option<&str> {
        self.said.fee_on(self.event).map(|f| f.text.get(lang))
    }

    /// The same as an amount, where it is one.
    #[must_use]
    pub fn fee_amount(&self) -> Option<&Fee> {
        self.said.fee_on(self.event)
    }

    /// How long the declaration holds.
    #[must_use]
    pub fn validity(&self, lang: &str) -> Option<&str> {
        self.said.validity(lang)
    }

    /// When it is renewed.
    #[must_use]
    pub fn renewal(&self, lang: &str) -> Option<&str> {
        self.said.renewal(lang)
    }

    /// Whether the law can be read two ways on these dates.
    #[must_use]
    pub fn has_two_readings(&self) -> bool {
        self.strict != self.deadline
    }
}

/// Hours from an unknown hour of a day: they end that many whole days later at the latest, and a day before at the
/// earliest. Other terms are as they are.
fn whole_days(term: &Term) -> Result<Term, CountError> {
    if term.unit() != Unit::Hours {
        return Ok(*term);
    }
    let days = term.n().div_ceil(24);
    Ok(Term::new(days, Unit::CalendarDays, CountFrom::NextDay, Roll::None, 0)?)
}

fn before(event: Date, term: &Term) -> Result<Date, CountError> {
    let n = i64::from(term.n());
    let span = match term.unit() {
        Unit::Weeks => n.weeks(),
        Unit::Months => n.months(),
        _ => n.days(),
    };
    event.checked_sub(span).map_err(|_| CountError::BeyondDates)
}

/// The unconfirmed days off on which the deadline hangs.
fn touched(days: &[DayNote], term: &Term, reading: &Reading) -> Vec<Date> {
    let matters = |note: &&DayNote| {
        note.to_confirm && note.why != Why::Event && (term.unit().is_working() || (term.needs_calendar() && note.date >= reading.last_day))
    };
    days.iter().filter(matters).map(|note| note.date).collect()
}
