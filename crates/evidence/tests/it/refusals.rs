//! What is refused, and why.

use doorstep_evidence::{MAX_BYTES, MAX_PIXELS, Refused, clean};
use proptest::prelude::*;

use crate::files::{chunk, jpeg, png, telling_jpeg, telling_png, telling_webp, two_halves};

const TOO_MANY: Result<doorstep_evidence::Clean, Refused> = Err(Refused::TooManyPixels { limit: MAX_PIXELS });

#[test]
fn a_file_of_fifty_megabytes() {
    assert_eq!(clean(&vec![0xff; 50_000_000]), Err(Refused::TooLarge { limit: MAX_BYTES }));
}

#[test]
fn what_is_no_photo() {
    for bytes in [
        &b""[..],
        b"\xff\xd8",
        b"hello, this is my lease",
        b"GIF89a\x01\0\x01\0\0\0\0;",
        b"BM\x46\0\0\0",
        b"II\x2a\0\x08\0\0\0",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"PK\x03\x04",
        b"\0\0\0\x18ftypmp42\0\0\0\0",
        b"RIFF\0\0\0\0WAVE",
    ] {
        assert_eq!(clean(bytes), Err(Refused::NotAPhoto), "{bytes:?}");
    }
}

#[test]
fn a_pdf_has_its_own_answer() {
    assert_eq!(clean(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"), Err(Refused::Pdf));
    assert_eq!(clean(b"\r\n\r\n%PDF-1.4"), Err(Refused::Pdf));
}

#[test]
fn photos_of_some_phones_have_their_own_answer() {
    for brand in [b"heic", b"heix", b"mif1", b"avif"] {
        let bytes = [b"\0\0\0\x18ftyp", &brand[..], b"\0\0\0\0mif1heic"].concat();
        assert_eq!(clean(&bytes), Err(Refused::Heic));
    }
}

#[test]
fn a_photo_that_was_cut_off() {
    let picture = two_halves(200, 200);
    for whole in [jpeg(&picture), telling_jpeg(&picture, 1)[..].strip_suffix(b"SECRETTAIL").unwrap().to_vec(), png(&picture)] {
        for kept in [whole.len() / 4, whole.len() / 2, whole.len() * 9 / 10, whole.len() - 2] {
            let end = clean(&whole[..kept]);
            // A PNG without its last chunk has all of its picture.
            let complete = whole.starts_with(b"\x89PNG") && kept > whole.len() - 12;
            assert_eq!(end.is_err(), !complete, "{kept} of {}", whole.len());
            assert!(complete || end == Err(Refused::Damaged));
        }
    }
    let webp = telling_webp(&picture, 1);
    assert_eq!(clean(&webp[..webp.len() / 2]), Err(Refused::Damaged));
}

#[test]
fn bombs_are_refused_before_they_are_decoded() {
    // A few bytes that claim 60,000 by 60,000, and 8,000 by 8,000, pixels.
    for side in [60_000_u32, 8_000] {
        let mut bomb = b"\x89PNG\r\n\x1a\n".to_vec();
        let header = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        chunk(&mut bomb, b"IHDR", &header);
        chunk(&mut bomb, b"IDAT", b"\x78\x01");
        assert_eq!(clean(&bomb), TOO_MANY);
    }
    let mut bomb = jpeg(&two_halves(16, 16));
    let frame = bomb.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    bomb[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(clean(&bomb), TOO_MANY);
    let mut lossless = b"RIFF\x16\0\0\0WEBPVP8L\x0a\0\0\0\x2f".to_vec();
    lossless.extend((16_000_u32 | (16_000 << 14)).to_le_bytes());
    lossless.extend([0; 5]);
    assert_eq!(clean(&lossless), TOO_MANY);
}

#[test]
fn a_picture_that_needs_too_much_memory() {
    // 39 million pixels with two bytes a channel and transparency.
    let mut deep = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&6_500_u32.to_be_bytes()[..], &6_000_u32.to_be_bytes(), &[16, 6, 0, 0, 0]].concat();
    chunk(&mut deep, b"IHDR", &header);
    chunk(&mut deep, b"IDAT", b"\x78\x01");
    assert_eq!(clean(&deep), TOO_MANY);
}

#[test]
fn a_chunk_that_claims_more_than_there_is() {
    let mut webp = telling_webp(&two_halves(20, 20), 1);
    let exif = webp.windows(4).position(|four| four == b"EXIF").unwrap();
    webp[exif + 4..exif + 8].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(clean(&webp), Err(Refused::Damaged));
}

#[test]
fn an_animation_is_no_photo() {
    let film = [&b"RIFF\x12\0\0\0WEBPANIM\x06\0\0\0"[..], &[0; 6]].concat();
    assert_eq!(clean(&film), Err(Refused::NotAPhoto));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(
        start in prop::sample::select(vec![
            &b""[..], b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\xff\0\0\0WEBPVP8 ", b"RIFF\xff\0\0\0WEBPVP8L", b"RIFF\xff\0\0\0WEBPVP8X",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let _ = clean(&[start, &rest].concat());
    }

    #[test]
    fn broken_photos_never_panic_and_never_tell(
        which in 0..3_usize,
        breaks in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let picture = two_halves(48, 33);
        let mut bytes = [telling_jpeg, telling_png, telling_webp][which](&picture, 5);
        for (at, byte) in breaks {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(made) = clean(&bytes) {
            prop_assert!(!made.jpeg.windows(6).any(|window| window == b"SECRET"));
        }
    }
}
