//! The first page, and the pages about the service itself.

use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::response::Response;
use axum::routing::get;
use doorstep_locales::Locale;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/", get(root))
        .route("/{locale}", get(root))
        .route("/{locale}/", get(home))
        .route("/{locale}/promises", get(promises))
        .route("/{locale}/kept", get(kept))
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    f: Frame,
}

#[derive(Template)]
#[template(path = "promises.html")]
struct Promises {
    f: Frame,
}

#[derive(Template)]
#[template(path = "kept.html")]
struct Kept {
    f: Frame,
    rows: Vec<[String; 3]>,
}

/// GET `/`: the first page in the visitor's language, without a redirect on the way.
async fn root(State(web): State<Web>, request: Request) -> Result<Response, Failure> {
    let (mut parts, _) = request.into_parts();
    let named = parts.uri.path().trim_matches('/').parse().ok();
    let wished = parts.headers.get("accept-language").and_then(|v| v.to_str().ok()).map(Locale::negotiate);
    if named.is_none() && parts.uri.path() != "/" {
        return Err(Failure::NotFound);
    }
    let l: Locale = named.or(wished).unwrap_or(web.service().settings().locale);
    parts.uri = format!("/{l}/").parse().map_err(|_| Failure::NotFound)?;
    home(Ctx::from_request_parts(&mut parts, &web).await?).await
}

/// GET `/{locale}/`
async fn home(ctx: Ctx) -> Result<Response, Failure> {
    ctx.ok(&Home { f: ctx.frame(ctx.l.t("home-title")) })
}

/// GET `/{locale}/promises`
async fn promises(ctx: Ctx) -> Result<Response, Failure> {
    ctx.ok(&Promises { f: ctx.frame(ctx.l.t("promises-title")) })
}

/// GET `/{locale}/kept`: what is kept, why, and until when, from the rule pack.
async fn kept(ctx: Ctx) -> Result<Response, Failure> {
    let lang = ctx.l.tag();
    let row = |r: &doorstep_rules::Retention| [&r.what, &r.why, &r.until].map(|text| text.get(lang).to_owned());
    let rows = ctx.service().pack().retention().iter().map(row).collect();
    ctx.ok(&Kept { f: ctx.frame(ctx.l.t("kept-title")), rows })
}
