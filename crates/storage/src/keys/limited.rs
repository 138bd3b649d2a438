//! A limit to look-ups. The values behind blind indexes can be guessed one by one (a document number has ten digits), so that whoever may
//! ask without limit can try them all. Nobody who serves people asks so often.

use super::{Blind, KeyError, KeyToWrap, Keys};
use crate::seal::PersonKey;
use doorstep_register::PersonId;
use doorstep_register::world::Clock;
use jiff::Timestamp;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};

/// How often a blind index of one kind may be asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LookupRate {
    /// So many a second for ever.
    pub per_second: NonZeroU32,
    /// So many at once, after a quiet time.
    pub burst: u32,
}

impl LookupRate {
    /// So many a second, and a hundred seconds' worth at once.
    pub fn per_second(per_second: NonZeroU32) -> Self {
        LookupRate { per_second, burst: per_second.get().saturating_mul(100) }
    }
}

impl Default for LookupRate {
    /// Twenty a second and 2,000 at once: ten times what a city of a million asks on its busiest morning, while the million numbers of one
    /// series of passports would take 14 hours, with a warning in the journal from the second minute on.
    fn default() -> Self {
        LookupRate::per_second(NonZeroU32::MIN.saturating_add(19))
    }
}

/// Key store with a limit to look-ups of documents and e-mail addresses, each counted by itself.
pub struct LimitedKeys {
    keys: Arc<dyn Keys>,
    clock: Arc<dyn Clock>,
    rate: LookupRate,
    full: [Mutex<Bucket>; 2],
}

/// A bucket that drains evenly (the generic cell rate algorithm, ITU-T I.371): when it will be empty, in nanoseconds.
#[derive(Clone, Copy)]
struct Bucket {
    empty_at: i128,
    asked_at: i128,
    refusing: bool,
}

impl LimitedKeys {
    /// Limits a key store.
    pub fn new(keys: Arc<dyn Keys>, clock: Arc<dyn Clock>, rate: LookupRate) -> Self {
        let empty = || Mutex::new(Bucket { empty_at: i128::MIN, asked_at: i128::MIN, refusing: false });
        LimitedKeys { keys, clock, rate, full: [empty(), empty()] }
    }

    fn admit(&self, what: Blind) -> Result<(), KeyError> {
        let bucket = match what {
            Blind::Document => &self.full[0],
            Blind::Email => &self.full[1],
            // Of records that are open, of the public list of houses, of what a provider signed: nothing is found out by trying.
            Blind::EmailInRecord | Blind::Home | Blind::Confirmation | Blind::Staff => return Ok(()),
        };
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        let refusing = !bucket.takes_one(self.clock.now(), self.rate);
        if refusing && !bucket.refusing {
            tracing::warn!(
                kind = what.name(),
                "more look-ups than serving people takes: somebody tries values out, or the limit is too low"
            );
        }
        bucket.refusing = refusing;
        if refusing { Err(KeyError::Busy(what)) } else { Ok(()) }
    }
}

impl Bucket {
    fn takes_one(&mut self, now: Timestamp, rate: LookupRate) -> bool {
        let (now, each) = (now.as_nanosecond(), 1_000_000_000 / i128::from(rate.per_second.get()));
        // A clock that was set back must not lock people out.
        if now < self.asked_at {
            self.empty_at = now;
        }
        self.asked_at = now;
        let empty_at = self.empty_at.max(now) + each;
        let takes = empty_at - now <= each * i128::from(rate.burst.max(1));
        if takes {
            self.empty_at = empty_at;
        }
        takes
    }
}

impl Keys for LimitedKeys {
    fn newest(&self) -> Result<u8, KeyError> {
        self.keys.newest()
    }

    fn wrap(&self, person: PersonId, key: KeyToWrap<'_>, nonce: [u8; 12]) -> Result<Vec<u8>, KeyError> {
        self.keys.wrap(person, key, nonce)
    }

    fn unwrap(&self, person: PersonId, wrapped: &[u8]) -> Result<PersonKey, KeyError> {
        self.keys.unwrap(person, wrapped)
    }

    fn blind(&self, what: Blind, value: &[u8]) -> Result<[u8; 32], KeyError> {
        self.admit(what)?;
        self.keys.blind(what, value)
    }

    fn attempt(&self, signed: &[u8]) -> [u8; 32] {
        self.keys.attempt(signed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::FileKeys;
    use std::sync::atomic::{AtomicI64, Ordering};

    #[derive(Default)]
    struct Hand(AtomicI64);

    impl Clock for Hand {
        fn now(&self) -> Timestamp {
            Timestamp::from_millisecond(1_790_000_000_000 + self.0.load(Ordering::Relaxed)).unwrap()
        }
    }

    fn limited(per_second: u32, burst: u32) -> (LimitedKeys, Arc<Hand>) {
        let clock = Arc::new(Hand::default());
        let rate = LookupRate { per_second: NonZeroU32::new(per_second).unwrap(), burst };
        (LimitedKeys::new(Arc::new(FileKeys::new([1; 32])), clock.clone(), rate), clock)
    }

    fn answered(keys: &LimitedKeys, what: Blind, times: u32) -> usize {
        (0..times).filter(|n| keys.blind(what, &n.to_be_bytes()).is_ok()).count()
    }

    #[test]
    fn who_tries_values_out_is_refused_until_time_has_passed() {
        let (keys, clock) = limited(20, 100);
        assert_eq!(answered(&keys, Blind::Document, 500), 100);
        assert_eq!(keys.blind(Blind::Document, b"x"), Err(KeyError::Busy(Blind::Document)));
        clock.0.store(1_000, Ordering::Relaxed);
        assert_eq!(answered(&keys, Blind::Document, 500), 20);
        clock.0.store(3_600_000, Ordering::Relaxed);
        assert_eq!(answered(&keys, Blind::Document, 500), 100, "an hour of quiet saves no more than one burst");
    }

    #[test]
    fn each_kind_is_counted_by_itself_and_what_looks_nothing_up_is_not() {
        let (keys, _) = limited(1, 3);
        assert_eq!(answered(&keys, Blind::Document, 10), 3);
        assert_eq!(answered(&keys, Blind::Email, 10), 3);
        for uncounted in [Blind::EmailInRecord, Blind::Home, Blind::Confirmation, Blind::Staff] {
            assert_eq!(answered(&keys, uncounted, 10), 10);
        }
        assert_eq!(keys.attempt(b"x"), FileKeys::new([1; 32]).attempt(b"x"));
    }

    #[test]
    fn a_clock_that_is_set_back_locks_nobody_out() {
        let (keys, clock) = limited(20, 100);
        clock.0.store(86_400_000, Ordering::Relaxed);
        assert_eq!(answered(&keys, Blind::Email, 100), 100);
        clock.0.store(0, Ordering::Relaxed);
        assert_eq!(answered(&keys, Blind::Email, 100), 100);
    }

    #[test]
    fn an_answer_is_the_key_stores_own() {
        let (keys, _) = limited(20, 100);
        assert_eq!(keys.blind(Blind::Email, b"a@b"), FileKeys::new([1; 32]).blind(Blind::Email, b"a@b"));
        assert_eq!(keys.blind(Blind::EmailInRecord, b"a@b"), keys.blind(Blind::Email, b"a@b"));
    }

    #[test]
    fn the_limit_of_a_busy_city_is_never_met() {
        let clock = Arc::new(Hand::default());
        let keys = LimitedKeys::new(Arc::new(FileKeys::new([1; 32])), clock.clone(), LookupRate::default());
        // Twenty declarations a second for some minutes, in handfuls.
        for second in 0..150 {
            clock.0.store(second * 1_000, Ordering::Relaxed);
            assert_eq!(answered(&keys, Blind::Document, 20), 20);
        }
    }
}
