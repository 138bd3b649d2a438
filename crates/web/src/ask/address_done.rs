//! `/ask/address/done`: hidden; and what keeps it so.

use super::{case_path, open};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_policy::CaseKind;

#[derive(Template)]
#[template(path = "ask/address_done.html")]
struct Page {
    f: Frame,
    email: Option<String>,
    case: Option<String>,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let record = ctx.service().record(ctx.person()?).await?;
    let case = open(&ctx, CaseKind::Protection).await?.map(|id| case_path(&ctx, id));
    if case.is_none() && !record.hidden {
        return Ok(ctx.go(&format!("/ask/address{}", ctx.for_whom())));
    }
    let email = record.contact.email.map(|email| email.to_string());
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("ask-address-done")), email, case })
}
