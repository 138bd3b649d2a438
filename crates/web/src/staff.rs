//! The pages of clerks and officers.

mod case;
mod case_words;
mod cases;
mod desk;

use crate::ctx::Web;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/desk", get(desk::get))
        .route("/{locale}/desk/new", post(desk::new))
        .route("/{locale}/desk/receive", post(desk::receive))
        .route("/{locale}/desk/done", post(desk::done))
        .route("/{locale}/cases", get(cases::get))
        .route("/{locale}/cases/{id}", get(case::get).post(case::post))
        .route("/{locale}/cases/{id}/photo/{photo}", get(case::photo))
}
