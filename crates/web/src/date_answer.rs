//! Days as people type them: three fields, any digits, months by number or by name.

use crate::form::Form;
use doorstep_locales::Locale;
use doorstep_register::{Birth, IdentityError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What was typed, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DateAnswer {
    pub(crate) day: String,
    pub(crate) month: String,
    pub(crate) year: String,
}

fn digits(text: &str) -> Option<i16> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 4 {
        return None;
    }
    // Arabic-Indic, extended Arabic-Indic and Devanagari digits beside ASCII.
    let value = |c: char| [0x30u32, 0x660, 0x6f0, 0x966].into_iter().find_map(|zero| (c as u32).checked_sub(zero).filter(|d| *d < 10));
    text.chars().try_fold(0i16, |acc, c| Some(acc * 10 + value(c)? as i16))
}

fn month(text: &str) -> Option<i8> {
    if let Some(number) = digits(text) {
        return i8::try_from(number).ok();
    }
    let typed = text.trim().trim_end_matches('.').to_lowercase();
    if typed.chars().count() < 3 {
        return None;
    }
    let names = |m: i8| Locale::EVERY.map(|l| [l.t(&format!("month-{m}")), l.t(&format!("month-name-{m}"))].map(|n| n.to_lowercase()));
    let fits = |test: &dyn Fn(&str) -> bool| {
        let mut months = (1..=12i8).filter(|m| names(*m).iter().flatten().any(|name| test(name)));
        // "iyu" begins two months in Uzbek: what fits both is refused, not guessed.
        months.next().filter(|_| months.next().is_none())
    };
    let stem = |name: &str| name.chars().take(3).collect::<String>();
    fits(&|name| name == typed).or_else(|| fits(&|name| name.starts_with(&typed))).or_else(|| fits(&|name| stem(name) == stem(&typed)))
}

impl DateAnswer {
    /// Reads the three fields of `id`.
    pub(crate) fn of(form: &Form, id: &str) -> Self {
        let part = |name: &str| form.get(&format!("{id}-{name}")).chars().take(20).collect();
        DateAnswer { day: part("day"), month: part("month"), year: part("year") }
    }

    pub(crate) fn is_empty(&self) -> bool {
        [&self.day, &self.month, &self.year].iter().all(|part| part.trim().is_empty())
    }

    pub(crate) fn from_date(date: Date) -> Self {
        DateAnswer { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
    }

    /// A whole day, or what to say instead.
    pub(crate) fn parse(&self, l: Locale) -> Result<Date, String> {
        if self.is_empty() {
            return Err(l.t("error-date-empty"));
        }
        let (Some(day), Some(month), Some(year)) = (digits(&self.day), month(&self.month), digits(&self.year)) else {
            return Err(l.t("error-date-parts"));
        };
        if !(1900..=2200).contains(&year) {
            return Err(l.t("error-date-year"));
        }
        i8::try_from(day).ok().and_then(|day| Date::new(year, month, day).ok()).ok_or_else(|| l.t("error-date-none-such"))
    }

    /// A date of birth, of which month and day may be unknown.
    pub(crate) fn parse_birth(&self, l: Locale, today: Date) -> Result<Option<Birth>, String> {
        if self.is_empty() {
            return Ok(None);
        }
        let part = |text: &str, value: Option<i8>| if text.trim().is_empty() { Ok(None) } else { value.map(Some).ok_or(()) };
        let parts = || -> Result<_, ()> {
            let day = part(&self.day, digits(&self.day).and_then(|d| i8::try_from(d).ok()))?;
            let month = part(&self.month, month(&self.month))?;
            Ok((digits(&self.year).ok_or(())?, month, day))
        };
        let (year, month, day) = parts().map_err(|()| l.t("error-date-parts"))?;
        Birth::parse(year, month, day, today).map(Some).map_err(|error| match error {
            IdentityError::Future => l.t("error-birth-future"),
            IdentityError::TooLongAgo => l.t("error-birth-long-ago"),
            _ => l.t("error-date-none-such"),
        })
    }

    pub(crate) fn from_birth(birth: &Birth) -> Self {
        let text = |part: Option<i8>| part.map(|n| n.to_string()).unwrap_or_default();
        DateAnswer { day: text(birth.day), month: text(birth.month), year: birth.year.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn answer(day: &str, month: &str, year: &str) -> DateAnswer {
        DateAnswer { day: day.into(), month: month.into(), year: year.into() }
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        for good in [answer("5", "3", "2026"), answer("05", "марта", "2026"), answer("٥", "March", "۲۰۲۶"), answer(" 5 ", "mart", "2026")]
        {
            assert_eq!(good.parse(Locale::En), Ok(date(2026, 3, 5)), "{good:?}");
        }
        assert_eq!(answer("5", "май", "2026").parse(Locale::Ru), Ok(date(2026, 5, 5)));
        assert_eq!(answer("5", "mar", "2026").parse(Locale::Ru), Ok(date(2026, 3, 5)));
        assert_eq!(answer("5", "iyul", "2026").parse(Locale::UzLatn), Ok(date(2026, 7, 5)));
        assert_eq!(answer("5", "iyun", "2026").parse(Locale::UzLatn), Ok(date(2026, 6, 5)));
        assert_eq!(answer("5", "iyu", "2026").parse(Locale::UzLatn), Err(Locale::UzLatn.t("error-date-parts")));
    }

    #[test]
    fn impossible_days_are_told_apart_from_unreadable_ones() {
        let l = Locale::En;
        assert_eq!(answer("30", "2", "2026").parse(l), Err(l.t("error-date-none-such")));
        assert_eq!(answer("", "", "").parse(l), Err(l.t("error-date-empty")));
        assert_eq!(answer("x", "2", "2026").parse(l), Err(l.t("error-date-parts")));
        assert_eq!(answer("1", "2", "26").parse(l), Err(l.t("error-date-year")));
        assert_eq!(answer("99999", "2", "2026").parse(l), Err(l.t("error-date-parts")));
    }

    #[test]
    fn a_birth_may_be_a_year_only() {
        let today = date(2026, 11, 22);
        let birth = answer("", "", "1990").parse_birth(Locale::En, today).unwrap().unwrap();
        assert_eq!(birth.to_string(), "1990");
        assert!(answer("3", "", "1990").parse_birth(Locale::En, today).is_err());
        assert!(answer("1", "1", "2027").parse_birth(Locale::En, today).is_err());
    }
}
