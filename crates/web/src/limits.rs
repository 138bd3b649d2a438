//! Rate limits by form and by who sends it. They live in memory only; a network address is hashed with chance of this process and
//! never kept or logged.

use crate::ctx::Web;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::DefaultClock;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use std::num::NonZeroU32;

type Key = [u8; 32];

/// A form that is limited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limited {
    /// Starting anew, or any first form without a session: 60 a minute from one network.
    Start,
    /// Signing in: 20 a minute from one network.
    SignIn,
    /// Asking for a link to one e-mail address: 5 in a quarter of an hour.
    Link,
    /// Anything that a session sends: 120 a minute.
    Form,
    /// Photos: 20 a minute.
    Photo,
    /// The public API, address suggestions above all: 1,200 a minute from one network.
    Api,
    /// A clerk who opens records by a document: 10 an hour.
    Document,
}

/// The limits of one process.
pub struct Limits {
    salt: [u8; 32],
    per: [RateLimiter<Key, DashMapStateStore<Key>, DefaultClock>; 7],
}

fn per_minute(n: u32) -> Quota {
    Quota::per_minute(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN))
}

impl Limits {
    /// Fresh limits, with a salt of chance; `factor` loosens all of them (load tests send everything from one place).
    pub fn new(salt: [u8; 32], factor: u32) -> Self {
        let quotas = [
            per_minute(60 * factor),
            per_minute(20 * factor),
            Quota::with_period(std::time::Duration::from_secs(180))
                .unwrap_or(per_minute(1))
                .allow_burst(NonZeroU32::new(5).unwrap_or(NonZeroU32::MIN)),
            per_minute(120 * factor),
            per_minute(20 * factor),
            per_minute(1200 * factor),
            Quota::with_period(std::time::Duration::from_secs(360))
                .unwrap_or(per_minute(1))
                .allow_burst(NonZeroU32::new(10 * factor).unwrap_or(NonZeroU32::MIN)),
        ];
        Limits { salt, per: quotas.map(RateLimiter::dashmap) }
    }

    /// Whether one more is within the limit.
    pub fn allows(&self, what: Limited, who: &[u8]) -> bool {
        let limiter = &self.per[what as usize];
        let key: Key = Sha256::new().chain_update(self.salt).chain_update([what as u8]).chain_update(who).finalize().into();
        if limiter.len() > 100_000 {
            limiter.retain_recent();
        }
        limiter.check_key(&key).is_ok()
    }

    /// As [`allows`](Self::allows), by network: an IPv6 network counts as one /64.
    pub fn allows_network(&self, what: Limited, address: Option<IpAddr>) -> bool {
        match address {
            Some(IpAddr::V4(v4)) => self.allows(what, &v4.octets()),
            Some(IpAddr::V6(v6)) => self.allows(what, &v6.octets()[..8]),
            None => self.allows(what, b"unknown"),
        }
    }
}

/// Limits the public API.
pub(crate) async fn api(State(web): State<Web>, request: Request, next: Next) -> Response {
    let network = web.network(request.headers(), request.extensions());
    if web.0.limits.allows_network(Limited::Api, network) { next.run(request).await } else { StatusCode::TOO_MANY_REQUESTS.into_response() }
}
