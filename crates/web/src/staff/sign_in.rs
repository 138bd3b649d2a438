//! `/staff/sign-in`: for whoever works for an office. With the office's own service, or by the operator's link.

use super::local::{To, with};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::extract::Query;
use axum::response::Response;

#[derive(Template)]
#[template(path = "staff/sign_in.html")]
struct Page {
    f: Frame,
    provider: Option<String>,
    start: String,
    links: bool,
}

pub(super) async fn get(ctx: Ctx, Query(To { to }): Query<To>) -> Result<Response, Failure> {
    let provider = ctx.service().provider_name().map(str::to_owned);
    let links = ctx.service().settings().staff_links;
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("staff-in-title")).back("/sign-in"), provider, start: with("/staff/oidc/start", &to), links })
}
