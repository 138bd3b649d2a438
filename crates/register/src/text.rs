//! Text that a person wrote: parsed once at the door, then trusted.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// Why a text was not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum TextError {
    /// Nothing but spaces.
    #[error("empty")]
    Empty,
    /// More than the given number of characters.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// A control character, or one that reverses the direction of what follows.
    #[error("contains a control character")]
    Control,
    /// A picture where letters are expected; it could not be printed on a receipt.
    #[error("contains a picture character")]
    Picture,
    /// No letter at all.
    #[error("contains no letter")]
    NoLetter,
}

fn tidy(raw: &str, max: usize, keep_lines: bool) -> Result<String, TextError> {
    // A bound on the work before any of it is done; normalising can lengthen a text, so the exact check comes after.
    if raw.len() > max.saturating_mul(16) {
        return Err(TextError::TooLong(max));
    }
    let mut out = String::with_capacity(raw.len());
    for c in raw.nfc() {
        match c {
            // Marks without a shape of their own, left behind by copying from bidirectional text.
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{feff}' | '\u{00ad}' => {}
            '\r' => {}
            '\n' if keep_lines => out.push('\n'),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => return Err(TextError::Control),
            c if c.is_whitespace() => {
                if !out.ends_with([' ', '\n']) && !out.is_empty() {
                    out.push(' ');
                }
            }
            c if c.is_control() => return Err(TextError::Control),
            c => out.push(c),
        }
    }
    let out = out.trim().to_owned();
    match out.chars().count() {
        0 => Err(TextError::Empty),
        n if n > max => Err(TextError::TooLong(max)),
        _ => Ok(out),
    }
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $max:expr, $lines:expr, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The greatest number of characters.
            pub const MAX: usize = $max;

            /// Parses what a person typed: NFC, spaces folded, invisible direction marks dropped.
            pub fn parse(raw: &str) -> Result<Self, TextError> {
                let text = tidy(raw, Self::MAX, $lines)?;
                let check: fn(&str) -> Result<(), TextError> = $check;
                check(&text)?;
                Ok(Self(text))
            }

            /// As [`parse`](Self::parse), where an empty field is an answer too.
            pub fn parse_optional(raw: &str) -> Result<Option<Self>, TextError> {
                match Self::parse(raw) {
                    Err(TextError::Empty) => Ok(None),
                    other => other.map(Some),
                }
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            fn try_from(raw: String) -> Result<Self, TextError> {
                Self::parse(&raw)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text!(
    /// One line of 1 to 200 characters.
    Line, 200, false, |_| Ok(())
);
text!(
    /// What a person has to say: 1 to 4,000 characters, with line breaks.
    Words, 4000, true, |_| Ok(())
);
text!(
    /// A name in any script: 1 to 200 characters, at least one letter, no pictures.
    ///
    /// There is no other rule, because real names break every other rule: one letter, no family name, apostrophes of four kinds,
    /// "NULL", dots, spaces, digits of a generation.
    Name, 200, false, |text| {
        if text.chars().any(is_picture) {
            return Err(TextError::Picture);
        }
        if !text.chars().any(char::is_alphabetic) {
            return Err(TextError::NoLetter);
        }
        Ok(())
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_as_its_bearer_writes_it() {
        for name in
            ["O", "NULL", "XXX", "O'KTAMOV", "OʻKTAMOV", "O’Neill", "Əliyev", "ՍԱՐԳՍՅԱՆ ԱՆԻ", "გელაშვილი", "Nguyễn", "Ivan 3-й", "محمد"]
        {
            assert_eq!(Name::parse(name).map(String::from), Ok(name.to_owned()));
        }
    }

    #[test]
    fn spaces_fold_and_invisible_marks_go() {
        assert_eq!(Name::parse("  Van  der\u{200f} Berg ").unwrap().as_str(), "Van der Berg");
    }

    #[test]
    fn what_cannot_be_a_name_says_why() {
        assert_eq!(Name::parse("   "), Err(TextError::Empty));
        assert_eq!(Name::parse("Ali 😀"), Err(TextError::Picture));
        assert_eq!(Name::parse("12345"), Err(TextError::NoLetter));
        assert_eq!(Name::parse("a\u{202e}b"), Err(TextError::Control));
        assert_eq!(Name::parse("a\u{0}b"), Err(TextError::Control));
        assert_eq!(Name::parse(&"я".repeat(201)), Err(TextError::TooLong(200)));
        assert!(Name::parse(&"я".repeat(200)).is_ok());
        assert_eq!(Name::parse(&"a".repeat(1_000_000)), Err(TextError::TooLong(200)));
    }
}
