//! Tables of distinct strings.

use std::{
    hash::{BuildHasher, Hasher},
    io::{self, Seek, Write},
};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::{layout::Section, read::Segment, write::SegmentWriter};
use crate::error::ImportError;

/// Gives each distinct string a number, in order of arrival. All texts lie in one buffer.
#[derive(Default)]
pub(crate) struct Interner {
    bytes: String,
    ends: Vec<u64>,
    table: HashTable<u32>,
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxBuildHasher.build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish()
}

fn slice<'a>(bytes: &'a str, ends: &[u64], id: u32) -> &'a str {
    let at = id as usize;
    let start = at.checked_sub(1).map_or(0, |before| ends[before]);
    &bytes[start as usize..ends[at] as usize]
}

impl Interner {
    /// The number of a string.
    pub(crate) fn id(&mut self, text: &str) -> u32 {
        let Interner { bytes, ends, table } = self;
        let hashed = hash(text);
        if let Some(id) = table.find(hashed, |id| slice(bytes, ends, *id) == text) {
            return *id;
        }
        let id = u32::try_from(ends.len()).unwrap_or(u32::MAX);
        bytes.push_str(text);
        ends.push(bytes.len() as u64);
        table.insert_unique(hashed, id, |id| hash(slice(bytes, ends, *id)));
        id
    }

    /// Bytes that are held in memory.
    pub(crate) fn held(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * size_of::<u64>() + self.table.capacity() * 6
    }

    /// How many distinct strings there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The strings in order.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|id| self.text(id))
    }

    /// The string of a number.
    pub(crate) fn text(&self, id: u32) -> &str {
        slice(&self.bytes, &self.ends, id)
    }
}

/// Writes strings as an offset section and a byte section.
pub(crate) fn put<'a, W: Write + Seek>(
    sections: &mut SegmentWriter<W>,
    offsets: Section,
    bytes: Section,
    texts: impl Iterator<Item = &'a str>,
) -> Result<(), ImportError> {
    let mut starts = vec![0u32];
    let mut length = 0u64;
    sections
        .stream(bytes, |write| {
            let mut chunk = Vec::with_capacity(1 << 16);
            for text in texts {
                chunk.extend_from_slice(text.as_bytes());
                length += text.len() as u64;
                starts.push(u32::try_from(length).map_err(|_| io::ErrorKind::FileTooLarge)?);
                if chunk.len() >= 1 << 16 {
                    write(&chunk)?;
                    chunk.clear();
                }
            }
            write(&chunk)
        })
        .map_err(too_large)?;
    sections.put_u32(offsets, starts).map_err(ImportError::writing)
}

fn too_large(error: io::Error) -> ImportError {
    match error.kind() {
        io::ErrorKind::FileTooLarge => ImportError::TooLarge("texts over 4 GiB"),
        _ => ImportError::writing(error),
    }
}

/// The `at`-th string of a table; empty outside of it.
pub(crate) fn get(segment: &Segment, offsets: Section, texts: Section, at: u32) -> &str {
    std::str::from_utf8(bytes(segment, offsets, texts, at)).unwrap_or_default()
}

/// The bytes of the `at`-th string; empty outside of the table.
pub(crate) fn bytes(segment: &Segment, offsets: Section, texts: Section, at: u32) -> &[u8] {
    let at = at as usize;
    let range = segment.u32(offsets, at) as usize..segment.u32(offsets, at + 1) as usize;
    segment.bytes(texts).get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_one_number() {
        let mut texts = Interner::default();
        let ids: Vec<u32> = ["a", "", "b", "a", "", "c"].iter().map(|text| texts.id(text)).collect();
        assert_eq!(ids, [0, 1, 2, 0, 1, 3]);
        assert_eq!(texts.texts().collect::<Vec<_>>(), ["a", "", "b", "c"]);
        assert_eq!((texts.len(), texts.text(3)), (4, "c"));
        for number in 0..5000 {
            texts.id(&number.to_string());
        }
        assert_eq!(texts.id("4999"), 5003);
    }
}
