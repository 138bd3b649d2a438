//! The service by which staff sign in, as the tests' own: whoever brings a code is whom the test says. What a real one does, and a lying one,
//! is tested in `crates/oidc` and `e2e`.

use doorstep_register::{Office, StaffRole};
use doorstep_service::{NoPost, Provider, ProviderFault, StaffAccount, StaffAnswer, StaffAsked};
use futures::future::BoxFuture;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// A provider: what each code stands for.
#[derive(Default)]
pub struct TestProvider(Mutex<BTreeMap<String, Result<StaffAccount, ProviderFault>>>);

/// Somebody whom it knows as this subject, with a post.
pub fn account(subject: &str, post: Result<(&str, StaffRole), NoPost>) -> StaffAccount {
    StaffAccount {
        issuer: "https://login.example".into(),
        subject: subject.into(),
        name: format!("Staff Member {subject}"),
        post: post.map(|(office, role)| (Office(office.into()), role)),
    }
}

impl TestProvider {
    /// From now on a code stands for this.
    pub fn says(&self, code: &str, what: Result<StaffAccount, ProviderFault>) {
        self.0.lock().expect("no test panics in here").insert(code.into(), what);
    }
}

impl Provider for TestProvider {
    fn name(&self) -> &str {
        "Town account"
    }

    fn address<'a>(&'a self, asked: &'a StaffAsked, language: &'a str) -> BoxFuture<'a, Result<String, ProviderFault>> {
        let StaffAsked { state, redirect, .. } = asked;
        Box::pin(async move { Ok(format!("https://login.example/?state={state}&lang={language}&to={redirect}")) })
    }

    fn account(&self, _: StaffAsked, answer: StaffAnswer, _: Timestamp) -> BoxFuture<'_, Result<StaffAccount, ProviderFault>> {
        let known = self.0.lock().expect("no test panics in here").get(&answer.code).cloned();
        Box::pin(async move { known.unwrap_or(Err(ProviderFault::Untrusted("no such code".into()))) })
    }
}
