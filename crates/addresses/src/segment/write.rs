//! Writing a segment file.

use std::io::{self, Write};

use super::layout::{MAGIC, Section};

/// Sections collected before they are written.
pub(crate) struct Sections {
    bytes: Vec<Vec<u8>>,
}

impl Sections {
    pub(crate) fn new() -> Sections {
        Sections { bytes: vec![Vec::new(); Section::COUNT] }
    }

    /// Sets the bytes of a section.
    pub(crate) fn put(&mut self, section: Section, bytes: Vec<u8>) {
        self.bytes[section as usize] = bytes;
    }

    /// Sets a section of u32 values.
    pub(crate) fn put_u32(&mut self, section: Section, values: impl IntoIterator<Item = u32>) {
        self.put(section, values.into_iter().flat_map(u32::to_le_bytes).collect());
    }

    /// Writes the file. Sections start at multiples of 8.
    pub(crate) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut head = Vec::new();
        head.extend_from_slice(MAGIC);
        head.extend_from_slice(&(Section::COUNT as u32).to_le_bytes());
        let mut offset = align(12 + Section::COUNT * 20 + 4);
        for bytes in &self.bytes {
            head.extend_from_slice(&(offset as u64).to_le_bytes());
            head.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
            head.extend_from_slice(&crc32fast::hash(bytes).to_le_bytes());
            offset = align(offset + bytes.len());
        }
        let sum = crc32fast::hash(&head);
        head.extend_from_slice(&sum.to_le_bytes());
        pad(&mut head);
        out.write_all(&head)?;
        for bytes in &self.bytes {
            out.write_all(bytes)?;
            out.write_all(&[0; 8][..align(bytes.len()) - bytes.len()])?;
        }
        out.flush()
    }
}

fn align(length: usize) -> usize {
    length.next_multiple_of(8)
}

fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(align(bytes.len()), 0);
}
