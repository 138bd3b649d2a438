//! `/sign-in`: four ways, none better than another.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct Page {
    f: Frame,
    staff: bool,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let staff = ctx.service().provider_name().is_some();
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("sign-in-title")).back("/"), staff })
}
