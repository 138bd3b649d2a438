//! Sorting in memory.

use super::{held::Held, sorter::Row};

/// Heaps that rows are thrown on by the beginning of what they are sorted by.
const HEAPS: usize = 1 << 16;
/// Fewer rows than this are one heap.
const FEW: usize = 1 << 12;

/// Rows in order; rows that are equal come as they came.
///
/// What rows are sorted by is either well spread (GUIDs) or a street and a number within it, so that they fall into small heaps. Each is sorted
/// on its own when it is reached: rows far apart in memory are fetched once.
pub(crate) struct Order<R> {
    rows: Held<R>,
    /// The numbers of the rows, heap by heap, and where each heap ends.
    numbers: Vec<u32>,
    ends: Vec<u32>,
    next_heap: usize,
    /// What is left of the heap that was reached, the last row first.
    heap: Vec<R>,
}

impl<R: Row> Order<R> {
    pub(super) fn of(rows: Held<R>) -> Order<R> {
        let (numbers, ends) = heaps(&rows);
        Order { rows, numbers, ends, next_heap: 0, heap: Vec::new() }
    }

    #[inline]
    pub(super) fn next(&mut self) -> Option<R> {
        loop {
            if let Some(row) = self.heap.pop() {
                return Some(row);
            }
            let end = *self.ends.get(self.next_heap)? as usize;
            let begin = self.next_heap.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
            self.next_heap += 1;
            if begin < end {
                let rows = &mut self.rows;
                self.heap.extend(self.numbers[begin..end].iter().rev().map(|number| rows.take(*number)));
                self.heap.sort_by(|a, b| b.compare(a));
            }
        }
    }
}

/// The numbers of the rows, heap by heap, and where each ends.
fn heaps<R: Row>(rows: &Held<R>) -> (Vec<u32>, Vec<u32>) {
    let length = rows.len() as u32;
    let (low, high) = rows.iter().map(Row::prefix).fold((u64::MAX, 0), |(low, high), prefix| (low.min(prefix), high.max(prefix)));
    if rows.len() < FEW || low == high {
        return ((0..length).collect(), vec![length]);
    }
    let bits = u64::BITS - (high - low).leading_zeros();
    let shift = bits.saturating_sub(HEAPS.trailing_zeros());
    let heap = |row: &R| ((row.prefix() - low) >> shift) as usize;
    let mut ends = vec![0u32; HEAPS + 1];
    rows.iter().for_each(|row| ends[heap(row) + 1] += 1);
    for at in 0..HEAPS {
        ends[at + 1] += ends[at];
    }
    let mut numbers = vec![0u32; rows.len()];
    for (number, row) in (0u32..).zip(rows.iter()) {
        // A heap ends where its next row goes.
        let end = &mut ends[heap(row)];
        numbers[*end as usize] = number;
        *end += 1;
    }
    ends.pop();
    (numbers, ends)
}
