//! `/sample`: what a supervisor asks clerks about. Times, pseudonyms and what was presented; no person.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_service::{SampleDay, Who};
use doorstep_storage::DeskWay;

#[derive(Template)]
#[template(path = "staff/sample.html")]
struct Page {
    f: Frame,
    days: Vec<SampleDay>,
}

impl Page {
    /// The text id of what was presented.
    fn way_id(&self, way: &DeskWay) -> &'static str {
        match way {
            DeskWay::New => "sample-way-new",
            DeskWay::Code => "sample-way-code",
            DeskWay::Document => "sample-way-document",
            DeskWay::Post => "sample-way-post",
        }
    }
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    ctx.staff()?;
    let session = ctx.session.as_ref().filter(|s| matches!(s.who, Who::Supervisor(_))).ok_or(Failure::NotFound)?;
    let days = ctx.service().desk_sample(session).await?;
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("sample-title")), days })
}
