//! The source's keys of houses: GUIDs in 16 bytes, anything else as text.

use std::cmp::Ordering;

use super::{layout::Section, read::Segment, write::Sections};
use crate::error::ImportError;

const GUIDS: u8 = 1;
const TEXTS: u8 = 2;

/// Parses the canonical form `5d000166-0bfa-469a-907b-c6a5d22b324a`, in either case.
pub(crate) fn parse_guid(text: &str) -> Option<[u8; 16]> {
    let bytes = text.as_bytes();
    if bytes.len() != 36 || [8, 13, 18, 23].iter().any(|at| bytes[*at] != b'-') {
        return None;
    }
    let mut guid = [0; 16];
    let mut digits = bytes.iter().filter(|b| **b != b'-');
    for byte in &mut guid {
        let high = char::from(*digits.next()?).to_digit(16)?;
        let low = char::from(*digits.next()?).to_digit(16)?;
        *byte = u8::try_from(high * 16 + low).ok()?;
    }
    digits.next().is_none().then_some(guid)
}

fn show_guid(guid: &[u8]) -> String {
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

/// Writes the ids of all houses in house order, with the order by id. An id may occur twice (alias addresses).
pub(crate) fn put<'a>(
    sections: &mut Sections,
    ids: impl Iterator<Item = &'a str> + Clone,
    count: usize,
) -> Result<(), ImportError> {
    let all_guids = ids.clone().all(|id| parse_guid(id).is_some_and(|guid| show_guid(&guid) == id));
    let mut order: Vec<u32> = (0..u32::try_from(count).map_err(|_| ImportError::TooLarge("houses"))?).collect();
    if all_guids {
        let bytes: Vec<u8> = ids.filter_map(parse_guid).flatten().collect();
        let key = |at: u32| &bytes[at as usize * 16..at as usize * 16 + 16];
        order.sort_by(|a, b| key(*a).cmp(key(*b)));
        sections.put(Section::Ids, bytes);
        sections.put(Section::IdKind, vec![GUIDS]);
    } else {
        let texts: Vec<&str> = ids.collect();
        order.sort_by(|a, b| texts[*a as usize].cmp(texts[*b as usize]));
        super::strings::put(sections, Section::Ids, Section::IdBytes, texts.into_iter())?;
        sections.put(Section::IdKind, vec![TEXTS]);
    }
    sections.put_u32(Section::IdOrder, order);
    Ok(())
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
    use super::*;

    fn segment(ids: &[&str]) -> Segment {
        let mut sections = Sections::new();
        put(&mut sections, ids.iter().copied(), ids.len()).unwrap();
        let mut out = Vec::new();
        sections.write(&mut out).unwrap();
        Segment::parse(out).unwrap()
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
        assert_eq!(get(&segment, 1), "5d000166-0bfa-469a-907b-c6a5d22b324a");
        assert!(find(&segment, "way/13").is_empty());
    }
}
