//! All calendars that an installation knows.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use jiff::{ToSpan, civil::Date};

use super::{
    Calendar, CalendarError, CalendarFile,
    file::{YearFile, day_of, exchanged},
    selection::{Entry, Kind},
};
use crate::{count::CountError, embedded, text::Text};

/// A calendar covers no more years than this.
const MAX_YEARS: i16 = 100;

static EMBEDDED: LazyLock<Calendars> = LazyLock::new(|| {
    let mut all = Calendars::default();
    for text in embedded::CALENDARS {
        let added = all.add(text);
        debug_assert!(added.is_ok(), "{added:?}");
    }
    all
});

/// Calendars by country, each with its regions. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Calendars {
    by_id: BTreeMap<String, Arc<Calendar>>,
}

impl Calendars {
    /// The calendars that come with the program. They are read once.
    ///
    /// A calendar that cannot be read is left out, so that counting on it says "no such calendar"; a test of this
    /// crate holds that there is none.
    #[must_use]
    pub fn embedded() -> Self {
        EMBEDDED.clone()
    }

    /// Calendars from the texts of their files; a later one replaces an earlier one of the same id.
    ///
    /// # Errors
    /// On the first text that is no calendar.
    pub fn parse<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, CalendarError> {
        let mut all = Self::default();
        for text in texts {
            all.add(text)?;
        }
        Ok(all)
    }

    /// Adds a calendar, or replaces the one with its id.
    ///
    /// # Errors
    /// When the text is no calendar.
    pub fn add(&mut self, text: &str) -> Result<(), CalendarError> {
        let file = CalendarFile::parse(text)?;
        let id = file.id.clone();
        let compiled = compile(&file).map_err(|message| CalendarError::Content { id: id.clone(), message })?;
        self.by_id.retain(|_, known| known.id != id);
        for calendar in compiled {
            self.by_id.insert(calendar.id(), Arc::new(calendar));
        }
        Ok(())
    }

    /// The calendar of a country, in one of its regions where one is named: `("DE", Some("DE-BE"))`.
    ///
    /// # Errors
    /// When there is none.
    pub fn select(&self, calendar: &str, region: Option<&str>) -> Result<&Calendar, CountError> {
        let country =
            self.by_id.get(calendar).map(AsRef::as_ref).ok_or_else(|| CountError::UnknownCalendar(calendar.chars().take(20).collect()))?;
        let Some(region) = region else { return Ok(country) };
        let within = region.strip_prefix(calendar).and_then(|r| r.strip_prefix('-')).unwrap_or(region);
        self.by_id
            .get(&format!("{calendar}-{within}"))
            .map(AsRef::as_ref)
            .ok_or_else(|| CountError::UnknownRegion { calendar: calendar.to_owned(), region: region.chars().take(20).collect() })
    }

    /// Every calendar and region.
    pub fn iter(&self) -> impl Iterator<Item = &Calendar> {
        self.by_id.values().map(AsRef::as_ref)
    }
}

/// The country's calendar, then one for each region.
fn compile(file: &CalendarFile) -> Result<Vec<Calendar>, String> {
    if file.id.len() != 2 || !file.id.bytes().all(|b| b.is_ascii_uppercase()) {
        return Err("the id is not two capital letters".into());
    }
    if file.sources.is_empty() {
        return Err("no source is named".into());
    }
    let years = file.first_year..=file.last_year;
    if years.is_empty() || file.last_year - file.first_year >= MAX_YEARS {
        return Err(format!("years {years:?} are no range of 1 to {MAX_YEARS} years"));
    }
    let country = compile_one(file, None, &file.year)?;
    if let Some(year) = years.clone().find(|y| !file.year.contains_key(&y.to_string())) {
        return Err(format!("the year {year} is missing"));
    }
    let mut all = vec![country];
    for (region, further) in &file.region {
        let mut merged = file.year.clone();
        for (year, days) in &further.year {
            let year = merged.get_mut(year).ok_or_else(|| format!("region {region}: {year} is not covered"))?;
            year.holidays.extend(days.holidays.clone());
            year.in_exchange.extend(days.in_exchange.clone());
            year.working.extend(days.working.clone());
            year.decreed.extend(days.decreed.clone());
            year.to_confirm.extend(days.to_confirm.iter().cloned());
        }
        all.push(compile_one(file, Some(region), &merged)?);
    }
    Ok(all)
}

fn compile_one(file: &CalendarFile, region: Option<&String>, years: &BTreeMap<String, YearFile>) -> Result<Calendar, String> {
    let date = |y, m, d| Date::new(y, m, d).map_err(|_| format!("{y} is no year"));
    let (first, last) = (date(file.first_year, 1, 1)?, date(file.last_year, 12, 31)?);
    let (keys, names): (Vec<&String>, Vec<Text>) = file.names.iter().map(|(k, t)| (k, t.clone())).unzip();
    let mut special: BTreeMap<Date, (Kind, bool)> = BTreeMap::new();
    for (year, days) in years {
        let year: i16 = year.parse().map_err(|_| format!("`{year}` is no year"))?;
        if !(file.first_year..=file.last_year).contains(&year) {
            return Err(format!("{year} lies outside the years covered"));
        }
        let name = |key: &String| {
            let found = keys.binary_search(&key).map_err(|_| format!("{year}: there is no name `{key}`"))?;
            u16::try_from(found).map_err(|_| "too many names".to_owned())
        };
        let mut put = |key: &String, kind: Kind| {
            let previous = special.insert(day_of(year, key)?, (kind, false));
            previous.map_or(Ok(()), |_| Err(format!("{year}-{key} is there twice")))
        };
        for (key, n) in &days.holidays {
            put(key, Kind::Holiday(name(n)?))?;
        }
        for (key, n) in &days.decreed {
            put(key, Kind::Decreed(name(n)?))?;
        }
        for (key, other) in &days.in_exchange {
            put(key, Kind::InExchange(exchanged(other)?))?;
        }
        for (key, other) in &days.working {
            put(key, Kind::WorkingWeekend(exchanged(other)?))?;
        }
        for key in &days.to_confirm {
            let day = special.get_mut(&day_of(year, key)?);
            day.ok_or_else(|| format!("{year}-{key} is to be confirmed, but is no day off"))?.1 = true;
        }
    }
    let weekend: Vec<_> = file.weekend.iter().map(|d| d.weekday()).collect();
    let days = first
        .series(1.day())
        .take_while(|date| *date <= last)
        .map(|date| {
            let off = weekend.contains(&date.weekday());
            let ordinary = if off { Kind::Weekend } else { Kind::Working };
            let (kind, to_confirm) = special.get(&date).copied().unwrap_or((ordinary, false));
            match kind {
                Kind::WorkingWeekend(_) if !off => Err(format!("{date} works anyway")),
                _ => Ok(Entry::new(date, kind, to_confirm, off)),
            }
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Calendar {
        id: file.id.clone(),
        region: region.cloned(),
        version: file.version.clone(),
        time_zone: file.time_zone.clone(),
        title: region.and_then(|r| file.region.get(r)).map_or(&file.title, |r| &r.title).clone(),
        note: file.note.clone(),
        sources: file.sources.clone(),
        first,
        last,
        names,
        days,
    })
}
