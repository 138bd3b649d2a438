//! From a document to the bytes of its PDF.

use jiff::tz::TimeZone;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Dict, Smart};
use typst::utils::hash128;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::document::Document;
use crate::error::PdfError;
use crate::letter::PostalLetter;
use crate::sheet::Sheet;
use crate::values;
use crate::world::{Layout, Sealed};

/// The document as PDF 1.7, tagged, PDF/A-2a and PDF/UA-1, A4.
///
/// # Errors
/// When the document passes one of the limits of [`Document`], its language is not a BCP 47 tag, or its link cannot be
/// a QR code. [`PdfError::Typesetting`] would be a fault of this crate.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PdfError> {
    document.check()?;
    set(Layout::Document, document.made_at, values::of(document)?)
}

/// A letter for an envelope with a window, as the same kinds of PDF.
///
/// # Errors
/// As of [`pdf`], and when it has no address, or passes a limit of [`PostalLetter`].
pub fn letter(letter: &PostalLetter) -> Result<Vec<u8>, PdfError> {
    letter.check()?;
    set(Layout::Document, letter.document.made_at, values::of_letter(letter)?)
}

/// The sheet of slips likewise.
///
/// # Errors
/// As of [`pdf`], with the limits of [`Sheet`].
pub fn sheet(sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    sheet.check()?;
    set(Layout::Sheet, sheet.made_at, values::of_sheet(sheet)?)
}

fn set(layout: Layout, made_at: jiff::Timestamp, values: Dict) -> Result<Vec<u8>, PdfError> {
    let options = options(made_at, hash128(&values))?;
    let made = typeset(Sealed::new(layout, values), &options);
    // The typesetter's cache holds what it set: no person's data stays in memory for the next document.
    typst::comemo::evict(0);
    made
}

fn typeset(world: Sealed, options: &PdfOptions) -> Result<Vec<u8>, PdfError> {
    let pages: PagedDocument = typst::compile(&world).output.map_err(|all| fault(&all))?;
    typst_pdf::pdf(&pages, options).map_err(|all| fault(&all))
}

fn options(made_at: jiff::Timestamp, ident: u128) -> Result<PdfOptions, PdfError> {
    let standards =
        PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|error| PdfError::Typesetting(error.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(format!("{ident:032x}")),
        creator: Smart::Custom(Some("Doorstep".to_owned())),
        timestamp: Some(timestamp(made_at)?),
        standards,
        ..PdfOptions::default()
    })
}

/// The time of making, to the second, in UTC.
fn timestamp(at: jiff::Timestamp) -> Result<Timestamp, PdfError> {
    let at = at.to_zoned(TimeZone::UTC).datetime();
    let part = |number: i8| u8::try_from(number).ok();
    let datetime = part(at.month())
        .zip(part(at.day()))
        .zip(part(at.hour()).zip(part(at.minute())).zip(part(at.second())))
        .and_then(|((month, day), ((hour, minute), second))| Datetime::from_ymd_hms(at.year().into(), month, day, hour, minute, second))
        .ok_or_else(|| PdfError::Typesetting("the time of making has no date".to_owned()))?;
    Ok(Timestamp::new_utc(datetime))
}

fn fault(all: &[SourceDiagnostic]) -> PdfError {
    let messages: Vec<&str> = all.iter().map(|one| one.message.as_str()).collect();
    PdfError::Typesetting(messages.join("; "))
}
