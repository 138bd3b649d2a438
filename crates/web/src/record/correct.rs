//! `/correct`: which field, and whose.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Choice, Choices, Question};
use axum::response::Response;
use doorstep_register::Record;

/// The fields that can be corrected, as they stand in the address of the page.
pub(super) const FIELDS: [&str; 4] = ["names", "birth", "citizenship", "document"];

/// The person and their household: a number in this list says whose field it is.
pub(super) async fn everybody(ctx: &Ctx) -> Result<Vec<Record>, Failure> {
    let session = ctx.person()?;
    let mut all = vec![ctx.service().record(session).await?];
    all.extend(ctx.service().household(session).await?);
    all.retain(|record| record.identity.is_some());
    Ok(all)
}

fn page(ctx: &Ctx, people: &[Record], field: &str, who: &str, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("correct-title");
    let fields = FIELDS.iter().map(|key| Choice::new(key, l.t(&format!("part-{key}")), *key == field)).collect();
    let fields = Choices::new(l, "field", l.t("correct-which"), &errors).hint(l.t("correct-which-hint")).choices(fields);
    let names = people.iter().enumerate().map(|(i, record)| {
        let name = record.names().map_or_else(String::new, |n| n.formal().to_owned());
        Choice::new(&i.to_string(), name, i.to_string() == who).foreign()
    });
    let whose = Choices::new(l, "who", l.t("correct-who"), &errors).choices(names.collect());
    let mut question = Question::new(ctx.frame(title.clone()).back("/record"), errors).heading(title);
    if people.len() > 1 {
        question = question.field(whose);
    }
    question.field(fields).link("/account/contact", l.t("correct-contacts")).respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let people = everybody(&ctx).await?;
    if people.is_empty() {
        return Ok(ctx.go("/record"));
    }
    page(&ctx, &people, "", "0", Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let people = everybody(&ctx).await?;
    let (field, who) = (form.get("field"), form.get("who"));
    let number = if people.len() > 1 { who.parse::<usize>().ok().filter(|n| *n < people.len()) } else { Some(0) };
    let mut errors = Errors::default();
    if number.is_none() {
        errors.add("who", ctx.l.t("correct-who-error"));
    }
    if !FIELDS.contains(&field) {
        errors.add("field", ctx.l.t("correct-which-error"));
    }
    match number {
        Some(number) if errors.is_empty() => Ok(ctx.go(&format!("/correct/{field}?who={number}"))),
        _ => page(&ctx, &people, field, who, errors),
    }
}
