//! `/cases/address`: an officer opens a case about an address: more people than it seems to hold, or nobody could live there. It is about nobody
//! in particular, and the page knows nobody's name.

use super::act::{typed, words};
use super::pick::{self, Picked};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Choice, Choices, Question, Textarea, inset};
use axum::response::Response;
use doorstep_policy::CaseKind;
use doorstep_register::Words;
use doorstep_service::{Session, case_key};

const KINDS: [CaseKind; 2] = [CaseKind::Crowded, CaseKind::NonResidential];

/// The session of an officer; the appeal body opens no cases.
fn officer(ctx: &Ctx) -> Result<&Session, Failure> {
    let session = ctx.staff()?;
    if session.hears_appeals() { Err(Failure::NotFound) } else { Ok(session) }
}

fn page(ctx: &Ctx, form: &Form, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("office-address-title");
    let mut page = Question::new(ctx.frame(title.clone()).back("/cases"), errors.clone()).heading(title);
    page = page.before(inset(&l.t("office-address-lead")));
    for (name, value) in form.known() {
        page = page.hidden(name, value);
    }
    page = pick::fields(ctx, form, &errors, page);
    if pick::is_picked(ctx, form) {
        let kind = |kind: CaseKind| {
            Choice::new(&case_key(kind), l.t(&format!("case-kind-{}", case_key(kind))), form.get("kind") == case_key(kind))
        };
        let why = Textarea::new(l, "words", l.t("office-address-words"), &errors).hint(l.t("office-address-words-hint"));
        page = page
            .field(Choices::new(l, "kind", l.t("office-address-kind"), &errors).choices(KINDS.map(kind).into()))
            .field(why.value(typed(form, "words")))
            .button(l.t("office-address-button"));
    }
    page.respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    officer(&ctx)?;
    page(&ctx, &Form::default(), Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = officer(&ctx)?;
    let mut errors = Errors::default();
    let place = match pick::read(&ctx, &form, &mut errors) {
        Some(Picked::Building(form) | Picked::Looking(form)) => return page(&ctx, &form, errors),
        Some(Picked::Place(place)) => Some(*place),
        None => None,
    };
    if !pick::is_picked(&ctx, &form) {
        return page(&ctx, &form, errors);
    }
    let kind = KINDS.into_iter().find(|kind| case_key(*kind) == form.get("kind")).ok_or_else(|| ctx.l.t("error-choose"));
    let kind = errors.take("kind", kind);
    let why: Option<Words> = words(&ctx, &form, "words", &mut errors);
    match (place, kind, why) {
        (Some(place), Some(kind), Some(why)) if errors.is_empty() => {
            let id = ctx.service().open_address_case(session, kind, place, why).await?;
            Ok(ctx.go(&format!("/cases/{id}")))
        }
        _ => page(&ctx, &form, errors),
    }
}
