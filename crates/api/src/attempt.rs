//! `GET /api/v1/attempts/{code}`: whether this server gave out an attempt receipt, and when.

use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use doorstep_service::Service;
use serde::Serialize;
use utoipa::ToSchema;

/// The moment that an attempt receipt proves.
#[derive(Serialize, ToSchema)]
pub(crate) struct Attempt {
    /// When somebody tried to file (RFC 3339).
    at: String,
}

/// Checks the code of an attempt receipt.
#[utoipa::path(get, path = "/api/v1/attempts/{code}", params(("code" = String, Path, description = "The code as printed")),
    responses((status = 200, body = Attempt), (status = 404, body = Problem)))]
pub(crate) async fn check(State(service): State<Service>, Path(code): Path<String>) -> Result<Json<Attempt>, Problem> {
    let attempt = service.check_attempt(&code).ok_or(Problem::NOT_FOUND)?;
    Ok(Json(Attempt { at: attempt.at.to_string() }))
}
