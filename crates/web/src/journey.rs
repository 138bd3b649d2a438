//! The journey of a declaration: one question a page, answers on the server after each step.
//!
//! [`path`] computes from the answers which steps there are; next, back and "may this step be visited" follow from it.

pub(crate) mod answers;
mod begin_at;
mod check;
pub(crate) mod countries;
mod file;
pub(crate) mod page;
mod path;
pub(crate) mod photo;
mod plan;
mod start;
pub(crate) mod step;
mod steps;
pub(crate) mod zone;

pub(crate) use begin_at::begin_at;
pub(crate) use plan::Plan;
pub(crate) use steps::listed;

use crate::ctx::Web;
pub(crate) use crate::photo::jpeg;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The largest photo that is read at all, in bytes; what is larger gets a sentence, not a broken connection.
pub(crate) const PHOTO_BYTES: usize = 64 * 1024 * 1024;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/declare", get(start::get).post(start::post))
        .route("/{locale}/move", get(start::get_move).post(start::post_move))
        .route("/{locale}/family", get(start::get_family).post(start::post_family))
        .route("/{locale}/{journey}/step/{step}", get(page::get).post(page::post))
        .route("/{locale}/photo/{id}", get(crate::photo::get))
        .route("/{locale}/{journey}/photo", post(photo::post).layer(DefaultBodyLimit::max(PHOTO_BYTES)))
        .route("/{locale}/{journey}/photo/{id}/remove", post(photo::remove))
        .route("/{locale}/{journey}/check", get(check::get).post(file::post))
}
