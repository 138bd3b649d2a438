//! Sorting in memory.

use super::sorter::Row;

/// Heaps that rows are thrown on by the beginning of what they are sorted by.
const HEAPS: usize = 1 << 16;
/// Fewer rows than this are sorted at once.
const FEW: usize = 1 << 12;

/// Sorts rows. What they are sorted by is either well spread (GUIDs) or a street and a number within it, so that they fall into small heaps, each
/// sorted on its own.
pub(super) fn sort<R: Row>(rows: &mut [R]) {
    let bounds = rows.iter().map(Row::prefix).fold((u64::MAX, 0), |(low, high), prefix| (low.min(prefix), high.max(prefix)));
    let (low, high) = bounds;
    if rows.len() < FEW || low == high {
        rows.sort_unstable();
        return;
    }
    let bits = u64::BITS - (high - low).leading_zeros();
    let shift = bits.saturating_sub(HEAPS.trailing_zeros());
    let heap = |row: &R| ((row.prefix() - low) >> shift) as usize;
    let mut starts = vec![0u32; HEAPS + 1];
    rows.iter().for_each(|row| starts[heap(row) + 1] += 1);
    for at in 0..HEAPS {
        starts[at + 1] += starts[at];
    }
    let mut next = starts[..HEAPS].to_vec();
    for at in 0..HEAPS {
        while next[at] < starts[at + 1] {
            let here = next[at] as usize;
            let belongs = heap(&rows[here]);
            if belongs != at {
                rows.swap(here, next[belongs] as usize);
            }
            next[belongs] += 1;
        }
    }
    for heap in starts.windows(2) {
        rows[heap[0] as usize..heap[1] as usize].sort_unstable();
    }
}
