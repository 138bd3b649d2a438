//! Rows in the order in which they came: in memory as long as they fit, then in a file.

use std::{
    fs::File,
    io::{self, BufReader, Seek, SeekFrom, Write},
};

use super::{
    blocks::{BLOCK, BlockReader, BlockWriter},
    space::{Scratch, Space},
};

/// Takes rows.
pub(crate) struct Spool {
    space: Space,
    /// Bytes that are held in memory at most.
    most: usize,
    blocks: Vec<Vec<u8>>,
    block: Vec<u8>,
    held: usize,
    written: Option<BlockWriter<Scratch>>,
}

impl Spool {
    pub(crate) fn new(space: &Space) -> Spool {
        Spool { space: space.clone(), most: space.share(), blocks: Vec::new(), block: Vec::new(), held: 0, written: None }
    }

    /// Adds a row: `put` appends it.
    #[inline]
    pub(crate) fn row(&mut self, put: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
        put(&mut self.block);
        if self.block.len() >= BLOCK { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(file) = &mut self.written {
            file.block(&self.block)?;
            self.block.clear();
            return Ok(());
        }
        self.held += self.block.len();
        let next = Vec::with_capacity(BLOCK + 256);
        self.blocks.push(std::mem::replace(&mut self.block, next));
        if self.held > self.most {
            let mut file = BlockWriter::new(self.space.scratch()?);
            for block in std::mem::take(&mut self.blocks) {
                file.block(&block)?;
            }
            self.written = Some(file);
        }
        Ok(())
    }

    /// No more rows: they can be read, as often as needed.
    pub(crate) fn finish(mut self) -> io::Result<Spooled> {
        if !self.block.is_empty() {
            self.flush()?;
        }
        let file = self.written.map(BlockWriter::finish).transpose()?;
        Ok(Spooled { blocks: self.blocks, file })
    }
}

impl Write for Scratch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The rows of a spool.
pub(crate) struct Spooled {
    blocks: Vec<Vec<u8>>,
    file: Option<Scratch>,
}

impl Spooled {
    /// Calls `each` with blocks of whole rows, in order.
    pub(crate) fn each(&mut self, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        let Some(scratch) = &mut self.file else { return self.blocks.iter().try_for_each(|block| each(block)) };
        let mut reader = reader(&mut scratch.file)?;
        let mut block = Vec::new();
        while reader.next(&mut block)? {
            each(&block)?;
        }
        Ok(())
    }

    /// Calls `each` with blocks of whole rows, in order, and lets go of each.
    pub(crate) fn consume(mut self, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        std::mem::take(&mut self.blocks).into_iter().try_for_each(|block| each(&block))?;
        self.each(each)
    }

    /// The rows one by one.
    pub(crate) fn rows(&mut self) -> io::Result<Rows<'_>> {
        let file = self.file.as_mut().map(|scratch| reader(&mut scratch.file)).transpose()?;
        Ok(Rows { held: self.blocks.iter(), current: &[], file, block: Vec::new(), at: 0 })
    }
}

fn reader(file: &mut File) -> io::Result<BlockReader<BufReader<&mut File>>> {
    file.seek(SeekFrom::Start(0))?;
    Ok(BlockReader::new(BufReader::with_capacity(BLOCK, file)))
}

/// Takes the rows of a spool one by one.
pub(crate) struct Rows<'s> {
    held: std::slice::Iter<'s, Vec<u8>>,
    /// What is left of a block in memory.
    current: &'s [u8],
    file: Option<BlockReader<BufReader<&'s mut File>>>,
    block: Vec<u8>,
    at: usize,
}

impl Rows<'_> {
    /// The next row, as `take` makes it out of bytes.
    #[inline]
    pub(crate) fn next<T>(&mut self, take: impl FnOnce(&mut &[u8]) -> Option<T>) -> io::Result<Option<T>> {
        let missing = || io::Error::from(io::ErrorKind::InvalidData);
        match &mut self.file {
            None => {
                if self.current.is_empty() {
                    let Some(block) = self.held.next() else { return Ok(None) };
                    self.current = block;
                }
                take(&mut self.current).map(Some).ok_or_else(missing)
            }
            Some(file) => {
                if self.at == self.block.len() {
                    self.at = 0;
                    if !file.next(&mut self.block)? {
                        return Ok(None);
                    }
                }
                let mut rest = &self.block[self.at..];
                let row = take(&mut rest).ok_or_else(missing)?;
                self.at = self.block.len() - rest.len();
                Ok(Some(row))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::bytes::take_u32, *};

    #[test]
    fn rows_come_back_in_order_whether_they_fit_or_not() {
        let dir = tempfile::tempdir().unwrap();
        for share in [0, 300_000, 1 << 30] {
            let mut spool = Spool::new(&Space::new(dir.path(), share));
            for row in 0..200_000u32 {
                spool.row(|out| out.extend(row.to_le_bytes())).unwrap();
            }
            let mut spooled = spool.finish().unwrap();
            assert_eq!(spooled.file.is_some(), share < 800_000);
            let mut rows = spooled.rows().unwrap();
            let mut count = 0;
            while let Some(row) = rows.next(take_u32).unwrap() {
                assert_eq!(row, count);
                count += 1;
            }
            assert_eq!(count, 200_000);
            let mut bytes = 0;
            spooled
                .each(|block| {
                    bytes += block.len();
                    Ok(())
                })
                .unwrap();
            assert_eq!(bytes, 800_000);
        }
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "files go with what they hold");
    }
}
