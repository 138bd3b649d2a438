//! `/homes`: the addresses of a host's homes. Shows nobody.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::record::PlaceWords;
use askama::Template;
use axum::response::Response;
use doorstep_service::Who;

struct Home {
    number: usize,
    place: PlaceWords,
    how: String,
}

#[derive(Template)]
#[template(path = "host/homes.html")]
struct Page {
    f: Frame,
    homes: Vec<Home>,
    /// Letters on their way: the address, and what of it.
    letters: Vec<(PlaceWords, String)>,
    /// Whether who sees it may look who declared a home: the host, and no clerk.
    looks: bool,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let (l, zone) = (ctx.l, ctx.service().zone());
    let home = |(i, home): (usize, &doorstep_service::OwnHome)| Home {
        number: i + 1,
        place: PlaceWords::of(l, &home.place),
        how: l.t(&format!("home-proof-{}", home.proof.word())),
    };
    let homes = ctx.service().homes(session).await?.iter().enumerate().map(home).collect();
    let letter = |(place, printed): (doorstep_register::Place, Option<jiff::Timestamp>)| {
        let state = match printed {
            Some(at) => l.t1("homes-letter-sent", "day", l.date(at.to_zoned(zone.clone()).date())),
            None => l.t("homes-letter-waits"),
        };
        (PlaceWords::of(l, &place), state)
    };
    let letters = ctx.service().home_letters(session).await?.into_iter().map(letter).collect();
    let looks = matches!(session.who, Who::Resident(_));
    ctx.ok(&Page { f: ctx.frame(l.t("homes-title")), homes, letters, looks })
}
