//! `POST /add-checkpoint`, and `GET /<log>/checkpoint` for monitors.

use crate::memory::{Memory, MemoryError, name};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use doorstep_register::world::Clock;
use doorstep_tlog::{AddCheckpoint, Answer, Checkpoint, Note, Seen, Signer, Verifier, cosign};
use std::sync::{Arc, Mutex};

/// A witness: its key, the logs that it knows, and what it remembers of them.
pub struct Witness {
    key: Signer,
    logs: Vec<Verifier>,
    /// Looking and keeping are one step under this lock; else two requests could cross and one undo the other.
    memory: Mutex<Memory>,
    clock: Arc<dyn Clock>,
}

impl Witness {
    /// Every log's memory is read once, so that a damaged one is known at the start.
    pub fn new(key: Signer, logs: Vec<Verifier>, memory: Memory, clock: Arc<dyn Clock>) -> Result<Witness, MemoryError> {
        for log in &logs {
            memory.seen(log.name())?;
        }
        Ok(Witness { key, logs, memory: Mutex::new(memory), clock })
    }

    fn add(&self, body: &str) -> Response {
        let Ok(ask) = AddCheckpoint::parse(body) else { return StatusCode::BAD_REQUEST.into_response() };
        let Ok(checkpoint) = Checkpoint::parse(&ask.checkpoint.text) else { return StatusCode::BAD_REQUEST.into_response() };
        let Some(log) = self.logs.iter().find(|log| log.name() == checkpoint.origin) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let memory = self.memory.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let cosigned = memory.seen(log.name()).and_then(|seen| self.decide(&memory, log, &ask, seen));
        cosigned.unwrap_or_else(|error| {
            tracing::error!(%error, "the witness cannot remember, and signs nothing");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        })
    }

    fn decide(&self, memory: &Memory, log: &Verifier, ask: &AddCheckpoint, seen: Seen) -> Result<Response, MemoryError> {
        let answer = ask.judge(log, &seen);
        let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::BAD_REQUEST);
        Ok(match answer {
            Answer::Cosign(_) => {
                let time = u64::try_from(self.clock.now().as_second()).unwrap_or(0);
                let signature = cosign(&self.key, time, &ask.checkpoint.text);
                let own = ask.checkpoint.signatures.iter().filter(|s| s.is_by(log)).cloned();
                let kept = Note { text: ask.checkpoint.text.clone(), signatures: own.chain([signature.clone()]).collect() };
                memory.keep(log.name(), &kept)?;
                signature.to_string().into_response()
            }
            Answer::Conflict(size) => (status, [(header::CONTENT_TYPE, "text/x.tlog.size")], format!("{size}\n")).into_response(),
            Answer::Fork(size) => {
                tracing::error!(origin = log.name(), size, "two trees of one size: the log shows different people different things");
                (status, [(header::CONTENT_TYPE, "text/x.tlog.size")], format!("{size}\n")).into_response()
            }
            Answer::Inconsistent => {
                tracing::warn!(origin = log.name(), old = seen.size, "a head that does not follow from the last one");
                status.into_response()
            }
            _ => status.into_response(),
        })
    }

    fn last(&self, log: &str) -> Response {
        let Some(known) = self.logs.iter().find(|known| name(known.name()) == log) else { return StatusCode::NOT_FOUND.into_response() };
        let memory = self.memory.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        match memory.note(known.name()) {
            Ok(Some(note)) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], note).into_response(),
            Ok(None) => StatusCode::NOT_FOUND.into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// The two addresses of a witness.
pub fn router(witness: Arc<Witness>) -> Router {
    Router::new()
        .route("/add-checkpoint", post(add))
        .route("/{log}/checkpoint", get(last))
        .layer(DefaultBodyLimit::max(128 * 1024))
        .with_state(witness)
}

async fn add(State(witness): State<Arc<Witness>>, body: String) -> Response {
    // Waiting for the disk is not for the threads of the runtime.
    let answered = tokio::task::spawn_blocking(move || witness.add(&body)).await;
    answered.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn last(State(witness): State<Arc<Witness>>, Path(log): Path<String>) -> Response {
    witness.last(&log)
}
