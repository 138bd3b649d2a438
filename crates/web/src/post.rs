//! The post of the office: letters that wait to be printed, one at a time, and what the postal record says of them. No page lists anybody.

mod letter;
mod record;
mod room;

use crate::ctx::Web;
use axum::Router;
use axum::routing::{get, post};

pub(crate) use letter::handed;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/post", get(room::get))
        .route("/{locale}/post/take", post(room::take))
        .route("/{locale}/post/back", post(room::back))
        .route("/{locale}/post/posted", post(room::posted))
        .route("/{locale}/post/letter.pdf", get(letter::in_hand))
        .route("/{locale}/post/no-address", get(letter::no_address))
        .route("/{locale}/post/record", get(record::get).post(record::post))
        .route("/{locale}/post/noted", get(record::noted))
        .route("/{locale}/inbox/{id}/letter.pdf", get(letter::at_desk))
        .route("/{locale}/inbox/{id}/handed", get(letter::handed_page).post(handed))
}
