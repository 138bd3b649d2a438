//! Reading a segment file.

use std::{ops::Range, sync::Arc};

use doorstep_mapped::Mapped;

use super::layout::{HEAD, MAGIC, Section, TABLE};

/// Files up to this size, in bytes, are checked whole when they are opened. In larger ones what grows with the houses is left to
/// [`Segment::check`], so that a country opens at once.
const CHECKED_AT_ONCE: usize = 64 << 20;

/// The bytes of a segment with its checked section table. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Segment(Arc<Inner>);

struct Inner {
    bytes: Mapped,
    sections: [Range<usize>; Section::COUNT],
    sums: [u32; Section::COUNT],
}

/// One section as a shared slice, for automata that own their bytes.
#[derive(Clone)]
pub(crate) struct SharedSlice {
    segment: Segment,
    section: Section,
}

impl AsRef<[u8]> for SharedSlice {
    fn as_ref(&self) -> &[u8] {
        self.segment.bytes(self.section)
    }
}

impl Segment {
    /// Checks the head, and the checksums of all sections that the automata and the scoring rely on.
    pub(crate) fn parse(bytes: Mapped) -> Result<Segment, String> {
        let file = bytes.as_ref();
        let head = file.get(..HEAD).ok_or("the file is shorter than its head")?;
        if &head[..MAGIC.len()] != MAGIC {
            return Err("not an address index of this version: import the register again".into());
        }
        if u32_in(head, 8) as usize != Section::COUNT || u32_in(head, HEAD - 4) != crc32fast::hash(&head[..HEAD - 4]) {
            return Err("the head of the file is damaged".into());
        }
        if u64_in(head, 12) != file.len() as u64 {
            return Err("the file is shorter or longer than it was written".into());
        }
        let mut sections = [const { 0..0 }; Section::COUNT];
        let mut sums = [0; Section::COUNT];
        for section in 0..Section::COUNT {
            let at = TABLE + section * 20;
            let (offset, length) = (u64_in(head, at), u64_in(head, at + 8));
            sections[section] = usize::try_from(offset)
                .ok()
                .zip(usize::try_from(offset.saturating_add(length)).ok())
                .map(|(from, to)| from..to)
                .filter(|range| range.start <= range.end && range.end <= file.len())
                .ok_or_else(|| format!("section {section} lies outside the file"))?;
            sums[section] = u32_in(head, at + 16);
        }
        let small = file.len() <= CHECKED_AT_ONCE;
        let segment = Segment(Arc::new(Inner { bytes, sections, sums }));
        segment.check_sections(|section| small || !Section::BY_HOUSE.contains(&section))?;
        Ok(segment)
    }

    /// Checks all checksums: reads the whole file.
    pub(crate) fn check(&self) -> Result<(), String> {
        self.check_sections(|_| true)
    }

    fn check_sections(&self, wanted: impl Fn(usize) -> bool) -> Result<(), String> {
        for section in (0..Section::COUNT).filter(|section| wanted(*section)) {
            let range = &self.0.sections[section];
            if crc32fast::hash(&self.0.bytes.as_ref()[range.clone()]) != self.0.sums[section] {
                return Err(format!("section {section} at byte {} is damaged", range.start));
            }
        }
        Ok(())
    }

    /// Length of the file in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.0.bytes.as_ref().len() as u64
    }

    /// The bytes of a section.
    pub(crate) fn bytes(&self, section: Section) -> &[u8] {
        &self.0.bytes.as_ref()[self.0.sections[section as usize].clone()]
    }

    /// The section as a slice that can be kept.
    pub(crate) fn shared(&self, section: Section) -> SharedSlice {
        SharedSlice { segment: self.clone(), section }
    }

    /// The `at`-th u32 of a section; 0 outside of it.
    pub(crate) fn u32(&self, section: Section, at: usize) -> u32 {
        let bytes = self.bytes(section);
        bytes.get(at * 4..at * 4 + 4).map_or(0, |four| u32_in(four, 0))
    }

    /// A section of u32 values.
    pub(crate) fn numbers(&self, section: Section) -> Numbers<'_> {
        Numbers(self.bytes(section))
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

/// The u32 values of a section, for loops: the section is looked up once.
#[derive(Clone, Copy)]
pub(crate) struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    /// The `at`-th value; 0 outside of the section.
    #[inline]
    pub(crate) fn get(self, at: usize) -> u32 {
        u32_in(self.0, at * 4)
    }
}

#[inline]
fn u32_in(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn u64_in(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|b| b.try_into().ok()).map_or(0, u64::from_le_bytes)
}

/// A segment of what `put` writes, for tests.
#[cfg(test)]
pub(crate) fn written(put: impl FnOnce(&mut super::write::SegmentWriter<std::io::Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut writer = super::write::SegmentWriter::new(std::io::Cursor::new(Vec::new())).unwrap();
    put(&mut writer);
    writer.finish().unwrap().0.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        written(|sections| {
            sections.put_u32(Section::Houses, [7, 8, 9]).unwrap();
            sections.put(Section::HouseParts, &[1, 2, 3]).unwrap();
        })
    }

    fn parse(bytes: &[u8]) -> Result<Segment, String> {
        Segment::parse(Mapped::copy(bytes).unwrap())
    }

    fn refused(bytes: &[u8]) -> String {
        parse(bytes).err().unwrap_or_default()
    }

    #[test]
    fn what_was_written_is_read() {
        let segment = parse(&file()).unwrap();
        assert_eq!(segment.u32s(Section::Houses, 1..3).collect::<Vec<_>>(), [8, 9]);
        assert_eq!(segment.u32(Section::Houses, 9), 0);
        assert_eq!(segment.bytes(Section::HouseParts), [1, 2, 3]);
        assert!(segment.bytes(Section::Ids).is_empty());
    }

    #[test]
    fn every_flipped_byte_that_matters_is_noticed() {
        let good = file();
        for at in 0..HEAD {
            let mut bad = good.clone();
            bad[at] ^= 0x40;
            assert!(parse(&bad).is_err(), "byte {at}");
        }
        let mut bad = good.clone();
        let houses = good.windows(4).rposition(|four| four == [7, 0, 0, 0]).unwrap();
        bad[houses] = 6;
        assert!(refused(&bad).contains("damaged"));
        assert!(parse(&good[..40]).is_err());
        assert!(refused(&good[..good.len() - 8]).contains("shorter"));
    }
}
