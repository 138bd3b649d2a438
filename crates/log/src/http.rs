//! HTTP, for witnesses and for logs of others.

use crate::consult::{Wire, WireError};
use crate::monitor::{Gone, Source};
use async_trait::async_trait;
use std::time::Duration;
use ureq::Agent;

/// How long a witness or a log may take.
const PATIENCE: Duration = Duration::from_secs(4);
/// The longest answer that is read.
const LONGEST: u64 = 1 << 20;

/// A client that follows no redirections and keeps nothing of one answer for the next.
#[derive(Clone)]
pub struct Http {
    agent: Agent,
    prefix: String,
}

impl Http {
    /// A client; `prefix` is what `get` puts before paths, without a slash at the end.
    pub fn new(prefix: &str) -> Self {
        let config = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).max_redirects(0);
        Http { agent: config.build().new_agent(), prefix: prefix.trim_end_matches('/').to_owned() }
    }
}

fn wire(error: ureq::Error) -> WireError {
    WireError(error.to_string())
}

#[async_trait]
impl Wire for Http {
    async fn post(&self, url: &str, body: String) -> Result<(u16, String), WireError> {
        let (agent, url) = (self.agent.clone(), url.to_owned());
        let posted = tokio::task::spawn_blocking(move || {
            let mut answer = agent.post(&url).header("Content-Type", "text/plain; charset=utf-8").send(body).map_err(wire)?;
            let text = answer.body_mut().with_config().limit(LONGEST).read_to_string().map_err(wire)?;
            Ok((answer.status().as_u16(), text))
        });
        posted.await.map_err(|error| WireError(error.to_string()))?
    }
}

impl Source for Http {
    fn get(&self, path: &str) -> Result<Vec<u8>, Gone> {
        let url = format!("{}/{path}", self.prefix);
        let gone = |why: String| Gone { path: path.to_owned(), why };
        let mut answer = self.agent.get(&url).call().map_err(|error| gone(error.to_string()))?;
        if answer.status().as_u16() != 200 {
            return Err(gone(format!("the log answered {}", answer.status().as_u16())));
        }
        answer.body_mut().with_config().limit(LONGEST).read_to_vec().map_err(|error| gone(error.to_string()))
    }
}
