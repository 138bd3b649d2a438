//! Asking for a case: about one's host, home, a field, something that the office did, or who may see one's address.

mod address;
mod address_done;
mod address_shown;
mod index;
mod kind;

use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use axum::Router;
use axum::routing::get;
use doorstep_policy::CaseKind;
use doorstep_register::CaseId;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/ask", get(index::get))
        .route("/{locale}/ask/address", get(address::get).post(address::post))
        .route("/{locale}/ask/address/done", get(address_done::get))
        .route("/{locale}/ask/address/shown", get(address_shown::get).post(address_shown::post))
        .route("/{locale}/ask/{kind}", get(kind::get).post(kind::post))
}

/// The open case of a kind that the person asked for, where there is one. A second one of a kind is not opened: the first is added to.
async fn open(ctx: &Ctx, kind: CaseKind) -> Result<Option<CaseId>, Failure> {
    let cases = ctx.service().my_cases(ctx.person()?).await?;
    Ok(cases.into_iter().find(|mine| mine.row.kind == kind && mine.row.closed_at.is_none()).map(|mine| mine.row.id))
}

/// The path of a case after the language.
fn case_path(ctx: &Ctx, id: CaseId) -> String {
    format!("/my-cases/{id}{}", ctx.for_whom())
}
