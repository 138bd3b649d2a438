//! The style sheet, the script and the mark: under names that change with their content, compressed once.

use crate::ctx::Web;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::LazyLock;

struct Asset {
    name: String,
    kind: &'static str,
    plain: &'static [u8],
    brotli: Vec<u8>,
}

fn asset(stem: &str, ending: &str, kind: &'static str, plain: &'static [u8]) -> Asset {
    let hash: String = Sha256::digest(plain).iter().take(5).map(|b| format!("{b:02x}")).collect();
    let mut brotli = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut brotli, 4096, 11, 22);
    writer.write_all(plain).and_then(|()| writer.flush()).expect("writing to memory does not fail");
    drop(writer);
    Asset { name: format!("{stem}.{hash}.{ending}"), kind, plain, brotli }
}

static ASSETS: LazyLock<[Asset; 3]> = LazyLock::new(|| {
    [
        asset("doorstep", "css", "text/css; charset=utf-8", include_bytes!("../assets/doorstep.css")),
        asset("doorstep", "js", "text/javascript; charset=utf-8", include_bytes!("../assets/doorstep.js")),
        asset("favicon", "svg", "image/svg+xml", include_bytes!("../assets/favicon.svg")),
    ]
});

/// The address of the style sheet.
pub fn css() -> String {
    format!("/assets/{}", ASSETS[0].name)
}

/// The address of the script.
pub fn js() -> String {
    format!("/assets/{}", ASSETS[1].name)
}

/// The address of the icon.
pub fn icon() -> String {
    format!("/assets/{}", ASSETS[2].name)
}

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/assets/{name}", get(one)).route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
}

async fn one(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|a| a.name == name) else { return StatusCode::NOT_FOUND.into_response() };
    let brotli = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("br"));
    let common = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    if brotli {
        (common, [(header::CONTENT_ENCODING, "br")], asset.brotli.clone()).into_response()
    } else {
        (common, asset.plain).into_response()
    }
}
