//! `/cases`: the queue by statutory clock. It names nobody. For a member of the appeal body it holds the appeals.

use super::words::{kind_id, stage};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_service::QueueEntry;
use doorstep_storage::CaseStage;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

struct Entry {
    path: String,
    number: String,
    kind: String,
    stage: String,
    due: String,
    late: bool,
    mine: bool,
    to_confirm: bool,
    waits: bool,
}

#[derive(Template)]
#[template(path = "staff/cases.html")]
struct Page {
    f: Frame,
    lead: String,
    entries: Vec<Entry>,
    /// Whether a case about an address can be opened here.
    opens: bool,
}

/// The last day of a term that ends at this moment, at the office.
fn last_day(ctx: &Ctx, ends: Timestamp) -> Date {
    let before = ends.checked_sub(SignedDuration::from_secs(1)).unwrap_or(ends);
    before.to_zoned(ctx.service().zone().clone()).date()
}

/// What is due, by when. That a day has passed is said about the office, never about a person.
fn due(ctx: &Ctx, entry: &QueueEntry) -> (String, bool) {
    let l = ctx.l;
    let over = ctx.service().now() >= entry.due_at;
    let id = match (entry.stage, over) {
        (CaseStage::Appealable, false) => "office-due-appeal",
        (CaseStage::Appealable, true) => "office-due-appeal-over",
        (CaseStage::Drafted, false) => "office-due-confirm",
        (_, false) => "office-due-decide",
        (_, true) => "office-due-late",
    };
    (l.t1(id, "day", l.date_with_weekday(last_day(ctx, entry.due_at))), id == "office-due-late")
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let appeals = session.hears_appeals();
    let queue = ctx.service().case_queue(session).await?;
    let entries = queue.iter().map(|entry| {
        let (due, late) = due(&ctx, entry);
        Entry {
            path: ctx.to(&if entry.waits { format!("/cases/{}/deputy", entry.id) } else { format!("/cases/{}", entry.id) }),
            number: entry.id.number(),
            kind: ctx.l.t(&kind_id(entry.kind)),
            stage: stage(ctx.l, entry.stage),
            due,
            late,
            mine: entry.mine,
            to_confirm: entry.to_confirm,
            waits: entry.waits,
        }
    });
    let lead = if appeals { ctx.l.t("office-appeals-lead") } else { ctx.l.t("cases-lead") };
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("cases-title")), lead, entries: entries.collect(), opens: !appeals })
}
