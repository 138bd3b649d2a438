//! `/data`: everything that is kept, why, until when, and a copy of it.

use super::{data_paper, pdf as paper};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_register::Evidence;
use doorstep_rules::Basis;
use jiff::civil::Date;

struct Kept {
    what: String,
    why: String,
    until: String,
    by_operator: bool,
}

#[derive(Template)]
#[template(path = "record/data.html")]
struct Page {
    f: Frame,
    kept: Vec<Kept>,
    erasable_from: Option<Date>,
    at_once: bool,
    photos: Vec<Evidence>,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let service = ctx.service();
    let record = service.record(ctx.person()?).await?;
    let lang = ctx.l.tag();
    let kept = service.pack().retention().iter().map(|r| Kept {
        what: r.what.get(lang).to_owned(),
        why: r.why.get(lang).to_owned(),
        until: r.until.get(lang).to_owned(),
        by_operator: r.basis == Basis::Operator,
    });
    let erasable_from = service.erasable_from(&record);
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("data-title")).back("/record"),
        kept: kept.collect(),
        at_once: erasable_from.is_some_and(|day| day <= service.today()),
        erasable_from,
        photos: record.evidence,
    })
}

/// `/data/export.json`: the form is documented in `docs/DATA_MODEL.md`.
pub(super) async fn json(ctx: Ctx) -> Result<Response, Failure> {
    let export = ctx.service().export(ctx.person()?).await?;
    let bytes = serde_json::to_vec_pretty(&export).map_err(|_| Failure::Template)?;
    Ok(paper::attachment("application/json", "doorstep.json", bytes))
}

/// `/data/export.pdf`: the same for people.
pub(super) async fn pdf(ctx: Ctx) -> Result<Response, Failure> {
    let export = ctx.service().export(ctx.person()?).await?;
    paper::answer(&ctx, data_paper::document(&ctx, &export), "doorstep.pdf").await
}
