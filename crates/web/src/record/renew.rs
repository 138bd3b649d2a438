//! `/renew`: "I am still there".

use super::again::{self, Days};
use super::{PlaceWords, family_choice, key};
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::duty::Card;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{DateInput, Question};
use axum::response::Response;
use doorstep_register::{Kind, Record, Residence};
use doorstep_service::DueState;

/// The cards of a renewal that the law asks for.
async fn due(ctx: &Ctx, record: &Record) -> Result<String, Failure> {
    let items = ctx.service().due(ctx.person()?, record).await?;
    let ahead = items.iter().filter(|item| !matches!(item.state, DueState::Met(_)));
    Ok(ahead.map(|item| Card::short(ctx, item).html()).collect())
}

fn page(
    ctx: &Ctx,
    due: String,
    household: &[Record],
    current: &Residence,
    version: u32,
    form: Option<&Form>,
    errors: Errors,
) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("renew-title");
    let until = form.map(|form| DateAnswer::of(form, "until")).unwrap_or_default();
    let until = DateInput::new(l, "until", l.t("renew-until"), &errors).hint(l.t("renew-until-hint")).value(until);
    let family = family_choice::field(l, "renew-family", household, form, &errors);
    let mut question = Question::new(ctx.frame(title.clone()).back("/record"), errors)
        .heading(title)
        .before(due)
        .html(PlaceWords::of(l, current.place()).html())
        .field(until)
        .hidden("version", version)
        .hidden("key", form.map_or_else(|| key::fresh(ctx), |form| key::of(ctx, form)))
        .button(l.t("renew-button"))
        .link("/move", l.t("renew-moved"));
    if let Some(family) = family {
        question = question.field(family);
    }
    question.respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let record = ctx.service().record(session).await?;
    let household = ctx.service().household(session).await?;
    match record.current() {
        Some(current) => page(&ctx, due(&ctx, &record).await?, &household, current, record.version, None, Errors::default()),
        None => Ok(ctx.go("/record")),
    }
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let record = ctx.service().record(session).await?;
    let household = ctx.service().household(session).await?;
    // The last one, even where it has ended on another device meanwhile: the page then shows both.
    let Some(current) = record.residences.last() else { return Ok(ctx.go("/record")) };
    let mut errors = Errors::default();
    let typed = DateAnswer::of(&form, "until");
    let until = if typed.is_empty() { None } else { errors.take("until", typed.parse(ctx.l)) };
    if !errors.is_empty() {
        return page(&ctx, due(&ctx, &record).await?, &household, current, form.number("version"), Some(&form), errors);
    }
    let days = Days { since: current.declaration.since, arrived: current.declaration.arrived, until };
    let command = again::command(&ctx, "renew", Kind::Renewal, current.place(), days, &household, &form);
    match again::file(&ctx, &record, command, &form, "until").await? {
        Ok(response) => Ok(response),
        Err(errors) => page(&ctx, due(&ctx, &record).await?, &household, current, record.version, Some(&form), errors),
    }
}
