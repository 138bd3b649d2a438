//! A document as values of the typesetter. Nothing here is markup.

use std::str::FromStr;

use typst::foundations::{Array, Dict, Str, Value, dict};
use typst::layout::Dir;
use typst::text::Lang;
use unicode_bidi::Direction;
use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Blank, Document, Qr, Row, Section};
use crate::error::PdfError;
use crate::glyphs::{drawable, is_blank};
use crate::letter::{PostalLetter, Translation};
use crate::qr::{self, Code};
use crate::sheet::{Sheet, Slip};

/// Letters without a break that certainly fit, by where the text stands: found from the widest letter and the width.
const FITS_TITLE: usize = 10;
const FITS_LABEL: usize = 12;
const FITS_VALUE: usize = 24;
const FITS_LINE: usize = 36;
const FITS_CAPTION: usize = 8;
const FITS_ADDRESS: usize = 20;
const FITS_FACT: usize = 12;

/// What the template finds in `sys.inputs`.
pub fn of(document: &Document) -> Result<Dict, PdfError> {
    let (lang, region) = language(&document.lang).ok_or(PdfError::Language)?;
    let code = document.qr.as_ref().map(code).transpose()?;
    Ok(dict! {
        "lang" => lang.clone(),
        "region" => region,
        "rtl" => Lang::from_str(&lang).is_ok_and(|lang| lang.dir() == Dir::RTL),
        "title" => text(&document.title, FITS_TITLE),
        "issuer" => text(&document.issuer, FITS_LINE),
        "lead" => texts(&document.lead, FITS_VALUE),
        "sections" => document.sections.iter().map(section).collect::<Array>(),
        "qr" => code,
        "footer" => text(&document.footer, FITS_LINE),
        "post" => Value::None,
    })
}

/// The same of a letter.
pub fn of_letter(letter: &PostalLetter) -> Result<Dict, PdfError> {
    let mut values = of(&letter.document)?;
    let fact = |fact: &Row| Value::Dict(dict! { "label" => text(&fact.label, FITS_FACT), "value" => text(&fact.value, FITS_FACT) });
    let post = dict! {
        "from" => text(&letter.from, FITS_ADDRESS),
        "to" => texts(&letter.to, FITS_ADDRESS),
        "facts" => letter.facts.iter().map(fact).collect::<Array>(),
        "translation" => letter.translation.as_ref().map(translation).transpose()?,
    };
    values.insert("post".into(), Value::Dict(post));
    Ok(values)
}

fn translation(of: &Translation) -> Result<Dict, PdfError> {
    let (lang, region) = language(&of.lang).ok_or(PdfError::Language)?;
    Ok(dict! {
        "lang" => lang,
        "region" => region,
        "title" => text(&of.title, FITS_LINE),
        "paragraphs" => texts(&of.paragraphs, FITS_LINE),
    })
}

/// What the template of sheets finds in `sys.inputs`.
pub fn of_sheet(sheet: &Sheet) -> Result<Dict, PdfError> {
    let (lang, region) = language(&sheet.lang).ok_or(PdfError::Language)?;
    let slip = |slip: &Slip| -> Result<Value, PdfError> {
        Ok(Value::Dict(dict! {
            "title" => text(&slip.title, FITS_CAPTION),
            "text" => text(&slip.text, FITS_CAPTION),
            "qr" => code(&slip.qr)?,
        }))
    };
    Ok(dict! {
        "lang" => lang,
        "region" => region,
        "title" => text(&sheet.title, FITS_TITLE),
        "issuer" => text(&sheet.issuer, FITS_LINE),
        "lead" => texts(&sheet.lead, FITS_LINE),
        "slips" => sheet.slips.iter().map(slip).collect::<Result<Array, PdfError>>()?,
        "footer" => text(&sheet.footer, FITS_LINE),
    })
}

fn section(section: &Section) -> Value {
    Value::Dict(dict! {
        "heading" => section.heading.as_ref().filter(|heading| !is_blank(heading)).map(|heading| text(heading, FITS_LINE)),
        "rows" => section.rows.iter().map(row).collect::<Array>(),
        "paragraphs" => texts(&section.paragraphs, FITS_LINE),
        "list" => texts(&section.list, FITS_LINE),
        "blanks" => section.blanks.iter().map(blank).collect::<Array>(),
        "apart" => section.apart,
    })
}

fn blank(blank: &Blank) -> Value {
    Value::Dict(dict! {
        "label" => text(&blank.label, FITS_LINE),
        "hint" => (!is_blank(&blank.hint)).then(|| text(&blank.hint, FITS_LINE)),
        "lines" => i64::from(blank.lines.clamp(1, 12)),
    })
}

fn row(row: &Row) -> Value {
    Value::Dict(dict! {
        "label" => text(&row.label, FITS_LABEL),
        "value" => text(&row.value, FITS_VALUE),
    })
}

fn code(qr: &Qr) -> Result<Dict, PdfError> {
    let Code { side, quiet, path } = qr::encode(&qr.link)?;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <path fill=\"#1c2326\" fill-rule=\"evenodd\" d=\"{path}\"/></svg>"
    );
    let follows = qr.link.starts_with("https://") || qr.link.starts_with("http://");
    Ok(dict! {
        "svg" => svg,
        "margin" => quiet as f64 / (side - 2 * quiet) as f64,
        "link" => follows.then(|| Str::from(qr.link.as_str())),
        "alt" => drawable(&qr.alt),
        "caption" => text(&qr.caption, FITS_CAPTION),
    })
}

fn texts(all: &[String], fits: usize) -> Array {
    all.iter().map(|one| Value::Dict(text(one, fits))).collect()
}

/// A text, its direction by its first letter, whether it may go over to the next page, and its pieces: a piece is
/// `long` when it has more than `fits` letters without a place to break, so that the template has to measure it.
fn text(text: &str, fits: usize) -> Dict {
    let text = drawable(text);
    let rtl = match unicode_bidi::get_base_direction(text.as_str()) {
        Direction::Ltr => Some(false),
        Direction::Rtl => Some(true),
        Direction::Mixed => None,
    };
    let pieces: Array =
        pieces(&text, fits).into_iter().map(|(piece, long)| Value::Dict(dict! { "text" => piece, "long" => long })).collect();
    let tall = text.len() > 600 || text.matches('\n').count() > 6;
    dict! { "text" => text.as_str(), "rtl" => rtl, "tall" => tall, "pieces" => pieces }
}

/// `text` cut into the words that are longer than `fits` and what lies between them.
fn pieces(text: &str, fits: usize) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = 0;
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let letters = word.trim_end();
        if letters.len() > fits && letters.graphemes(true).count() > fits {
            if rest < at {
                pieces.push((&text[rest..at], false));
            }
            pieces.push((letters, true));
            rest = at + letters.len();
        }
        at += word.len();
    }
    if rest < text.len() {
        pieces.push((&text[rest..], false));
    }
    pieces
}

/// The language and the region, if any, of a BCP 47 tag.
fn language(tag: &str) -> Option<(Str, Option<Str>)> {
    let mut subtags = tag.split('-');
    let language = subtags.next().filter(|first| matches!(first.len(), 2 | 3) && is_alphabetic(first))?;
    let mut region = None;
    for subtag in subtags {
        if !matches!(subtag.len(), 1..=8) || !subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        if subtag.len() == 2 && is_alphabetic(subtag) && region.is_none() {
            region = Some(Str::from(subtag.to_ascii_uppercase()));
        }
    }
    Some((Str::from(language.to_ascii_lowercase()), region))
}

fn is_alphabetic(subtag: &str) -> bool {
    subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        let both = |tag| language(tag).map(|(l, r)| (l.to_string(), r.map(|r| r.to_string())));
        assert_eq!(both("ru"), Some(("ru".into(), None)));
        assert_eq!(both("uz-Latn-UZ"), Some(("uz".into(), Some("UZ".into()))));
        assert_eq!(both("PT-br"), Some(("pt".into(), Some("BR".into()))));
        for none in ["", "r", "русский", "en_US", "en-", "en-ß", "english"] {
            assert_eq!(both(none), None, "{none}");
        }
    }

    #[test]
    fn only_long_words_are_pieces() {
        assert_eq!(pieces("a bb ccc", 3), [("a bb ccc", false)]);
        assert_eq!(pieces("a bbbb cc\ndddd", 3), [("a ", false), ("bbbb", true), (" cc\n", false), ("dddd", true)]);
        assert_eq!(pieces("", 3), []);
    }
}
