//! The ceremonies of passkeys (WebAuthn level 3 §7): what our half and the browser's half say to each other.

use crate::failure::Failure;
use axum::Json;
use axum::response::{IntoResponse, Response};
use doorstep_service::{Error, Service};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The largest answer of a browser, in bytes; real ones have about 2 kB.
const ANSWER: usize = 32 * 1024;

/// Keeps our half and hands the browser's half out, with the name under which the ceremony goes on.
pub(crate) async fn begun(service: &Service, state: &impl Serialize, options: Value) -> Result<Response, Failure> {
    let state = serde_json::to_string(state).map_err(|_| Failure::Template)?;
    let name = service.begin_ceremony(state).await?;
    Ok(Json(json!({ "ceremony": name.reveal(), "publicKey": options["publicKey"] })).into_response())
}

/// Our half of a ceremony, used up.
pub(crate) async fn ours<T: DeserializeOwned>(service: &Service, name: &str) -> Result<T, Failure> {
    let state = service.take_ceremony(name).await?;
    serde_json::from_str(&state).map_err(|_| Failure::Service(Error::SpentLink))
}

/// The browser's answer; `None` if it is none.
pub(crate) fn theirs<T: DeserializeOwned>(answer: &str) -> Option<T> {
    if answer.len() > ANSWER { None } else { serde_json::from_str(answer).ok() }
}
