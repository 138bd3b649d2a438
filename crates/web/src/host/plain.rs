//! `/hosts`: what it means that somebody declared your address, in plain words, for anybody.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "host/plain.html")]
struct Page {
    f: Frame,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("hosts-title")) })
}
