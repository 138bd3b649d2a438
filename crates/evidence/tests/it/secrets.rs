//! Nothing of a file comes out but its picture, upright.

use doorstep_evidence::{Clean, MAX_SIDE, clean};
use image::RgbImage;

use crate::files::{SECRETS, jpeg, png, telling_jpeg, telling_png, telling_webp, two_halves};

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The markers of a JPEG up to its scan, and what follows its end.
fn structure(jpeg: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut markers = Vec::new();
    let mut at = 2;
    loop {
        assert_eq!(jpeg[at], 0xff);
        markers.push(jpeg[at + 1]);
        if jpeg[at + 1] == 0xda {
            break;
        }
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    let end = jpeg.windows(2).position(|two| two == [0xff, 0xd9]).expect("an end");
    (markers, &jpeg[end + 2..])
}

fn pixels(clean: &Clean) -> RgbImage {
    let picture = image::load_from_memory(&clean.jpeg).unwrap().into_rgb8();
    assert_eq!(picture.dimensions(), (clean.width, clean.height));
    picture
}

fn assert_nothing_told(clean: &Clean) {
    for secret in SECRETS.iter().chain(&["SECRET", "Exif", "ICC_PROFILE", "xmp", "8BIM"]) {
        assert!(!holds(&clean.jpeg, secret), "{secret} survived");
    }
    let (markers, tail) = structure(&clean.jpeg);
    // JFIF header, tables, baseline frame, scan: no application segment, no comment.
    assert!(markers.iter().all(|marker| matches!(marker, 0xe0 | 0xdb | 0xc0 | 0xc4 | 0xda)), "{markers:02x?}");
    assert_eq!(markers.iter().filter(|marker| **marker == 0xe0).count(), 1);
    assert_eq!(tail, []);
}

#[test]
fn the_files_do_tell_before() {
    let picture = two_halves(40, 20);
    let all = [telling_jpeg(&picture, 6), telling_png(&picture, 6), telling_webp(&picture, 6)].concat();
    for secret in SECRETS {
        assert!(holds(&all, secret), "{secret} was never in");
    }
}

#[test]
fn no_metadata_survives() {
    let picture = two_halves(40, 20);
    for bytes in [telling_jpeg(&picture, 6), telling_png(&picture, 6), telling_webp(&picture, 6)] {
        assert_nothing_told(&clean(&bytes).unwrap());
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes_whatever_was_told() {
    let picture = two_halves(40, 20);
    assert_eq!(clean(&telling_jpeg(&picture, 1)), clean(&jpeg(&picture)));
    assert_eq!(clean(&telling_png(&picture, 1)), clean(&png(&picture)));
    assert_eq!(clean(&telling_webp(&picture, 1)), clean(&png(&picture)));
}

#[test]
fn photos_are_turned_upright() {
    let picture = two_halves(64, 32);
    for make in [telling_jpeg, telling_png, telling_webp] {
        // Rotated by a quarter to the right: the left half comes to the top.
        let turned = pixels(&clean(&make(&picture, 6)).unwrap());
        assert_eq!(turned.dimensions(), (32, 64));
        assert!(turned.get_pixel(16, 8).0[0] > 180 && turned.get_pixel(16, 56).0[2] > 180);
        // Mirrored: the left half comes to the right.
        let mirrored = pixels(&clean(&make(&picture, 2)).unwrap());
        assert!(mirrored.get_pixel(56, 16).0[0] > 180 && mirrored.get_pixel(8, 16).0[2] > 180);
    }
}

#[test]
fn an_orientation_that_does_not_exist_is_none() {
    let picture = two_halves(64, 32);
    assert_eq!(clean(&telling_jpeg(&picture, 99)), clean(&jpeg(&picture)));
}

#[test]
fn large_photos_are_made_smaller() {
    let made = clean(&jpeg(&two_halves(3_200, 160))).unwrap();
    assert_eq!((made.width, made.height), (MAX_SIDE, 120));
    assert_nothing_told(&made);
    let small = clean(&jpeg(&two_halves(300, 160))).unwrap();
    assert_eq!((small.width, small.height), (300, 160));
}

#[test]
fn transparent_parts_become_white() {
    let glass = image::RgbaImage::from_pixel(16, 16, image::Rgba([200, 0, 0, 0]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgba8(glass).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    assert!(pixels(&clean(bytes.get_ref()).unwrap()).pixels().all(|pixel| pixel.0 == [255; 3]));
}
