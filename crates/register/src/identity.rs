//! Who a person says they are, and how much of it somebody has seen proof of.

use crate::text::{Line, Name};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// Why a part of an identity was not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum IdentityError {
    /// None of the four ways of writing a name was given.
    #[error("no name at all")]
    NoName,
    /// Not a date of the calendar.
    #[error("no such date")]
    NoSuchDate,
    /// Later than today.
    #[error("in the future")]
    Future,
    /// More than 130 years ago.
    #[error("too long ago")]
    TooLongAgo,
    /// Not three Latin letters.
    #[error("not a country code")]
    Country,
    /// Not 3 to 40 letters and digits.
    #[error("not a document number")]
    DocumentNumber,
}

/// A person's names. All are free text, one is enough, and none is made from another: at a desk a spelling is offered, for its bearer to change.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// As in the passport or other document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passport: Option<Name>,
    /// As in the machine-readable zone (ICAO 9303 part 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<Name>,
    /// In the script of the country of residence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local: Option<Name>,
    /// What the person wants to be called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<Name>,
}

impl Names {
    /// Refuses a set without any name.
    pub fn checked(self) -> Result<Self, IdentityError> {
        let named = self.all().next().is_some();
        if named { Ok(self) } else { Err(IdentityError::NoName) }
    }

    /// Every way of writing the name that the person gave, passport first.
    pub fn all(&self) -> impl Iterator<Item = &Name> {
        [&self.passport, &self.local, &self.machine, &self.called].into_iter().flatten()
    }

    /// What to call the person.
    pub fn called(&self) -> &str {
        self.called.as_ref().or_else(|| self.all().next()).map_or("", Name::as_str)
    }

    /// The name for a list or a letter: as in the passport, else what there is.
    pub fn formal(&self) -> &str {
        self.all().next().map_or("", Name::as_str)
    }
}

/// A date of birth. Month and day may be unknown, as on many real passports.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Birth {
    /// Year of the Gregorian calendar.
    pub year: i16,
    /// 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<i8>,
    /// 1 to 31; only with a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<i8>,
}

impl Birth {
    /// Checks a date of birth against the calendar and against today.
    pub fn parse(year: i16, month: Option<i8>, day: Option<i8>, today: Date) -> Result<Self, IdentityError> {
        if day.is_some() && month.is_none() {
            return Err(IdentityError::NoSuchDate);
        }
        let birth = Birth { year, month, day };
        let earliest = birth.earliest().ok_or(IdentityError::NoSuchDate)?;
        if earliest > today {
            return Err(IdentityError::Future);
        }
        if i32::from(today.year()) - i32::from(year) > 130 {
            return Err(IdentityError::TooLongAgo);
        }
        Ok(birth)
    }

    /// The first day that it can mean.
    pub fn earliest(&self) -> Option<Date> {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }
}

impl fmt::Display for Birth {
    /// ISO 8601, cut to what is known: `1990`, `1990-05`, `1990-05-17`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A country code of three letters: ISO 3166-1 alpha-3, or ICAO 9303 part 3 §5 (XXA stateless, XXB and XXC refugee, XXX not stated).
///
/// It is stored so that a person's own deadline can be worked out, and nothing else reads it (charter, promise 6).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CitizenshipCode(String);

impl CitizenshipCode {
    /// Parses three Latin letters of either case.
    pub fn parse(raw: &str) -> Result<Self, IdentityError> {
        let code = raw.trim().to_ascii_uppercase();
        if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) { Ok(Self(code)) } else { Err(IdentityError::Country) }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CitizenshipCode {
    type Error = IdentityError;
    fn try_from(raw: String) -> Result<Self, IdentityError> {
        Self::parse(&raw)
    }
}

impl From<CitizenshipCode> for String {
    fn from(code: CitizenshipCode) -> String {
        code.0
    }
}

/// What kind of document it is. None of them, and none at all, is a reason to be refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A national passport, valid or expired.
    Passport,
    /// An identity card.
    IdentityCard,
    /// A travel document under the 1951 or the 1954 convention.
    TravelDocument,
    /// A residence permit or card.
    ResidenceCard,
    /// Anything else.
    Other,
}

/// An identity document that the person chose to name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What it is.
    pub kind: DocumentKind,
    /// The number as printed.
    pub number: Line,
}

impl Document {
    /// Parses a number of 3 to 40 letters and digits, with spaces and hyphens as printed.
    pub fn parse(kind: DocumentKind, number: &str) -> Result<Self, IdentityError> {
        let line = Line::parse(number).map_err(|_| IdentityError::DocumentNumber)?;
        let document = Document { kind, number: line };
        let length = document.normal().chars().count();
        let odd = number.chars().any(|c| !(c.is_alphanumeric() || c.is_whitespace() || "-/.№".contains(c)));
        if (3..=40).contains(&length) && !odd { Ok(document) } else { Err(IdentityError::DocumentNumber) }
    }

    /// The form in which two numbers are compared: letters and digits only, capital.
    pub fn normal(&self) -> String {
        self.number.as_str().chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
    }
}

/// How much of the identity somebody has seen proof of. Said on every receipt; the lowest is enough to declare in time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// On the person's own word.
    #[default]
    AsDeclared,
    /// A clerk held the document in their hand.
    DocumentSeen,
    /// A residence card was presented from a wallet.
    CardPresented,
}

/// Who the person says they are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The names.
    pub names: Names,
    /// The date of birth, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth: Option<Birth>,
    /// The citizenship, if stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citizenship: Option<CitizenshipCode>,
    /// A document, if named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn births_that_cannot_be_say_why() {
        let today = date(2026, 11, 22);
        assert_eq!(Birth::parse(2026, Some(2), Some(30), today), Err(IdentityError::NoSuchDate));
        assert_eq!(Birth::parse(2026, Some(11), Some(23), today), Err(IdentityError::Future));
        assert_eq!(Birth::parse(1800, None, None, today), Err(IdentityError::TooLongAgo));
        assert_eq!(Birth::parse(1990, None, Some(3), today), Err(IdentityError::NoSuchDate));
        assert_eq!(Birth::parse(1990, None, None, today).unwrap().to_string(), "1990");
    }

    #[test]
    fn document_numbers_compare_by_letters_and_digits() {
        let a = Document::parse(DocumentKind::Passport, "fa 1234-567").unwrap();
        let b = Document::parse(DocumentKind::Passport, "FA1234567").unwrap();
        assert_eq!(a.normal(), b.normal());
        assert!(Document::parse(DocumentKind::Passport, "<script>").is_err());
    }
}
