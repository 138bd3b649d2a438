//! `POST /api/v1/addresses`: suggestions while somebody types. No sign-in, no log of what was typed: it comes in the body, because what
//! stands in an address ends up in other people's logs.

use axum::extract::State;
use axum::{Form, Json};
use doorstep_service::Service;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many suggestions an answer holds.
const LIMIT: usize = 7;

#[derive(Deserialize, ToSchema)]
pub(crate) struct Typed {
    /// What was typed so far, in any script or keyboard layout; at most 200 characters count.
    #[serde(default)]
    q: String,
}

/// The suggestions, best first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Suggestions {
    hits: Vec<Suggestion>,
}

/// One official address.
#[derive(Serialize, ToSchema)]
pub(crate) struct Suggestion {
    /// The key in the official register.
    id: String,
    /// The official wording.
    text: String,
    /// The other name of the same house, if that is what was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    alias: Option<String>,
}

/// Suggests official addresses for what was typed.
#[utoipa::path(post, path = "/api/v1/addresses", request_body(content = Typed, content_type = "application/x-www-form-urlencoded"), responses((status = 200, body = Suggestions)))]
pub(crate) async fn search(State(service): State<Service>, Form(typed): Form<Typed>) -> Json<Suggestions> {
    let q: String = typed.q.chars().take(200).collect();
    let hits = match service.addresses() {
        Some(register) if !q.trim().is_empty() => register.search(&q, LIMIT),
        _ => Vec::new(),
    };
    let hits = hits.into_iter().map(|hit| Suggestion { id: hit.id, text: hit.text, alias: hit.alias }).collect();
    Json(Suggestions { hits })
}
