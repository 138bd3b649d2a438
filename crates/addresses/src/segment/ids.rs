//! The source's keys of houses: GUIDs in 16 bytes, anything else as text.

use std::cmp::Ordering;

use super::{layout::Section, read::Segment};

/// Ids are GUIDs.
pub(crate) const GUIDS: u8 = 1;
/// Ids are texts.
pub(crate) const TEXTS: u8 = 2;

/// Parses the canonical form `5d000166-0bfa-469a-907b-c6a5d22b324a`, in either case.
pub(crate) fn parse_guid(text: &str) -> Option<[u8; 16]> {
    parse_guid_bytes(text.as_bytes())
}

/// The same of bytes.
pub(crate) fn parse_guid_bytes(bytes: &[u8]) -> Option<[u8; 16]> {
    let bytes: &[u8; 36] = bytes.try_into().ok()?;
    if [8, 13, 18, 23].iter().any(|at| bytes[*at] != b'-') {
        return None;
    }
    const PAIRS: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
    let mut guid = [0; 16];
    let mut bad = 0;
    for (byte, at) in guid.iter_mut().zip(PAIRS) {
        let (high, low) = (HEX[usize::from(bytes[at])], HEX[usize::from(bytes[at + 1])]);
        bad |= high | low;
        *byte = high << 4 | low;
    }
    (bad < 16).then_some(guid)
}

/// The GUID of a text that is exactly as [`show_guid`] writes it: lower case.
pub(crate) fn guid_as_written(text: &str) -> Option<[u8; 16]> {
    parse_guid(text).filter(|_| !text.bytes().any(|byte| byte.is_ascii_uppercase()))
}

/// Value of a hexadecimal digit; 255 for any other byte.
const HEX: [u8; 256] = {
    let mut table = [255; 256];
    let mut digit = 0u8;
    while digit < 16 {
        let letter = b"0123456789abcdef"[digit as usize];
        table[letter as usize] = digit;
        table[letter.to_ascii_uppercase() as usize] = digit;
        digit += 1;
    }
    table
};

pub(crate) fn show_guid(guid: &[u8]) -> String {
    let mut out = String::with_capacity(36);
    for (at, byte) in guid.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    out
}

/// The id of a house.
pub(crate) fn get(segment: &Segment, house: u32) -> String {
    if is_guids(segment) {
        show_guid(guid_of(segment, house))
    } else {
        super::strings::get(segment, Section::Ids, Section::IdBytes, house).to_owned()
    }
}

/// The houses that have an id: one, or more when it has further addresses.
pub(crate) fn find(segment: &Segment, id: &str) -> Vec<u32> {
    let guid = parse_guid(id);
    let guids = is_guids(segment);
    if guids && guid.is_none() {
        return Vec::new();
    }
    let compare = |house: u32| -> Ordering {
        match guid.filter(|_| guids) {
            Some(guid) => guid_of(segment, house).cmp(&guid[..]),
            None => super::strings::get(segment, Section::Ids, Section::IdBytes, house).cmp(id),
        }
    };
    let order = |at: usize| segment.u32(Section::IdOrder, at);
    let count = segment.u32_count(Section::IdOrder);
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if compare(order(middle)) == Ordering::Less { low = middle + 1 } else { high = middle }
    }
    (low..count).map(order).take_while(|house| compare(*house) == Ordering::Equal).collect()
}

fn is_guids(segment: &Segment) -> bool {
    segment.bytes(Section::IdKind).first() == Some(&GUIDS)
}

fn guid_of(segment: &Segment, house: u32) -> &[u8] {
    let at = house as usize * 16;
    segment.bytes(Section::Ids).get(at..at + 16).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{super::build::built, *};

    /// Houses of one street, numbered in order.
    fn segment(ids: &[&str]) -> Segment {
        let numbers: Vec<String> = (1..=ids.len()).map(|number| number.to_string()).collect();
        let houses: Vec<(&str, &str, &str)> = ids.iter().zip(&numbers).map(|(id, number)| (number.as_str(), *id, "")).collect();
        built(false, &houses)
    }

    #[test]
    fn guids_are_found_in_either_case() {
        let segment = segment(&["5d000166-0bfa-469a-907b-c6a5d22b324a", "0a000166-0bfa-469a-907b-c6a5d22b324a"]);
        assert_eq!(segment.bytes(Section::Ids).len(), 32);
        assert_eq!(find(&segment, "5D000166-0BFA-469A-907B-C6A5D22B324A"), [0]);
        assert_eq!(get(&segment, 1), "0a000166-0bfa-469a-907b-c6a5d22b324a");
        assert!(find(&segment, "nothing").is_empty());
    }

    #[test]
    fn one_other_id_makes_all_of_them_text() {
        let segment = segment(&["way/12", "5d000166-0bfa-469a-907b-c6a5d22b324a", "way/12"]);
        assert_eq!(find(&segment, "way/12"), [0, 2]);
        assert_eq!(segment.u32s(Section::Aliases, 0..1).collect::<Vec<_>>(), [2], "the first to arrive is the address");
        assert_eq!(get(&segment, 1), "5d000166-0bfa-469a-907b-c6a5d22b324a");
        assert!(find(&segment, "way/13").is_empty());
    }
}
