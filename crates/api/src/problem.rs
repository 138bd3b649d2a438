//! Problems: RFC 9457.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// What went wrong.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// A short name of the problem.
    #[serde(rename = "type")]
    kind: &'static str,
    /// One sentence in English.
    title: &'static str,
    /// The HTTP status.
    status: u16,
}

impl Problem {
    pub(crate) const NOT_FOUND: Problem =
        Problem { kind: "urn:doorstep:not-found", title: "There is nothing behind this code.", status: 404 };
    pub(crate) const NOT_NOW: Problem =
        Problem { kind: "urn:doorstep:not-now", title: "The service cannot answer at the moment.", status: 503 };
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
