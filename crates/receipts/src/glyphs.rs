//! Text that the fonts can draw.
//!
//! PDF/A forbids a glyph that stands for "no such glyph" and text without a Unicode value, so a name with one
//! unknown character would cost the person the whole receipt. It is printed as its code instead.

use std::fmt::Write;

use unicode_bidi::{BidiClass, bidi_class};
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::FONTS;

/// `text` with each character that cannot be drawn written as its code, for example `[U+4E2D]`.
///
/// Line breaks of any kind become line feeds, spaces of any kind that no font has become spaces. Marks that only
/// steer joining and direction are kept, except overrides, which can make a text read as another and are shown, and
/// except where all letters run from left to right, so that copied text is what was meant.
pub fn drawable(text: &str) -> String {
    let one_way = !text.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN));
    let mut drawn = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        if cluster == "\r\n" {
            drawn.push('\n');
            continue;
        }
        let font = cluster.chars().find(|c| !is_steering(*c)).and_then(|c| FONTS.with(c));
        for c in cluster.chars().filter(|c| !(one_way && is_direction(*c))) {
            push(&mut drawn, c, font);
        }
    }
    drawn
}

fn push(drawn: &mut String, c: char, font: Option<usize>) {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => drawn.push('\n'),
        // Variation selectors choose between pictures that no font here has.
        '\u{fe00}'..='\u{fe0f}' => {}
        _ if is_steering(c) => drawn.push(c),
        _ if !is_refused(c) && font.is_some_and(|font| FONTS.has(font, c)) => drawn.push(c),
        _ if c.is_whitespace() => drawn.push(' '),
        _ => write!(drawn, "[U+{:04X}]", u32::from(c)).expect("writing to a string"),
    }
}

/// Whether nothing of `text` is seen on paper.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_steering(c) || matches!(c, '\u{fe00}'..='\u{fe0f}'))
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}')
}

/// Soft hyphen, joiners, direction marks, embeddings and isolates.
fn is_steering(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// Controls, direction overrides, deprecated formats, and values that PDF/A-2a does not accept as a glyph's meaning.
fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202d}' | '\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}')
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::drawable;

    #[test]
    fn names_are_left_alone() {
        for name in ["Ғайрат Ўктамов", "Oʻgʻiloy Soʼzana", "Հայկ Սարգսյան", "ნინო ჩხეიძე", "فاطمه احمدی", "Nguyễn Ái"]
        {
            assert_eq!(drawable(name), name);
        }
    }

    #[test]
    fn what_no_font_has_is_shown_by_its_code() {
        assert_eq!(drawable("Li 李 😀"), "Li [U+674E] [U+1F600]");
        assert_eq!(drawable("a\u{7}b\u{e000}\u{feff}"), "a[U+0007]b[U+E000][U+FEFF]");
    }

    #[test]
    fn a_mark_follows_the_font_of_its_letter() {
        assert_eq!(drawable("Հ\u{301}"), "Հ[U+0301]");
        assert_eq!(drawable("А\u{301}"), "А\u{301}");
    }

    #[test]
    fn overrides_are_shown_and_isolates_kept() {
        assert_eq!(drawable("\u{202e}nimda"), "[U+202E]nimda");
        assert_eq!(drawable("\u{2068}Anna\u{2069}, \u{2068}\u{0622}\u{2069}"), "\u{2068}Anna\u{2069}, \u{2068}\u{0622}\u{2069}");
        assert_eq!(drawable("\u{2068}Anna\u{2069}, 7"), "Anna, 7");
    }

    #[test]
    fn line_breaks_are_line_feeds() {
        assert_eq!(drawable("a\r\nb\u{2028}c\u{3000}d"), "a\nb\nc d");
    }
}
