//! `/confirm-email/…`: the link that is sent to a new e-mail address. Opening it shows a button; mail scanners open links too.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::limits::Limited;
use crate::part::{Question, paragraph};
use axum::extract::Path;
use axum::response::Response;

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    ctx.person()?;
    Question::new(ctx.frame(l.t("confirm-email-title")), Errors::default())
        .heading(l.t("confirm-email-title"))
        .html(paragraph(&l.t("confirm-email-text")))
        .button(l.t("confirm-email-button"))
        .respond(&ctx)
}

pub(super) async fn post(Path((_, code)): Path<(String, String)>, Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().confirm_email(ctx.person()?, &code).await?;
    Ok(ctx.go("/confirmed-email"))
}

/// POST `/account/confirm`: the link once more.
pub(super) async fn again(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let person = session.person().ok_or(Failure::SignIn)?;
    ctx.limit_on(Limited::Link, person.0.as_bytes())?;
    ctx.service().confirm_again(session).await?;
    Ok(ctx.go("/account/confirm/sent"))
}

pub(super) async fn sent(ctx: Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    Question::new(ctx.frame(l.t("sign-in-sent-title")).back("/account"), Errors::default())
        .heading(l.t("sign-in-sent-title"))
        .html(paragraph(&l.t("account-confirm-sent")))
        .linked("/account", l.t("account-title"))
        .respond(&ctx)
}

pub(super) async fn done(ctx: Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    Question::new(ctx.frame(l.t("confirmed-email-title")), Errors::default())
        .heading(l.t("confirmed-email-title"))
        .html(paragraph(&l.t("confirmed-email-text")))
        .linked("/record", l.t("menu-record"))
        .respond(&ctx)
}
