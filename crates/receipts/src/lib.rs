//! Receipts, letters and exports as PDF, and QR codes.
//!
//! [`pdf`] lays out a [`Document`] as a tagged PDF that is at the same time PDF/A-2a (kept for decades) and
//! PDF/UA-1 (read aloud). The same document gives the same bytes: the time is a field of it, the fonts are compiled
//! in, and the typesetter sees no file, package, network or clock. Text enters as values and can never become markup.
//!
//! [`letter`] lays out a [`PostalLetter`] likewise, for an envelope with a window.
//!
//! All text arrives translated. What no font can draw is printed as its code, `[U+1F600]`, never dropped.
//!
//! Making a PDF is work for the processor (some milliseconds in release): call it on a blocking thread.

mod document;
mod error;
mod fonts;
mod glyphs;
mod letter;
mod outline;
mod pdf;
mod qr;
mod sheet;
mod values;
mod world;

pub use document::{Blank, Document, Qr, Row, Section};
pub use error::{PdfError, QrError};
pub use letter::{PostalLetter, Translation};
pub use pdf::{letter, pdf, sheet};
pub use qr::qr_svg;
pub use sheet::{Sheet, Slip};
