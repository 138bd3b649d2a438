//! The printing press: hands documents to `receipts`.

use doorstep_receipts as receipts;
use doorstep_service::{Document, Paper, PaperError, PostalLetter, Sheet};

/// PDF/A by typst.
pub struct Typst;

fn qr(qr: &doorstep_service::Qr) -> receipts::Qr {
    receipts::Qr { link: qr.link.clone(), alt: qr.alt.clone(), caption: qr.caption.clone() }
}

fn row(row: &doorstep_service::Row) -> receipts::Row {
    receipts::Row { label: row.label.clone(), value: row.value.clone() }
}

fn section(section: &doorstep_service::Section) -> receipts::Section {
    receipts::Section {
        heading: section.heading.clone(),
        rows: section.rows.iter().map(row).collect(),
        paragraphs: section.paragraphs.clone(),
        list: section.list.clone(),
        blanks: section.blanks.iter().map(blank).collect(),
        apart: section.apart,
    }
}

fn blank(blank: &doorstep_service::Blank) -> receipts::Blank {
    receipts::Blank { label: blank.label.clone(), hint: blank.hint.clone(), lines: blank.lines }
}

fn document(document: &Document) -> receipts::Document {
    receipts::Document {
        lang: document.lang.clone(),
        title: document.title.clone(),
        issuer: document.issuer.clone(),
        lead: document.lead.clone(),
        sections: document.sections.iter().map(section).collect(),
        qr: document.qr.as_ref().map(qr),
        footer: document.footer.clone(),
        made_at: document.made_at,
    }
}

impl Paper for Typst {
    fn pdf(&self, asked: &Document) -> Result<Vec<u8>, PaperError> {
        receipts::pdf(&document(asked)).map_err(|error| PaperError(error.to_string()))
    }

    fn letter(&self, letter: &PostalLetter) -> Result<Vec<u8>, PaperError> {
        let translation = letter.translation.as_ref().map(|other| receipts::Translation {
            lang: other.lang.clone(),
            title: other.title.clone(),
            paragraphs: other.paragraphs.clone(),
        });
        let letter = receipts::PostalLetter {
            document: document(&letter.document),
            from: letter.from.clone(),
            to: letter.to.clone(),
            facts: letter.facts.iter().map(row).collect(),
            translation,
        };
        receipts::letter(&letter).map_err(|error| PaperError(error.to_string()))
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
