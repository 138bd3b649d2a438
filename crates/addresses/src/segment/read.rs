//! Reading a segment file.

use std::{ops::Range, sync::Arc};

use super::layout::{MAGIC, Section};

/// The bytes of a segment with its checked section table. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Segment {
    bytes: Arc<Vec<u8>>,
    sections: Arc<[Range<usize>]>,
}

/// One section as a shared slice, for automata that own their bytes.
#[derive(Clone)]
pub(crate) struct SharedSlice {
    bytes: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl AsRef<[u8]> for SharedSlice {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[self.range.clone()]
    }
}

impl Segment {
    /// Checks the head and every section's checksum.
    pub(crate) fn parse(bytes: Vec<u8>) -> Result<Segment, String> {
        let head = 12 + Section::COUNT * 20;
        let start = bytes.get(..head + 4).ok_or("the file is shorter than its head")?;
        if &start[..8] != MAGIC {
            return Err("not an address index of this version".into());
        }
        if u32_in(start, 8) as usize != Section::COUNT || u32_in(start, head) != crc32fast::hash(&start[..head]) {
            return Err("the head of the file is damaged".into());
        }
        let mut sections = Vec::with_capacity(Section::COUNT);
        for at in (12..head).step_by(20) {
            let (offset, length) = (u64_in(start, at), u64_in(start, at + 8));
            let range = usize::try_from(offset)
                .ok()
                .zip(usize::try_from(offset.saturating_add(length)).ok())
                .map(|(from, to)| from..to)
                .filter(|range| range.start <= range.end && range.end <= bytes.len())
                .ok_or_else(|| format!("section {} lies outside the file", sections.len()))?;
            if crc32fast::hash(&bytes[range.clone()]) != u32_in(start, at + 16) {
                return Err(format!("section {} at byte {offset} is damaged", sections.len()));
            }
            sections.push(range);
        }
        Ok(Segment { bytes: Arc::new(bytes), sections: sections.into() })
    }

    /// The bytes of a section.
    pub(crate) fn bytes(&self, section: Section) -> &[u8] {
        &self.bytes[self.sections[section as usize].clone()]
    }

    /// The section as a slice that can be kept.
    pub(crate) fn shared(&self, section: Section) -> SharedSlice {
        SharedSlice { bytes: self.bytes.clone(), range: self.sections[section as usize].clone() }
    }

    /// The `at`-th u32 of a section; 0 outside of it.
    pub(crate) fn u32(&self, section: Section, at: usize) -> u32 {
        let bytes = self.bytes(section);
        bytes.get(at * 4..at * 4 + 4).map_or(0, |four| u32_in(four, 0))
    }

    /// How many u32 a section holds.
    pub(crate) fn u32_count(&self, section: Section) -> usize {
        self.bytes(section).len() / 4
    }

    /// The u32 values `range` of a section.
    pub(crate) fn u32s(&self, section: Section, range: Range<usize>) -> impl ExactSizeIterator<Item = u32> + '_ {
        let bytes = self.bytes(section).get(range.start * 4..range.end * 4).unwrap_or_default();
        bytes.chunks_exact(4).map(|four| u32_in(four, 0))
    }
}

fn u32_in(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn u64_in(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|b| b.try_into().ok()).map_or(0, u64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::{super::write::Sections, *};

    fn file() -> Vec<u8> {
        let mut sections = Sections::new();
        sections.put_u32(Section::Houses, [7, 8, 9]);
        sections.put(Section::HouseParts, vec![1, 2, 3]);
        let mut out = Vec::new();
        sections.write(&mut out).unwrap();
        out
    }

    #[test]
    fn what_was_written_is_read() {
        let segment = Segment::parse(file()).unwrap();
        assert_eq!(segment.u32s(Section::Houses, 1..3).collect::<Vec<_>>(), [8, 9]);
        assert_eq!(segment.u32(Section::Houses, 9), 0);
        assert_eq!(segment.bytes(Section::HouseParts), [1, 2, 3]);
    }

    #[test]
    fn every_flipped_byte_that_matters_is_noticed() {
        let good = file();
        let head = 12 + Section::COUNT * 20 + 4;
        for at in 0..head {
            let mut bad = good.clone();
            bad[at] ^= 0x40;
            assert!(Segment::parse(bad).is_err(), "byte {at}");
        }
        let mut bad = good.clone();
        let houses = good.windows(4).rposition(|four| four == [7, 0, 0, 0]).unwrap();
        bad[houses] = 6;
        assert!(Segment::parse(bad).is_err());
        assert!(Segment::parse(good[..40].to_vec()).is_err());
    }
}
