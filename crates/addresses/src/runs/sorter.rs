//! Sorting more rows than memory holds.

use std::{cmp::Ordering, io, iter, vec};

use super::{
    blocks::BlockWriter,
    held::Held,
    merge::Merge,
    order::Order,
    space::{Scratch, Space},
};

/// Runs that are merged at once.
const MOST_RUNS: usize = 64;

/// A row that is sorted.
pub(crate) trait Row: Default {
    /// A number that says as much of the order as fits: rows in order have such numbers in order.
    fn prefix(&self) -> u64;
    /// The order of two rows. Equal ones stay as they came.
    fn compare(&self, other: &Self) -> Ordering {
        self.prefix().cmp(&other.prefix())
    }
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
    rows: Held<R>,
    elsewhere: usize,
    sorted: bool,
    runs: Vec<Scratch>,
}

impl<R: Row> Sorter<R> {
    pub(crate) fn new(space: &Space) -> Sorter<R> {
        Sorter { space: space.clone(), rows: Held::default(), elsewhere: 0, sorted: true, runs: Vec::new() }
    }

    #[inline]
    pub(crate) fn push(&mut self, row: R) -> io::Result<()> {
        if !self.rows.has_room() && self.rows.bytes() + self.elsewhere >= self.space.share() && self.rows.len() > 0 {
            self.spill()?;
        }
        // Tables are often sorted as they come.
        if self.sorted && self.rows.last().is_some_and(|last| last.compare(&row) == Ordering::Greater) {
            self.sorted = false;
        }
        self.elsewhere += row.elsewhere();
        self.rows.push(row);
        Ok(())
    }

    #[cold]
    fn spill(&mut self) -> io::Result<()> {
        let mut run = BlockWriter::new(self.space.scratch()?);
        let mut rows = self.held();
        while let Some(row) = rows.next() {
            run.row(|out| row.put(out))?;
        }
        self.runs.push(run.finish()?);
        if self.runs.len() >= MOST_RUNS {
            let runs = std::mem::take(&mut self.runs);
            self.runs.push(self.merged(runs)?);
        }
        Ok(())
    }

    /// Many runs as one.
    fn merged(&self, runs: Vec<Scratch>) -> io::Result<Scratch> {
        let mut all = Merge::<R>::new(runs, Ordered::InOrder(Held::default().into_iter()))?;
        let mut run = BlockWriter::new(self.space.scratch()?);
        while let Some(row) = all.next()? {
            run.row(|out| row.put(out))?;
        }
        run.finish()
    }

    /// The rows in memory in order; there are none then.
    fn held(&mut self) -> Ordered<R> {
        let rows = std::mem::take(&mut self.rows);
        self.elsewhere = 0;
        if std::mem::replace(&mut self.sorted, true) { Ordered::InOrder(rows.into_iter()) } else { Ordered::By(Box::new(Order::of(rows))) }
    }

    /// All rows in order.
    pub(crate) fn finish(mut self) -> io::Result<Sorted<R>> {
        let held = self.held();
        if self.runs.is_empty() {
            return Ok(Sorted::Held(held));
        }
        Ok(Sorted::Merged(Box::new(Merge::new(self.runs, held)?)))
    }
}

/// Rows in memory in order.
pub(crate) enum Ordered<R> {
    /// As they came.
    InOrder(iter::Flatten<vec::IntoIter<Vec<R>>>),
    /// Sorted.
    By(Box<Order<R>>),
}

impl<R: Row> Ordered<R> {
    #[inline]
    pub(super) fn next(&mut self) -> Option<R> {
        match self {
            Ordered::InOrder(rows) => rows.next(),
            Ordered::By(order) => order.next(),
        }
    }
}

/// Rows in order.
pub(crate) enum Sorted<R> {
    Held(Ordered<R>),
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

    /// A number, and when it came.
    #[derive(Clone, Copy, Default, Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct Came(u64, u64);

    impl Row for Came {
        fn prefix(&self) -> u64 {
            self.0 >> 8
        }

        fn compare(&self, other: &Self) -> Ordering {
            self.0.cmp(&other.0)
        }

        fn put(&self, out: &mut Vec<u8>) {
            out.extend(self.0.to_le_bytes());
            out.extend(self.1.to_le_bytes());
        }

        fn take(bytes: &mut &[u8]) -> Option<Came> {
            Some(Came(take_u64(bytes)?, take_u64(bytes)?))
        }
    }

    #[test]
    fn rows_come_in_order_whether_they_fit_or_not_and_equal_ones_as_they_came() {
        let dir = tempfile::tempdir().unwrap();
        let spread: Vec<u64> = (0..200_000u64).map(|at| at.wrapping_mul(0x9e37_79b9_7f4a_7c15)).collect();
        let close: Vec<u64> = (0..200_000u64).map(|at| (at * 7919) % 100).collect();
        let skewed: Vec<u64> = (0..50_000u64).map(|at| if at == 77 { u64::MAX } else { at ^ 5 }).collect();
        for rows in [spread, close, skewed, (0..50_000).collect(), vec![], vec![9; 9]] {
            let rows: Vec<Came> = rows.into_iter().zip(0..).map(|(row, at)| Came(row, at)).collect();
            let mut expected = rows.clone();
            expected.sort_unstable();
            // All at once; a few runs; so many that they are merged in between.
            for share in [1 << 23, 400_000, 1] {
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
