//! Which days work: national and regional calendars as data, with versions and sources.

mod day;
mod error;
mod file;
mod selection;
mod set;

pub use day::{Day, DayKind};
pub use error::CalendarError;
pub use selection::{Calendar, Unconfirmed, Week};
pub use set::Calendars;

pub(crate) use file::CalendarFile;
