//! `/account/sessions`: ending one, or all the others.

use crate::failure::Failure;
use crate::form::Posted;
use axum::response::Response;

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let which = form.get("session");
    let one = if which == "others" { None } else { Some(uuid::Uuid::try_parse(which).map_err(|_| Failure::NotFound)?) };
    ctx.service().end_sessions(ctx.person()?, one).await?;
    Ok(ctx.go("/account"))
}
