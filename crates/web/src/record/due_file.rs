//! `/due/….ics`: a duty for one's own calendar.

use super::event_file::EventFile;
use super::pdf::attachment;
use crate::ctx::Ctx;
use crate::duty::{AllDue, by, general};
use crate::failure::Failure;
use axum::extract::Path;
use axum::response::Response;

pub(super) async fn get(ctx: Ctx, Path((_, file)): Path<(String, String)>) -> Result<Response, Failure> {
    let rule = file.strip_suffix(".ics").ok_or(Failure::NotFound)?;
    let all = AllDue::load(&ctx).await?;
    let item = all.of_rule(rule).ok_or(Failure::NotFound)?;
    let (l, service, duty) = (ctx.l, ctx.service(), &item.duty);
    let base = &service.settings().base_url;
    let host = base.split("//").nth(1).unwrap_or(base);
    // Calendars are shared and synchronised: the file names the general duty, never the treaty, which would tell the citizenship.
    let general = general(item);
    let name = service.pack().rule(general).map_or(duty.name(l.tag()), |rule| rule.name(l.tag()));
    let text = EventFile {
        uid: &format!("{general}-{}@{host}", duty.deadline.strftime("%Y%m%d")),
        day: duty.deadline,
        strict: duty.strict,
        summary: name,
        description: &by(l, duty.deadline, duty.cut_off),
        url: &format!("{base}/{l}/due"),
        made_at: service.now(),
    }
    .text();
    Ok(attachment("text/calendar; charset=utf-8", "doorstep.ics", text.into_bytes()))
}
