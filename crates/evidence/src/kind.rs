//! What a file is, by its first bytes.

use crate::refused::Refused;

/// The formats that are decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// ISO/IEC 10918-1.
    Jpeg,
    /// W3C PNG.
    Png,
    /// RFC 9649.
    WebP,
}

/// The kind of `bytes`, or why it is refused.
pub fn of(bytes: &[u8]) -> Result<Kind, Refused> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Ok(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Kind::WebP),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if is_heif(brand) => Err(Refused::Heic),
        _ if is_pdf(bytes) => Err(Refused::Pdf),
        _ => Err(Refused::NotAPhoto),
    }
}

/// Brands of ISO/IEC 23008-12 and of AVIF; a film has others.
fn is_heif(brand: &[u8]) -> bool {
    const BRANDS: [&[u8; 4]; 12] =
        [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1", b"avif", b"avis"];
    BRANDS.iter().any(|known| brand.starts_with(*known))
}

/// ISO 32000 wants the mark at the start; readers accept it within the first kilobyte, and so do writers.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(5).any(|five| five == b"%PDF-")
}
