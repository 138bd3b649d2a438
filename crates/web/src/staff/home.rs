//! `/homes/1`: how many people declared it, the names they gave, since when. Each of them sees the look.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_service::{HomeView, Who};

#[derive(Template)]
#[template(path = "staff/home.html")]
struct Page {
    f: Frame,
    home: HomeView,
}

pub(super) async fn get(ctx: Ctx, Path((_, number)): Path<(String, String)>) -> Result<Response, Failure> {
    let session = ctx.session.as_ref().filter(|s| matches!(s.who, Who::Resident(_))).ok_or(Failure::SignIn)?;
    let index = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).ok_or(Failure::NotFound)?;
    let home = ctx.service().home(session, index).await?;
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("homes-one-title")).back("/homes"), home })
}
