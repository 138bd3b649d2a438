//! `/desk/receive`: somebody with a code.

use super::page;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use axum::response::Response;
use doorstep_service::Error;

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let typed = form.get("code");
    match ctx.service().desk_receive(ctx.clerk()?, typed, ctx.l).await {
        Ok(_) => Ok(ctx.go("/record")),
        Err(Error::SpentLink) => {
            let mut errors = Errors::default();
            errors.add("code", ctx.l.t("desk-code-wrong"));
            page(&ctx, &typed.chars().take(100).collect::<String>(), errors)
        }
        Err(other) => Err(other.into()),
    }
}
