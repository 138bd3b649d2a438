//! `/desk/document`: somebody who lost everything but a document. Its lines can be scanned; name, birth and number have to fit, all three.

use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::journey::zone;
use crate::limits::Limited;
use crate::part::{Choice, Choices, DateInput, Input, Question, details, inset};
use axum::response::Response;
use doorstep_register::{Document, DocumentKind, Name};
use doorstep_service::{DeskFound, Shown};
use std::time::Duration;

/// How long an answer takes at least, whatever is found: how long it takes tells nothing.
const PATIENCE: Duration = Duration::from_millis(400);

fn page(ctx: &Ctx, form: &Form, errors: Errors) -> Result<Response, Failure> {
    ctx.clerk()?;
    let l = ctx.l;
    let title = l.t("desk-shown-title");
    let seen = vec![Choice::new("yes", l.t("desk-shown-seen"), form.get("seen") == "yes")];
    let seen = Choices::new(l, "seen", l.t("desk-shown-before"), &errors).many().choices(seen);
    let number = Input::new(l, "number", l.t("desk-shown-number"), &errors).value(form.get("number")).width(20);
    let name = Input::new(l, "name", l.t("desk-shown-name"), &errors).hint(l.t("desk-shown-name-hint")).value(form.get("name"));
    let birth = DateInput::new(l, "birth", l.t("birth-label"), &errors).value(DateAnswer::of(form, "birth"));
    let zone = zone::field(l, form, &errors).focused(true);
    Question::new(ctx.frame(title.clone()).back("/desk"), errors)
        .heading(title)
        .html(inset(&l.t("desk-shown-they-see")))
        .field(seen)
        .field(zone)
        .field(number)
        .field(name)
        .field(birth)
        .html(details(&l.t("desk-shown-else"), &l.t("desk-shown-else-text")))
        .button(l.t("desk-shown-open"))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    if ctx.clerk()?.person().is_some() {
        return Ok(ctx.go("/desk"));
    }
    page(&ctx, &Form::default(), Errors::default())
}

/// What was typed, or what the lines of the document say where they were scanned.
fn shown(ctx: &Ctx, form: &Form, errors: &mut Errors) -> (Form, Option<Shown>) {
    let l = ctx.l;
    let mut typed = Form::default();
    typed.push("seen", form.get("seen").to_owned());
    let birth = match zone::typed(ctx, form, errors) {
        Some(zone) => {
            typed.push("number", zone.number);
            typed.push("name", zone.name.primary);
            zone::birth_answer(zone.birth)
        }
        None => {
            for field in [zone::FIELD, "number", "name"] {
                typed.push(field, form.get(field).chars().take(1_000).collect());
            }
            DateAnswer::of(form, "birth")
        }
    };
    for (part, value) in [("day", &birth.day), ("month", &birth.month), ("year", &birth.year)] {
        typed.push(&format!("birth-{part}"), value.clone());
    }
    if !errors.is_empty() {
        return (typed, None);
    }
    if typed.get("seen") != "yes" {
        errors.add("seen", l.t("desk-shown-seen-error"));
    }
    let number = Document::parse(DocumentKind::Other, typed.get("number")).map_err(|_| l.t("error-document-number"));
    let document = errors.take("number", number);
    let name = errors.take("name", Name::parse(typed.get("name")).map_err(|error| crate::account::text_error(l, error)));
    let born = birth.parse_birth(l, ctx.service().today()).and_then(|birth| birth.ok_or_else(|| l.t("desk-shown-birth-error")));
    let birth = errors.take("birth", born);
    let shown = match (document, name, birth) {
        (Some(document), Some(name), Some(birth)) => Some(Shown { document, name, birth }),
        _ => None,
    };
    (typed, shown.filter(|_| errors.is_empty()))
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.clerk()?;
    let mut errors = Errors::default();
    let (typed, shown) = shown(&ctx, &form, &mut errors);
    let Some(shown) = shown else { return page(&ctx, &typed, errors) };
    if let Some(staff) = session.staff() {
        ctx.limit_on(Limited::Document, staff.id.0.as_bytes())?;
    }
    let (found, ()) = tokio::join!(ctx.service().desk_document(session, shown, ctx.l), tokio::time::sleep(PATIENCE));
    match found? {
        DeskFound::Opened(_) => return Ok(ctx.go("/desk")),
        DeskFound::Nobody => errors.add("number", ctx.l.t("desk-shown-nobody")),
        DeskFound::Twins => errors.add("number", ctx.l.t("desk-shown-twins")),
    }
    page(&ctx, &typed, errors)
}
