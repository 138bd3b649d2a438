//! A photo that somebody adds.

use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// The file of a photo.
pub fn photo() -> Vec<u8> {
    let mut jpeg = Cursor::new(Vec::new());
    RgbImage::from_pixel(32, 24, Rgb([90, 120, 90])).write_to(&mut jpeg, ImageFormat::Jpeg).expect("a photo");
    jpeg.into_inner()
}
