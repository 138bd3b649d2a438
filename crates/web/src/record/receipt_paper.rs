//! A receipt as a document to be printed.

use super::statement_words::{kind_id, rows};
use crate::ctx::Ctx;
use doorstep_service::{Document, IssuedReceipt, Qr, Row, Section};

/// The address of a receipt's public page.
pub(crate) fn link(ctx: &Ctx, receipt: &IssuedReceipt) -> String {
    format!("{}/{}{}", ctx.service().settings().base_url, ctx.l, receipt.path)
}

/// The document of one receipt.
pub(super) fn document(ctx: &Ctx, receipt: &IssuedReceipt) -> Document {
    let l = ctx.l;
    let statement = &receipt.statement;
    let rows = rows(ctx, statement).into_iter().map(|r| Row { label: r.label, value: r.value }).collect();
    let rights = ["rights-effect", "rights-correct", "rights-appeal"].map(|id| l.t(id)).to_vec();
    Document {
        lang: l.tag().to_owned(),
        title: l.t(kind_id(statement.kind)),
        issuer: statement.issuer.clone(),
        lead: vec![l.t("receipt-lead")],
        sections: vec![
            Section { rows, ..Section::default() },
            Section { heading: Some(l.t("rights-title")), list: rights, ..Section::default() },
        ],
        qr: Some(Qr { link: link(ctx, receipt), alt: l.t("receipt-qr-alt"), caption: l.t("receipt-qr-caption") }),
        footer: l.t1("receipt-footer", "reference", statement.reference.as_str()),
        made_at: receipt.issued_at,
    }
}
