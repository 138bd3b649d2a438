//! Why a zone could not be read: each with the line to type again.

use thiserror::Error;

/// What a check digit covers (ICAO Doc 9303-3 §4.9).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The number of the document.
    Number,
    /// The date of birth.
    Birth,
    /// The date of expiry.
    Expiry,
    /// What a passport says between expiry and the last digit.
    Optional,
    /// All of these together: the last digit of the zone.
    Whole,
}

/// Why a zone could not be read. Lines and columns count from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Fault {
    /// Neither two lines of 44 or 36 characters nor three of 30.
    #[error("{characters} characters make no zone")]
    Shape {
        /// How many were typed.
        characters: usize,
    },
    /// A line is too short or too long.
    #[error("line {line} has {found} characters and needs {needed}")]
    Length {
        /// Which.
        line: usize,
        /// How many characters it needs.
        needed: usize,
        /// How many were typed.
        found: usize,
    },
    /// A character that stands in no zone.
    #[error("line {line}, column {column}: {found:?} stands in no zone")]
    Letter {
        /// In which line.
        line: usize,
        /// The how-manieth character of it.
        column: usize,
        /// The character.
        found: char,
    },
    /// A check digit does not fit what it covers.
    #[error("line {line}: the check digit of {part:?} does not fit")]
    Digit {
        /// In which line it stands.
        line: usize,
        /// What it covers.
        part: Part,
        /// How many lines the zone has.
        lines: usize,
    },
    /// The zone of a visa: it names a visa, not a document.
    #[error("a visa")]
    Visa,
    /// The first letter is none of a passport or card.
    #[error("line 1 begins like no passport or card")]
    Kind,
    /// There is no number where one has to stand.
    #[error("line {line}: no number of a document")]
    NoNumber {
        /// In which line it should stand.
        line: usize,
    },
}
