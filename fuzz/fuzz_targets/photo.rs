//! A photo from anybody: cleaned or refused; what comes out is a JPEG without a segment of metadata, and comes out of itself again.
#![no_main]

use doorstep_evidence::clean;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(photo) = clean(bytes) {
        assert!(photo.jpeg.starts_with(&[0xFF, 0xD8, 0xFF]));
        assert!(!photo.jpeg.windows(4).any(|part| part == b"Exif"));
        assert!(clean(&photo.jpeg).is_ok());
    }
});
