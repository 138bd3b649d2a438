//! `/homes`: the addresses of a host's homes. Shows nobody.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::record::PlaceWords;
use askama::Template;
use axum::response::Response;
use doorstep_service::Who;

#[derive(Template)]
#[template(path = "staff/homes.html")]
struct Page {
    f: Frame,
    homes: Vec<(usize, PlaceWords)>,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.session.as_ref().filter(|s| matches!(s.who, Who::Resident(_))).ok_or(Failure::SignIn)?;
    let places = ctx.service().homes(session).await?;
    let homes = places.iter().enumerate().map(|(i, place)| (i + 1, PlaceWords::of(ctx.l, place))).collect();
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("homes-title")), homes })
}
