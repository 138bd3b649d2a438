//! `/i/…`: somebody was invited to declare a home. They decide everything.

use super::plain_words;
use crate::ctx::{Ctx, with_session};
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::journey::begin_at;
use crate::part::{Question, inset, paragraph};
use crate::record::PlaceWords;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::Place;

type At = Path<(String, String)>;

fn nothing(ctx: &Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    let mut page = Question::new(ctx.frame(l.t("invited-nothing-title")), Errors::default())
        .heading(l.t("invited-nothing-title"))
        .html(paragraph(&l.t("invited-nothing")))
        .linked("/declare", l.t("invited-without"))
        .respond(ctx)?;
    *page.status_mut() = StatusCode::NOT_FOUND;
    Ok(page)
}

fn page(ctx: &Ctx, place: &Place) -> Result<Response, Failure> {
    let l = ctx.l;
    Question::new(ctx.frame(l.t("invited-title")), Errors::default())
        .heading(l.t("invited-title"))
        .html(PlaceWords::of(l, place).html())
        .html(paragraph(&l.t("invited-text")))
        .html(inset(&l.t("invited-you-decide")))
        .html(paragraph(&l.t("invited-host-sees")))
        .html(plain_words(ctx))
        .button(l.t("invited-button"))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx, Path((_, code)): At) -> Result<Response, Failure> {
    match ctx.service().invited_to(&code).await? {
        Some(place) => page(&ctx, &place),
        None => nothing(&ctx),
    }
}

pub(super) async fn post(Path((_, code)): At, Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    let Some(place) = ctx.service().invited_to(&code).await? else { return nothing(&ctx) };
    match &ctx.session {
        Some(session) if session.person().is_some() => Ok(ctx.go(&begin_at(&ctx, session, &place).await?)),
        // An officer, or a clerk with nobody at the desk.
        Some(_) => Err(Failure::NotFound),
        None => {
            let (token, session) = ctx.service().begin_new().await?;
            let path = begin_at(&ctx, &session, &place).await?;
            Ok(with_session(ctx.go(&path), &token))
        }
    }
}
