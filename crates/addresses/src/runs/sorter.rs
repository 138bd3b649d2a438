//! Sorting more rows than memory holds.

use std::{io, vec};

use super::{
    blocks::BlockWriter,
    merge::Merge,
    order,
    space::{Scratch, Space},
};

/// Runs that are merged at once.
const MOST_RUNS: usize = 64;

/// A row that is sorted, all of it.
pub(crate) trait Row: Ord + Sized {
    /// A number that says as much of the order as fits: rows in order have such numbers in order.
    fn prefix(&self) -> u64;
    /// Writes the row.
    fn put(&self, out: &mut Vec<u8>);
    /// Takes it from the front of bytes.
    fn take(bytes: &mut &[u8]) -> Option<Self>;
    /// Bytes that it holds elsewhere.
    fn elsewhere(&self) -> usize {
        0
    }
}

/// Takes rows in any order.
pub(crate) struct Sorter<R> {
    space: Space,
    rows: Vec<R>,
    elsewhere: usize,
    sorted: bool,
    runs: Vec<Scratch>,
}

impl<R: Row> Sorter<R> {
    pub(crate) fn new(space: &Space) -> Sorter<R> {
        Sorter { space: space.clone(), rows: Vec::new(), elsewhere: 0, sorted: true, runs: Vec::new() }
    }

    #[inline]
    pub(crate) fn push(&mut self, row: R) -> io::Result<()> {
        if self.rows.len() == self.rows.capacity() {
            self.make_room()?;
        }
        // Tables are often sorted as they come.
        if self.sorted && self.rows.last().is_some_and(|last| *last > row) {
            self.sorted = false;
        }
        self.elsewhere += row.elsewhere();
        self.rows.push(row);
        Ok(())
    }

    /// Doubles the room as long as it may grow; then writes a run.
    #[cold]
    fn make_room(&mut self) -> io::Result<()> {
        let most = self.space.share() / size_of::<R>();
        let held = self.rows.len() * size_of::<R>() + self.elsewhere;
        if self.rows.len() >= most.max(1) || held > self.space.share() {
            self.spill()
        } else {
            let wanted = (self.rows.len() * 2).clamp(256, most.max(256));
            self.rows.reserve_exact(wanted - self.rows.len());
            Ok(())
        }
    }

    fn spill(&mut self) -> io::Result<()> {
        self.sort();
        let mut run = BlockWriter::new(self.space.scratch()?);
        for row in self.rows.drain(..) {
            run.row(|out| row.put(out))?;
        }
        self.runs.push(run.finish()?);
        self.elsewhere = 0;
        if self.runs.len() >= MOST_RUNS {
            let runs = std::mem::take(&mut self.runs);
            self.runs.push(self.merged(runs)?);
        }
        Ok(())
    }

    /// Many runs as one.
    fn merged(&self, runs: Vec<Scratch>) -> io::Result<Scratch> {
        let mut all = Merge::<R>::new(runs, Vec::new())?;
        let mut run = BlockWriter::new(self.space.scratch()?);
        while let Some(row) = all.next()? {
            run.row(|out| row.put(out))?;
        }
        run.finish()
    }

    fn sort(&mut self) {
        if !self.sorted {
            order::sort(&mut self.rows);
        }
        self.sorted = true;
    }

    /// All rows in order.
    pub(crate) fn finish(mut self) -> io::Result<Sorted<R>> {
        self.sort();
        if self.runs.is_empty() {
            return Ok(Sorted::Held(self.rows.into_iter()));
        }
        Ok(Sorted::Merged(Box::new(Merge::new(self.runs, self.rows)?)))
    }
}

/// Rows in order.
pub(crate) enum Sorted<R> {
    Held(vec::IntoIter<R>),
    Merged(Box<Merge<R>>),
}

impl<R: Row> Sorted<R> {
    #[inline]
    pub(crate) fn next(&mut self) -> io::Result<Option<R>> {
        match self {
            Sorted::Held(rows) => Ok(rows.next()),
            Sorted::Merged(merge) => merge.next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::bytes::take_u64, *};

    impl Row for u64 {
        fn prefix(&self) -> u64 {
            *self
        }

        fn put(&self, out: &mut Vec<u8>) {
            out.extend(self.to_le_bytes());
        }

        fn take(bytes: &mut &[u8]) -> Option<u64> {
            take_u64(bytes)
        }
    }

    #[test]
    fn rows_come_in_order_whether_they_fit_or_not() {
        let dir = tempfile::tempdir().unwrap();
        let spread: Vec<u64> = (0..50_000u64).map(|at| at.wrapping_mul(0x9e37_79b9_7f4a_7c15)).collect();
        let close: Vec<u64> = (0..50_000u64).map(|at| (at * 7919) % 100).collect();
        let skewed: Vec<u64> = (0..50_000u64).map(|at| if at == 77 { u64::MAX } else { at ^ 5 }).collect();
        for rows in [spread, close, skewed, (0..50_000).collect(), vec![], vec![9; 9]] {
            let mut expected = rows.clone();
            expected.sort_unstable();
            // All at once; a few runs; so many that they are merged in between.
            for share in [1 << 20, 100_000, 2048] {
                let mut sorter = Sorter::new(&Space::new(dir.path(), share));
                rows.iter().for_each(|row| sorter.push(*row).unwrap());
                let mut sorted = sorter.finish().unwrap();
                let mut all = Vec::new();
                while let Some(row) = sorted.next().unwrap() {
                    all.push(row);
                }
                assert!(all == expected, "share {share}");
            }
        }
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "files go with what they hold");
    }
}
