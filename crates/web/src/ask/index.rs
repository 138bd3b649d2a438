//! `/ask`: what somebody can have put right, each a complete path.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "ask/index.html")]
struct Page {
    f: Frame,
    /// Path and part of text ids.
    paths: [(&'static str, &'static str); 7],
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    ctx.person()?;
    let paths = [
        ("/ask/host-refuses", "host-refuses"),
        ("/ask/home-not-fit", "home-not-fit"),
        ("/ask/address", "address"),
        ("/ask/correction", "correction"),
        ("/ask/appeal", "appeal"),
        ("/looks", "look"),
        ("/due", "late"),
    ];
    let back = format!("/my-cases{}", ctx.for_whom());
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("ask-title")).back(back), paths })
}
