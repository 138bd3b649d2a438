//! Blocks of whole rows in a file: length, then the rows; a length of 0 ends them.

use std::io::{self, Read, Write};

/// Bytes after which a block is full.
pub(super) const BLOCK: usize = 1 << 16;
/// Longest block that is believed.
const LONGEST: usize = 1 << 26;

/// Writes rows as blocks.
pub(crate) struct BlockWriter<W> {
    out: W,
    block: Vec<u8>,
}

impl<W: Write> BlockWriter<W> {
    pub(crate) fn new(out: W) -> BlockWriter<W> {
        BlockWriter { out, block: Vec::with_capacity(BLOCK + 256) }
    }

    /// Adds a row: `put` appends it.
    #[inline]
    pub(crate) fn row(&mut self, put: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
        put(&mut self.block);
        if self.block.len() >= BLOCK { self.flush() } else { Ok(()) }
    }

    /// Adds a whole block.
    pub(crate) fn block(&mut self, rows: &[u8]) -> io::Result<()> {
        self.flush()?;
        write(&mut self.out, rows)
    }

    fn flush(&mut self) -> io::Result<()> {
        write(&mut self.out, &self.block)?;
        self.block.clear();
        Ok(())
    }

    /// Ends the blocks, and gives back what they were written to.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        self.flush()?;
        self.out.write_all(&0u32.to_le_bytes())?;
        Ok(self.out)
    }
}

fn write(out: &mut impl Write, rows: &[u8]) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let length = u32::try_from(rows.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(rows)
}

/// Reads them.
pub(crate) struct BlockReader<R> {
    input: R,
    ended: bool,
}

impl<R: Read> BlockReader<R> {
    pub(crate) fn new(input: R) -> BlockReader<R> {
        BlockReader { input, ended: false }
    }

    /// Puts the next block into `block`; says no after the last.
    pub(crate) fn next(&mut self, block: &mut Vec<u8>) -> io::Result<bool> {
        block.clear();
        if self.ended {
            return Ok(false);
        }
        let mut length = [0; 4];
        self.input.read_exact(&mut length)?;
        let length = u32::from_le_bytes(length) as usize;
        if length > LONGEST {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a block is longer than it can be"));
        }
        self.ended = length == 0;
        block.resize(length, 0);
        self.input.read_exact(block)?;
        Ok(length > 0)
    }

    pub(crate) fn into_inner(self) -> R {
        self.input
    }
}
