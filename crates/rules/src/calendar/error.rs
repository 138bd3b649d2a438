//! Why a text is no calendar.

/// A calendar file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The file is too large to be one.
    #[error("a calendar of {0} bytes is too large")]
    TooLarge(usize),
    /// TOML, key or value is wrong at this place.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// The parts do not fit together.
    #[error("calendar {id}: {message}")]
    Content {
        /// Which calendar.
        id: String,
        /// What is wrong.
        message: String,
    },
}
