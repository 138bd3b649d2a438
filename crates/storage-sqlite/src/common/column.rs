//! Between stored columns and the types of the rows.

use super::fault::{Answer, Fault};
use doorstep_storage::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;

/// A moment as it is stored: whole microseconds since 1970, in UTC.
pub(crate) fn micros(moment: Timestamp) -> i64 {
    moment.as_microsecond()
}

/// A stored moment.
pub(crate) fn moment(micros: i64) -> Answer<Timestamp> {
    Timestamp::from_microsecond(micros).map_err(|_| unreadable("a moment"))
}

/// A stored moment that may be missing.
pub(crate) fn some_moment(micros: Option<i64>) -> Answer<Option<Timestamp>> {
    micros.map(moment).transpose()
}

/// A stored day that may be missing, as ISO 8601.
pub(crate) fn some_day(text: Option<&str>) -> Answer<Option<Date>> {
    text.map(|text| text.parse().map_err(|_| unreadable("a day"))).transpose()
}

/// A stored number that is never negative.
pub(crate) fn count(number: i64) -> Answer<u32> {
    u32::try_from(number).map_err(|_| unreadable("a count"))
}

/// A stored hash.
pub(crate) fn digest(bytes: Vec<u8>) -> Answer<[u8; 32]> {
    bytes.try_into().map_err(|_| unreadable("a hash"))
}

/// A stored value that this version does not know.
pub(crate) fn unreadable(what: &str) -> Fault {
    Fault::Told(StoreError::Broken(format!("{what} is stored in a form that this version cannot read")))
}
