//! `/my-cases`: where each case stands, and what comes next. Nothing that was said in one is opened.

use super::words::{stage_key, title};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_service::OpenedByMe;
use doorstep_storage::CaseStage;

struct Line {
    path: String,
    title: String,
    number: String,
    stage: String,
    next: String,
    colour: &'static str,
}

#[derive(Template)]
#[template(path = "mine/list.html")]
struct Page {
    f: Frame,
    open: Vec<Line>,
    over: Vec<Line>,
}

fn line(ctx: &Ctx, mine: &OpenedByMe) -> Line {
    let (l, row) = (ctx.l, &mine.row);
    let day = |at: jiff::Timestamp| l.date(at.to_zoned(ctx.service().zone().clone()).date());
    // The end of a term is the first moment after its last day.
    let last = row.due_at.saturating_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(row.due_at);
    let next = match (row.stage, row.closed_at) {
        (_, Some(at)) => l.t1("mine-over-on", "day", day(at)),
        (CaseStage::Hearing | CaseStage::Drafted, None) => l.t1("mine-next-hearing", "day", day(last)),
        (CaseStage::Appealable, None) => l.t1("mine-next-appealable", "day", day(last)),
        (stage, None) => l.t(&format!("mine-next-{}", stage_key(stage))),
    };
    let colour = match row.stage {
        CaseStage::Settled | CaseStage::Closed | CaseStage::Annulled => "grey",
        CaseStage::Confirmed | CaseStage::Appealable => "yellow",
        CaseStage::Hearing | CaseStage::Drafted | CaseStage::Appealed => "blue",
    };
    Line {
        path: format!("/my-cases/{}{}", row.id, ctx.for_whom()),
        title: title(l, row.kind, mine.side),
        number: row.id.number(),
        stage: l.t(&format!("mine-stage-{}", stage_key(row.stage))),
        next,
        colour,
    }
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let cases = ctx.service().my_cases(ctx.person()?).await?;
    let (open, over): (Vec<&OpenedByMe>, Vec<&OpenedByMe>) = cases.iter().partition(|mine| mine.row.closed_at.is_none());
    let lines = |cases: Vec<&OpenedByMe>| cases.into_iter().map(|mine| line(&ctx, mine)).collect();
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("mine-title")).back("/record"), open: lines(open), over: lines(over) })
}
