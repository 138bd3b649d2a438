//! The doors through which time and chance come in. Whoever needs them takes one of these as an argument.

use jiff::Timestamp;
use uuid::Uuid;

/// Tells the time. Nothing else in the product reads a clock.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// Gives unpredictable bytes. Keys, salts, tokens and ids come from here.
pub trait Random: Send + Sync {
    /// Fills the whole buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// An array of unpredictable bytes.
pub fn bytes<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut buffer = [0; N];
    random.fill(&mut buffer);
    buffer
}

/// A new UUIDv7 (RFC 9562 §5.7): milliseconds of `now`, then chance.
pub fn new_id(now: Timestamp, random: &dyn Random) -> Uuid {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes::<10>(random)).into_uuid()
}
