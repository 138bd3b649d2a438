//! The JSON API, as far as this version goes: what anybody may ask without signing in. Its description is `docs/openapi.json`.
//!
//! It opens no record and logs no query.

mod address;
mod attempt;
mod problem;
mod receipt;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use doorstep_service::Service;
use utoipa::OpenApi;

/// The description of the API.
#[derive(OpenApi)]
#[openapi(
    info(title = "Doorstep", description = "Digital residence registration: the public part of the JSON API."),
    paths(address::search, receipt::read, attempt::check),
    components(schemas(address::Typed, address::Suggestions, address::Suggestion, receipt::Receipt, attempt::Attempt, problem::Problem))
)]
struct Description;

/// The description as JSON, pretty-printed; `docs/openapi.json` holds it and a test compares them.
pub fn description() -> String {
    Description::openapi().to_pretty_json().unwrap_or_default() + "\n"
}

/// The routes under `/api/v1`.
pub fn router(service: Service) -> Router {
    Router::new()
        .route("/api/v1/addresses", post(address::search))
        .route("/api/v1/receipts/{code}", get(receipt::read))
        .route("/api/v1/attempts/{code}", get(attempt::check))
        .route("/api/v1/openapi.json", get(|| async { ([("content-type", "application/json")], description()) }))
        .layer(DefaultBodyLimit::max(4096))
        .with_state(service)
}
