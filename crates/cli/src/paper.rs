//! The printing press: hands documents to `receipts`.

use doorstep_receipts as receipts;
use doorstep_service::{Document, Paper, PaperError, Sheet};

/// PDF/A by typst.
pub struct Typst;

fn qr(qr: &doorstep_service::Qr) -> receipts::Qr {
    receipts::Qr { link: qr.link.clone(), alt: qr.alt.clone(), caption: qr.caption.clone() }
}

impl Paper for Typst {
    fn pdf(&self, document: &Document) -> Result<Vec<u8>, PaperError> {
        let row = |row: &doorstep_service::Row| receipts::Row { label: row.label.clone(), value: row.value.clone() };
        let section = |section: &doorstep_service::Section| receipts::Section {
            heading: section.heading.clone(),
            rows: section.rows.iter().map(row).collect(),
            paragraphs: section.paragraphs.clone(),
            list: section.list.clone(),
        };
        let document = receipts::Document {
            lang: document.lang.clone(),
            title: document.title.clone(),
            issuer: document.issuer.clone(),
            lead: document.lead.clone(),
            sections: document.sections.iter().map(section).collect(),
            qr: document.qr.as_ref().map(qr),
            footer: document.footer.clone(),
            made_at: document.made_at,
        };
        receipts::pdf(&document).map_err(|error| PaperError(error.to_string()))
    }

    fn sheet(&self, sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
        let slip = |slip: &doorstep_service::Slip| receipts::Slip { title: slip.title.clone(), text: slip.text.clone(), qr: qr(&slip.qr) };
        let sheet = receipts::Sheet {
            lang: sheet.lang.clone(),
            title: sheet.title.clone(),
            issuer: sheet.issuer.clone(),
            lead: sheet.lead.clone(),
            slips: sheet.slips.iter().map(slip).collect(),
            footer: sheet.footer.clone(),
            made_at: sheet.made_at,
        };
        receipts::sheet(&sheet).map_err(|error| PaperError(error.to_string()))
    }
}
