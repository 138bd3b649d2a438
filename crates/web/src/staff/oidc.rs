//! `/staff/oidc`: where the office's own service sends the browser back to (OpenID Connect, authorization code flow).

use super::local::{To, local};
use crate::account::first_page;
use crate::ctx::{Ctx, cookie};
use crate::failure::Failure;
use crate::frame::Frame;
use crate::limits::Limited;
use askama::Template;
use axum::extract::Query;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use doorstep_service::{Error, NoPost, ProviderFault, StaffAnswer};
use serde::Deserialize;

/// The cookie that ties a sign-in to the browser in which it began.
const COOKIE: &str = "__Host-oidc";
/// The longest part of an answer that is read.
const LONGEST: usize = 4096;

/// What the provider adds to our address (OpenID Connect Core §3.1.2.5, RFC 9207).
#[derive(Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    iss: Option<String>,
}

#[derive(Template)]
#[template(path = "staff/refused.html")]
struct Refused {
    f: Frame,
    body: String,
}

fn set_cookie(response: &mut Response, value: &str, seconds: u32) {
    let cookie = format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// Says in plain words why nobody signs in, and what to do. Everything else is a failure as elsewhere.
fn refused(ctx: &Ctx, error: Error) -> Result<Response, Failure> {
    let name = ctx.service().provider_name().unwrap_or_default();
    let (status, key) = match &error {
        Error::Provider(ProviderFault::Away(why)) => {
            tracing::warn!(why, "the provider of staff's sign-ins is away");
            (StatusCode::SERVICE_UNAVAILABLE, "away")
        }
        Error::Provider(ProviderFault::Untrusted(why)) => {
            tracing::warn!(why, "a sign-in of staff was not believed");
            (StatusCode::FORBIDDEN, "untrusted")
        }
        Error::Provider(ProviderFault::Declined) => (StatusCode::FORBIDDEN, "declined"),
        Error::NoPost(NoPost::Nobody) => (StatusCode::FORBIDDEN, "nobody"),
        Error::NoPost(NoPost::Unknown(_)) => (StatusCode::FORBIDDEN, "unknown"),
        Error::Left => (StatusCode::FORBIDDEN, "left"),
        _ => return Err(error.into()),
    };
    let body = match &error {
        Error::NoPost(NoPost::Unknown(role)) => ctx.l.t1("signin-unknown-body", "role", role.as_str()),
        _ => ctx.l.t1(&format!("signin-{key}-body"), "name", name),
    };
    ctx.page(status, &Refused { f: ctx.frame(ctx.l.t(&format!("signin-{key}-title"))), body })
}

/// `/staff/oidc/start`: a link and no form, because a form may send nobody to another site (CSP `form-action`).
pub(super) async fn start(ctx: Ctx, Query(To { to }): Query<To>) -> Result<Response, Failure> {
    // A whole office comes in the morning, from one network. Nothing can be guessed here.
    ctx.limit(Limited::Start)?;
    let redirect = format!("{}{}", ctx.service().settings().base_url, ctx.to("/staff/oidc"));
    match ctx.service().begin_staff_sign_in(redirect, ctx.l.tag(), local(&to).unwrap_or_default().to_owned()).await {
        Ok((secret, address)) => {
            let mut response = Redirect::to(&address).into_response();
            set_cookie(&mut response, secret.reveal(), 600);
            Ok(response)
        }
        Err(error) => refused(&ctx, error),
    }
}

pub(super) async fn get(ctx: Ctx, headers: HeaderMap, Query(answer): Query<Answer>) -> Result<Response, Failure> {
    ctx.limit(Limited::Api)?;
    if [&answer.code, &answer.state].iter().any(|part| part.len() > LONGEST) {
        return Err(Failure::TooLarge);
    }
    let secret = cookie(&headers, COOKIE).unwrap_or_default();
    let answer = StaffAnswer { state: answer.state, code: answer.code, issuer: answer.iss };
    let mut response = match ctx.service().finish_staff_sign_in(&secret, answer).await {
        Ok((token, session, to)) => ctx.enter(local(&to).unwrap_or_else(|| first_page(&session)), &token).await?,
        Err(error) => refused(&ctx, error)?,
    };
    set_cookie(&mut response, "", 0);
    Ok(response)
}
