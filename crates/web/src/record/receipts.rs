//! `/receipts`: the person's and their family's.

use super::statement_words::title;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_service::IssuedReceipt;
use jiff::Timestamp;

/// A receipt in a list.
pub(super) struct Listed {
    pub(super) title: String,
    pub(super) name: String,
    pub(super) reference: String,
    /// Which of those with the same number.
    pub(super) number: usize,
    pub(super) issued_at: Timestamp,
}

#[derive(Template)]
#[template(path = "record/receipts.html")]
struct Page {
    f: Frame,
    receipts: Vec<Listed>,
}

/// The receipts with one number, each with its place among them. The order is the order in which they were issued.
pub(super) fn with_number(all: &[IssuedReceipt], reference: &str) -> Vec<IssuedReceipt> {
    let mut found: Vec<IssuedReceipt> = all.iter().filter(|r| r.statement.reference.as_str() == reference).cloned().collect();
    found.sort_by_key(|r| (r.issued_at, r.person));
    found
}

/// A receipt with what a list shows of it.
pub(super) fn listed(ctx: &Ctx, all: &[IssuedReceipt], receipt: &IssuedReceipt) -> Listed {
    let reference = receipt.statement.reference.as_str();
    let number = with_number(all, reference).iter().position(|r| r.path == receipt.path).map_or(0, |i| i + 1);
    Listed {
        title: title(ctx.l, &receipt.statement),
        name: receipt.statement.names.first().cloned().unwrap_or_default(),
        reference: reference.to_owned(),
        number,
        issued_at: receipt.issued_at,
    }
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let all = ctx.service().receipts(ctx.person()?).await?;
    let receipts = all.iter().map(|r| listed(&ctx, &all, r)).collect();
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("receipts-title")).back("/record"), receipts })
}
