//! `/return`: back at the same address after an absence.

use super::again::{self, Days};
use super::{PlaceWords, family_choice, key};
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{DateInput, Question};
use axum::response::Response;
use doorstep_register::{Kind, Place, Record};

fn page(ctx: &Ctx, household: &[Record], place: &Place, version: u32, form: Option<&Form>, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("return-title");
    let typed = |id: &str| form.map(|form| DateAnswer::of(form, id)).unwrap_or_default();
    let arrived = DateInput::new(l, "arrived", l.t("return-arrived"), &errors).hint(l.t("return-arrived-hint")).value(typed("arrived"));
    let since = DateInput::new(l, "since", l.t("return-since"), &errors).hint(l.t("return-since-hint")).value(typed("since"));
    let until = DateInput::new(l, "until", l.t("renew-until"), &errors).hint(l.t("renew-until-hint")).value(typed("until"));
    let family = family_choice::field(l, "return-family", household, form, &errors);
    let mut question = Question::new(ctx.frame(title.clone()).back("/record"), errors)
        .heading(title)
        .html(PlaceWords::of(l, place).html())
        .field(arrived)
        .field(since)
        .field(until)
        .hidden("version", version)
        .hidden("key", form.map_or_else(|| key::fresh(ctx), |form| key::of(ctx, form)))
        .button(l.t("return-button"))
        .link("/declare", l.t("return-elsewhere"));
    if let Some(family) = family {
        question = question.field(family);
    }
    question.respond(ctx)
}

fn last_place(record: &Record) -> Option<&Place> {
    record.residences.last().map(|r| r.place())
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let record = ctx.service().record(session).await?;
    let household = ctx.service().household(session).await?;
    match last_place(&record) {
        Some(place) => page(&ctx, &household, place, record.version, None, Errors::default()),
        None => Ok(ctx.go("/declare")),
    }
}

fn days(ctx: &Ctx, form: &Form, errors: &mut Errors) -> Option<Days> {
    let mut day = |id: &str, optional: bool| {
        let typed = DateAnswer::of(form, id);
        if optional && typed.is_empty() { None } else { errors.take(id, typed.parse(ctx.l)) }
    };
    let arrived = day("arrived", false);
    // Whoever came home on the day of arrival leaves the second question empty.
    let since = day("since", true).or(arrived);
    let until = day("until", true);
    Some(Days { since: since?, arrived, until }).filter(|_| errors.is_empty())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let record = ctx.service().record(session).await?;
    let household = ctx.service().household(session).await?;
    let Some(place) = last_place(&record) else { return Ok(ctx.go("/declare")) };
    let mut errors = Errors::default();
    let Some(days) = days(&ctx, &form, &mut errors) else {
        return page(&ctx, &household, place, form.number("version"), Some(&form), errors);
    };
    let command = again::command(&ctx, "return", Kind::Same, place, days, &household, &form);
    match again::file(&ctx, &record, command, &form, "since").await? {
        Ok(response) => Ok(response),
        Err(errors) => page(&ctx, &household, place, record.version, Some(&form), errors),
    }
}
