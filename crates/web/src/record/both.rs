//! Two versions of one thing: what stands on the record now, and what was sent. Nothing was overwritten; the person chooses.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// One version: label and value of each field.
pub(crate) type Side = Vec<(String, String)>;

/// What the page needs.
pub(crate) struct BothVersions {
    /// What stands on the record now.
    pub(crate) now: Side,
    /// What the person sent.
    pub(crate) sent: Side,
    /// Where the form goes, as a path after the language.
    pub(crate) action: String,
    /// The fields of the form once more, with the new version.
    pub(crate) hidden: Vec<(String, String)>,
    /// Where to go to keep what stands there.
    pub(crate) keep: &'static str,
}

#[derive(Template)]
#[template(path = "record/both.html")]
struct Page {
    f: Frame,
    both: BothVersions,
}

impl BothVersions {
    /// The page, with status 409.
    pub(crate) fn respond(self, ctx: &Ctx) -> Result<Response, Failure> {
        ctx.page(StatusCode::CONFLICT, &Page { f: ctx.frame(ctx.l.t("both-title")).back(self.keep), both: self })
    }
}
