//! The service by which staff sign in: hands sign-ins to `oidc`.

use doorstep_oidc as oidc;
use doorstep_service::{NoPost, Provider, ProviderFault, StaffAccount, StaffAnswer, StaffAsked};
use futures::future::BoxFuture;
use jiff::Timestamp;

/// An OpenID Connect provider.
pub struct Oidc {
    name: String,
    provider: oidc::Provider,
}

impl Oidc {
    /// Under what people call it.
    pub fn new(name: String, provider: oidc::Provider) -> Self {
        Oidc { name, provider }
    }
}

fn asked(asked: &StaffAsked) -> oidc::Asked {
    oidc::Asked {
        state: asked.state.clone(),
        nonce: asked.nonce.clone(),
        verifier: asked.verifier.clone(),
        redirect: asked.redirect.clone(),
    }
}

fn fault(fault: oidc::Fault) -> ProviderFault {
    match fault {
        oidc::Fault::Away(why) => ProviderFault::Away(why),
        oidc::Fault::Untrusted(why) => ProviderFault::Untrusted(why),
    }
}

fn no_post(none: oidc::NoPost) -> NoPost {
    match none {
        oidc::NoPost::Nobody | oidc::NoPost::NoOffice => NoPost::Nobody,
        oidc::NoPost::UnknownRole(role) => NoPost::Unknown(role),
    }
}

impl Provider for Oidc {
    fn name(&self) -> &str {
        &self.name
    }

    fn address<'a>(&'a self, begun: &'a StaffAsked, language: &'a str) -> BoxFuture<'a, Result<String, ProviderFault>> {
        Box::pin(async move { self.provider.address(&asked(begun), language).await.map_err(fault) })
    }

    fn account(&self, begun: StaffAsked, answer: StaffAnswer, now: Timestamp) -> BoxFuture<'_, Result<StaffAccount, ProviderFault>> {
        Box::pin(async move {
            let answer = oidc::Answer { code: answer.code, issuer: answer.issuer };
            let oidc::Account { issuer, subject, name, post } = self.provider.account(asked(&begun), answer, now).await.map_err(fault)?;
            let post = post.map(|post| (post.office, post.role)).map_err(no_post);
            Ok(StaffAccount { issuer, subject, name, post })
        })
    }
}
