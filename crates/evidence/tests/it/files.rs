//! Photos made for the tests: every place where a camera or a program can write something is filled by hand.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

/// What must not come out, each written to a place of its own.
pub const SECRETS: [&str; 12] = [
    "SECRETMAKE",
    "SECRETGPS",
    "SECRETTHUMB",
    "SECRETXMP",
    "SECRETICC",
    "SECRETIPTC",
    "SECRETCOMMENT",
    "SECRETTAIL",
    "SECRETTEXT",
    "SECRETPACKED",
    "SECRETINTL",
    "SECRETPRIVATE",
];

/// A picture of `width` by `height`, red on its left half and blue on its right.
pub fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) })
}

/// A plain JPEG of it.
pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 95).encode_image(picture).unwrap();
    bytes
}

/// A plain PNG of it.
pub fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A JPEG with EXIF (orientation, maker, GPS, thumbnail), XMP, ICC, IPTC, a comment and something after its end.
pub fn telling_jpeg(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let plain = jpeg(picture);
    let mut bytes = plain[..2].to_vec();
    let exif = [&b"Exif\0\0"[..], &exif(orientation)].concat();
    for (marker, payload) in [
        (0xe1, &exif[..]),
        (0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRETXMP</x:xmpmeta>"),
        (0xe2, b"ICC_PROFILE\0\x01\x01SECRETICC"),
        (0xed, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0aSECRETIPTC"),
        (0xef, b"SECRETPRIVATE"),
        (0xfe, b"SECRETCOMMENT"),
    ] {
        let length = u16::try_from(payload.len() + 2).unwrap();
        bytes.extend([0xff, marker]);
        bytes.extend(length.to_be_bytes());
        bytes.extend(payload);
    }
    bytes.extend(&plain[2..]);
    bytes.extend(b"SECRETTAIL");
    bytes
}

/// A PNG with text of three kinds, EXIF, a time, a profile, a private chunk and something after its end.
pub fn telling_png(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let plain = png(picture);
    let (head, rest) = plain.split_at(8 + 25);
    let mut bytes = head.to_vec();
    chunk(&mut bytes, b"iCCP", b"SECRETICC\0\0\x78\x01\x01\0\0\xff\xff\0\0\0\x01");
    chunk(&mut bytes, b"tEXt", b"Author\0SECRETTEXT");
    chunk(&mut bytes, b"zTXt", b"SECRETPACKED\0\0\x78\x01\x01\0\0\xff\xff\0\0\0\x01");
    chunk(&mut bytes, b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0SECRETINTL");
    chunk(&mut bytes, b"eXIf", &exif(orientation));
    chunk(&mut bytes, b"tIME", &[0x07, 0xea, 2, 5, 14, 7, 9]);
    chunk(&mut bytes, b"prVt", b"SECRETPRIVATE");
    bytes.extend(rest);
    bytes.extend(b"SECRETTAIL");
    bytes
}

/// A WebP with EXIF, a profile and something after its end.
pub fn telling_webp(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut bytes);
    encoder.set_exif_metadata(exif(orientation)).unwrap();
    encoder.set_icc_profile(b"SECRETICC".to_vec()).unwrap();
    encoder.write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8).unwrap();
    bytes.extend(b"SECRETTAIL");
    bytes
}

/// A TIFF structure as EXIF 2.32 has it: maker, orientation, a GPS directory, and a thumbnail after it.
fn exif(orientation: u16) -> Vec<u8> {
    let (maker, area) = (b"SECRETMAKE\0", b"ASCII\0\0\0SECRETGPS\0");
    let gps_at = 8 + 2 + 3 * 12 + 4;
    let maker_at = gps_at + 2 + 4 * 12 + 4;
    let area_at = maker_at + maker.len() as u32;
    let degrees_at = area_at + area.len() as u32;
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    tiff.extend(3_u16.to_be_bytes());
    entry(&mut tiff, 0x010f, 2, maker.len() as u32, maker_at);
    entry(&mut tiff, 0x0112, 3, 1, u32::from(orientation) << 16);
    entry(&mut tiff, 0x8825, 4, 1, gps_at);
    tiff.extend([0; 4]);
    tiff.extend(4_u16.to_be_bytes());
    entry(&mut tiff, 0x0000, 1, 4, 0x0203_0000);
    entry(&mut tiff, 0x0001, 2, 2, u32::from_be_bytes(*b"N\0\0\0"));
    entry(&mut tiff, 0x0002, 5, 3, degrees_at);
    entry(&mut tiff, 0x001c, 7, area.len() as u32, area_at);
    tiff.extend([0; 4]);
    tiff.extend(maker);
    tiff.extend(area);
    for part in [55_u32, 1, 45, 1, 0x5345_4352, 0x4554_4750] {
        tiff.extend(part.to_be_bytes());
    }
    tiff.extend(b"\xff\xd8SECRETTHUMB\xff\xd9");
    tiff
}

fn entry(tiff: &mut Vec<u8>, tag: u16, form: u16, count: u32, value: u32) {
    tiff.extend(tag.to_be_bytes());
    tiff.extend(form.to_be_bytes());
    tiff.extend(count.to_be_bytes());
    tiff.extend(value.to_be_bytes());
}

/// A PNG chunk with its checksum.
pub fn chunk(bytes: &mut Vec<u8>, name: &[u8; 4], payload: &[u8]) {
    bytes.extend(u32::try_from(payload.len()).unwrap().to_be_bytes());
    let start = bytes.len();
    bytes.extend(name);
    bytes.extend(payload);
    let sum = crc(&bytes[start..]);
    bytes.extend(sum.to_be_bytes());
}

/// The checksum of PNG, annex D.
fn crc(bytes: &[u8]) -> u32 {
    !bytes
        .iter()
        .fold(u32::MAX, |sum, &byte| (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1))))
}
