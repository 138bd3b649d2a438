//! `/ask/host-refuses`, `/home-not-fit`, `/correction`, `/appeal`: what is true already, a few words, done.

use super::{case_path, open};
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Question, Textarea, inset, paragraph};
use axum::extract::Path;
use axum::response::Response;
use doorstep_policy::CaseKind;
use doorstep_register::Words;

/// The kind by the last part of the address.
fn kind(page: &str) -> Result<CaseKind, Failure> {
    match page {
        "host-refuses" => Ok(CaseKind::HostRefuses),
        "home-not-fit" => Ok(CaseKind::HomeNotFit),
        "correction" => Ok(CaseKind::Correction),
        "appeal" => Ok(CaseKind::Appeal),
        _ => Err(Failure::NotFound),
    }
}

/// Whether it is about the registration in force.
const fn needs_registration(kind: CaseKind) -> bool {
    matches!(kind, CaseKind::HostRefuses | CaseKind::HomeNotFit)
}

fn bare(ctx: &Ctx, key: &str, errors: Errors) -> Question {
    let frame = ctx.frame(ctx.l.t(&format!("ask-{key}"))).back(format!("/ask{}", ctx.for_whom()));
    Question::new(frame, errors)
}

fn page(ctx: &Ctx, kind: CaseKind, key: &str, typed: &str, errors: Errors) -> Question {
    let l = ctx.l;
    let words = Textarea::new(l, "words", l.t(&format!("ask-{key}-words")), &errors).hint(l.t("words-hint")).value(typed);
    let mut page = bare(ctx, key, errors).heading(l.t(&format!("ask-{key}")));
    page = page.before(paragraph(&l.t(&format!("ask-{key}-true")))).before(paragraph(&l.t(&format!("ask-{key}-then"))));
    page = match kind {
        CaseKind::HostRefuses => {
            page.before(inset(&l.t("ask-host-refuses-reads"))).link(format!("/ask/address{}", ctx.for_whom()), l.t("ask-address"))
        }
        CaseKind::Correction => page.link(format!("/correct{}", ctx.for_whom()), l.t("ask-correction-alone")),
        _ => page,
    };
    page.field(words).button(l.t("ask-send"))
}

/// The page where there is nothing to send: the case is open already, or nothing is declared yet.
async fn instead(ctx: &Ctx, kind: CaseKind, key: &str) -> Result<Option<Response>, Failure> {
    let l = ctx.l;
    let heading = l.t(&format!("ask-{key}"));
    if let Some(id) = open(ctx, kind).await? {
        let page = bare(ctx, key, Errors::default()).heading(heading).html(paragraph(&l.t("ask-open-already")));
        return page.linked(case_path(ctx, id), l.t("ask-to-case")).respond(ctx).map(Some);
    }
    if needs_registration(kind) && ctx.service().record(ctx.person()?).await?.current().is_none() {
        let page = bare(ctx, key, Errors::default()).heading(heading).html(paragraph(&l.t(&format!("ask-{key}-declare"))));
        return page.linked("/declare", l.t("ask-declare")).respond(ctx).map(Some);
    }
    Ok(None)
}

pub(super) async fn get(ctx: Ctx, Path((_, key)): Path<(String, String)>) -> Result<Response, Failure> {
    let kind = kind(&key)?;
    ctx.person()?;
    match instead(&ctx, kind, &key).await? {
        Some(response) => Ok(response),
        None => page(&ctx, kind, &key, "", Errors::default()).respond(&ctx),
    }
}

pub(super) async fn post(Path((_, key)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let kind = kind(&key)?;
    let session = ctx.person()?;
    let mut errors = Errors::default();
    let parsed = Words::parse(form.get("words")).map_err(|error| text_error(ctx.l, error));
    let Some(words) = errors.take("words", parsed) else {
        let typed: String = form.get("words").chars().take(5000).collect();
        return page(&ctx, kind, &key, &typed, errors).respond(&ctx);
    };
    if needs_registration(kind)
        && open(&ctx, kind).await?.is_none()
        && let Some(response) = instead(&ctx, kind, &key).await?
    {
        return Ok(response);
    }
    let id = ctx.service().ask_for_case(session, kind, words).await?;
    let with = if ctx.acting.is_some() { '&' } else { '?' };
    Ok(ctx.go(&format!("{}{with}done=opened", case_path(&ctx, id))))
}
