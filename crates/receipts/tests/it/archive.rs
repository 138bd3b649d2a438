//! The PDFs are what an archive and a screen reader need, and say what the document says.

use crate::samples;
use crate::tools::{File, letters};
use doorstep_receipts::{Blank, Document, Row, Section, pdf};

#[test]
fn the_file_says_that_it_is_pdf_a_2a_and_pdf_ua_1() {
    let bytes = pdf(&samples::receipt().0).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.starts_with("%PDF-1.7"));
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/MarkInfo<</Marked true",
        "/Lang(ru)",
        "/DisplayDocTitle true",
        "/StructTreeRoot",
        "<xmp:CreateDate>2026-02-05T11:07:09+00:00</xmp:CreateDate>",
    ] {
        assert!(text.contains(part), "{part} is missing");
    }
}

#[test]
fn the_language_follows_the_document() {
    let text = |document| String::from_utf8_lossy(&pdf(&document).unwrap()).into_owned();
    assert!(text(samples::letter()).contains("/Lang(uz)"));
    assert!(text(samples::export(1)).contains("/Lang(en-GB)"));
    let persian = text(samples::persian());
    assert!(persian.contains("/Lang(fa)") && persian.contains("/Direction/R2L"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (document, _) = samples::receipt();
    let first = pdf(&document).unwrap();
    pdf(&samples::persian()).unwrap();
    assert_eq!(first, pdf(&document).unwrap());
    let later = Document { made_at: document.made_at + jiff::SignedDuration::from_secs(1), ..document };
    assert_ne!(first, pdf(&later).unwrap());
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for document in [samples::receipt().0, samples::letter(), samples::persian(), samples::form()] {
        let Some(said) = File::new(&pdf(&document).unwrap()).ask("qpdf", &["--check"], &[]) else { return };
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    }
}

#[test]
fn names_in_every_script_can_be_copied_out() {
    let (document, names) = samples::receipt();
    let Some(text) = File::new(&pdf(&document).unwrap()).letters() else { return };
    for name in names {
        assert!(text.contains(&letters(name)), "{name} is not in {text}");
    }
    assert!(text.contains(&letters(&document.title)));
}

#[test]
fn each_label_is_the_header_of_its_row() {
    let (document, names) = samples::receipt();
    let rows: usize = document.sections.iter().map(|section| section.rows.len()).sum();
    let Some(tree) = File::new(&pdf(&document).unwrap()).ask("pdfinfo", &["-struct-text"], &[]) else { return };
    assert_eq!(tree.matches("/Scope /Row").count(), rows);
    assert_eq!(tree.matches("/Headers [(").count(), rows);
    assert_eq!(tree.matches("Figure").count(), 1);
    assert_eq!(tree.matches("H1 ").count(), 3);
    assert!(tree.contains("LI (block)") && tree.contains(names[0]));
}

#[test]
fn a_form_has_its_fields_on_sheets_and_what_stands_apart_on_another() {
    let file = File::new(&pdf(&samples::form()).unwrap());
    let Some(text) = file.ask("pdftotext", &["-enc", "UTF-8", "-layout"], &["-"]) else { return };
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    let on = |wanted: &str| pages.iter().position(|page| page.contains(wanted)).unwrap_or_else(|| panic!("{wanted} is not in {text}"));
    assert!((1..=9).all(|n| on(&format!("{n}. Где")) < pages.len() - 1));
    assert_eq!(on("7Q4M-2K9X-81PD-AAAA"), pages.len() - 1);
}

#[test]
fn markup_in_a_value_stays_text() {
    let hostile = r##"#panic("x") #read("/etc/passwd") *b* _i_ $x^2$ `r` <l> @r // c /* \ #"##;
    let section = Section {
        heading: Some(hostile.into()),
        rows: vec![Row { label: "#l".into(), value: hostile.into() }],
        paragraphs: vec![hostile.into()],
        list: vec![hostile.into()],
        blanks: vec![Blank { label: hostile.into(), hint: hostile.into(), lines: 1 }],
        apart: false,
    };
    let document = Document { title: hostile.into(), footer: hostile.into(), sections: vec![section], ..samples::letter() };
    let Some(text) = File::new(&pdf(&document).unwrap()).letters() else { return };
    assert_eq!(text.matches(&letters(hostile)).count(), 8, "{text}");
}

#[test]
fn marks_that_steer_direction_leave_no_trace_in_the_text() {
    let mut document = samples::letter();
    document.lead = vec!["Name: \u{2068}Anna\u{2069}, \u{200e}7, a\u{fe0f}b".into(), "\u{2068}Anna\u{2069}, \u{2068}فاطمه\u{2069}.".into()];
    let Some(text) = File::new(&pdf(&document).unwrap()).ask("pdftotext", &["-enc", "UTF-8"], &["-"]) else { return };
    assert!(text.contains("Name: Anna, 7, ab"), "{text}");
    assert!(text.contains("فاطمه") && !text.contains('\u{fffd}') && !text.contains("[U+"), "{text}");
}

#[test]
fn the_printed_code_scans() {
    let (document, _) = samples::receipt();
    let Some(path) = File::new(&pdf(&document).unwrap()).picture().map(|path| image::open(path).unwrap()) else { return };
    let page = path.into_luma8();
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(page.width() as usize, page.height() as usize, |x, y| {
        page.get_pixel(x as u32, y as u32).0[0]
    });
    let grids = seen.detect_grids();
    let links: Vec<String> = grids.iter().map(|grid| grid.decode().unwrap().1).collect();
    assert_eq!(links, [document.qr.unwrap().link]);
}
