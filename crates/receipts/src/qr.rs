//! QR codes (ISO/IEC 18004) as SVG.

use qrcode::{Color, EcLevel, QrCode};

use crate::error::QrError;
use crate::outline;

/// Above this a code of 30 mm has modules that a cheap camera no longer separates.
const LINK_BYTES: usize = 800;
/// Light modules around the code, as the standard asks for.
const QUIET: usize = 4;

/// A code as one path in a square of `side` units, the quiet zone included.
pub struct Code {
    /// Units on each side.
    pub side: usize,
    /// Units of light margin on each side.
    pub quiet: usize,
    /// SVG path data, even-odd.
    pub path: String,
}

/// Encodes `link` with error correction level M.
pub fn encode(link: &str) -> Result<Code, QrError> {
    if link.is_empty() {
        return Err(QrError::Empty);
    }
    if link.len() > LINK_BYTES {
        return Err(QrError::TooLong { limit: LINK_BYTES });
    }
    if !link.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(QrError::NotPrintableAscii);
    }
    let code = QrCode::with_error_correction_level(link, EcLevel::M).map_err(|_| QrError::TooLong { limit: LINK_BYTES })?;
    let modules = code.width();
    let dark: Vec<bool> = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
    Ok(Code { side: modules + 2 * QUIET, quiet: QUIET, path: outline::path(&dark, modules, QUIET) })
}

/// A small SVG of `link` as a QR code, to be put into a page as it is.
///
/// It has no style element, no style attribute, no script and no id, so the strictest content security policy lets it
/// through and two of them can share a page. The modules take the text colour; the page must leave the ground behind
/// it lighter than the text. `title` is what a screen reader says and is escaped. Size: four CSS pixels a module,
/// which a class on a surrounding element may override.
///
/// # Errors
/// When the link is empty, longer than 800 bytes, or not printable ASCII without spaces.
pub fn qr_svg(link: &str, title: &str) -> Result<String, QrError> {
    let Code { side, path, .. } = encode(link)?;
    let (title, pixels) = (escape(title), side * 4);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{title}\" width=\"{pixels}\" \
         height=\"{pixels}\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><title>{title}</title>\
         <path fill=\"currentColor\" fill-rule=\"evenodd\" d=\"{path}\"/></svg>"
    ))
}

/// Text for an attribute in double quotes or an element; characters that XML forbids become spaces.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_decodes_to_the_link() {
        let link = "https://doorstep.example/check/7Q4M-2K9X-81PD?s=ru";
        let code = QrCode::with_error_correction_level(link, EcLevel::M).unwrap();
        let (side, dark) = (code.width(), code.into_colors());
        let grid = rqrr::SimpleGrid::from_func(side, |x, y| dark[y * side + x] == Color::Dark);
        let (_, text) = rqrr::Grid::new(grid).decode().unwrap();
        assert_eq!(text, link);
    }

    #[test]
    fn nothing_in_it_needs_a_looser_policy() {
        let svg = qr_svg("https://doorstep.example/c/1", "Check \"this\" <receipt> & more\u{1}").unwrap();
        assert!(svg.contains("<title>Check &quot;this&quot; &lt;receipt&gt; &amp; more </title>"), "{svg}");
        for forbidden in ["style", "script", " id=", "href", "data:"] {
            assert!(!svg.contains(forbidden), "{forbidden} in {svg}");
        }
        assert!(svg.len() < 4_000, "{} bytes", svg.len());
    }

    #[test]
    fn links_that_are_none_are_refused() {
        assert_eq!(qr_svg("", "t"), Err(QrError::Empty));
        assert_eq!(qr_svg("https://пример.example/", "t"), Err(QrError::NotPrintableAscii));
        assert_eq!(qr_svg("https://a.example/a b", "t"), Err(QrError::NotPrintableAscii));
        assert_eq!(qr_svg(&"a".repeat(801), "t"), Err(QrError::TooLong { limit: 800 }));
        assert!(qr_svg(&"a".repeat(800), "t").is_ok());
    }
}
