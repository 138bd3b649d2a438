//! The pages of hosts, clerks, officers and supervisors.

mod case;
mod case_words;
mod cases;
mod desk;
mod home;
mod homes;
mod sample;

use crate::ctx::Web;
use axum::Router;
use axum::routing::get;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/homes", get(homes::get))
        .route("/{locale}/homes/{number}", get(home::get))
        .merge(desk::routes())
        .route("/{locale}/sample", get(sample::get))
        .route("/{locale}/cases", get(cases::get))
        .route("/{locale}/cases/{id}", get(case::get).post(case::post))
        .route("/{locale}/cases/{id}/photo/{photo}", get(case::photo))
}
