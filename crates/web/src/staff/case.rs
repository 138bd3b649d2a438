//! `/cases/…`: the officer states the purpose, and only then sees the records, limited to what the purpose needs.

use super::case_words::kind_id;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::journey::jpeg;
use crate::part::{Choice, Choices, Question, inset, paragraph};
use crate::record::PlaceWords;
use crate::record::looks::{case_number, purpose_id};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_policy::Purpose;
use doorstep_register::{CaseId, EvidenceId, Record};
use doorstep_service::{CaseView, QueueEntry};

/// The case of an address; anything that is no id is not found.
pub(super) fn case_id(text: &str) -> Result<CaseId, Failure> {
    uuid::Uuid::try_parse(text).map(CaseId).map_err(|_| Failure::NotFound)
}

struct Side {
    rows: Vec<(String, String)>,
    /// Path and title of each photo.
    photos: Vec<(String, String)>,
}

impl Side {
    fn of(ctx: &Ctx, case: CaseId, record: &Record) -> Self {
        let photos =
            record.evidence.iter().map(|photo| (ctx.to(&format!("/cases/{case}/photo/{}", photo.id)), photo.title.as_str().to_owned()));
        Side { rows: rows(ctx.l, ctx, record), photos: photos.collect() }
    }
}

#[derive(Template)]
#[template(path = "staff/case.html")]
struct Opened {
    f: Frame,
    kind: String,
    sides: Vec<Side>,
}

fn ask(ctx: &Ctx, entry: &QueueEntry, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t(&kind_id(entry.kind));
    let purpose = l.t(purpose_id(Purpose::of_case(entry.kind)));
    let choices = Choices::new(l, "purpose", l.t("case-purpose"), &errors).choices(vec![Choice::new("stated", purpose, false)]);
    let mut question = Question::new(ctx.frame(title.clone()).back("/cases"), errors)
        .heading(title)
        .html(paragraph(&l.t2(
            "case-opened",
            ("number", case_number(&entry.id.0)),
            ("at", l.moment(entry.opened_at, ctx.service().zone())),
        )))
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

/// What a record shows of itself here: only what the grant left in it.
fn rows(l: Locale, ctx: &Ctx, record: &Record) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut row = |id: &str, value: String| rows.push((l.t(id), value));
    if let Some(identity) = &record.identity {
        for name in identity.names.all() {
            row("statement-name", name.as_str().to_owned());
        }
        if let Some(birth) = &identity.birth {
            row("part-birth", birth.to_string());
        }
        if let Some(document) = &identity.document {
            row("part-document", document.number.as_str().to_owned());
        }
    }
    for names in &record.former_names {
        row("data-former-names", names.formal().to_owned());
    }
    for residence in &record.residences {
        row("statement-address", PlaceWords::of(l, residence.place()).plain());
        row("statement-since", l.date(residence.declaration.since));
        row("statement-declared-at", l.moment(residence.declared_at, ctx.service().zone()));
    }
    for (at, _, words) in &record.explanations {
        row("part-explanations", format!("{}: {}", l.moment(*at, ctx.service().zone()), words.as_str()));
    }
    for question in record.questions.iter().rev() {
        row("case-asked-about", format!("{}. {}", question.look, question.entry.as_str()));
        row("case-asked", format!("{}: {}", l.moment(question.at, ctx.service().zone()), question.words.as_str()));
    }
    rows
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
    let view: CaseView = ctx.service().open_case_view(session, id, Purpose::of_case(entry.kind)).await?;
    let l = ctx.l;
    ctx.ok(&Opened {
        f: ctx.frame(l.t(&kind_id(view.entry.kind))).back("/cases"),
        kind: l.t(&format!("{}-what", kind_id(view.entry.kind))),
        sides: view.records.iter().map(|(_, record)| Side::of(&ctx, view.entry.id, record)).collect(),
    })
}
