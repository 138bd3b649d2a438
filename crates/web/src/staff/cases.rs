//! `/cases`: the officer's queue, oldest first. It names nobody.

use super::case_words::kind_id;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::record::looks::case_number;
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;

struct Entry {
    id: String,
    number: String,
    kind: String,
    opened_at: Timestamp,
    mine: bool,
}

#[derive(Template)]
#[template(path = "staff/cases.html")]
struct Page {
    f: Frame,
    entries: Vec<Entry>,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let queue = ctx.service().case_queue(ctx.staff()?).await?;
    let entries = queue.into_iter().map(|entry| Entry {
        id: entry.id.to_string(),
        number: case_number(&entry.id.0),
        kind: ctx.l.t(&kind_id(entry.kind)),
        opened_at: entry.opened_at,
        mine: entry.mine,
    });
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("cases-title")), entries: entries.collect() })
}
