//! Clock, chance and post of the tests.

use doorstep_register::world::{Clock, Random};
use doorstep_service::{Mail, Outgoing, Post, PostError, Report, Text, Texts};
use futures::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// Friday, 20 November 2026, noon in Moscow.
pub const START: i64 = 1_795_165_200;

/// A clock that a test sets.
pub struct TestClock(AtomicI64);

impl TestClock {
    /// Stands at a moment, in seconds of 1970.
    pub fn at(second: i64) -> Self {
        TestClock(AtomicI64::new(second))
    }

    /// Moves ahead.
    pub fn advance(&self, by: SignedDuration) {
        self.0.fetch_add(by.as_secs(), Ordering::SeqCst);
    }

    /// Moves ahead by days of 24 hours.
    pub fn advance_days(&self, days: i64) {
        self.advance(SignedDuration::from_hours(24 * days));
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).expect("a moment of the calendar")
    }
}

/// Chance that is the same every time (SplitMix64).
pub struct Seeded(AtomicU64);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Seeded(AtomicU64::new(seed))
    }
}

impl Random for Seeded {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let step = 0x9E37_79B9_7F4A_7C15_u64;
            let mut z = self.0.fetch_add(step, Ordering::SeqCst).wrapping_add(step);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes()[..chunk.len()]);
        }
    }
}

/// The mail that was handed over, oldest first; the SMS; and what the network reports of them.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Mutex<Vec<Mail>>>, Arc<Mutex<Vec<Text>>>, Arc<Mutex<Option<Report>>>);

impl Outbox {
    /// Everything so far.
    pub fn all(&self) -> Vec<Mail> {
        self.0.lock().expect("no test panics in here").clone()
    }

    /// The path of the newest link in a mail that holds this.
    pub fn link(&self, part: &str) -> String {
        let words = self.all().into_iter().rev().flat_map(|mail| mail.body.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let link = words.into_iter().find(|word| word.contains(part)).unwrap_or_else(|| panic!("no mail with a link to {part}"));
        link.trim_start_matches(super::BASE).to_owned()
    }

    /// Where messages go.
    pub fn outgoing(&self) -> Outgoing<'_> {
        Outgoing { post: self, texts: Some(self) }
    }

    /// Every SMS so far.
    pub fn texts(&self) -> Vec<Text> {
        self.1.lock().expect("no test panics in here").clone()
    }

    /// What the network reports of each SMS from now on; at first nothing.
    pub fn report(&self, report: Report) {
        *self.2.lock().expect("no test panics in here") = Some(report);
    }

    /// No mail may go out twice.
    pub fn nothing_forgotten(&self) {
        let mut ids: Vec<String> = self.all().into_iter().map(|mail| mail.id).collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "a mail was sent twice");
    }
}

impl Post for Outbox {
    fn send(&self, mail: Mail) -> BoxFuture<'_, Result<(), PostError>> {
        self.0.lock().expect("no test panics in here").push(mail);
        Box::pin(async { Ok(()) })
    }
}

impl Texts for Outbox {
    fn send(&self, text: Text) -> BoxFuture<'_, Result<Option<String>, PostError>> {
        let ticket = text.id.clone();
        self.1.lock().expect("no test panics in here").push(text);
        Box::pin(async { Ok(Some(ticket)) })
    }

    fn report<'a>(&'a self, _ticket: &'a str) -> BoxFuture<'a, Result<Option<Report>, PostError>> {
        let report = *self.2.lock().expect("no test panics in here");
        Box::pin(async move { Ok(report) })
    }
}
