//! `/receipts/…/1`, and `/receipts/…/1.pdf`: one receipt.

use super::qr::QrPicture;
use super::receipts::with_number;
use super::statement_words::{StatementRow, rows, title};
use super::{pdf, receipt_paper};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;

#[derive(Template)]
#[template(path = "record/receipt.html")]
struct Page {
    f: Frame,
    rows: Vec<StatementRow>,
    qr: Option<QrPicture>,
    link: String,
    pdf: String,
}

pub(super) async fn get(ctx: Ctx, Path((_, reference, file)): Path<(String, String, String)>) -> Result<Response, Failure> {
    let (number, paper) = file.strip_suffix(".pdf").map_or((file.as_str(), false), |number| (number, true));
    let index = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).ok_or(Failure::NotFound)?;
    let all = ctx.service().receipts(ctx.person()?).await?;
    let receipt = with_number(&all, &reference).into_iter().nth(index).ok_or(Failure::NotFound)?;
    if paper {
        let document = receipt_paper::document(&ctx, &receipt);
        return pdf::answer(&ctx, document, &format!("doorstep-{}-{}.pdf", receipt.statement.reference, index + 1)).await;
    }
    let link = receipt_paper::link(&ctx, &receipt);
    ctx.ok(&Page {
        f: ctx.frame(title(ctx.l, &receipt.statement)).back("/receipts"),
        rows: rows(&ctx, &receipt.statement),
        qr: QrPicture::of(&link, ctx.l.t("receipt-qr-alt"), ctx.l.t("receipt-qr-caption")),
        link,
        pdf: format!("/receipts/{}/{}.pdf", receipt.statement.reference, index + 1),
    })
}
