//! QR codes (ISO/IEC 18004) on pages: one path, no style of its own.

use askama::Template;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Light modules around the code, as the standard asks for.
const QUIET: usize = 4;

/// A code with its caption.
#[derive(Template, Clone)]
#[template(path = "record/qr.html")]
pub(crate) struct QrPicture {
    side: usize,
    path: String,
    alt: String,
    caption: String,
}

impl QrPicture {
    /// The code of a link; `None` if it is too long for one.
    pub(crate) fn of(link: &str, alt: String, caption: String) -> Option<Self> {
        let code = QrCode::with_error_correction_level(link.as_bytes(), EcLevel::M).ok()?;
        let width = code.width();
        let colors = code.to_colors();
        let mut path = String::new();
        for (y, row) in colors.chunks(width).enumerate() {
            let mut x = 0;
            while x < width {
                let run = row[x..].iter().take_while(|c| **c == Color::Dark).count();
                if run > 0 {
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += run.max(1);
            }
        }
        Some(QrPicture { side: width + 2 * QUIET, path, alt, caption })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_draws_each_dark_module_once() {
        let link = "https://town.example/en/r/AAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBB";
        let picture = QrPicture::of(link, String::new(), String::new()).unwrap();
        let dark = QrCode::with_error_correction_level(link, EcLevel::M).unwrap().to_colors().iter().filter(|c| **c == Color::Dark).count();
        let drawn: usize = picture.path.split('h').skip(1).filter_map(|p| p.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark);
        assert!(QrPicture::of(&"a".repeat(5000), String::new(), String::new()).is_none());
    }
}
