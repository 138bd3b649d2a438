//! `/confirm-email/…`: the link that is sent to a new e-mail address. Opening it shows a button; mail scanners open links too.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
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

pub(super) async fn done(ctx: Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    Question::new(ctx.frame(l.t("confirmed-email-title")), Errors::default())
        .heading(l.t("confirmed-email-title"))
        .html(paragraph(&l.t("confirmed-email-text")))
        .linked("/record", l.t("menu-record"))
        .respond(&ctx)
}
