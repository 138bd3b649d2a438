//! From a file to pixels, within limits.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, Limits, Rgb, RgbImage, RgbaImage};

use crate::kind::Kind;
use crate::refused::Refused;
use crate::{MAX_PIXELS, jpeg, webp};

/// Bytes that the pixels may take: the largest photo with eight bits a channel and transparency.
const MAX_MEMORY: u64 = MAX_PIXELS * 4;
/// Pixels that a side may have; a panorama has fewer.
const MAX_SIDE: u32 = 30_000;

const TOO_MANY: Refused = Refused::TooManyPixels { limit: MAX_PIXELS };

/// The picture as it is stored, without transparency, and how to turn it.
pub fn picture(kind: Kind, bytes: &[u8]) -> Result<(RgbImage, Orientation), Refused> {
    match kind {
        Kind::Jpeg if !jpeg::is_whole(bytes) => Err(Refused::Damaged),
        Kind::Jpeg => decode(JpegDecoder::new(Cursor::new(bytes)).map_err(refused)?),
        Kind::Png => decode(PngDecoder::with_limits(Cursor::new(bytes), limits()).map_err(refused)?),
        Kind::WebP => {
            webp::check(bytes)?;
            decode(WebPDecoder::new(Cursor::new(bytes)).map_err(refused)?)
        }
    }
}

fn decode<D: ImageDecoder>(mut decoder: D) -> Result<(RgbImage, Orientation), Refused> {
    let (width, height) = decoder.dimensions();
    let too_many = u64::from(width) * u64::from(height) > MAX_PIXELS || width.max(height) > MAX_SIDE;
    if too_many || decoder.total_bytes() > MAX_MEMORY {
        return Err(TOO_MANY);
    }
    if width == 0 || height == 0 {
        return Err(Refused::Damaged);
    }
    decoder.set_limits(limits()).map_err(refused)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder).map_err(refused)?;
    let opaque = if decoded.color().has_alpha() { on_white(&decoded.into_rgba8()) } else { decoded.into_rgb8() };
    Ok((opaque, orientation))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    limits
}

fn refused(error: ImageError) -> Refused {
    match error {
        ImageError::Limits(_) => TOO_MANY,
        _ => Refused::Damaged,
    }
}

/// The picture on white paper.
fn on_white(picture: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [channels @ .., alpha] = picture.get_pixel(x, y).0;
        let alpha = u16::from(alpha);
        Rgb(channels.map(|channel| {
            let mixed = (u16::from(channel) * alpha + 255 * (255 - alpha) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        }))
    })
}
