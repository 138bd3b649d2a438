//! A reader that counts, and that refuses a single row of absurd size.

use std::{
    io::{self, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// Longest row (CSV record, XML element) that is read, in bytes.
const MAX_ROW: u64 = 1 << 20;

/// Bytes read in all and since the last row; shared with a [`BoundedReader`].
#[derive(Clone, Default)]
pub(super) struct Meter {
    total: Arc<AtomicU64>,
    row_start: Arc<AtomicU64>,
}

impl Meter {
    /// Bytes read in all.
    pub(super) fn total(&self) -> u64 {
        self.total.load(Ordering::Relaxed)
    }

    /// A row is complete: the next one may be as long again.
    pub(super) fn row_done(&self) {
        self.row_start.store(self.total(), Ordering::Relaxed);
    }
}

/// Fails when one row is longer than 1 MiB (plus what the parser buffers).
pub(super) struct BoundedReader<R> {
    inner: R,
    meter: Meter,
}

impl<R: Read> BoundedReader<R> {
    pub(super) fn new(inner: R) -> (BoundedReader<R>, Meter) {
        let meter = Meter::default();
        (BoundedReader { inner, meter: meter.clone() }, meter)
    }
}

impl<R: Read> Read for BoundedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.meter.total() - self.meter.row_start.load(Ordering::Relaxed) > MAX_ROW {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a row is longer than 1 MiB"));
        }
        let read = self.inner.read(buffer)?;
        self.meter.total.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
