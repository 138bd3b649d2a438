//! A house number in parts: 12, корпус 2, строение 1, литера А.

use crate::segment::{layout::Section, read::Segment};

/// What a part of a house number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
#[non_exhaustive]
pub enum PartKind {
    /// A letter at the number: 12а.
    Letter = 1,
    /// The second number of a corner house: 12/5. Also написано дробью.
    Fraction = 2,
    /// The end of a range: 26-28.
    Range = 3,
    /// корпус, к.
    Block = 4,
    /// строение, стр.
    Building = 5,
    /// сооружение.
    Structure = 6,
    /// литера.
    Litera = 7,
    /// A number without a word: `12 2`.
    Loose = 8,
}

impl PartKind {
    fn from_byte(byte: u8) -> Option<PartKind> {
        Some(match byte {
            1 => PartKind::Letter,
            2 => PartKind::Fraction,
            3 => PartKind::Range,
            4 => PartKind::Block,
            5 => PartKind::Building,
            6 => PartKind::Structure,
            7 => PartKind::Litera,
            8 => PartKind::Loose,
            _ => return None,
        })
    }
}

/// One part after the main number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Lower-case digits and letters.
    pub value: String,
}

/// A house number, parsed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct HouseNumber {
    /// The number itself; 0 when the register gives none.
    pub main: u32,
    /// Everything after it, in order.
    pub parts: Vec<Part>,
}

/// Longest value of a part that is kept, in bytes.
pub(crate) const MAX_VALUE: usize = 40;
/// Most parts that are kept.
pub(crate) const MAX_PARTS: usize = 8;

impl HouseNumber {
    /// Appends the parts as `kind, length, value` bytes.
    pub(crate) fn write_parts(&self, out: &mut Vec<u8>) {
        for part in self.parts.iter().take(MAX_PARTS) {
            let length = u8::try_from(part.value.len()).unwrap_or(u8::MAX);
            out.extend_from_slice(&[part.kind as u8, length]);
            out.extend_from_slice(&part.value.as_bytes()[..usize::from(length)]);
        }
    }
}

/// Reads parts written by [`HouseNumber::write_parts`]; stops at the first byte that makes no sense.
fn read_parts(mut bytes: &[u8]) -> impl Iterator<Item = (PartKind, &str)> {
    std::iter::from_fn(move || {
        let (&[kind, length], rest) = bytes.split_first_chunk::<2>()?;
        let value = rest.get(..usize::from(length))?;
        bytes = &rest[usize::from(length)..];
        Some((PartKind::from_byte(kind)?, std::str::from_utf8(value).ok()?))
    })
}

/// The parts of a house text of an index.
pub(crate) fn parts_of(segment: &Segment, text: u32) -> impl Iterator<Item = (PartKind, &str)> {
    let from = segment.u32(Section::HouseNumbers, text as usize * 2 + 1) as usize;
    let to = segment.u32(Section::HouseNumbers, text as usize * 2 + 3) as usize;
    read_parts(segment.bytes(Section::HouseParts).get(from..to).unwrap_or_default())
}

/// The number that a house text of an index is.
pub(crate) fn of(segment: &Segment, text: u32) -> HouseNumber {
    let main = segment.u32(Section::HouseNumbers, text as usize * 2);
    let parts = parts_of(segment, text).map(|(kind, value)| Part { kind, value: value.to_owned() }).collect();
    HouseNumber { main, parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_survive_the_bytes() {
        let number = HouseNumber {
            main: 12,
            parts: vec![Part { kind: PartKind::Block, value: "2".into() }, Part { kind: PartKind::Litera, value: "а".into() }],
        };
        let mut bytes = Vec::new();
        number.write_parts(&mut bytes);
        let read: Vec<_> = read_parts(&bytes).map(|(kind, value)| (kind, value.to_owned())).collect();
        assert_eq!(read, [(PartKind::Block, "2".to_owned()), (PartKind::Litera, "а".to_owned())]);
        assert_eq!(read_parts(&bytes[..3]).count(), 1);
        assert_eq!(read_parts(&[9, 200, 1]).count(), 0);
    }
}
