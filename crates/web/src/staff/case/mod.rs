//! `/cases/…`: the officer states the purpose, and only then sees the case: the two sides beside each other, limited to what the purpose needs.

mod clocks;
pub(super) mod decided;
mod doings;
pub(super) mod said;
pub(super) mod story;

use super::words::{kind_id, stage};
use crate::ctx::Ctx;
use crate::duty::Card;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::journey::jpeg;
use crate::part::{Choice, Choices, Question, inset, paragraph};
use crate::record::looks::purpose_id;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doings::Doings;
use doorstep_policy::Purpose;
use doorstep_register::case::{By, HostDisputes};
use doorstep_register::{CaseId, EvidenceId};
use doorstep_service::{CaseView, QueueEntry};

/// The case of an address; anything that is no id is not found.
pub(super) fn case_id(text: &str) -> Result<CaseId, Failure> {
    uuid::Uuid::try_parse(text).map(CaseId).map_err(|_| Failure::NotFound)
}

#[derive(Template)]
#[template(path = "staff/case.html")]
struct Opened {
    f: Frame,
    caption: String,
    /// What is to be found out.
    what: String,
    stage: String,
    disputed: bool,
    /// What stands meanwhile.
    stands: String,
    /// Why it was opened, where no side did; by lines.
    opened: Vec<String>,
    decided: Option<String>,
    said: String,
    disputes: Option<String>,
    clocks: Vec<Card>,
    not_reviewed: Option<&'static str>,
    story: String,
    doings: Doings,
}

fn disputes(ctx: &Ctx, counts: &HostDisputes) -> String {
    let number = |n: usize| n.to_string();
    ctx.l.ta(
        "office-disputes",
        &[
            ("entries", number(counts.entries).into()),
            ("disputed", number(counts.disputed).into()),
            ("open", number(counts.open).into()),
            ("withdrawn", number(counts.withdrawn).into()),
            ("stayed", number(counts.stayed).into()),
            ("ended", number(counts.ended).into()),
        ],
    )
}

impl Opened {
    fn of(ctx: &Ctx, view: &CaseView) -> Opened {
        let l = ctx.l;
        let case = &view.case;
        let stands = if case.disputes() {
            "office-stands-disputed"
        } else if case.corrects() {
            "office-stands-correction"
        } else if case.protects() {
            "office-stands-protected"
        } else {
            "office-stands"
        };
        let opened = view.acts.first().filter(|act| !matches!(act.by, By::Side { .. })).map(|act| story::entry(ctx, view, act).body);
        Opened {
            f: ctx.frame(l.t(&kind_id(view.entry.kind))).back("/cases"),
            caption: l.t1("cases-number", "number", view.entry.id.number()),
            what: l.t(&format!("{}-what", kind_id(view.entry.kind))),
            stage: stage(l, view.entry.stage),
            disputed: case.disputes(),
            stands: l.t(stands),
            opened: opened.unwrap_or_default(),
            decided: decided::html(ctx, view),
            said: said::sides(ctx, view),
            disputes: view.disputes.as_ref().map(|counts| disputes(ctx, counts)),
            clocks: clocks::cards(ctx, view),
            not_reviewed: ctx.service().pack().not_reviewed(l.tag()),
            story: story::brief(ctx, view),
            doings: doings::doings(ctx, view),
        }
    }
}

fn ask(ctx: &Ctx, entry: &QueueEntry, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t(&kind_id(entry.kind));
    let purpose = l.t(purpose_id(Purpose::of_case(entry.kind)));
    let choices = Choices::new(l, "purpose", l.t("case-purpose"), &errors)
        .hint(l.t("case-purpose-hint"))
        .choices(vec![Choice::new("stated", purpose, false)]);
    let mut question = Question::new(ctx.frame(title.clone()).back("/cases"), errors)
        .heading(title)
        .html(paragraph(&l.t2("case-opened", ("number", entry.id.number()), ("at", l.moment(entry.opened_at, ctx.service().zone())))))
        .html(inset(&l.t("case-they-see")))
        .field(choices)
        .button(l.t("case-open"));
    question.caption = Some(l.t("cases-title"));
    question.respond(ctx)
}

pub(super) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let entry = ctx.service().case_entry(ctx.staff()?, case_id(&id)?).await?;
    ask(&ctx, &entry, Errors::default())
}

/// `/cases/{id}/photo/{photo}`: what somebody added to show where they live.
pub(super) async fn photo(ctx: Ctx, Path((_, id, photo)): Path<(String, String, uuid::Uuid)>) -> Result<Response, Failure> {
    let photo = ctx.service().case_photo(ctx.staff()?, case_id(&id)?, EvidenceId(photo)).await?;
    Ok(jpeg(&photo))
}

pub(super) async fn post(Path((_, id)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let id = case_id(&id)?;
    let entry = ctx.service().case_entry(session, id).await?;
    if form.get("purpose") != "stated" {
        let mut errors = Errors::default();
        errors.add("purpose", ctx.l.t("case-purpose-error"));
        return ask(&ctx, &entry, errors);
    }
    ctx.service().take_case(session, id).await?;
    // No redirect: each opening is a look that the person sees, so the records are shown in the answer to this one.
    let view = ctx.service().open_case_view(session, id, Purpose::of_case(entry.kind)).await?;
    ctx.ok(&Opened::of(&ctx, &view))
}
