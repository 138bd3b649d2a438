//! `/staff/resolve`: the data-protection officer finds out whose a pseudonym is that somebody named. Each time leaves a note.

use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::part::{Choice, Choices, Input, Question, paragraph};
use askama::Template;
use axum::response::Response;
use doorstep_register::Line;
use doorstep_service::{ResolvedName, StaffRole, Why};

#[derive(Template)]
#[template(path = "staff/resolved.html")]
struct Found {
    f: Frame,
    names: Vec<ResolvedName>,
}

fn page(ctx: &Ctx, form: &Form, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("resolve-title");
    let kept = |name: &str| form.get(name).chars().take(Line::MAX).collect::<String>();
    let pseudonym = Input::new(l, "pseudonym", l.t("resolve-pseudonym"), &errors).hint(l.t("resolve-pseudonym-hint")).width(10);
    let whys = Why::EVERY.map(|why| Choice::new(why.word(), l.t(&format!("resolve-why-{}", why.word())), form.get("why") == why.word()));
    let why = Choices::new(l, "why", l.t("resolve-why"), &errors).choices(whys.to_vec());
    let reference = Input::new(l, "reference", l.t("resolve-reference"), &errors).hint(l.t("resolve-reference-hint")).width(20);
    Question::new(ctx.frame(title.clone()), errors)
        .heading(title)
        .before(paragraph(&l.t("resolve-lead")))
        .field(pseudonym.value(kept("pseudonym")))
        .field(why)
        .field(reference.value(kept("reference")))
        .button(l.t("resolve-button"))
        .respond(ctx)
}

fn dpo(ctx: &Ctx) -> Result<(), Failure> {
    ctx.staff()?.staff_as(StaffRole::Dpo).map(drop).ok_or(Failure::NotFound)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    dpo(&ctx)?;
    page(&ctx, &Form::default(), Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    dpo(&ctx)?;
    let l = ctx.l;
    let mut errors = Errors::default();
    let pseudonym = errors.take("pseudonym", Line::parse(form.get("pseudonym")).map_err(|error| text_error(l, error)));
    let why = errors.take("why", Why::parse(form.get("why")).ok_or_else(|| l.t("resolve-why-error")));
    let reference = errors.take("reference", Line::parse(form.get("reference")).map_err(|error| text_error(l, error)));
    let (Some(pseudonym), Some(why), Some(reference)) = (pseudonym, why, reference) else { return page(&ctx, &form, errors) };
    let names = ctx.service().resolve_pseudonym(ctx.staff()?, &pseudonym, why, &reference).await?;
    if names.is_empty() {
        errors.add("pseudonym", l.t("resolve-none"));
        return page(&ctx, &form, errors);
    }
    // No redirect: each showing is a note, so the names are shown in the answer to this one.
    let title = l.t1("resolve-found-title", "pseudonym", pseudonym.as_str());
    ctx.ok(&Found { f: ctx.frame(title).back("/staff/resolve"), names })
}
