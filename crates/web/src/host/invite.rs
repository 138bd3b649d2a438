//! `/homes/1/invite`: a link with which somebody begins their declaration at this home.

use super::{in_full, index};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::part::{Question, inset, paragraph};
use crate::record::{PlaceWords, QrPicture};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_register::Place;

type At = Path<(String, String)>;

/// Whether a home can have rooms of its own: every home but a room.
pub(super) fn has_rooms(place: &Place) -> bool {
    matches!(place, Place::Listed { unit, .. } if unit.room.is_none())
}

pub(super) async fn get(ctx: Ctx, Path((_, number)): At) -> Result<Response, Failure> {
    let home = ctx.service().one_home(ctx.person()?, index(&number)?).await?;
    let l = ctx.l;
    let page = Question::new(ctx.frame(l.t("invite-title")).back("/homes"), Errors::default())
        .heading(l.t("invite-title"))
        .html(PlaceWords::of(l, &home.place).html())
        .html(paragraph(&l.t("invite-text")))
        .html(inset(&l.t("invite-they-decide")))
        .html(paragraph(&l.t("host-no-right")))
        .button(l.t("invite-button"));
    let page = if has_rooms(&home.place) { page.link(format!("/homes/{number}/rooms"), l.t("invite-rooms")) } else { page };
    page.respond(&ctx)
}

#[derive(Template)]
#[template(path = "host/invite.html")]
struct Page {
    f: Frame,
    place: PlaceWords,
    link: String,
    code: String,
}

pub(super) async fn post(Path((_, number)): At, Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    let invitation = ctx.service().invite(ctx.person()?, index(&number)?, Vec::new()).await?.pop().ok_or(Failure::NotFound)?;
    let (l, link) = (ctx.l, in_full(&ctx, &invitation.path));
    let code = QrPicture::of(&link, l.t("invite-qr-alt"), l.t("invite-qr-caption")).and_then(|picture| picture.render().ok());
    let place = PlaceWords::of(l, &invitation.place);
    ctx.ok(&Page {
        f: ctx.frame(l.t("invite-made-title")).back(format!("/homes/{number}/invite")),
        place,
        link,
        code: code.unwrap_or_default(),
    })
}
