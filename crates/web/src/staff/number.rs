//! `/cases/number`: the case of a letter, by the number that stands on it. It says what kind of case it is and what can be done in it, and shows
//! nobody.

use super::words::{kind_id, stage};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Input, Question, escape, paragraph};
use axum::response::Response;
use doorstep_policy::CaseKind;
use doorstep_service::{QueueEntry, Session};
use doorstep_storage::CaseStage;

fn page(ctx: &Ctx, typed: &str, found: &[String], errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("office-number-title");
    let number = Input::new(l, "number", title.clone(), &errors).question().hint(l.t("office-number-hint")).code().width(10).value(typed);
    let mut page = Question::new(ctx.frame(title).back("/cases"), errors).field(number).button(l.t("office-number-button"));
    for case in found {
        page = page.before(case.clone());
    }
    page.respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    ctx.staff()?;
    page(&ctx, "", &[], Errors::default())
}

/// The page on which somebody can go on with a case that they found.
async fn way(ctx: &Ctx, session: &Session, entry: &QueueEntry) -> Option<(&'static str, &'static str)> {
    if ctx.service().case_entry(session, entry.id).await.is_ok() {
        return Some(("", "case-open"));
    }
    match (session.hears_appeals(), entry.stage) {
        (true, CaseStage::Settled) => Some(("/time-back", "office-do-time-back-link")),
        (false, CaseStage::Settled) if entry.kind == CaseKind::PossibleDuplicate => Some(("/apart", "office-do-apart-link")),
        (false, CaseStage::Drafted) => Some(("/deputy", "office-do-deputy-link")),
        _ => None,
    }
}

/// A case in a few words, with where to go on.
async fn said(ctx: &Ctx, session: &Session, entry: &QueueEntry) -> String {
    let l = ctx.l;
    let opened = l.t2("case-opened", ("number", entry.id.number()), ("at", l.moment(entry.opened_at, ctx.service().zone())));
    let go = match way(ctx, session, entry).await {
        Some((more, words)) => {
            let path = ctx.to(&format!("/cases/{}{more}", entry.id));
            format!("<p class=\"ds-body\"><a class=\"ds-link\" href=\"{}\">{}</a></p>", escape(&path), escape(&l.t(words)))
        }
        None if matches!(entry.stage, CaseStage::Settled | CaseStage::Closed | CaseStage::Annulled) => {
            paragraph(&l.t("office-number-over"))
        }
        None => paragraph(&l.t("office-number-elsewhere")),
    };
    let heading = format!("<h2 class=\"ds-heading-s\">{}</h2>", escape(&l.t(&kind_id(entry.kind))));
    format!(
        "<section class=\"ds-sides__side ds-sides__side--alone\">{heading}{}{}{go}</section>",
        paragraph(&opened),
        paragraph(&stage(l, entry.stage))
    )
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let typed: String = form.get("number").chars().take(60).collect();
    let cases = ctx.service().find_case(session, &typed).await?;
    let mut errors = Errors::default();
    if cases.is_empty() {
        errors.add("number", ctx.l.t("office-number-none"));
    }
    let mut found = Vec::with_capacity(cases.len());
    for entry in &cases {
        found.push(said(&ctx, session, entry).await);
    }
    page(&ctx, &typed, &found, errors)
}
