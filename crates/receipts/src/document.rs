//! What a document says, before it has a shape.

use jiff::Timestamp;

use crate::error::PdfError;
use crate::glyphs::is_blank;

/// A receipt, an attempt receipt, a sheet of codes, a letter or an export.
///
/// Limits, each answered with an error and never by cutting: 5,000 rows, paragraphs, list items and blanks together,
/// 1,000 sections, 600,000 characters in all, and the limit of each field given below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// BCP 47 tag of the language of all text, for example `ru`, `uz-Latn`, `pt-BR`. Language and region go into the
    /// PDF; the script does not, the text shows it.
    pub lang: String,
    /// The heading and the title of the file; not empty, at most 200 characters.
    pub title: String,
    /// Who issues it, printed beside the mark; at most 200 characters.
    pub issuer: String,
    /// Paragraphs under the title; each at most 20,000 characters.
    pub lead: Vec<String>,
    /// The body, in this order.
    pub sections: Vec<Section>,
    /// A code to scan, beside the title.
    pub qr: Option<Qr>,
    /// The line at the foot of each page; at most 240 characters.
    pub footer: String,
    /// When it was made; goes into the file's metadata, to the second, in UTC. Print it yourself in a row.
    pub made_at: Timestamp,
}

/// A part of a document: heading, then rows, then paragraphs, then a list, then blanks; each may be absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// At most 200 characters; one without letters is left out.
    pub heading: Option<String>,
    /// A table of two columns; the label is the header of its row.
    pub rows: Vec<Row>,
    /// Each at most 20,000 characters.
    pub paragraphs: Vec<String>,
    /// Items with bullets; each at most 20,000 characters.
    pub list: Vec<String>,
    /// Places to write on by hand.
    pub blanks: Vec<Blank>,
    /// Begins a sheet of its own.
    pub apart: bool,
}

/// A place to write on by hand, with what belongs there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// At most 500 characters.
    pub label: String,
    /// At most 500 characters; may be empty.
    pub hint: String,
    /// How many lines of handwriting it has room for, 1 to 12.
    pub lines: u8,
}

/// A named value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// At most 500 characters.
    pub label: String,
    /// At most 10,000 characters; a line feed starts a new line. Its direction is that of its first letter.
    pub value: String,
}

/// A link that a phone can scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// The text of the code: printable ASCII, at most 800 bytes. `https://` and `http://` also make the caption a link.
    pub link: String,
    /// What a screen reader says for the picture; not empty, at most 500 characters.
    pub alt: String,
    /// Printed under it; at most 500 characters.
    pub caption: String,
}

const ENTRIES: usize = 5_000;
const SECTIONS: usize = 1_000;
const CHARACTERS: usize = 600_000;

/// Holds a text against its limit.
pub(crate) fn chars(field: &'static str, limit: usize, text: &str) -> Result<(), PdfError> {
    let characters = text.chars().count();
    if characters > limit { Err(PdfError::TooLong { field, characters, limit }) } else { Ok(()) }
}

impl Document {
    /// Holds the document against the limits.
    pub(crate) fn check(&self) -> Result<(), PdfError> {
        if self.sections.len() > SECTIONS {
            return Err(PdfError::TooManySections { limit: SECTIONS });
        }
        let entries = self.sections.iter().map(|s| s.rows.len() + s.paragraphs.len() + s.list.len() + s.blanks.len());
        if entries.sum::<usize>() + self.lead.len() > ENTRIES {
            return Err(PdfError::TooManyEntries { limit: ENTRIES });
        }
        let mut total = 0;
        for (field, limit, text) in self.texts() {
            chars(field, limit, text)?;
            total += text.chars().count();
        }
        if total > CHARACTERS {
            return Err(PdfError::TooMuchText { limit: CHARACTERS });
        }
        if is_blank(&self.title) {
            return Err(PdfError::Empty { field: "title" });
        }
        if self.qr.as_ref().is_some_and(|qr| is_blank(&qr.alt)) {
            return Err(PdfError::Empty { field: "qr.alt" });
        }
        Ok(())
    }

    /// Each text of the document with its name and its limit in characters.
    fn texts(&self) -> impl Iterator<Item = (&'static str, usize, &str)> {
        let head = [("title", 200, self.title.as_str()), ("issuer", 200, &self.issuer), ("footer", 240, &self.footer)];
        let qr = self.qr.iter().flat_map(|qr| [("qr.alt", 500, qr.alt.as_str()), ("qr.caption", 500, &qr.caption)]);
        let lead = self.lead.iter().map(|text| ("lead", 20_000, text.as_str()));
        let sections = self.sections.iter().flat_map(Section::texts);
        head.into_iter().chain(qr).chain(lead).chain(sections)
    }
}

impl Section {
    fn texts(&self) -> impl Iterator<Item = (&'static str, usize, &str)> {
        let heading = self.heading.iter().map(|text| ("heading", 200, text.as_str()));
        let rows = self.rows.iter().flat_map(|row| [("label", 500, row.label.as_str()), ("value", 10_000, &row.value)]);
        let paragraphs = self.paragraphs.iter().map(|text| ("paragraph", 20_000, text.as_str()));
        let list = self.list.iter().map(|text| ("list item", 20_000, text.as_str()));
        let blanks = self.blanks.iter().flat_map(|blank| [("label", 500, blank.label.as_str()), ("hint", 500, &blank.hint)]);
        heading.chain(rows).chain(paragraphs).chain(list).chain(blanks)
    }
}
