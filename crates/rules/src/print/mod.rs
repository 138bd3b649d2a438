//! A duty and its count, printed for somebody who wants to check them.

mod words;

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::{
    calendar::Calendars,
    count::{CountError, DayNote, Why},
    duties::{Citizenship, Duty, Event, duties},
    pack::Pack,
};
use words::{Word, word};

/// What a rule, named by its id, asks of a person after an event on that day; see [`print_duty`]. Where another rule
/// holds for the person instead (a treaty, or the general rule over a treaty), it is that one.
///
/// # Errors
/// When no pack has the rule, or the count leaves its calendar.
pub fn print_rule(
    packs: &[Pack],
    calendars: &Calendars,
    rule: &str,
    event: Date,
    citizenship: Option<&Citizenship>,
    lang: &str,
) -> Result<String, CountError> {
    let found = packs.iter().find_map(|pack| pack.rule(rule).map(|rule| (pack, rule)));
    let unknown = || CountError::UnknownRule(rule.chars().take(80).collect());
    let (pack, asked) = found.ok_or_else(unknown)?;
    let trigger = *asked.triggers().first().ok_or_else(unknown)?;
    let due = duties(pack, calendars, &Event { trigger, date: event }, citizenship)?;
    let speaks =
        |duty: &&Duty| duty.rule == rule || duty.overrides.as_deref() == Some(rule) || duty.alternatives.iter().any(|a| a.rule == rule);
    Ok(due.iter().find(speaks).map_or_else(
        || format!("{} ({rule})\n{}\n{}\n", asked.name(lang), asked.plain(lang), word(Word::NoDeadline, lang)),
        |duty| print_duty(pack, duty, lang),
    ))
}

/// The count of a duty step by step, with its sources: plain text in `en`, `ru` or `uz-Latn` (others read English).
#[must_use]
pub fn print_duty(pack: &Pack, duty: &Duty, lang: &str) -> String {
    let mut out = String::new();
    let said = |w| word(w, lang);
    let _ = writeln!(out, "{} ({})", duty.name(lang), duty.rule);
    let _ = writeln!(out, "{}", duty.plain(lang));
    let _ = writeln!(out, "{}: {}", said(Word::Who), duty.who_must(lang));
    let _ = writeln!(out);
    for note in &duty.days {
        let number = note.number.map_or_else(|| "–".to_owned(), |n| n.to_string());
        let _ = writeln!(out, "{} {} {number:>4}  {}", note.date, weekday(note, lang), why(note, lang));
    }
    let _ = writeln!(out);
    if let Some(earliest) = duty.earliest {
        let _ = writeln!(out, "{}: {earliest}", said(Word::Earliest));
    }
    let _ = writeln!(out, "{}: {}", said(Word::Deadline), duty.deadline);
    if duty.has_two_readings() {
        let _ = writeln!(out, "{}: {}", said(Word::Strict), duty.strict);
    }
    for date in &duty.to_confirm {
        let _ = writeln!(out, "{}: {date}", said(Word::ToConfirm));
    }
    for other in &duty.alternatives {
        let _ = writeln!(out, "{}: {} ({})", said(Word::LessTime), other.deadline, other.rule);
    }
    for exemption in duty.exemptions(lang) {
        let _ = writeln!(out, "{}: {exemption}", said(Word::Exempt));
    }
    let _ = writeln!(out);
    for source in &duty.sources {
        let _ = writeln!(out, "{}: {} <{}>", said(Word::Source), source.title, source.url);
    }
    let (calendar, version) = &duty.calendar;
    let _ = writeln!(out, "{} {}: {}; {calendar}: {version}", said(Word::Versions), pack.id(), duty.pack_version);
    match pack.reviewed_by() {
        Some(name) => {
            let _ = writeln!(out, "{}: {name}", said(Word::Reviewed));
        }
        None => {
            let _ = writeln!(out, "{}", pack.not_reviewed(lang).unwrap_or_default());
        }
    }
    out
}

fn weekday(note: &DayNote, lang: &str) -> &'static str {
    words::weekday(note.date.weekday(), lang)
}

fn why(note: &DayNote, lang: &str) -> String {
    let said = |w| word(w, lang).to_owned();
    let with = |w, date: Option<jiff::civil::Date>| date.map_or_else(|| said(w), |d| format!("{} ({d})", said(w)));
    let mut text = match &note.why {
        Why::Event if note.counted => said(Word::EventCounted),
        Why::Event => said(Word::Event),
        Why::FirstDay => said(Word::FirstDay),
        Why::Counted => said(Word::Counted),
        Why::Weekend => said(Word::Weekend),
        Why::Holiday(name) | Why::Decreed(name) => name.get(lang).to_owned(),
        Why::Transferred(date) => with(Word::Transferred, *date),
        Why::WorkingSaturday(date) => with(Word::WorkingSaturday, *date),
        Why::Rolled => said(Word::Rolled),
        Why::Minimum => said(Word::Minimum),
    };
    if note.to_confirm {
        let _ = write!(text, " [{}]", said(Word::Estimate));
    }
    text
}
