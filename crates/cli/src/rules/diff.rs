//! `doorstep rules diff`: two versions of a pack, or of a calendar with every pack that counts on it.

use super::folder::Library;
use super::read;
use anyhow::{Context, bail};
use doorstep_register::world::Clock;
use doorstep_rules::{Calendars, DayChange, Pack, RuleChange, diff_calendars, diff_packs};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

/// A document of either kind.
enum Document {
    Pack(Box<Pack>),
    /// A calendar with its regions, and its id.
    Calendar(Calendars, String),
}

fn document(path: &Path) -> anyhow::Result<Document> {
    let text = read(path)?;
    if text.lines().any(|line| line.trim() == "[[rule]]") {
        let pack = Pack::parse(&text).with_context(|| format!("{} is not a rule pack", path.display()))?;
        return Ok(Document::Pack(Box::new(pack)));
    }
    let calendars = Calendars::parse([text.as_str()]).with_context(|| format!("{} is not a calendar", path.display()))?;
    let id = calendars.iter().next().map(|c| c.id().chars().take(2).collect()).context("the calendar is empty")?;
    Ok(Document::Calendar(calendars, id))
}

/// The range of events: from today for two years, unless said.
pub(super) fn range(from: Option<Date>, to: Option<Date>) -> anyhow::Result<(Date, Date)> {
    let from = from.unwrap_or_else(|| crate::world::SystemClock.now().to_zoned(TimeZone::UTC).date());
    let to = to.unwrap_or(from.saturating_add(2.years()));
    if to < from || to > from.saturating_add(20.years()) {
        bail!("the days to compare are from {from} to {to}: name up to twenty years");
    }
    Ok((from, to))
}

/// Prints what changes.
pub(super) fn run(
    library: &Library,
    (old, new): (&Path, &Path),
    (from, to): (Date, Date),
    json: bool,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let calendars = &library.calendars;
    match (document(old)?, document(new)?) {
        (Document::Pack(old), Document::Pack(new)) => {
            let changes = diff_packs((&old, calendars), (&new, calendars), from, to);
            rules(new.id(), &changes, json, out)?;
            if !json {
                writeln!(out, "Changes of rules: {}. For events from {from} to {to}.", changes.len())?;
            }
        }
        (Document::Calendar(old, was), Document::Calendar(new, id)) => {
            if was != id {
                bail!("these are calendars of {was} and {id}");
            }
            let days = days(&old, &new, json, out)?;
            let mut moved = 0;
            for pack in library.packs.iter().filter(|pack| pack.calendar() == id) {
                // A pack without a region is counted in each: an office there has that region's holidays.
                let regions: Vec<String> = new.iter().map(|c| c.id()).filter(|c| c.len() > 2 && pack.region().is_none()).collect();
                for pack in std::iter::once(pack.clone()).chain(regions.iter().map(|region| pack.clone().in_region(region))) {
                    let changes = diff_packs((&pack, &old), (&pack, &new), from, to);
                    moved += changes.len();
                    let place = pack.region().map_or_else(|| pack.id().to_owned(), |region| format!("{} in {region}", pack.id()));
                    rules(&place, &changes, json, out)?;
                }
            }
            if !json {
                writeln!(out, "Days that change: {days}; changes of rules: {moved}. For events from {from} to {to}.")?;
                writeln!(out, "Dates that a person was told move later or stay.")?;
            }
        }
        _ => bail!("one of these is a rule pack and the other a calendar"),
    }
    Ok(())
}

/// The days that differ, each once for the country and once for each region that differs otherwise than the country.
fn days(old: &Calendars, new: &Calendars, json: bool, out: &mut impl Write) -> anyhow::Result<usize> {
    let ids = |calendars: &Calendars| calendars.iter().map(|calendar| calendar.id()).collect::<BTreeSet<String>>();
    let (was, is) = (ids(old), ids(new));
    for (regions, state) in [(is.difference(&was), "new"), (was.difference(&is), "gone")] {
        for calendar in regions {
            if json {
                writeln!(out, "{}", serde_json::json!({ "calendar": calendar, "is": state }))?;
            } else {
                writeln!(out, "{calendar} is {state}")?;
            }
        }
    }
    let mut of_country: BTreeSet<(Date, Option<bool>, Option<bool>)> = BTreeSet::new();
    let mut count = 0;
    for calendar in new.iter() {
        let country: String = calendar.id().chars().take(2).collect();
        let region = calendar.id();
        if !was.contains(&region) {
            continue;
        }
        let before = old.select(&country, (region.len() > 2).then_some(region.as_str()))?;
        for change in diff_calendars(before, calendar) {
            let told = (change.date, change.works, change.worked);
            if region.len() == 2 {
                of_country.insert(told);
            } else if of_country.contains(&told) {
                continue;
            }
            count += 1;
            if json { writeln!(out, "{}", serde_json::to_string(&change)?)? } else { writeln!(out, "{}", day(&change))? }
        }
    }
    Ok(count)
}

fn day(change: &DayChange) -> String {
    let said = |works: Option<bool>| match works {
        Some(true) => "works",
        Some(false) => "is off",
        None => "is not covered",
    };
    format!("{} {}: {}, before: {}", change.calendar, change.date, said(change.works), said(change.worked))
}

fn rules(place: &str, changes: &[RuleChange], json: bool, out: &mut impl Write) -> anyhow::Result<()> {
    for change in changes {
        if json {
            writeln!(out, "{}", serde_json::json!({ "pack": place, "change": change }))?;
            continue;
        }
        match change {
            RuleChange::Added { rule, whom } => writeln!(out, "{place}: {rule} is new. For: {whom}")?,
            RuleChange::Removed { rule, whom } => writeln!(out, "{place}: {rule} is gone. For: {whom}")?,
            RuleChange::Moved { rule, whom, events, first, last, by } => {
                let days = |n: i64| format!("{n} {}", if n.abs() == 1 { "day" } else { "days" });
                let one = |(by, events): (&i32, &u32)| {
                    format!(
                        "{} {} for {} of events",
                        days(i64::from(by.abs())),
                        if *by < 0 { "earlier" } else { "later" },
                        days(i64::from(*events))
                    )
                };
                let by: Vec<String> = by.iter().map(one).collect();
                writeln!(
                    out,
                    "{place}: {rule} moves for events on {events} days between {first} and {last}: {}. For: {whom}",
                    by.join(", ")
                )?;
            }
            RuleChange::Changed { rule, whom, statements } => {
                let names: Vec<String> = statements.iter().map(|s| format!("{s:?}").to_lowercase()).collect();
                writeln!(out, "{place}: {rule} states other things about {}. For: {whom}", names.join(", "))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const RU: &str = include_str!("../../../../rulepacks/calendars/ru.toml");

    fn printed(old: &str, new: &str, json: bool) -> anyhow::Result<String> {
        let folder = tempfile::tempdir()?;
        let (a, b) = (folder.path().join("a.toml"), folder.path().join("b.toml"));
        std::fs::write(&a, old)?;
        std::fs::write(&b, new)?;
        let mut out = Vec::new();
        run(&Library::with(None)?, (&a, &b), (date(2027, 1, 1), date(2027, 6, 30)), json, &mut out)?;
        Ok(String::from_utf8(out)?)
    }

    /// The draft of 2027 in which Saturday 20 February was off and Monday 22 worked.
    fn draft() -> String {
        RU.replace("02-22 = \"2027-02-20\"\n", "").replace("[year.2027.working]\n02-20 = \"2027-02-22\"\n", "")
    }

    #[test]
    fn a_calendar_says_whom_it_moves_and_by_how_many_days() {
        let text = printed(&draft(), RU, false).unwrap();
        for line in ["RU 2027-02-20: works, before: is off", "RU 2027-02-22: is off, before: works"] {
            assert!(text.lines().any(|l| l == line), "{text}");
        }
        let general = text.lines().find(|l| l.contains("ru.arrival.general")).unwrap();
        assert!(
            general.starts_with("ru-mow: ru.arrival.general moves for events on 3 days between 2027-02-11 and 2027-02-21: 2 days earlier for 1 day of events, 1 day later for 2 days of events."),
            "{general}"
        );
        assert!(general.contains("For: Registration at the place of stay."), "{general}");
        assert!(text.contains("Days that change: 2;"), "{text}");
        let json = printed(&draft(), RU, true).unwrap();
        assert!(json.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{json}");
    }

    #[test]
    fn a_holiday_of_one_region_is_told_for_that_region() {
        let de = include_str!("../../../../rulepacks/calendars/de.toml");
        let corpus = de.replacen("[region.BE.year.2026.holidays]\n", "[region.BE.year.2026.holidays]\n05-20 = \"labor-day\"\n", 1);
        assert_ne!(de, corpus, "the calendar is written another way now");
        let text = printed(de, &corpus, false).unwrap();
        assert!(text.contains("DE-BE 2026-05-20: is off, before: works"), "{text}");
        assert!(!text.contains("DE-BY"), "{text}");
    }

    #[test]
    fn a_region_that_comes_or_goes_is_told_in_either_form() {
        let de = include_str!("../../../../rulepacks/calendars/de.toml");
        let fewer = de.replace("[region.BE.", "[region.ZZ.").replace("[region.BE]", "[region.ZZ]");
        assert_ne!(de, fewer, "the calendar is written another way now");
        let text = printed(de, &fewer, false).unwrap();
        assert!(text.contains("DE-ZZ is new\n") && text.contains("DE-BE is gone\n"), "{text}");
        let json = printed(de, &fewer, true).unwrap();
        assert!(json.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{json}");
    }

    #[test]
    fn what_cannot_be_compared_is_refused() {
        let pack = include_str!("../../../../rulepacks/am.toml");
        assert!(printed(pack, RU, false).is_err());
        assert!(printed(&RU.replacen("id = \"RU\"", "id = \"BY\"", 1), RU, false).is_err());
        assert_eq!(printed(pack, pack, false).unwrap(), "Changes of rules: 0. For events from 2027-01-01 to 2027-06-30.\n");
    }
}
