//! `/renew`: "I am still there".

use super::{PlaceWords, family_choice, key};
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{DateInput, Question};
use axum::response::Response;
use doorstep_register::{Kind, Record, Residence};
use doorstep_service::{Declare, Error};
use jiff::civil::Date;

fn page(
    ctx: &Ctx,
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
        Some(current) => page(&ctx, &household, current, record.version, None, Errors::default()),
        None => Ok(ctx.go("/record")),
    }
}

fn command(ctx: &Ctx, household: &[Record], current: &Residence, until: Option<Date>, form: &Form) -> Declare {
    Declare {
        kind: Kind::Renewal,
        identity: None,
        contact: None,
        place: current.place().clone(),
        since: current.declaration.since,
        arrived: current.declaration.arrived,
        until,
        members: Vec::new(),
        along: family_choice::chosen(household, form),
        evidence: Vec::new(),
        late_because: None,
        document_seen: false,
        seen: Some(form.number("version")),
        journey: "renew",
        locale: ctx.l,
    }
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let record = ctx.service().record(session).await?;
    let household = ctx.service().household(session).await?;
    let Some(current) = record.current() else { return Ok(ctx.go("/record")) };
    let mut errors = Errors::default();
    let typed = DateAnswer::of(&form, "until");
    let until = if typed.is_empty() { None } else { errors.take("until", typed.parse(ctx.l)) };
    if !errors.is_empty() {
        return page(&ctx, &household, current, form.number("version"), Some(&form), errors);
    }
    let command = command(&ctx, &household, current, until, &form);
    match ctx.service().declare(session, command, &key::of(&ctx, &form)).await {
        Ok(declared) => Ok(ctx.go(&format!("/declared/{}", declared.reference))),
        Err(Error::Stale(_)) => {
            // Nothing of theirs is lost: the page shows the address as it stands now, and asks again.
            let mut errors = Errors::default();
            errors.add("", ctx.l.t("record-changed-meanwhile"));
            page(&ctx, &household, current, record.version, Some(&form), errors)
        }
        Err(error) => match Failure::sentence(&error, ctx.l) {
            Some(sentence) => {
                errors.add("until", sentence);
                page(&ctx, &household, current, record.version, Some(&form), errors)
            }
            None => Err(error.into()),
        },
    }
}
