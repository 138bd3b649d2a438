//! `/homes/1/give-up`: the home is no longer the host's.

use super::index;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Question, paragraph};
use crate::record::PlaceWords;
use axum::extract::Path;
use axum::response::Response;

pub(super) async fn get(ctx: Ctx, Path((_, number)): Path<(String, String)>) -> Result<Response, Failure> {
    let home = ctx.service().one_home(ctx.person()?, index(&number)?).await?;
    let l = ctx.l;
    Question::new(ctx.frame(l.t("home-give-up-title")).back("/homes"), Errors::default())
        .heading(l.t("home-give-up-title"))
        .html(PlaceWords::of(l, &home.place).html())
        .html(paragraph(&l.t("home-give-up-text")))
        .html(paragraph(&l.t("home-give-up-cases")))
        .button(l.t("home-give-up-button"))
        .link("/homes", l.t("home-give-up-not"))
        .respond(&ctx)
}

pub(super) async fn post(Path((_, number)): Path<(String, String)>, Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().give_up_home(ctx.person()?, index(&number)?).await?;
    Ok(ctx.go("/homes"))
}
