//! Long, many and strange texts: all of it is on the page, or there is an error; never a cut and never a panic.

use crate::samples;
use crate::tools::File;
use doorstep_receipts::{Blank, Document, PdfError, QrError, Row, Section, pdf};
use proptest::prelude::*;

/// The sides of the page in PostScript points, within which all text stands.
const LEFT: f64 = 24.0 / 25.4 * 72.0 - 1.0;
const RIGHT: f64 = (210.0 - 24.0) / 25.4 * 72.0 + 1.0;
const BOTTOM: f64 = 297.0 / 25.4 * 72.0;

#[test]
fn nothing_leaves_the_page_and_nothing_is_cut() {
    let file = File::new(&pdf(&samples::overflowing()).unwrap());
    let Some(boxes) = file.ask("pdftotext", &["-bbox"], &["-"]) else { return };
    let mut words = 0;
    for word in boxes.lines().filter(|line| line.contains("<word ")) {
        let at = |name: &str| -> f64 {
            let (_, rest) = word.split_once(&format!("{name}=\"")).expect("a box");
            rest.split_once('"').and_then(|(number, _)| number.parse().ok()).expect("a number")
        };
        words += 1;
        assert!(at("xMin") > LEFT && at("xMax") < RIGHT, "{word}");
        assert!(at("yMin") > 0.0 && at("yMax") < BOTTOM, "{word}");
    }
    assert!(words > 100, "{words}");
    let text = file.letters().expect("it was there a moment ago");
    for (letter, count) in [('Ы', 400), ('Ю', 200), ('Ф', 120), ('Ш', 1000), ('ض', 200), ('Щ', 300)] {
        assert_eq!(text.matches(letter).count(), count, "{letter}");
    }
    assert_eq!(text.matches("[U+674E][U+1F600][U+202E][U+0000]").count(), 20);
}

#[test]
fn an_export_runs_over_many_pages() {
    let file = File::new(&pdf(&samples::export(60)).unwrap());
    let Some(text) = file.letters() else { return };
    for n in 0..60 {
        assert!(text.contains(&format!("caseC-{n}.")), "{n}");
    }
    assert!(text.contains("4/4"), "{text}");
}

#[test]
fn what_is_too_much_is_refused_and_not_cut() {
    let with = |change: fn(&mut Document)| {
        let (mut document, _) = samples::receipt();
        change(&mut document);
        pdf(&document).unwrap_err()
    };
    let row = || Row { label: "l".into(), value: "v".into() };
    assert_eq!(with(|d| d.title = "т".repeat(201)), PdfError::TooLong { field: "title", characters: 201, limit: 200 });
    assert_eq!(
        with(|d| d.sections[0].rows[0].value = "v".repeat(10_001)),
        PdfError::TooLong { field: "value", characters: 10_001, limit: 10_000 }
    );
    assert_eq!(with(|d| d.title = " ".into()), PdfError::Empty { field: "title" });
    assert_eq!(with(|d| d.lang = "русский".into()), PdfError::Language);
    assert_eq!(with(|d| d.qr.as_mut().unwrap().link = "a b".into()), PdfError::Qr(QrError::NotPrintableAscii));
    assert_eq!(with(|d| d.qr.as_mut().unwrap().alt = String::new()), PdfError::Empty { field: "qr.alt" });
    assert_eq!(with(|d| d.lead = vec!["a".repeat(20_000); 31]), PdfError::TooMuchText { limit: 600_000 });
    assert_eq!(with(|d| d.sections = vec![Section::default(); 1_001]), PdfError::TooManySections { limit: 1_000 });
    let (document, _) = samples::receipt();
    let rows = std::iter::repeat_with(row).take(5_000).collect();
    let sections = vec![Section { rows, ..Section::default() }];
    assert_eq!(pdf(&Document { sections, ..document }).unwrap_err(), PdfError::TooManyEntries { limit: 5_000 });
}

#[test]
fn an_empty_document_is_a_document() {
    let empty = Document {
        title: "x".into(),
        issuer: String::new(),
        lead: vec![],
        sections: vec![Section::default(), Section { heading: Some(String::new()), ..Section::default() }],
        footer: String::new(),
        ..samples::letter()
    };
    assert!(pdf(&empty).is_ok());
}

/// Anything at all, letters with marks of other scripts, and the scripts of the fonts mixed with joiners.
const ANY: &str = "\\PC{0,60}|.{0,40}|[\\p{L}\\p{M}\\p{Cf}\\p{Co} ]{0,60}|[\u{600}-\u{6ff}\u{300}-\u{36f}\u{530}-\u{58f}\u{10a0}-\u{10ff}\u{400}-\u{4ff}\u{fb50}-\u{fdff}\u{200b}-\u{200f}\u{202a}-\u{202e}a-z ]{0,60}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_a_document(texts in proptest::collection::vec(ANY, 8)) {
        let document = Document {
            title: format!("t{}", texts[0]),
            issuer: texts[1].clone(),
            lead: vec![texts[2].clone()],
            sections: vec![Section {
                heading: Some(texts[3].clone()),
                rows: vec![Row { label: texts[4].clone(), value: texts[5].clone() }],
                paragraphs: vec![texts[6].clone()],
                list: vec![texts[7].clone()],
                blanks: vec![Blank { label: texts[7].clone(), hint: texts[6].clone(), lines: 3 }],
                apart: true,
            }],
            footer: texts[0].clone(),
            ..samples::letter()
        };
        let made = pdf(&document);
        prop_assert!(made.is_ok(), "{made:?}");
    }
}
