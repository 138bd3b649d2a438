//! HTTP to the configured issuer, and to nobody else.

use openidconnect::http::Response;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use thiserror::Error;
use tokio::sync::Semaphore;
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use url::{Origin, Url};

/// How long one question to the provider may take, and how long one waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest answer that is read, in bytes.
const LONGEST: u64 = 1 << 18;
/// How many questions are asked at once: each has a thread while it waits.
const AT_ONCE: usize = 8;

/// Why there is no answer.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub(crate) enum WireError {
    /// The provider did not answer.
    #[error("the provider does not answer: {0}")]
    Away(String),
    /// The provider's own description sends us to somebody who is not in the settings.
    #[error("the provider sends us to {0}, which is not in the settings")]
    Elsewhere(String),
    /// Too many sign in at this moment.
    #[error("too many sign in at this moment")]
    Busy,
}

/// A client that knows to whom it may speak. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Wire {
    agent: Agent,
    origins: Arc<Vec<Origin>>,
    turns: Arc<Semaphore>,
}

/// Root certificates out of a PEM file.
pub(crate) fn roots(pem: &str) -> Option<Vec<Certificate<'static>>> {
    let items: Option<Vec<_>> = parse_pem(pem.as_bytes())
        .map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    items.filter(|all| !all.is_empty())
}

impl Wire {
    /// A client for these origins; `roots` take the place of Mozilla's root certificates.
    pub(crate) fn new(origins: Vec<Origin>, roots: Option<Vec<Certificate<'static>>>) -> Self {
        let mut tls = TlsConfig::builder();
        if let Some(roots) = roots {
            tls = tls.root_certs(RootCerts::Specific(Arc::new(roots)));
        }
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .user_agent("doorstep")
            .tls_config(tls.build());
        Wire { agent: config.build().new_agent(), origins: Arc::new(origins), turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Whether the settings allow to go there.
    pub(crate) fn knows(&self, url: &Url) -> bool {
        self.origins.contains(&url.origin())
    }

    async fn send(self, request: HttpRequest) -> Result<HttpResponse, WireError> {
        let url = Url::parse(&request.uri().to_string()).map_err(|error| WireError::Away(error.to_string()))?;
        if !self.knows(&url) {
            return Err(WireError::Elsewhere(url.origin().ascii_serialization()));
        }
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else { return Err(WireError::Busy) };
        let away = |error: ureq::Error| WireError::Away(error.to_string());
        let asked = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            let mut answer = self.agent.run(request).map_err(away)?;
            let body = answer.body_mut().with_config().limit(LONGEST).read_to_vec().map_err(away)?;
            let (head, _) = answer.into_parts();
            Ok(Response::from_parts(head, body))
        });
        asked.await.map_err(|error| WireError::Away(error.to_string()))?
    }
}

impl<'c> AsyncHttpClient<'c> for Wire {
    type Error = WireError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, WireError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.clone().send(request))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn nobody_else_is_spoken_to() {
        let wire = Wire::new(vec![Url::parse("https://login.example/realm").unwrap().origin()], None);
        assert!(wire.knows(&Url::parse("https://login.example/keys").unwrap()));
        for other in [
            "http://login.example/keys",
            "https://login.example:8443/keys",
            "https://login.example.evil.example/keys",
            "https://login.example@evil.example/keys",
            "https://127.0.0.1/keys",
        ] {
            assert!(!wire.knows(&Url::parse(other).unwrap()), "{other}");
            let request = openidconnect::http::Request::get(other).body(Vec::new()).unwrap();
            assert!(matches!(wire.call(request).await, Err(WireError::Elsewhere(_))), "{other}");
        }
    }

    #[test]
    fn a_file_of_certificates_holds_nothing_else() {
        assert!(roots("").is_none());
        assert!(roots("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").is_none());
        let certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert_eq!(roots(&certificate.repeat(2)).map(|all| all.len()), Some(2));
    }
}
