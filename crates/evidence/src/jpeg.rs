//! Whether a JPEG file is whole.
//!
//! The decoder paints what is missing in grey. For a page of a lease that is worse than a refusal.

/// Whether the file has an end-of-image marker after the start of its scan (ISO/IEC 10918-1, annex B).
///
/// In coded data the byte `ff` is always followed by zero or a restart marker, so that the marker cannot occur by
/// chance; the one of an embedded thumbnail lies in a segment that is skipped.
pub fn is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        match *rest {
            [0xff, 0xff, ..] => rest = &rest[1..],
            [0xff, 0xda, ..] => return rest.windows(2).any(|two| two == [0xff, 0xd9]),
            [0xff, 0xd9, ..] => return false,
            [0xff, 0x01 | 0xd0..=0xd7, ..] => rest = &rest[2..],
            [0xff, _, high, low, ..] => {
                let length = usize::from(u16::from_be_bytes([high, low]));
                match rest.get(2 + length..) {
                    Some(after) if length >= 2 => rest = after,
                    _ => return false,
                }
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn a_marker_in_a_segment_is_not_the_end() {
        let thumbnail = [0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 0xff, 0xd9, 2, 0xff, 0xda, 0, 2, 7, 7];
        assert!(!is_whole(&thumbnail));
        let whole = [&thumbnail[..], &[0xff, 0xd9]].concat();
        assert!(is_whole(&whole));
    }

    #[test]
    fn nonsense_is_not_whole() {
        for bytes in [&[][..], &[0xff, 0xd8], &[0xff, 0xd8, 0xff, 0xe0, 0, 0], &[0xff, 0xd8, 1, 2, 3, 4]] {
            assert!(!is_whole(bytes));
        }
    }
}
