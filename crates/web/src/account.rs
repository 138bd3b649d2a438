//! Signing in, how to reach a person, and their ways back.

pub(crate) mod ceremony;
mod codes;
mod confirm_email;
mod contact;
mod email;
mod overview;
mod passkeys;
mod sessions;
mod sign_in;
mod sign_in_code;
mod sign_in_email;
mod sign_in_link;
mod sign_in_passkey;
mod sign_out;
mod text_field;

pub(crate) use email::{looks_like_email, looks_like_phone};

use crate::ctx::Web;
use axum::Router;
use axum::routing::{get, post};
use doorstep_register::StaffRole;
use doorstep_service::{Session, Who};
use doorstep_storage::SignInWay;
use webauthn_rs::{Webauthn, WebauthnBuilder};

pub(crate) use text_field::text_error;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/sign-in", get(sign_in::get))
        .route("/{locale}/sign-in/code", get(sign_in_code::get).post(sign_in_code::post))
        .route("/{locale}/sign-in/email", get(sign_in_email::get).post(sign_in_email::post))
        .route("/{locale}/sign-in/email/sent", get(sign_in_email::sent))
        .route("/{locale}/sign-in/link/{token}", get(sign_in_link::get).post(sign_in_link::post))
        .route("/{locale}/sign-in/passkey", get(sign_in_passkey::get).post(sign_in_passkey::post))
        .route("/{locale}/sign-in/passkey/begin", post(sign_in_passkey::begin))
        .route("/{locale}/sign-out", post(sign_out::post))
        .route("/{locale}/confirm-email/{code}", get(confirm_email::get).post(confirm_email::post))
        .route("/{locale}/confirmed-email", get(confirm_email::done))
        .route("/{locale}/account", get(overview::get))
        .route("/{locale}/account/confirm", post(confirm_email::again))
        .route("/{locale}/account/confirm/sent", get(confirm_email::sent))
        .route("/{locale}/account/contact", get(contact::get).post(contact::post))
        .route("/{locale}/account/codes", get(codes::get).post(codes::post))
        .route("/{locale}/account/codes/pdf", post(codes::pdf))
        .route("/{locale}/account/passkeys", get(passkeys::get).post(passkeys::post))
        .route("/{locale}/account/passkeys/begin", post(passkeys::begin))
        .route("/{locale}/account/passkeys/remove", post(passkeys::remove))
        .route("/{locale}/account/sessions", post(sessions::post))
}

/// The relying party of passkeys (WebAuthn level 3 §4); `None` where the site's address cannot be one.
pub(crate) fn relying_party(base_url: &str) -> Option<Webauthn> {
    let origin = url::Url::parse(base_url).ok()?;
    let id = origin.domain()?.to_owned();
    WebauthnBuilder::new(&id, &origin).ok()?.rp_name("Doorstep").build().ok()
}

/// Where somebody goes who has just signed in.
pub(crate) fn first_page(session: &Session) -> &'static str {
    match session.who {
        Who::Resident(_) => "/record",
        Who::Clerk { .. } => "/desk",
        Who::Officer(_) => "/cases",
        Who::Supervisor(_) => "/sample",
        Who::Dpo(_) => "/staff/resolve",
    }
}

/// The text id of a role.
pub(crate) fn role_id(role: StaffRole) -> &'static str {
    match role {
        StaffRole::Clerk => "role-clerk",
        StaffRole::Officer => "role-officer",
        StaffRole::Supervisor => "role-supervisor",
        StaffRole::Appeal => "role-appeal",
        StaffRole::Dpo => "role-dpo",
    }
}

/// The text id of a way to sign in.
fn way_key(way: SignInWay) -> &'static str {
    match way {
        SignInWay::New => "account-way-new",
        SignInWay::Link => "account-way-link",
        SignInWay::Code => "account-way-code",
        SignInWay::Passkey => "account-way-passkey",
        SignInWay::Desk => "account-way-desk",
        SignInWay::Provider => "account-way-provider",
    }
}
