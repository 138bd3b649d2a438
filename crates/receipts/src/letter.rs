//! A letter for an envelope with a window.

use crate::document::{Document, Row, chars};
use crate::error::PdfError;

/// A letter: the address where the window of an envelope is (DIN 5008 form B: 20 mm from the left, 45 mm from the top, 85 mm wide), fold marks,
/// and its text in a second language below the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalLetter {
    /// The letter itself: its title is the subject, its lead the text.
    pub document: Document,
    /// Where it goes back to, in one line above the address; at most 200 characters.
    pub from: String,
    /// The lines of the address: one to eight, at most 2,000 characters together. A long one goes on below the window; nothing is cut.
    pub to: Vec<String>,
    /// Beside the address: day, number, office; at most eight.
    pub facts: Vec<Row>,
    /// The same text in another language.
    pub translation: Option<Translation>,
}

/// The text of a letter in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// BCP 47.
    pub lang: String,
    /// The subject; at most 200 characters.
    pub title: String,
    /// Each at most 20,000 characters.
    pub paragraphs: Vec<String>,
}

const LINES: usize = 8;
const ADDRESS: usize = 2_000;

impl PostalLetter {
    /// Holds the letter against the limits.
    pub(crate) fn check(&self) -> Result<(), PdfError> {
        self.document.check()?;
        if self.to.iter().all(|line| line.trim().is_empty()) {
            return Err(PdfError::Empty { field: "to" });
        }
        if self.to.len() > LINES || self.facts.len() > LINES {
            return Err(PdfError::TooManyEntries { limit: LINES });
        }
        let address: usize = self.to.iter().map(|line| line.chars().count()).sum();
        if address > ADDRESS {
            return Err(PdfError::TooLong { field: "to", characters: address, limit: ADDRESS });
        }
        chars("from", 200, &self.from)?;
        for fact in &self.facts {
            chars("label", 500, &fact.label)?;
            chars("value", 500, &fact.value)?;
        }
        let Some(translation) = &self.translation else { return Ok(()) };
        chars("title", 200, &translation.title)?;
        translation.paragraphs.iter().try_for_each(|text| chars("paragraph", 20_000, text))
    }
}
