//! Merging sorted runs.

use std::{
    cmp::Ordering,
    collections::{BinaryHeap, binary_heap::PeekMut},
    fs::File,
    io::{self, BufReader, Seek, SeekFrom},
};

use super::{
    blocks::BlockReader,
    sorter::{Ordered, Row},
    space::Scratch,
};

/// Bytes that are read of a run at once, beside the block that is merged.
const BUFFER: usize = 1 << 13;

/// Several runs, and the rows that were still in memory, as one.
pub(crate) struct Merge<R> {
    runs: Vec<Run>,
    held: Ordered<R>,
    /// The next row of each run; the rows in memory are the last.
    next: BinaryHeap<Next<R>>,
}

/// The next row of a run. The least is the greatest, as the heap wants it; of equal ones that of the earlier run.
struct Next<R> {
    row: R,
    run: usize,
}

impl<R: Row> Ord for Next<R> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.row.compare(&self.row).then(other.run.cmp(&self.run))
    }
}

impl<R: Row> PartialOrd for Next<R> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<R: Row> PartialEq for Next<R> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<R: Row> Eq for Next<R> {}

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
    pub(super) fn new(runs: Vec<Scratch>, held: Ordered<R>) -> io::Result<Merge<R>> {
        let runs = runs.into_iter().map(Run::new).collect::<io::Result<Vec<Run>>>()?;
        let count = runs.len();
        let mut merge = Merge { runs, held, next: BinaryHeap::with_capacity(count + 1) };
        for run in 0..=count {
            let first = following(&mut merge.runs, &mut merge.held, run)?;
            merge.next.extend(first.map(|row| Next { row, run }));
        }
        Ok(merge)
    }

    pub(super) fn next(&mut self) -> io::Result<Option<R>> {
        let Some(mut top) = self.next.peek_mut() else { return Ok(None) };
        let run = top.run;
        let next = match following(&mut self.runs, &mut self.held, run)? {
            Some(row) => std::mem::replace(&mut *top, Next { row, run }),
            None => PeekMut::pop(top),
        };
        Ok(Some(next.row))
    }
}

/// The next row of a run.
fn following<R: Row>(runs: &mut [Run], held: &mut Ordered<R>, run: usize) -> io::Result<Option<R>> {
    match runs.get_mut(run) {
        Some(run) => run.next(),
        None => Ok(held.next()),
    }
}
