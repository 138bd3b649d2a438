//! What is due, in words.

use doorstep_locales::Locale;
use doorstep_rules::{CutOff, DayNote, Why};
use jiff::civil::Date;

/// `by Friday 16 January 2026, end of day`.
pub(crate) fn by(l: Locale, day: Date, cut_off: CutOff) -> String {
    let id = match cut_off {
        CutOff::Midnight => "due-by-midnight",
        CutOff::OfficeClose => "due-by-office-close",
    };
    l.t1(id, "day", l.date_with_weekday(day))
}

/// Why a day counted or not.
pub(super) fn why(l: Locale, note: &DayNote) -> String {
    let with = |id: &str, other: Option<Date>| other.map_or_else(|| l.t(id), |day| l.t1(&format!("{id}-of"), "day", l.date(day)));
    let mut words = match &note.why {
        Why::Event if note.counted => l.t("why-event-counted"),
        Why::Event => l.t("why-event"),
        Why::FirstDay => l.t("why-first-day"),
        Why::Counted => l.t("why-counted"),
        Why::Weekend => l.t("why-weekend"),
        Why::Holiday(name) | Why::Decreed(name) => l.t1("why-holiday", "name", name.get(l.tag())),
        Why::Transferred(other) => with("why-transferred", *other),
        Why::WorkingSaturday(other) => with("why-working-weekend", *other),
        Why::Rolled => l.t("why-rolled"),
        Why::Minimum => l.t("why-minimum"),
    };
    if note.to_confirm {
        words = l.t1("why-to-confirm", "why", words);
    }
    words
}
