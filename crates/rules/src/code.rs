//! The words of the documents, read one at a time: `"working_days".parse::<Unit>()`.

use std::str::FromStr;

use serde::de::{Deserialize, IntoDeserializer, value::Error};

use crate::{
    count::{CountFrom, Roll, Unit},
    pack::Trigger,
};

macro_rules! from_code {
    ($($kind:ty),*) => {$(
        impl FromStr for $kind {
            type Err = Error;

            fn from_str(code: &str) -> Result<Self, Error> {
                Self::deserialize(code.into_deserializer())
            }
        }
    )*};
}

from_code!(CountFrom, Roll, Trigger, Unit);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_words_of_the_documents() {
        assert_eq!("working_days_six_day_week".parse(), Ok(Unit::WorkingDaysSixDayWeek));
        assert_eq!("next_working_day".parse(), Ok(Roll::NextWorkingDay));
        assert_eq!("same_day".parse(), Ok(CountFrom::SameDay));
        assert_eq!("move_in".parse(), Ok(Trigger::MoveIn));
        assert!("workdays".parse::<Unit>().is_err());
    }
}
