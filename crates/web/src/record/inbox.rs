//! `/inbox`: the messages that the person got.

use super::letter_words::{Piece, paragraphs};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_service::Received;
use jiff::Timestamp;

struct Entry {
    at: Timestamp,
    /// The page of this message alone, after the language.
    page: String,
    language: String,
    subject: String,
    paragraphs: Vec<Vec<Piece>>,
}

#[derive(Template)]
#[template(path = "record/inbox.html")]
struct Page {
    f: Frame,
    entries: Vec<Entry>,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let own = ctx.service().settings().base_url.clone();
    let messages = ctx.service().inbox(ctx.person()?).await?;
    let entry = |Received { id, message: m }: Received| Entry {
        at: m.at,
        page: format!("/inbox/{id}{}", ctx.for_whom()),
        paragraphs: paragraphs(&m.body, &own),
        language: m.language,
        subject: m.subject,
    };
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("inbox-title")).back("/record"), entries: messages.into_iter().map(entry).collect() })
}
