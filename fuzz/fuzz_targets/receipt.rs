//! Anything as the text of a receipt: a PDF or a refusal. Typesetting may not be what fails.
#![no_main]

use doorstep_receipts::{Blank, Document, PdfError, Row, Section, pdf, qr_svg};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    drop(qr_svg(text, text));
    let section = Section {
        heading: Some(text.to_owned()),
        rows: vec![Row { label: text.to_owned(), value: text.to_owned() }],
        paragraphs: vec![text.to_owned()],
        list: vec![text.to_owned()],
        blanks: vec![Blank { label: text.to_owned(), hint: text.to_owned(), lines: 2 }],
        apart: false,
    };
    let document = Document {
        lang: "en".to_owned(),
        title: text.to_owned(),
        issuer: text.to_owned(),
        lead: vec![text.to_owned()],
        sections: vec![section],
        qr: None,
        footer: text.to_owned(),
        made_at: Timestamp::UNIX_EPOCH,
    };
    match pdf(&document) {
        Ok(bytes) => assert!(bytes.starts_with(b"%PDF-")),
        Err(error) => assert!(!matches!(error, PdfError::Typesetting(_)), "{error}"),
    }
});
