//! What each side said and how it was told, beside each other; with what the record shows where it was opened.

use super::story::{Entry, entry, is_on_file, is_said_by_a_side};
use crate::ctx::Ctx;
use crate::frame::Frame;
use crate::part::folded;
use crate::record::PlaceWords;
use crate::staff::words::{self, side};
use askama::Template;
use doorstep_locales::Locale;
use doorstep_register::case::{By, Case, Channel, Notice, Side, Stage};
use doorstep_register::{CaseId, Record};
use doorstep_service::CaseView;

/// One side.
pub(super) struct OfSide {
    title: String,
    rows: Vec<(String, String)>,
    /// Path and title of each photo.
    photos: Vec<(String, String)>,
    said: Vec<Entry>,
    told: Vec<String>,
}

#[derive(Template)]
#[template(path = "staff/said.html")]
struct Said<'a> {
    f: &'a Frame,
    sides: Vec<OfSide>,
    file: Vec<Entry>,
}

/// What a record shows of itself here: only what the grant left in it.
fn rows(ctx: &Ctx, record: &Record) -> Vec<(String, String)> {
    let (l, zone) = (ctx.l, ctx.service().zone());
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
        row("statement-declared-at", l.moment(residence.declared_at, zone));
    }
    for (at, _, words) in &record.explanations {
        row("part-explanations", format!("{}: {}", l.moment(*at, zone), words.as_str()));
    }
    for question in record.questions.iter().rev() {
        row("case-asked-about", format!("{}. {}", question.look, question.entry.as_str()));
        row("case-asked", format!("{}: {}", l.moment(question.at, zone), question.words.as_str()));
    }
    rows
}

fn ways(l: Locale, notice: &Notice) -> Option<String> {
    let way = |way| {
        let proved = notice.proved().any(|proved| proved == way);
        l.t1(if proved { "office-way-proved" } else { "office-way-sent" }, "way", words::channel(l, way))
    };
    let ways: Vec<String> = Channel::EVERY.into_iter().filter(|channel| notice.sent_on(*channel)).map(way).collect();
    (!ways.is_empty()).then(|| ways.join(", "))
}

/// How a side was told, and until when it can answer.
fn told(l: Locale, case: &Case, whose: Side) -> Vec<String> {
    let Some(file) = case.side(whose) else { return Vec::new() };
    let mut lines = Vec::new();
    match ways(l, file.told()) {
        Some(ways) => lines.push(l.t1("office-told", "ways", ways)),
        None if case.opened_by(whose) => lines.push(l.t("office-opened-it")),
        None => lines.push(l.t("office-not-told")),
    }
    match file.answer_until() {
        Some(until) => lines.push(l.t1("office-answer-until", "day", l.date_with_weekday(until.last_day))),
        None if file.told().sent() && !case.opened_by(whose) && case.kind().proves_twice(whose) => lines.push(l.t("office-two-proofs")),
        None => {}
    }
    if file.asked_to_be_heard() {
        lines.push(l.t("office-wants-to-be-heard"));
    }
    if !matches!(case.stage(), Stage::Hearing | Stage::Drafted { .. })
        && let Some(ways) = ways(l, file.decision())
    {
        lines.push(l.t1("office-told-decision", "ways", ways));
    }
    lines
}

fn of_side(ctx: &Ctx, view: &CaseView, whose: Side) -> OfSide {
    let record = view.records.iter().find(|(side, _)| *side == whose).map(|(_, record)| record);
    let id: CaseId = view.entry.id;
    let photo = |photo: &doorstep_register::Evidence| (ctx.to(&format!("/cases/{id}/photo/{}", photo.id)), photo.title.as_str().to_owned());
    let theirs = |by: By| matches!(by, By::Side { side, .. } if side == whose);
    let said = view.acts.iter().filter(|act| is_said_by_a_side(&act.what) && theirs(act.by));
    OfSide {
        title: side(ctx.l, view.case.kind(), whose),
        rows: record.map(|record| rows(ctx, record)).unwrap_or_default(),
        photos: record.map(|record| record.evidence.iter().map(photo).collect()).unwrap_or_default(),
        said: said.map(|act| entry(ctx, view, act)).collect(),
        told: told(ctx.l, &view.case, whose),
    }
}

/// The sides beside each other, and what else is on file.
pub(in crate::staff) fn sides(ctx: &Ctx, view: &CaseView) -> String {
    let sides = view.case.kind().sides().iter().map(|side| of_side(ctx, view, *side)).collect();
    let file = view.acts.iter().filter(|act| is_on_file(&act.what)).map(|act| entry(ctx, view, act)).collect();
    Said { f: &ctx.frame(""), sides, file }.render().unwrap_or_default()
}

/// The same, to be opened where it is needed.
pub(in crate::staff) fn html(ctx: &Ctx, view: &CaseView) -> String {
    folded(&ctx.l.t("office-read-file"), &sides(ctx, view))
}
