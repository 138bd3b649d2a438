//! SMS through a gateway that speaks JSON over HTTP:
//!
//! ```text
//! POST {url}                 Authorization: Bearer …
//! {"id": "0192…", "to": "+998905550102", "text": "Doorstep: …"}
//! 200 {"id": "gateway's own number"}
//!
//! GET {report_url}/{gateway's own number}        Authorization: Bearer …
//! 200 {"status": "waiting" | "delivered" | "failed"}
//! ```
//!
//! `id` is the same when a message is sent again, so that a gateway can leave the second one out. Without `report_url` nobody hears whether
//! an SMS arrived, and none is ever proof. Nothing of a number or a text goes into an error or a log.

use doorstep_service::{PostError, Report, Text, Texts};
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use thiserror::Error;
use ureq::Agent;
use ureq::http::Uri;

/// How long a gateway may take; a round of four stays within its lease.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The longest answer that is read, in bytes.
const LONGEST: u64 = 16 * 1024;
/// The longest number that a gateway may give a message.
const LONGEST_TICKET: usize = 200;

/// The configuration is not usable.
#[derive(Debug, Error)]
pub enum GatewayError {
    /// Neither `https://` nor a server on this machine.
    #[error("the address of the SMS gateway has to begin with https://, or with http:// on this machine")]
    Url,
    /// Nothing can be sent as a header.
    #[error("the token of the SMS gateway is empty or has characters that no header can hold")]
    Token,
}

/// A gateway.
pub struct Gateway {
    agent: Agent,
    url: String,
    report_url: Option<String>,
    token: String,
}

#[derive(Serialize)]
struct Order<'a> {
    id: &'a str,
    to: &'a str,
    text: &'a str,
}

#[derive(Deserialize)]
struct Taken {
    id: String,
}

#[derive(Deserialize)]
struct Status {
    status: String,
}

fn safe(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let here = matches!(uri.host(), Some("127.0.0.1" | "[::1]" | "localhost"));
    uri.scheme_str() == Some("https") || (uri.scheme_str() == Some("http") && here)
}

impl Gateway {
    /// A gateway that takes messages at one address and reports at another, if it does.
    pub fn new(url: &str, report_url: Option<&str>, token: &str) -> Result<Self, GatewayError> {
        let token = token.trim();
        if !std::iter::once(url).chain(report_url).all(safe) {
            return Err(GatewayError::Url);
        }
        if token.is_empty() || !token.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(GatewayError::Token);
        }
        let config = Agent::config_builder().timeout_global(Some(TIMEOUT)).http_status_as_error(false).max_redirects(0);
        Ok(Gateway {
            agent: config.build().new_agent(),
            url: url.to_owned(),
            report_url: report_url.map(|url| url.trim_end_matches('/').to_owned()),
            token: format!("Bearer {token}"),
        })
    }
}

/// A telephone number as gateways want it: digits, and a plus in front if there was one.
fn dialled(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if number.trim_start().starts_with('+') { format!("+{digits}") } else { digits }
}

/// What the status of an answer means: gateways say 4xx of a message that they will never take, but for "too many" and what concerns the
/// account rather than the message.
fn refused(status: u16) -> PostError {
    match status {
        400 | 404 | 410 | 413 | 422 => PostError::Never("the SMS gateway refused the message"),
        401..=403 => PostError::Later("the SMS gateway refused the token"),
        _ => PostError::Later("the SMS gateway did not take the message"),
    }
}

fn away<E>(_: E) -> PostError {
    PostError::Later("the SMS gateway cannot be reached")
}

fn unreadable<E>(_: E) -> PostError {
    PostError::Later("the SMS gateway gave an answer that cannot be read")
}

fn read<T: for<'d> Deserialize<'d>>(answer: &mut ureq::http::Response<ureq::Body>) -> Result<T, PostError> {
    let status = answer.status().as_u16();
    if !(200..300).contains(&status) {
        return Err(refused(status));
    }
    let text = answer.body_mut().with_config().limit(LONGEST).read_to_string().map_err(unreadable)?;
    serde_json::from_str(&text).map_err(unreadable)
}

/// The gateway's number as a part of a path.
fn path_part(ticket: &str) -> Option<&str> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~:".contains(&b);
    (!ticket.is_empty() && ticket.len() <= LONGEST_TICKET && ticket.bytes().all(plain) && !ticket.starts_with('.')).then_some(ticket)
}

impl Texts for Gateway {
    fn send(&self, text: Text) -> BoxFuture<'_, Result<Option<String>, PostError>> {
        Box::pin(async move {
            let to = dialled(&text.to);
            let order = serde_json::to_string(&Order { id: &text.id, to: &to, text: &text.text }).map_err(unreadable)?;
            let (agent, url, token) = (self.agent.clone(), self.url.clone(), self.token.clone());
            let sent = tokio::task::spawn_blocking(move || {
                let request = agent.post(&url).header("Authorization", &token).header("Content-Type", "application/json");
                let mut answer = request.send(order).map_err(away)?;
                let taken: Taken = read(&mut answer)?;
                // A number that cannot be asked by is no number: the message was taken, and nothing will be known of it.
                Ok(path_part(&taken.id).map(ToOwned::to_owned))
            });
            sent.await.map_err(away)?
        })
    }

    fn report<'a>(&'a self, ticket: &'a str) -> BoxFuture<'a, Result<Option<Report>, PostError>> {
        Box::pin(async move {
            let (Some(report_url), Some(ticket)) = (&self.report_url, path_part(ticket)) else { return Ok(None) };
            let (agent, url, token) = (self.agent.clone(), format!("{report_url}/{ticket}"), self.token.clone());
            let asked = tokio::task::spawn_blocking(move || {
                let mut answer = agent.get(&url).header("Authorization", &token).call().map_err(away)?;
                let status: Status = read(&mut answer)?;
                Ok(Some(match status.status.as_str() {
                    "delivered" => Report::Arrived,
                    "failed" => Report::Failed,
                    _ => Report::Waiting,
                }))
            });
            asked.await.map_err(away)?
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_as_it_was_meant() {
        assert_eq!(dialled("+998 (90) 555-01-02"), "+998905550102");
        assert_eq!(dialled("8 900 555 01 02"), "89005550102");
    }

    #[test]
    fn a_token_goes_over_no_open_line() {
        for good in ["https://sms.example/send", "http://127.0.0.1:9/send", "http://localhost:9", "http://[::1]:9/x"] {
            assert!(Gateway::new(good, None, "secret").is_ok(), "{good}");
        }
        for bad in ["http://sms.example/send", "ftp://127.0.0.1/", "sms.example", ""] {
            assert!(matches!(Gateway::new(bad, None, "secret"), Err(GatewayError::Url)), "{bad}");
            assert!(matches!(Gateway::new("https://sms.example", Some(bad), "secret"), Err(GatewayError::Url)), "{bad}");
        }
        for bad in ["", " \n", "two words", "с"] {
            assert!(matches!(Gateway::new("https://sms.example", None, bad), Err(GatewayError::Token)));
        }
    }

    #[test]
    fn a_gateways_number_leads_nowhere_else() {
        assert_eq!(path_part("SM-12_3.4"), Some("SM-12_3.4"));
        for bad in ["", "../admin", "a/b", "a?b", "a b", "ы", ".", &"9".repeat(201)] {
            assert_eq!(path_part(bad), None, "{bad}");
        }
    }
}
