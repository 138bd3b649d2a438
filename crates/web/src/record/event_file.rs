//! Calendar files (RFC 5545): a day-long event with two alarms. Read by any calendar, on any device, without us.

use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What a calendar keeps of a duty. It names nobody.
pub(super) struct EventFile<'a> {
    /// Unique and the same each time, so that a second download replaces the first.
    pub(super) uid: &'a str,
    /// The last day.
    pub(super) day: Date,
    /// The day of the earlier reading, which the alarms follow.
    pub(super) strict: Date,
    /// One line.
    pub(super) summary: &'a str,
    /// A few sentences.
    pub(super) description: &'a str,
    /// Our page about it.
    pub(super) url: &'a str,
    /// When the file was made.
    pub(super) made_at: Timestamp,
}

/// Octets on a line at most, without its end (RFC 5545 §3.1).
const LINE: usize = 75;

/// A content line, folded: each further line begins with a space, and no character is torn.
fn folded(out: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// TEXT (RFC 5545 §3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

impl EventFile<'_> {
    /// The file. Its alarms ring at nine in the morning, three days before the earlier reading and one day before it.
    pub(super) fn text(&self) -> String {
        calendar(std::slice::from_ref(self))
    }

    fn lines(&self) -> Vec<String> {
        let utc = self.made_at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
        let next = self.day.checked_add(1.day()).unwrap_or(self.day);
        // An alarm is counted from the beginning of the event's day, which is the later reading.
        let early = self.day.since(self.strict).map_or(0, |span| span.get_days());
        let mut lines = vec![
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", escaped(self.uid)),
            format!("DTSTAMP:{utc}"),
            format!("DTSTART;VALUE=DATE:{}", self.day.strftime("%Y%m%d")),
            format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")),
            format!("SUMMARY:{}", escaped(self.summary)),
            format!("DESCRIPTION:{}", escaped(self.description)),
            format!("URL:{}", self.url),
            "TRANSP:TRANSPARENT".to_owned(),
            "CLASS:PRIVATE".to_owned(),
        ];
        for days in [early + 3, early + 1] {
            lines.push("BEGIN:VALARM".to_owned());
            lines.push("ACTION:DISPLAY".to_owned());
            lines.push(format!("TRIGGER:-P{}DT15H", days - 1));
            lines.push(format!("DESCRIPTION:{}", escaped(self.summary)));
            lines.push("END:VALARM".to_owned());
        }
        lines.push("END:VEVENT".to_owned());
        lines
    }
}

/// A file of several events.
pub(super) fn calendar(events: &[EventFile<'_>]) -> String {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Doorstep//Due//EN"].map(str::to_owned);
    let body = events.iter().flat_map(EventFile::lines);
    let mut out = String::new();
    for line in head.into_iter().chain(body).chain(["END:VCALENDAR".to_owned()]) {
        folded(&mut out, &line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn file(summary: &str) -> String {
        EventFile {
            uid: "ru.arrival.general-20260116@town.example",
            day: date(2026, 1, 16),
            strict: date(2026, 1, 15),
            summary,
            description: "Семь рабочих дней; считая с дня приезда, но без него.\nКак посчитано, показано на странице.",
            url: "https://town.example/ru/due",
            made_at: "2026-01-02T03:04:05Z".parse().unwrap(),
        }
        .text()
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_letter_is_torn() {
        let text = file("Сообщить, где вы живёте; до конца дня");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains("SUMMARY:Сообщить\\, где вы живёте\\; до конца дня\r\n"));
        assert!(unfolded.contains("без него.\\nКак посчитано"));
    }

    #[test]
    fn the_event_takes_the_last_day_and_rings_before_the_earlier_reading() {
        let text = file("Due");
        assert!(text.contains("DTSTAMP:20260102T030405Z\r\n"));
        assert!(text.contains("DTSTART;VALUE=DATE:20260116\r\nDTEND;VALUE=DATE:20260117\r\n"));
        // From midnight of the 16th: 4 days ahead at 9 in the morning is 3 days and 15 hours before; the day is the 12th.
        assert_eq!(text.matches("BEGIN:VALARM").count(), 2);
        assert!(text.contains("TRIGGER:-P3DT15H\r\n") && text.contains("TRIGGER:-P1DT15H\r\n"));
    }
}
