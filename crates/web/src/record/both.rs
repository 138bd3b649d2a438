//! Two versions of one thing: what stands on the record now, and what was sent. Nothing was overwritten; the person chooses.

use super::PlaceWords;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::Form;
use crate::frame::Frame;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_register::Record;

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
    /// Both, with the form as it was sent, to be sent again over this version.
    pub(crate) fn new(now: Side, sent: Side, action: String, form: &Form, version: u32, keep: &'static str) -> Self {
        let mut hidden = form.for_resend();
        hidden.push(("version".to_owned(), version.to_string()));
        BothVersions { now, sent, action, hidden, keep }
    }

    /// The page, with status 409.
    pub(crate) fn respond(self, ctx: &Ctx) -> Result<Response, Failure> {
        ctx.page(StatusCode::CONFLICT, &Page { f: ctx.frame(ctx.l.t("both-title")).back(self.keep), both: self })
    }
}

/// How the registration stands now.
pub(super) fn standing(l: Locale, record: &Record) -> Side {
    let Some(last) = record.residences.last() else { return vec![(l.t("statement-address"), l.t("record-no-address"))] };
    let mut rows = vec![
        (l.t("statement-address"), PlaceWords::of(l, last.place()).plain()),
        (l.t("statement-since"), l.date_with_weekday(last.declaration.since)),
    ];
    match &last.ended {
        Some(end) => rows.push((l.t("statement-left-on"), l.date_with_weekday(end.on()))),
        None => rows.extend(last.until().map(|day| (l.t("statement-until"), l.date_with_weekday(day)))),
    }
    rows
}
