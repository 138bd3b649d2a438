//! The pages: one folder per journey, one file per URL.
//!
//! Every page is complete without a script, has its language in its address, and works from the answers kept on the server. A handler
//! parses a form into a command, calls one use case of `service`, and answers with a page or with 303.

mod account;
mod ask;
mod assets;
mod channel;
mod ctx;
mod date_answer;
mod duty;
mod failure;
mod form;
mod frame;
mod headers;
mod home;
mod host;
mod journey;
mod limits;
mod log;
mod mine;
mod paper;
mod part;
mod photo;
mod post;
mod record;
mod rules;
mod staff;

pub use ctx::{SESSION_COOKIE, Web, WebConfig};
pub use doorstep_api::description as api_description;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use doorstep_service::Service;
use std::sync::Arc;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// The largest form without a file, in bytes.
const FORM_BYTES: usize = 64 * 1024;

/// The site over a service.
pub fn router(service: Service, config: WebConfig) -> Router {
    let web = Web(Arc::new(ctx::Inner::new(service, config)));
    let pages = Router::new()
        .merge(assets::routes())
        .merge(home::routes())
        .merge(journey::routes())
        .merge(record::routes())
        .merge(mine::routes())
        .merge(ask::routes())
        .merge(rules::routes())
        .merge(account::routes())
        .merge(staff::routes())
        .merge(paper::routes())
        .merge(host::routes())
        .merge(post::routes())
        .merge(log::routes())
        .fallback(failure::not_found)
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(middleware::from_fn_with_state(web.clone(), failure::show))
        .with_state(web.clone());
    pages
        .merge(doorstep_api::router(web.service().clone()).layer(middleware::from_fn_with_state(web, limits::api)))
        .layer(middleware::from_fn(headers::secure))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(8)))
}
