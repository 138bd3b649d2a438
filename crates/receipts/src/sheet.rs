//! A sheet of slips, before it has a shape.

use jiff::Timestamp;

use crate::document::Qr;
use crate::error::PdfError;
use crate::glyphs::is_blank;

/// A slip to be cut out: what it is for, and a code that leads there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What it is for, such as a room; not empty, at most 60 characters.
    pub title: String,
    /// A few words; at most 200 characters.
    pub text: String,
    /// The code.
    pub qr: Qr,
}

/// A sheet of slips.
///
/// Limits, each answered with an error and never by cutting: 1,000 slips, and the limit of each field given below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// BCP 47 tag of the language of all text.
    pub lang: String,
    /// The heading and the title of the file; not empty, at most 200 characters.
    pub title: String,
    /// Who issues it, printed beside the mark; at most 200 characters.
    pub issuer: String,
    /// Paragraphs under the title; each at most 2,000 characters.
    pub lead: Vec<String>,
    /// The slips, two in a row.
    pub slips: Vec<Slip>,
    /// The line at the foot of each page; at most 240 characters.
    pub footer: String,
    /// When it was made; goes into the file's metadata, to the second, in UTC.
    pub made_at: Timestamp,
}

const SLIPS: usize = 1_000;

impl Sheet {
    /// Holds the sheet against the limits.
    pub(crate) fn check(&self) -> Result<(), PdfError> {
        if self.slips.len() > SLIPS || self.lead.len() > 20 {
            return Err(PdfError::TooManyEntries { limit: SLIPS });
        }
        for (field, limit, text) in self.texts() {
            let characters = text.chars().count();
            if characters > limit {
                return Err(PdfError::TooLong { field, characters, limit });
            }
        }
        if is_blank(&self.title) || self.slips.iter().any(|slip| is_blank(&slip.title)) {
            return Err(PdfError::Empty { field: "title" });
        }
        if self.slips.iter().any(|slip| is_blank(&slip.qr.alt)) {
            return Err(PdfError::Empty { field: "qr.alt" });
        }
        Ok(())
    }

    fn texts(&self) -> impl Iterator<Item = (&'static str, usize, &str)> {
        let head = [("title", 200, self.title.as_str()), ("issuer", 200, &self.issuer), ("footer", 240, &self.footer)];
        let lead = self.lead.iter().map(|text| ("lead", 2_000, text.as_str()));
        let slips = self.slips.iter().flat_map(|slip| {
            let qr = [("qr.alt", 500, slip.qr.alt.as_str()), ("qr.caption", 60, &slip.qr.caption)];
            [("title", 60, slip.title.as_str()), ("text", 200, &slip.text)].into_iter().chain(qr)
        });
        head.into_iter().chain(lead).chain(slips)
    }
}
