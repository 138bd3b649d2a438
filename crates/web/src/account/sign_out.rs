//! `/sign-out`.

use crate::ctx::without_session;
use crate::failure::Failure;
use crate::form::Posted;
use axum::response::Response;

pub(super) async fn post(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    if let Some(token) = &ctx.token {
        ctx.service().end_session(token).await?;
    }
    Ok(without_session(ctx.go("/")))
}
