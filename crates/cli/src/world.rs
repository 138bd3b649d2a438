//! The real clock and the system's chance: the one place where the outside world comes in.

use doorstep_register::world::{Clock, Random};
use jiff::{SignedDuration, Timestamp};

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the door through which time comes in")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The system's clock, moved: the demo's invented people have a past.
pub struct MovedClock(pub SignedDuration);

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        SystemClock.now().saturating_add(self.0).unwrap_or(Timestamp::MAX)
    }
}

/// The operating system's source of chance.
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, buffer: &mut [u8]) {
        getrandom::fill(buffer).expect("a system without chance cannot keep secrets");
    }
}
