//! The pages of clerks, officers and supervisors.

mod act;
mod address_case;
mod case;
mod cases;
mod ceremony;
mod desk;
mod local;
mod me;
mod oidc;
mod passkey;
mod resolve;
mod sign_in;
mod step_up;

pub(crate) use local::with as back_to;
mod number;
mod pick;
mod sample;
mod words;

use crate::ctx::Web;
use act::{ActPage, confirm, draft, effect_field};
use axum::Router;
use axum::routing::{get, post};

/// The page of an act that opens what was said in the case.
fn page<P: ActPage + 'static>(router: Router<Web>) -> Router<Web> {
    let path = format!("/{{locale}}/cases/{{id}}/{}", P::SLUG);
    router.route(&path, get(act::get::<P>).post(act::post::<P>))
}

/// The page of an act that opens nothing.
fn unseen<P: ActPage + 'static>(router: Router<Web>) -> Router<Web> {
    let path = format!("/{{locale}}/cases/{{id}}/{}", P::SLUG);
    router.route(&path, get(act::get_unseen::<P>).post(act::post::<P>))
}

fn acts() -> Router<Web> {
    let pages: [fn(Router<Web>) -> Router<Web>; 17] = [
        page::<act::Notice>,
        page::<act::Delivery>,
        page::<act::Invite>,
        page::<act::Hearing>,
        page::<act::MoreTime>,
        page::<act::Visit>,
        page::<act::File>,
        page::<act::NewHost>,
        page::<act::SendBack>,
        page::<act::InEffect>,
        page::<act::Undo>,
        page::<act::Died>,
        page::<act::Appeal>,
        page::<act::Judgment>,
        unseen::<act::Deputy>,
        unseen::<act::TimeBack>,
        unseen::<act::Apart>,
    ];
    let router = pages.iter().fold(Router::new(), |router, add| add(router));
    router
        .route("/{locale}/cases/{id}/draft/{outcome}", get(draft::get).post(draft::post))
        .route("/{locale}/cases/{id}/draft/{outcome}/write", get(draft::write_get).post(draft::write_post))
        .route("/{locale}/cases/{id}/confirm", get(confirm::get).post(confirm::post))
        .route("/{locale}/cases/{id}/effect/{field}", get(effect_field::get).post(effect_field::post))
        .route("/{locale}/cases/{id}/done/{act}", get(act::done))
}

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .merge(desk::routes())
        .route("/{locale}/sample", get(sample::get))
        .route("/{locale}/cases", get(cases::get))
        .route("/{locale}/cases/address", get(address_case::get).post(address_case::post))
        .route("/{locale}/cases/number", get(number::get).post(number::post))
        .route("/{locale}/cases/{id}", get(case::get).post(case::post))
        .route("/{locale}/cases/{id}/photo/{photo}", get(case::photo))
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
        .merge(acts())
}
