//! `/log`: the public log, for programs after c2sp.org/tlog-tiles, and a page that says what it is and how to check it.

use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use doorstep_service::{LogFacts, LogState};
use doorstep_tlog::{HASHES, TileId};

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/log/checkpoint", get(checkpoint)).route("/log/tile/{*rest}", get(tile)).route("/{locale}/log", get(page))
}

/// GET `/log/checkpoint`: changes all the time.
async fn checkpoint(State(web): State<Web>) -> Result<Response, Failure> {
    let note = web.service().log_checkpoint().await?.ok_or(Failure::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], note).into_response())
}

/// GET `/log/tile/<L>/<N>[.p/<W>]`: never changes once it is there.
async fn tile(State(web): State<Web>, Path(rest): Path<String>) -> Result<Response, Failure> {
    let id = TileId::parse(&format!("tile/{rest}")).ok_or(Failure::NotFound)?;
    let bytes = web.service().log_tile(id).await?.ok_or(Failure::NotFound)?;
    let kept = if u64::from(id.width) == HASHES { "public, max-age=31536000, immutable" } else { "public, max-age=60" };
    Ok(([(header::CONTENT_TYPE, "application/octet-stream"), (header::CACHE_CONTROL, kept)], bytes).into_response())
}

/// A log that there is.
struct Log {
    facts: LogFacts,
    state: LogState,
    /// Which text, and how many lines there were then.
    growth: Vec<(&'static str, u64)>,
    /// The address for auditors.
    url: String,
    /// The keys as arguments of the command.
    arguments: String,
}

/// The keys as the commands and the check on the page take them.
pub(crate) fn arguments(facts: &LogFacts) -> String {
    let witnesses: String = facts.witnesses.iter().map(|key| format!(" --witness {key}")).collect();
    format!("--key {}{witnesses} --quorum {}", facts.key, facts.quorum)
}

#[derive(Template)]
#[template(path = "log.html")]
struct Page {
    f: Frame,
    log: Option<Log>,
}

/// GET `/{locale}/log`
async fn page(ctx: Ctx) -> Result<Response, Failure> {
    let service = ctx.service();
    let log = match service.log_facts().cloned() {
        None => None,
        Some(facts) => {
            let arguments = arguments(&facts);
            let url = format!("{}/log", service.settings().base_url);
            let state = service.log_state().await?;
            let ago = ["log-growth-day", "log-growth-week", "log-growth-month"];
            let growth = ago.into_iter().zip(state.before).filter_map(|(text, size)| Some((text, size?))).collect();
            Some(Log { state, growth, facts, url, arguments })
        }
    };
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("log-title")), log })
}
