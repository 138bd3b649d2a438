//! A reader of the source that counts and sums up, and that refuses a single row of absurd size.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    sync::{
        Arc,
        atomic::{AtomicU32, AtomicU64, Ordering},
    },
};

use serde::{Deserialize, Serialize};

/// Longest row (CSV record, XML element) that is read, in bytes.
const MAX_ROW: u64 = 1 << 20;

/// How far a file was read, and the CRC-32 of all that was read of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Read32 {
    pub(super) bytes: u64,
    pub(super) sum: u32,
}

/// Bytes read in all and since the last row, and their sum; shared with a [`BoundedReader`].
#[derive(Clone, Default)]
pub(super) struct Meter {
    total: Arc<AtomicU64>,
    sum: Arc<AtomicU32>,
    row_start: Arc<AtomicU64>,
}

impl Meter {
    /// Bytes read in all.
    pub(super) fn total(&self) -> u64 {
        self.total.load(Ordering::Relaxed)
    }

    /// What was read in all.
    pub(super) fn read(&self) -> Read32 {
        Read32 { bytes: self.total(), sum: self.sum.load(Ordering::Relaxed) }
    }

    /// A row is complete: the next one may be as long again.
    pub(super) fn row_done(&self) {
        self.row_start.store(self.total(), Ordering::Relaxed);
    }
}

/// Fails when one row is longer than 1 MiB (plus what the parser buffers).
pub(super) struct BoundedReader<R> {
    inner: R,
    sum: crc32fast::Hasher,
    meter: Meter,
}

impl BoundedReader<File> {
    /// Reads a file from `from` on.
    pub(super) fn new(mut file: File, from: u64) -> io::Result<(BoundedReader<File>, Meter)> {
        file.seek(SeekFrom::Start(0))?;
        let sum = sum_of(&mut file, from)?;
        let meter = Meter::default();
        meter.total.store(from, Ordering::Relaxed);
        meter.row_done();
        Ok((BoundedReader { inner: file, sum, meter: meter.clone() }, meter))
    }
}

/// Is what was read of a file once still its beginning?
pub(super) fn is_same(file: &mut File, read: Read32) -> io::Result<bool> {
    file.seek(SeekFrom::Start(0))?;
    Ok(sum_of(file, read.bytes)?.finalize() == read.sum)
}

fn sum_of(file: &mut File, bytes: u64) -> io::Result<crc32fast::Hasher> {
    let mut sum = crc32fast::Hasher::new();
    let mut chunk = vec![0; 1 << 16];
    let mut rest = file.take(bytes);
    loop {
        match rest.read(&mut chunk)? {
            0 => return Ok(sum),
            read => sum.update(&chunk[..read]),
        }
    }
}

impl<R: Read> Read for BoundedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.meter.total() - self.meter.row_start.load(Ordering::Relaxed) > MAX_ROW {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a row is longer than 1 MiB"));
        }
        let read = self.inner.read(buffer)?;
        self.sum.update(&buffer[..read]);
        self.meter.total.fetch_add(read as u64, Ordering::Relaxed);
        self.meter.sum.store(self.sum.clone().finalize(), Ordering::Relaxed);
        Ok(read)
    }
}
