//! `/letters`: a clerk prints letters to addresses, one after the other. There is a number of them, and no list.

use super::letter_paper;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Question, inset, paragraph};
use crate::record::pdf;
use axum::response::Response;

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let waiting = ctx.service().host_letters_waiting(ctx.staff()?).await?;
    let l = ctx.l;
    let page = Question::new(ctx.frame(l.t("letters-title")), Errors::default()).heading(l.t("letters-title")).html(paragraph(&l.t1(
        "letters-waiting",
        "n",
        waiting,
    )));
    if !ctx.service().settings().host_letters && waiting == 0 {
        return page.html(paragraph(&l.t("letters-off"))).linked("/desk", l.t("desk-title")).respond(&ctx);
    }
    if waiting == 0 {
        return page.linked("/desk", l.t("desk-title")).respond(&ctx);
    }
    page.html(inset(&l.t("letters-once"))).button(l.t("letters-print")).link("/letters", l.t("letters-again")).respond(&ctx)
}

pub(super) async fn post(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    match ctx.service().print_host_letter(ctx.staff()?).await? {
        Some(letter) => pdf::letter(&ctx, letter_paper::letter(&ctx, &letter), "doorstep-letter.pdf").await,
        None => Ok(ctx.go("/letters")),
    }
}
