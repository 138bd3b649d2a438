//! `GET /api/v1/receipts/{code}`: what whoever holds a receipt's link may see.

use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use doorstep_service::{Service, Statement};
use serde::Serialize;
use utoipa::ToSchema;

/// A receipt as it was issued. No record is opened for it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Receipt {
    /// When it was issued (RFC 3339).
    issued_at: String,
    /// What it says: number, kind, issuer, names, place, days, grade, rules.
    #[schema(value_type = Object)]
    statement: Statement,
}

/// Reads a receipt by the last part of its link.
#[utoipa::path(get, path = "/api/v1/receipts/{code}", params(("code" = String, Path, description = "The last part of the receipt's link")),
    responses((status = 200, body = Receipt), (status = 404, body = Problem), (status = 503, body = Problem)))]
pub(crate) async fn read(State(service): State<Service>, Path(code): Path<String>) -> Result<Json<Receipt>, Problem> {
    let found = service.read_receipt(&code).await.map_err(|_| Problem::NOT_NOW)?;
    let (issued_at, statement) = found.ok_or(Problem::NOT_FOUND)?;
    Ok(Json(Receipt { issued_at: issued_at.to_string(), statement }))
}
