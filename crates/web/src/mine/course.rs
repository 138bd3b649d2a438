//! The course of a case in words: who, when, what.

use super::words::outcome;
use crate::channel;
use crate::ctx::Ctx;
use doorstep_locales::Locale;
use doorstep_policy::CaseKind;
use doorstep_register::case::{AppealResult, CaseWhat, Channel, FiledKind, Side};
use doorstep_service::{CaseEntry, CaseOfMine, EntryBy, EntryWhat, programs_words, side_key};
use jiff::Timestamp;

/// One entry in words.
pub(super) struct Entry {
    pub(super) at: Timestamp,
    pub(super) who: String,
    pub(super) what: String,
    /// What was said, word for word.
    pub(super) words: Option<String>,
}

fn channel_name(l: Locale, channel: Channel) -> String {
    l.t(&format!("channel-{}", channel::word(channel)))
}

/// Who a side is, for a reader.
pub(super) fn side(l: Locale, kind: CaseKind, side: Side, reader: Side) -> String {
    if side == reader {
        return l.t("who-you");
    }
    l.t(match side {
        Side::Other if kind.concerns_a_host() => "who-host",
        Side::Resident if kind.concerns_a_host() => "who-resident",
        _ => "who-other",
    })
}

fn who(l: Locale, mine: &CaseOfMine, by: &EntryBy, second: Option<&str>) -> String {
    let office = mine.row.office.0.as_str();
    let one = |id: &str, pseudonym: &str| l.ta(id, &[("pseudonym", pseudonym.into()), ("office", office.into())]);
    match (by, second) {
        (EntryBy::Side { side: whose, helped }, _) => {
            let side = side(l, mine.row.kind, *whose, mine.side);
            if *helped { l.t1("who-helped", "who", side) } else { side }
        }
        (EntryBy::Officer { pseudonym }, Some(second)) => {
            l.ta("who-officers", &[("first", pseudonym.into()), ("second", second.into()), ("office", office.into())])
        }
        (EntryBy::Officer { pseudonym }, None) => one("who-officer", pseudonym),
        (EntryBy::AppealBody { pseudonym }, _) => l.t1("who-appeal-body", "pseudonym", pseudonym),
        (EntryBy::Program, _) => l.t("who-program"),
    }
}

/// What an entry says, and the words that belong to it.
fn what(ctx: &Ctx, mine: &CaseOfMine, entry: &CaseEntry) -> (String, Option<String>) {
    let l = ctx.l;
    let last_day = entry.terms.last().map(|until| l.date(until.last_day));
    let act = match &entry.what {
        EntryWhat::Decided { finding, .. } => return (outcome(l, finding.outcome), None),
        EntryWhat::Act(act) => act,
    };
    let posted = |id: &str, day: &Option<jiff::civil::Date>| match day {
        Some(day) => format!("{} {}", l.t(id), l.t1("entry-posted", "day", l.date(*day))),
        None => l.t(id),
    };
    let words = |words: &dyn ToString| Some(words.to_string());
    match act {
        CaseWhat::Opened { kind, .. } if entry.by == EntryBy::Program => (l.t("entry-opened"), words(&programs_words(l, *kind))),
        CaseWhat::Opened { words: said, .. } => (l.t("entry-opened"), words(said)),
        CaseWhat::Sent { channel: way, .. } => (l.t1("entry-sent", "ways", channel_name(l, *way)), None),
        CaseWhat::Delivered { channel: Channel::Inbox, .. } => (l.t("entry-read"), None),
        CaseWhat::Delivered { channel: way, .. } => match &last_day {
            Some(day) => (l.ta("entry-delivered-until", &[("way", channel_name(l, *way).into()), ("day", day.into())]), None),
            None => (l.t1("entry-delivered", "way", channel_name(l, *way)), None),
        },
        CaseWhat::CameBack { channel: way, .. } => (l.t1("entry-came-back", "way", channel_name(l, *way)), None),
        CaseWhat::Answered { words: said, posted_on } => (posted("entry-answered", posted_on), words(said)),
        CaseWhat::HearingAsked {} => (l.t("entry-hearing-asked"), None),
        CaseWhat::HearingInvited { on } => (l.t1("entry-hearing-invited", "day", l.date_with_weekday(*on)), None),
        CaseWhat::HearingHeld { record, present } if present.is_empty() => (l.t("entry-hearing-nobody"), words(record)),
        CaseWhat::HearingHeld { record, .. } => (l.t("entry-hearing-held"), words(record)),
        CaseWhat::Extended { why, .. } => (l.t1("entry-extended", "day", last_day.unwrap_or_default()), words(why)),
        CaseWhat::Visited { met: true, words: seen } => (l.t("entry-visited"), words(seen)),
        CaseWhat::Visited { met: false, words: seen } => (l.t("entry-visited-nobody"), words(seen)),
        CaseWhat::Filed { what, words: said } => {
            let id = match what {
                FiledKind::Document => "entry-filed-document",
                FiledKind::Extract => "entry-filed-extract",
                FiledKind::Witness => "entry-filed-witness",
            };
            (l.t(id), words(said))
        }
        CaseWhat::HostChanged { .. } => (l.t("entry-host-changed"), None),
        CaseWhat::Maintained { words: said } => (l.t("entry-maintained"), words(said)),
        CaseWhat::Appealed { words: said, posted_on } => (posted("entry-appealed", posted_on), said.as_ref().map(ToString::to_string)),
        CaseWhat::AppealWithdrawn {} => (l.t("entry-appeal-withdrawn"), None),
        CaseWhat::AppealDecided { result, reasons } => {
            let said = match result {
                AppealResult::Upheld {} => l.t("entry-appeal-upheld"),
                AppealResult::Annulled {} => l.t("entry-appeal-annulled"),
                AppealResult::Replaced { outcome: other } => format!("{} {}", l.t("entry-appeal-replaced"), outcome(l, *other)),
                AppealResult::BackToOffice {} => l.t("entry-appeal-back-to-office"),
            };
            (said, words(reasons))
        }
        CaseWhat::Judged { upheld, words: said } => {
            (l.t(if *upheld { "entry-judged-upheld" } else { "entry-judged-annulled" }), words(said))
        }
        CaseWhat::PutInEffect {} => (l.t("entry-in-effect"), None),
        CaseWhat::TimeGivenBack { reasons } => (l.t("entry-time-given-back"), words(reasons)),
        CaseWhat::Undone { why } => (l.t("entry-undone"), words(why)),
        CaseWhat::Separated { why } => (l.t("entry-separated"), words(why)),
        CaseWhat::Withdrawn {} => (l.t("entry-withdrawn"), None),
        CaseWhat::OwnAct {} => (l.t(&format!("entry-own-act-{}", side_key(mine.side))), None),
        CaseWhat::Died { .. } => (l.t("entry-died"), None),
        // Never among the entries of a side.
        CaseWhat::Drafted { .. } | CaseWhat::DeputyNamed { .. } | CaseWhat::SentBack { .. } | CaseWhat::Confirmed {} => {
            (String::new(), None)
        }
    }
}

/// The ways of a notice that went on several at once.
fn ways(l: Locale, entries: &[CaseEntry]) -> Vec<String> {
    let ways = entries.iter().map_while(|entry| match &entry.what {
        EntryWhat::Act(CaseWhat::Sent { channel: way, .. }) => Some(channel_name(l, *way)),
        _ => None,
    });
    ways.collect()
}

/// The whole course, oldest first; a notice that went on several ways stands once.
pub(super) fn course(ctx: &Ctx, mine: &CaseOfMine) -> Vec<Entry> {
    let l = ctx.l;
    let mut out = Vec::with_capacity(mine.entries.len());
    let mut rest = mine.entries.as_slice();
    while let Some(entry) = rest.first() {
        let same: Vec<String> = ways(l, rest);
        let taken = same.len().max(1);
        let second = match &entry.what {
            EntryWhat::Decided { second, .. } => second.as_deref(),
            EntryWhat::Act(_) => None,
        };
        let (said, words) = if same.is_empty() { what(ctx, mine, entry) } else { (l.t1("entry-sent", "ways", same.join(", ")), None) };
        out.push(Entry { at: entry.at, who: who(l, mine, &entry.by, second), what: said, words });
        rest = &rest[taken..];
    }
    out
}
