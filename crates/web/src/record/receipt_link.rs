//! `/r/…`: what whoever holds a receipt may see. Nobody signs in, no record is opened, and nobody learns of it.

use super::statement_words::{StatementRow, rows, title};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::limits::Limited;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "record/receipt_link.html")]
struct Page {
    f: Frame,
    issued_at: Timestamp,
    rows: Vec<StatementRow>,
}

#[derive(Template)]
#[template(path = "record/receipt_none.html")]
struct NoneSuch {
    f: Frame,
}

pub(super) async fn get(ctx: Ctx, Path((_, code)): Path<(String, String)>) -> Result<Response, Failure> {
    ctx.limit(Limited::Api)?;
    match ctx.service().read_receipt(&code).await? {
        Some((issued_at, statement)) => {
            let f = ctx.frame(title(ctx.l, &statement));
            ctx.ok(&Page { f, issued_at, rows: rows(&ctx, &statement) })
        }
        None => ctx.page(StatusCode::NOT_FOUND, &NoneSuch { f: ctx.frame(ctx.l.t("receipt-none-title")) }),
    }
}
