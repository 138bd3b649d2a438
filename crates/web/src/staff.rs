//! The pages of hosts, clerks and officers.

mod case;
mod case_close;
mod case_words;
mod cases;
mod ceremony;
mod desk;
mod home;
mod homes;
mod local;
mod me;
mod oidc;
mod passkey;
mod resolve;
mod sign_in;
mod step_up;

pub(crate) use local::with as back_to;

use crate::ctx::Web;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/homes", get(homes::get))
        .route("/{locale}/homes/{number}", get(home::get))
        .route("/{locale}/desk", get(desk::get))
        .route("/{locale}/desk/new", post(desk::new))
        .route("/{locale}/desk/receive", post(desk::receive))
        .route("/{locale}/desk/done", post(desk::done))
        .route("/{locale}/cases", get(cases::get))
        .route("/{locale}/cases/{id}", get(case::get).post(case::post))
        .route("/{locale}/cases/{id}/photo/{photo}", get(case::photo))
        .route("/{locale}/cases/{id}/close", post(case_close::post))
        .route("/{locale}/staff", get(me::get))
        .route("/{locale}/staff/sign-in", get(sign_in::get))
        .route("/{locale}/staff/oidc/start", get(oidc::start))
        .route("/{locale}/staff/oidc", get(oidc::get))
        .route("/{locale}/staff/passkey", get(passkey::get).post(passkey::post))
        .route("/{locale}/staff/passkey/begin", post(passkey::begin))
        .route("/{locale}/staff/passkey/remove", post(passkey::remove))
        .route("/{locale}/staff/step-up", get(step_up::get).post(step_up::post))
        .route("/{locale}/staff/step-up/begin", post(step_up::begin))
        .route("/{locale}/staff/resolve", get(resolve::get).post(resolve::post))
}
