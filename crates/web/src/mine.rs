//! The cases in which somebody is heard: what was said, what it means, until when, and what they can do.

mod act;
mod answer;
mod answer_check;
mod answer_draft;
mod answer_photos;
mod case;
mod course;
mod list;
mod paper;
mod words;

use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use crate::journey::PHOTO_BYTES;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use doorstep_register::CaseId;

pub(crate) use words::title;

pub(crate) fn routes() -> Router<Web> {
    let photo = post(answer_photos::post).layer(DefaultBodyLimit::max(PHOTO_BYTES));
    Router::new()
        .route("/{locale}/my-cases", get(list::get))
        .route("/{locale}/my-cases/{id}", get(case::get))
        .route("/{locale}/my-cases/{id}/case.pdf", get(paper::get))
        .route("/{locale}/my-cases/{id}/answer", get(answer::get).post(answer::post))
        .route("/{locale}/my-cases/{id}/answer/photos", get(answer_photos::get))
        .route("/{locale}/my-cases/{id}/answer/photo", photo)
        .route("/{locale}/my-cases/{id}/answer/photo/{photo}/remove", post(answer_photos::remove))
        .route("/{locale}/my-cases/{id}/answer/check", get(answer_check::get).post(answer_check::post))
        .route("/{locale}/my-cases/{id}/{act}", get(act::get).post(act::post))
}

fn case_id(text: &str) -> Result<CaseId, Failure> {
    uuid::Uuid::parse_str(text).map(CaseId).map_err(|_| Failure::NotFound)
}

/// The path of a case after the language, or of a page of it.
fn path(ctx: &Ctx, id: CaseId, page: &str) -> String {
    format!("/my-cases/{id}{page}{}", ctx.for_whom())
}

/// The path of a case after something was done there.
fn done(ctx: &Ctx, id: CaseId, what: &str) -> String {
    let with = if ctx.acting.is_some() { '&' } else { '?' };
    format!("{}{with}done={what}", path(ctx, id, ""))
}
