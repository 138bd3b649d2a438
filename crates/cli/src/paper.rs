//! The printing press: hands documents to `receipts`.

use doorstep_receipts as receipts;
use doorstep_service::{Document, Paper, PaperError};

/// PDF/A by typst.
pub struct Typst;

impl Paper for Typst {
    fn pdf(&self, document: &Document) -> Result<Vec<u8>, PaperError> {
        let row = |row: &doorstep_service::Row| receipts::Row { label: row.label.clone(), value: row.value.clone() };
        let blank =
            |blank: &doorstep_service::Blank| receipts::Blank { label: blank.label.clone(), hint: blank.hint.clone(), lines: blank.lines };
        let section = |section: &doorstep_service::Section| receipts::Section {
            heading: section.heading.clone(),
            rows: section.rows.iter().map(row).collect(),
            paragraphs: section.paragraphs.clone(),
            list: section.list.clone(),
            blanks: section.blanks.iter().map(blank).collect(),
            apart: section.apart,
        };
        let document = receipts::Document {
            lang: document.lang.clone(),
            title: document.title.clone(),
            issuer: document.issuer.clone(),
            lead: document.lead.clone(),
            sections: document.sections.iter().map(section).collect(),
            qr: document.qr.as_ref().map(|qr| receipts::Qr { link: qr.link.clone(), alt: qr.alt.clone(), caption: qr.caption.clone() }),
            footer: document.footer.clone(),
            made_at: document.made_at,
        };
        receipts::pdf(&document).map_err(|error| PaperError(error.to_string()))
    }
}
