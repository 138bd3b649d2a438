//! Writing a segment file, section after section; the head comes last.

use std::io::{self, Seek, SeekFrom, Write};

use super::layout::{HEAD, MAGIC, Section};
use crate::runs::Spool;

/// Sections start at multiples of this.
const ALIGN: u64 = 8;

/// A segment file in the making.
pub(crate) struct SegmentWriter<W> {
    out: W,
    at: u64,
    table: [(u64, u64, u32); Section::COUNT],
}

impl<W: Write + Seek> SegmentWriter<W> {
    /// Leaves room for the head.
    pub(crate) fn new(mut out: W) -> io::Result<SegmentWriter<W>> {
        out.write_all(&[0; HEAD.next_multiple_of(ALIGN as usize)])?;
        Ok(SegmentWriter { out, at: HEAD.next_multiple_of(ALIGN as usize) as u64, table: [(ALIGN, 0, 0); Section::COUNT] })
    }

    /// Writes a section. Sections that are never written are empty.
    pub(crate) fn put(&mut self, section: Section, bytes: &[u8]) -> io::Result<()> {
        self.stream(section, |write| write(bytes))
    }

    /// Writes a section of u32 values.
    pub(crate) fn put_u32(&mut self, section: Section, values: impl IntoIterator<Item = u32>) -> io::Result<()> {
        let mut chunk = Vec::with_capacity(1 << 16);
        self.stream(section, |write| {
            for value in values {
                chunk.extend_from_slice(&value.to_le_bytes());
                if chunk.len() >= 1 << 16 {
                    write(&chunk)?;
                    chunk.clear();
                }
            }
            write(&chunk)
        })
    }

    /// Writes a section out of a spool, after a first value where one is given.
    pub(crate) fn put_spool(&mut self, section: Section, spool: Spool, first: Option<u32>) -> io::Result<()> {
        let spooled = spool.finish()?;
        self.stream(section, |write| {
            first.map_or(Ok(()), |first| write(&first.to_le_bytes()))?;
            spooled.consume(write)
        })
    }

    /// Writes a section piece by piece.
    pub(crate) fn stream(
        &mut self,
        section: Section,
        pieces: impl FnOnce(&mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()>,
    ) -> io::Result<()> {
        let (start, out) = (self.at, &mut self.out);
        let mut sum = crc32fast::Hasher::new();
        let mut length = 0u64;
        pieces(&mut |bytes| {
            sum.update(bytes);
            length += bytes.len() as u64;
            out.write_all(bytes)
        })?;
        self.table[section as usize] = (start, length, sum.finalize());
        let end = (start + length).next_multiple_of(ALIGN);
        self.out.write_all(&[0; ALIGN as usize][..(end - start - length) as usize])?;
        self.at = end;
        Ok(())
    }

    /// Writes the head. Gives back what was written to, the length of the file and the checksum of all checksums.
    pub(crate) fn finish(mut self) -> io::Result<(W, u64, u32)> {
        let mut head = Vec::with_capacity(HEAD);
        head.extend_from_slice(MAGIC);
        head.extend_from_slice(&(Section::COUNT as u32).to_le_bytes());
        head.extend_from_slice(&self.at.to_le_bytes());
        for (offset, length, sum) in self.table {
            head.extend_from_slice(&offset.to_le_bytes());
            head.extend_from_slice(&length.to_le_bytes());
            head.extend_from_slice(&sum.to_le_bytes());
        }
        let sum = crc32fast::hash(&head);
        head.extend_from_slice(&sum.to_le_bytes());
        self.out.seek(SeekFrom::Start(0))?;
        self.out.write_all(&head)?;
        self.out.flush()?;
        Ok((self.out, self.at, sum))
    }
}
