//! stub
use crate::ctx::Web; use axum::Router;
pub(crate) fn routes() -> Router<Web> { Router::new() }
