//! Merging sorted runs.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, binary_heap::PeekMut},
    fs::File,
    io::{self, BufReader, Seek, SeekFrom},
    vec,
};

use super::{blocks::BlockReader, sorter::Row, space::Scratch};

/// Bytes that are read of a run at once, beside the block that is merged.
const BUFFER: usize = 1 << 13;

/// Several runs, and the rows that were still in memory, as one.
pub(crate) struct Merge<R> {
    runs: Vec<Run>,
    held: vec::IntoIter<R>,
    /// The next row of each run, and which run that is; the rows in memory are the last.
    next: BinaryHeap<Reverse<(R, usize)>>,
}

struct Run {
    reader: BlockReader<BufReader<File>>,
    block: Vec<u8>,
    at: usize,
    /// Removes the file in the end.
    #[expect(dead_code, reason = "the file lasts as long as this")]
    scratch: Scratch,
}

impl Run {
    fn new(scratch: Scratch) -> io::Result<Run> {
        let mut file = scratch.file.try_clone()?;
        file.seek(SeekFrom::Start(0))?;
        Ok(Run { reader: BlockReader::new(BufReader::with_capacity(BUFFER, file)), block: Vec::new(), at: 0, scratch })
    }

    fn next<R: Row>(&mut self) -> io::Result<Option<R>> {
        if self.at == self.block.len() {
            self.at = 0;
            if !self.reader.next(&mut self.block)? {
                return Ok(None);
            }
        }
        let mut rest = &self.block[self.at..];
        let row = R::take(&mut rest).ok_or(io::ErrorKind::InvalidData)?;
        self.at = self.block.len() - rest.len();
        Ok(Some(row))
    }
}

impl<R: Row> Merge<R> {
    /// `held` is sorted.
    pub(super) fn new(runs: Vec<Scratch>, held: Vec<R>) -> io::Result<Merge<R>> {
        let runs = runs.into_iter().map(Run::new).collect::<io::Result<Vec<Run>>>()?;
        let count = runs.len();
        let mut merge = Merge { runs, held: held.into_iter(), next: BinaryHeap::with_capacity(count + 1) };
        for at in 0..=count {
            let first = following(&mut merge.runs, &mut merge.held, at)?;
            merge.next.extend(first.map(|row| Reverse((row, at))));
        }
        Ok(merge)
    }

    pub(super) fn next(&mut self) -> io::Result<Option<R>> {
        let Some(mut top) = self.next.peek_mut() else { return Ok(None) };
        let run = top.0.1;
        let row = match following(&mut self.runs, &mut self.held, run)? {
            Some(row) => std::mem::replace(&mut *top, Reverse((row, run))),
            None => PeekMut::pop(top),
        };
        Ok(Some(row.0.0))
    }
}

/// The next row of a run.
fn following<R: Row>(runs: &mut [Run], held: &mut vec::IntoIter<R>, run: usize) -> io::Result<Option<R>> {
    match runs.get_mut(run) {
        Some(run) => run.next(),
        None => Ok(held.next()),
    }
}
