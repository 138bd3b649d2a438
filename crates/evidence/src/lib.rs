//! Photos that a person adds to a declaration: a lease, a letter, a page of a document.
//!
//! [`clean`] keeps the picture and nothing else. The picture is decoded, turned upright, made small enough to keep and
//! to send, and encoded anew, so that no byte of the file that came in is in the file that goes out: not where and
//! when it was taken, not by which camera, no thumbnail, colour profile, comment or trailing data.
//!
//! The function is pure. It works the processor and, for the largest progressive JPEG that it accepts, holds up to
//! 500 MB for a moment: call it on a blocking thread, one or two at a time.

mod decode;
mod jpeg;
mod kind;
mod refused;
mod shrink;
mod webp;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, RgbImage};

pub use refused::Refused;

/// Bytes that a photo may have when it comes in.
pub const MAX_BYTES: usize = 12 * 1024 * 1024;
/// Width times height that a photo may have when it comes in.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Pixels of the longer side of a photo when it goes out: a page of A4 at 200 dots an inch.
pub const MAX_SIDE: u32 = 2_400;

const QUALITY: u8 = 82;

/// A photo as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// A baseline JPEG without any metadata.
    pub jpeg: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// The picture in `bytes`, which may be a JPEG, PNG or WebP file, told apart by content and never by name.
///
/// Transparent parts become white. An animation is not a photo.
///
/// # Errors
/// When it is none of these, larger than [`MAX_BYTES`] or [`MAX_PIXELS`], or incomplete. Sizes are checked before
/// anything is decoded.
pub fn clean(bytes: &[u8]) -> Result<Clean, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TooLarge { limit: MAX_BYTES });
    }
    let kind = kind::of(bytes)?;
    let (picture, orientation) = decode::picture(kind, bytes)?;
    let mut upright = DynamicImage::ImageRgb8(shrink::to_fit(picture, MAX_SIDE));
    upright.apply_orientation(orientation);
    encode(&upright.into_rgb8())
}

fn encode(picture: &RgbImage) -> Result<Clean, Refused> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(picture).map_err(|_| Refused::Damaged)?;
    Ok(Clean { jpeg, width: picture.width(), height: picture.height() })
}
