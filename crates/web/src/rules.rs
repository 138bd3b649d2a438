//! The rules of the place, for everybody: each duty with its sources, and a count step by step for any day, to be printed.

mod index;
mod rule;

use crate::ctx::Web;
use axum::Router;
use axum::routing::get;

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/{locale}/rules", get(index::get)).route("/{locale}/rules/{rule}", get(rule::get).post(rule::post))
}
