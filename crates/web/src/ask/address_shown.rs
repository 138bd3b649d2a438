//! `/ask/address/shown`: the address is shown again to those who may see it, because its owner wishes so.

use super::open;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Question, paragraph};
use axum::response::Response;
use doorstep_policy::CaseKind;

/// Whether there is something to end here: an open case is taken back on its own page.
async fn can(ctx: &Ctx) -> Result<bool, Failure> {
    Ok(ctx.service().record(ctx.person()?).await?.hidden && open(ctx, CaseKind::Protection).await?.is_none())
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let (l, back) = (ctx.l, format!("/ask/address{}", ctx.for_whom()));
    if !can(&ctx).await? {
        return Ok(ctx.go(&back));
    }
    let heading = l.t("do-show-again-title");
    let mut page = Question::new(ctx.frame(heading.clone()).back(back.clone()), Errors::default());
    page.warning = true;
    page.heading(heading)
        .html(paragraph(&l.t("do-show-again-then")))
        .button(l.t("do-show-again-button"))
        .link(back, l.t("do-not"))
        .respond(&ctx)
}

pub(super) async fn post(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    if can(&ctx).await? {
        ctx.service().end_protection(ctx.person()?).await?;
    }
    Ok(ctx.go(&format!("/ask/address{}", ctx.for_whom())))
}
