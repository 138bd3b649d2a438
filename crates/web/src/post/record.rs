//! `/post/record`: what the postal record says of one letter, by the code that is printed on it.

use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Choice, Choices, DateInput, Input, Question, paragraph};
use axum::response::Response;
use doorstep_register::Reference;
use doorstep_service::{Noted, PostalRecord};

fn says(form: &Form) -> Option<PostalRecord> {
    match form.get("says") {
        "delivered" => Some(PostalRecord::Delivered),
        "back" => Some(PostalRecord::CameBack),
        _ => None,
    }
}

fn page(ctx: &Ctx, form: Option<&Form>, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("post-record-title");
    let typed = form.map_or(String::new(), |form| form.get("code").chars().take(40).collect());
    let on = form.map(|form| DateAnswer::of(form, "on")).unwrap_or_default();
    let chosen = form.and_then(says);
    let code = Input::new(l, "code", l.t("post-code"), &errors).hint(l.t("post-code-hint")).code().value(typed);
    let choices = Choices::new(l, "says", l.t("post-says"), &errors).choices(vec![
        Choice::new("delivered", l.t("post-says-delivered"), chosen == Some(PostalRecord::Delivered)),
        Choice::new("back", l.t("post-says-back"), chosen == Some(PostalRecord::CameBack)),
    ]);
    let on = DateInput::new(l, "on", l.t("post-on"), &errors).hint(l.t("post-on-hint")).value(on);
    Question::new(ctx.frame(title.clone()).back("/post"), errors)
        .heading(title)
        .field(code)
        .field(choices)
        .field(on)
        .button(l.t("post-note"))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    ctx.clerk()?;
    page(&ctx, None, Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.clerk()?;
    let l = ctx.l;
    let mut errors = Errors::default();
    let code = errors.take("code", Reference::parse(form.get("code")).map_err(|_| l.t("post-code-error")));
    let says = errors.take("says", says(&form).ok_or_else(|| l.t("post-says-error")));
    let on = errors.take("on", DateAnswer::of(&form, "on").parse(l));
    let (Some(code), Some(says), Some(on)) = (code, says, on) else { return page(&ctx, Some(&form), errors) };
    match ctx.service().note_postal_record(session, &code, says, on).await? {
        Noted::Done => return Ok(ctx.go("/post/noted")),
        Noted::Unknown => errors.add("code", l.t("post-code-error")),
        Noted::Known => errors.add("code", l.t("post-known")),
        Noted::NotPosted => errors.add("code", l.t("post-not-posted")),
        Noted::Day => errors.add("on", l.t("post-day-error")),
    }
    page(&ctx, Some(&form), errors)
}

/// `/post/noted`: done, without a word of whose letter it was.
pub(super) async fn noted(ctx: Ctx) -> Result<Response, Failure> {
    ctx.clerk()?;
    let title = ctx.l.t("post-noted-title");
    let page = Question::new(ctx.frame(title.clone()).back("/post"), Errors::default()).heading(title);
    page.html(paragraph(&ctx.l.t("post-noted-text"))).linked("/post/record", ctx.l.t("post-record")).respond(&ctx)
}
