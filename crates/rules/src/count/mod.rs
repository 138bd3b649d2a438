//! Day counting: from an event and a term to the last day on which a person is in time.
//!
//! Total functions over dates and a [`Calendar`]; no clock, no panic, no country. The rules are those
//! that the codes share, cited where they are implemented:
//!
//! - the day of the event is not counted: GK RF art. 191, BGB § 187(1), Regulation (EEC, Euratom)
//!   No 1182/71 art. 3(1); or it is: BGB § 187(2);
//! - weeks and months end on the day that corresponds: GK RF art. 192, BGB § 188(2)–(3), 1182/71 art. 3(2)(c);
//! - an end on a day off moves to the next working day: GK RF art. 193, BGB § 193, 1182/71 art. 3(4);
//! - a period of two days or more holds at least two working days: 1182/71 art. 3(5);
//! - a term "before" an event runs backwards, by the same rules mirrored (BGB §§ 187(1), 188 by analogy); it never rolls;
//! - hours run through days off and clock changes: VwVfG § 31(6), 1182/71 art. 3(2)(a) and 3(3).
//!
//! [`Calendar`]: crate::Calendar

mod backwards;
mod days;
mod error;
mod explain;
mod hours;
mod months;
mod reading;
mod roll;
mod term;

pub use error::CountError;
pub use explain::{DayNote, Why, explain};
pub use hours::{HourReading, count_hours};
pub use reading::{Reading, count, count_if_unconfirmed_work};
pub use term::{CountFrom, Roll, Term, TermError, Unit};
