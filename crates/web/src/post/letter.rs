//! Letters to be printed: the one in hand, and one message of the person at the desk. Each opening leaves a look.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Question, paragraph};
use crate::record::pdf;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

fn message(id: &str) -> Result<Uuid, Failure> {
    Uuid::try_parse(id).map_err(|_| Failure::NotFound)
}

/// `/post/letter.pdf`: the letter in hand.
pub(super) async fn in_hand(ctx: Ctx) -> Result<Response, Failure> {
    match ctx.service().letter_in_hand(ctx.clerk()?).await? {
        Some(letter) => pdf::letter(&ctx, letter, "letter.pdf").await,
        None => Ok(ctx.go("/post/no-address")),
    }
}

/// `/post/no-address`: the person has left meanwhile.
pub(super) async fn no_address(ctx: Ctx) -> Result<Response, Failure> {
    ctx.clerk()?;
    let title = ctx.l.t("post-no-address");
    let page = Question::new(ctx.frame(title.clone()), Errors::default()).heading(title);
    page.html(paragraph(&ctx.l.t("post-no-address-text"))).linked("/post", ctx.l.t("post-title")).respond(&ctx)
}

/// `/inbox/{id}/letter.pdf`: a message of the person at the desk.
pub(super) async fn at_desk(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let letter = ctx.service().letter_at_desk(ctx.clerk()?, message(&id)?).await?;
    pdf::letter(&ctx, letter, "message.pdf").await
}

/// `/inbox/{id}/handed`: the question whether the person signed for it.
pub(super) async fn handed_page(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    ctx.clerk()?;
    message(&id)?;
    let title = ctx.l.t("message-signed-title");
    Question::new(ctx.frame(title.clone()).back(format!("/inbox/{id}")), Errors::default())
        .heading(title)
        .html(paragraph(&ctx.l.t("message-signed-text")))
        .button(ctx.l.t("message-signed"))
        .respond(&ctx)
}

/// The person at the desk took the message and signed for it.
pub(crate) async fn handed(Path((_, id)): Path<(String, String)>, Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().handed_over_at_desk(ctx.clerk()?, message(&id)?).await?;
    Ok(ctx.go(&format!("/inbox/{id}")))
}
