//! The person's own record: what stands on it, what is due, receipts, who looked, their data.

mod again;
mod both;
mod check;
mod correct;
pub(crate) mod correct_field;
mod data;
mod data_paper;
mod declared;
mod due;
mod due_file;
mod erase;
mod event_file;
mod family_choice;
mod inbox;
mod key;
mod leave;
mod letter_words;
mod look_ask;
mod look_group;
pub(crate) mod looks;
mod message;
mod overview;
pub(crate) mod pdf;
mod place_words;
pub(crate) mod qr;
mod receipt;
mod receipt_link;
pub(crate) mod receipt_paper;
mod receipts;
mod renew;
mod same;
pub(crate) mod statement_words;

use crate::ctx::Web;
use axum::Router;
use axum::routing::get;

pub(crate) use both::{BothVersions, Side};
pub(crate) use place_words::PlaceWords;
pub(crate) use qr::QrPicture;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{locale}/record", get(overview::get))
        .route("/{locale}/renew", get(renew::get).post(renew::post))
        .route("/{locale}/return", get(same::get).post(same::post))
        .route("/{locale}/leave", get(leave::get).post(leave::post))
        .route("/{locale}/declared/{reference}", get(declared::get))
        .route("/{locale}/declared/{reference}/next.ics", get(declared::next_file))
        .route("/{locale}/receipts", get(receipts::get))
        .route("/{locale}/receipts/{reference}/{file}", get(receipt::get))
        .route("/{locale}/r/{code}", get(receipt_link::get))
        .route("/{locale}/check", get(check::get).post(check::post))
        .route("/{locale}/due", get(due::get).post(due::post))
        .route("/{locale}/due/{file}", get(due_file::get))
        .route("/{locale}/looks", get(looks::get))
        .route("/{locale}/looks/{file}", get(looks::file))
        .route("/{locale}/looks/asked", get(look_ask::done))
        .route("/{locale}/looks/ask/{look}", get(look_ask::get).post(look_ask::post))
        .route("/{locale}/inbox", get(inbox::get))
        .route("/{locale}/inbox/{id}", get(message::get))
        .route("/{locale}/data", get(data::get))
        .route("/{locale}/data/export.json", get(data::json))
        .route("/{locale}/data/export.pdf", get(data::pdf))
        .route("/{locale}/data/erase", get(erase::get).post(erase::post))
        .route("/{locale}/data/erased", get(erase::done))
        .route("/{locale}/correct", get(correct::get).post(correct::post))
        .route("/{locale}/correct/{field}", get(correct_field::get).post(correct_field::post))
}
