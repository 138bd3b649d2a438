//! `/sign-in/link/…`: looking shows a button, and only the button uses the link up, because mail scanners look.

use super::first_page;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::limits::Limited;
use crate::part::{Question, paragraph};
use axum::extract::Path;
use axum::response::Response;
use doorstep_service::Error;

pub(super) async fn get(ctx: Ctx, Path((_, token)): Path<(String, String)>) -> Result<Response, Failure> {
    ctx.limit(Limited::Api)?;
    if token.len() > 100 || !ctx.service().link_works(&token).await? {
        return Err(Failure::Service(Error::SpentLink));
    }
    let l = ctx.l;
    let title = l.t("sign-in-link-title");
    Question::new(ctx.frame(title.clone()), Errors::default())
        .heading(title)
        .html(paragraph(&l.t("sign-in-link-text")))
        .button(l.t("sign-in-button"))
        .respond(&ctx)
}

pub(super) async fn post(Path((_, token)): Path<(String, String)>, Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.limit(Limited::SignIn)?;
    if token.len() > 100 {
        return Err(Failure::Service(Error::SpentLink));
    }
    let (cookie, session) = ctx.service().use_link(&token).await?;
    ctx.enter(first_page(&session), &cookie).await
}
