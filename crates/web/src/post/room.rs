//! `/post`: how many letters wait, and the one in hand.

use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::part::DateInput;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_service::Noted;

#[derive(Template)]
#[template(path = "post/room.html")]
struct Room {
    f: Frame,
    waiting: String,
    any: bool,
}

#[derive(Template)]
#[template(path = "post/in_hand.html")]
struct InHand {
    f: Frame,
    errors: Errors,
    posted: DateInput,
}

async fn page(ctx: &Ctx, typed: Option<DateAnswer>, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let room = ctx.service().mailroom(ctx.clerk()?).await?;
    let Some(code) = room.in_hand else {
        let waiting = l.t1("post-waiting", "n", i64::try_from(room.waiting).unwrap_or(i64::MAX));
        return ctx.ok(&Room { f: ctx.frame(l.t("post-title")), waiting, any: room.waiting > 0 });
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut f = ctx.frame(l.t1("post-hand-title", "code", code.as_str()));
    f.error = !errors.is_empty();
    let typed = typed.unwrap_or_else(|| DateAnswer::from_date(ctx.service().today()));
    let posted = DateInput::new(l, "on", l.t("post-posted-on"), &errors).hint(l.t("post-posted-hint")).value(typed);
    ctx.page(status, &InHand { f, errors, posted })
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, None, Errors::default()).await
}

/// `/post/take`: the letter that waits longest.
pub(super) async fn take(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().take_letter(ctx.clerk()?).await?;
    Ok(ctx.go("/post"))
}

/// `/post/back`: not now.
pub(super) async fn back(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().put_letter_back(ctx.clerk()?).await?;
    Ok(ctx.go("/post"))
}

/// `/post/posted`: the day on which the post took it.
pub(super) async fn posted(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.clerk()?;
    let typed = DateAnswer::of(&form, "on");
    let mut errors = Errors::default();
    if let Some(on) = errors.take("on", typed.parse(ctx.l)) {
        match ctx.service().letter_posted(session, on).await? {
            Noted::Day => errors.add("on", ctx.l.t("post-posted-error")),
            // Whoever has no letter in hand any more sees so on the page.
            _ => return Ok(ctx.go("/post")),
        }
    }
    page(&ctx, Some(typed), errors).await
}
