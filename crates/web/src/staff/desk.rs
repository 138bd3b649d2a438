//! `/desk`: a clerk serves one person at a time, and sees nobody else.

mod document;
mod lost;
mod papers;
mod post;
mod receive;

use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::part::Input;
use askama::Template;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use doorstep_locales::Locale;
use doorstep_register::Contact;
use doorstep_service::Session;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/desk", get(show))
        .route("/{locale}/desk/new", post(new))
        .route("/{locale}/desk/receive", post(receive::post))
        .route("/{locale}/desk/document", get(document::get).post(document::post))
        .route("/{locale}/desk/post", get(post::get).post(post::post).layer(DefaultBodyLimit::max(crate::journey::PHOTO_BYTES)))
        .route("/{locale}/desk/lost", get(lost::get).post(lost::post))
        .route("/{locale}/desk/papers", get(papers::get).post(papers::post))
        .route("/{locale}/desk/papers/pdf", post(papers::pdf))
        .route("/{locale}/desk/done", post(done))
}

#[derive(Template)]
#[template(path = "staff/desk.html")]
struct Page {
    f: Frame,
    errors: Errors,
    present: bool,
    office: String,
    pseudonym: String,
    code: Input,
}

/// A clerk with somebody at the desk.
fn helping(ctx: &Ctx) -> Result<&Session, Failure> {
    Some(ctx.clerk()?).filter(|session| session.person().is_some()).ok_or(Failure::NotFound)
}

/// The language in which somebody reads: as they said, else that of the page.
fn language(ctx: &Ctx, contact: &Contact) -> Locale {
    contact.language.as_ref().and_then(|tag| tag.as_str().parse().ok()).unwrap_or(ctx.l)
}

/// The languages to choose from, with their own names.
fn languages() -> Vec<(String, String)> {
    Locale::EVERY.into_iter().map(|l| (l.tag().to_owned(), l.own_name().to_owned())).collect()
}

fn page(ctx: &Ctx, typed: &str, errors: Errors) -> Result<Response, Failure> {
    let session = ctx.clerk()?;
    let l = ctx.l;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut f = ctx.frame(l.t("desk-title"));
    f.error = !errors.is_empty();
    let code = Input::new(l, "code", l.t("desk-code"), &errors).hint(l.t("desk-code-hint")).code().value(typed).focused();
    let staff = session.staff();
    ctx.page(
        status,
        &Page {
            f,
            errors,
            present: session.person().is_some(),
            office: staff.map(|s| s.office.0.clone()).unwrap_or_default(),
            pseudonym: staff.map(|s| s.pseudonym.clone()).unwrap_or_default(),
            code,
        },
    )
}

async fn show(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, "", Errors::default())
}

/// `/desk/new`: somebody who has nothing yet; the first question comes at once.
async fn new(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().desk_new(ctx.clerk()?).await?;
    Ok(ctx.go("/declare/step/name"))
}

/// `/desk/done`: the person leaves the desk.
async fn done(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().desk_done(ctx.clerk()?).await?;
    Ok(ctx.go("/desk"))
}
