//! `/homes/1`: how many people declared it, the names they gave, since when. Each of them sees the look.

use super::index;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::record::PlaceWords;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_service::{HomeView, Resident};
use doorstep_storage::HomeProof;

#[derive(Template)]
#[template(path = "host/home.html")]
struct Page {
    f: Frame,
    number: String,
    place: PlaceWords,
    whole: bool,
    residents: Vec<Resident>,
}

pub(super) async fn get(ctx: Ctx, Path((_, number)): Path<(String, String)>) -> Result<Response, Failure> {
    let HomeView { home, residents, .. } = ctx.service().home(ctx.person()?, index(&number)?).await?;
    let place = PlaceWords::of(ctx.l, &home.place);
    let whole = home.proof == HomeProof::Extract;
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("homes-one-title")).back("/homes"), number, place, whole, residents })
}
