//! The pages of hosts, and of residents who show something to one.
//!
//! Three doors lead to the same question about one entry: the host's own list of homes, a link that the resident shows, and a letter with a
//! code. All of them say that a registration gives no right to the property, and that nothing ends by a host's word.

mod add;
mod answer;
mod door;
mod entry;
mod give_up;
mod home;
mod homes;
mod invite;
mod invited;
mod letter;
mod letter_paper;
mod letters;
mod mine;
mod pick;
mod plain;
mod rooms;
mod sheet;

use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/hosts", get(plain::get))
        .route("/{locale}/homes", get(homes::get))
        .route("/{locale}/homes/add", get(add::get).post(add::post))
        .route("/{locale}/homes/asked", get(add::asked))
        .route("/{locale}/homes/{number}", get(home::get))
        .route("/{locale}/homes/{number}/give-up", get(give_up::get).post(give_up::post))
        .route("/{locale}/homes/{number}/invite", get(invite::get).post(invite::post))
        .route("/{locale}/homes/{number}/rooms", get(rooms::get).post(rooms::post))
        .route("/{locale}/homes/{number}/rooms/pdf", post(rooms::pdf))
        .route("/{locale}/homes/{number}/entry/{entry}", get(entry::get).post(entry::post))
        .route("/{locale}/homes/{number}/entry/{entry}/{say}", get(entry::get_words).post(entry::post_words))
        .route("/{locale}/homes/{number}/thanks", get(entry::thanks))
        .route("/{locale}/homes/{number}/asked/{case}", get(entry::asked))
        .route("/{locale}/host", get(letter::get).post(letter::post))
        .route("/{locale}/host/thanks", get(door::thanks))
        .route("/{locale}/h/{code}", get(door::get).post(door::post))
        .route("/{locale}/h/{code}/{say}", get(door::get_words).post(door::post_words))
        .route("/{locale}/i/{code}", get(invited::get).post(invited::post))
        .route("/{locale}/my-host", get(mine::get).post(mine::post))
        .route("/{locale}/letters", get(letters::get).post(letters::post))
}

/// The number of a home in the host's list, as people count, from the address.
fn index(number: &str) -> Result<usize, Failure> {
    number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).ok_or(Failure::NotFound)
}

/// A link of our own in full, as it is printed and shown.
fn in_full(ctx: &Ctx, path: &str) -> String {
    format!("{}/{}{path}", ctx.service().settings().base_url, ctx.l)
}

/// The paragraphs that stand on every page of a host: what a registration is not, and who is liable for a sold address.
fn plain_words(ctx: &Ctx) -> String {
    crate::part::details(&ctx.l.t("host-plain-title"), &format!("{} {}", ctx.l.t("host-no-right"), ctx.l.t("host-liability")))
}
