//! `/leave`: leaving the country. The person's own act ends the registration; they check it once before it does.

use super::both::standing;
use super::{BothVersions, PlaceWords, Side, family_choice, key};
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::duty::Card;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::part::{DateInput, Input, Question};
use askama::Template;
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_register::{Line, Record};
use doorstep_rules::Trigger;
use doorstep_service::{Error, Leave};

#[derive(Template)]
#[template(path = "record/leave_check.html")]
struct Check {
    f: Frame,
    rows: Vec<(String, String)>,
    hidden: Vec<(String, String)>,
    /// What the law asks of somebody who leaves.
    due: Vec<Card>,
}

fn page(ctx: &Ctx, household: &[Record], record: &Record, version: u32, form: Option<&Form>, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("leave-title");
    let on = form.map(|form| DateAnswer::of(form, "on")).unwrap_or_default();
    let on = DateInput::new(l, "on", l.t("leave-on"), &errors).hint(l.t("leave-on-hint")).value(on);
    let to = form.map_or(String::new(), |form| form.get("to").chars().take(300).collect());
    let to = Input::new(l, "to", l.t("leave-to"), &errors).hint(l.t("leave-to-hint")).value(to);
    let family = family_choice::field(l, "leave-family", household, form, &errors);
    let mut question = Question::new(ctx.frame(title.clone()).back("/record"), errors).heading(title);
    if let Some(current) = record.current() {
        question = question.html(PlaceWords::of(l, current.place()).html());
    }
    question = question.field(on).field(to);
    if let Some(family) = family {
        question = question.field(family);
    }
    question.hidden("version", version).hidden("key", form.map_or_else(|| key::fresh(ctx), |form| key::of(ctx, form))).respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let record = ctx.service().record(session).await?;
    if record.current().is_none() {
        return Ok(ctx.go("/record"));
    }
    let household = ctx.service().household(session).await?;
    page(&ctx, &household, &record, record.version, None, Errors::default())
}

fn command(ctx: &Ctx, household: &[Record], form: &Form, errors: &mut Errors) -> Option<Leave> {
    let on = errors.take("on", DateAnswer::of(form, "on").parse(ctx.l));
    let to = errors.take("to", Line::parse_optional(form.get("to")).map_err(|error| text_error(ctx.l, error)));
    Some(Leave { on: on?, to: to?, along: family_choice::chosen(household, form), seen: form.number("version"), locale: ctx.l })
}

/// What leaving says, label by label.
fn rows(l: Locale, household: &[Record], record: &Record, command: &Leave) -> Side {
    let mut rows = Vec::new();
    if let Some(current) = record.residences.last() {
        rows.push((l.t("statement-address"), PlaceWords::of(l, current.place()).plain()));
    }
    rows.push((l.t("leave-on"), l.date_with_weekday(command.on)));
    rows.push((l.t("leave-to"), command.to.as_ref().map_or_else(|| l.t("account-not-given"), |to| to.as_str().to_owned())));
    for member in household.iter().filter(|m| command.along.contains(&m.person)) {
        rows.push((l.t("leave-family-row"), member.names().map_or_else(String::new, |n| n.formal().to_owned())));
    }
    rows
}

fn check(ctx: &Ctx, household: &[Record], record: &Record, command: &Leave, form: &Form) -> Result<Response, Failure> {
    let rows = rows(ctx.l, household, record, command);
    let kept = ["on-day", "on-month", "on-year", "to"].map(|name| (name.to_owned(), form.get(name).to_owned()));
    let along = command.along.iter().map(|person| ("along".to_owned(), person.to_string()));
    let mut hidden: Vec<_> = kept.into_iter().chain(along).collect();
    hidden.push(("version".to_owned(), command.seen.to_string()));
    hidden.push(("key".to_owned(), key::of(ctx, form)));
    let duties = ctx.service().count(Trigger::Departure, command.on, record.identity.as_ref());
    let due = duties.iter().map(|duty| Card::told(ctx, duty)).collect();
    ctx.ok(&Check { f: ctx.frame(ctx.l.t("leave-check-title")).back("/leave"), rows, hidden, due })
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let record = ctx.service().record(session).await?;
    let household = ctx.service().household(session).await?;
    let mut errors = Errors::default();
    let Some(command) = command(&ctx, &household, &form, &mut errors) else {
        return page(&ctx, &household, &record, form.number("version"), Some(&form), errors);
    };
    if form.get("checked") != "yes" {
        return check(&ctx, &household, &record, &command, &form);
    }
    match ctx.service().leave(session, command.clone(), &key::of(&ctx, &form)).await {
        Ok(declared) => Ok(ctx.go(&format!("/declared/{}", declared.reference))),
        Err(Error::Stale(_)) => {
            let sent = rows(ctx.l, &household, &record, &command);
            BothVersions::new(standing(ctx.l, &record), sent, "/leave".to_owned(), &form, record.version, "/record").respond(&ctx)
        }
        Err(error) => match Failure::sentence(&error, ctx.l) {
            Some(sentence) => {
                errors.add("on", sentence);
                page(&ctx, &household, &record, record.version, Some(&form), errors)
            }
            None => Err(error.into()),
        },
    }
}
