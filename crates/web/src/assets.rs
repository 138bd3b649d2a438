//! The style sheet, the scripts, the check of a list and the mark: under names that change with their content, compressed once.

use crate::ctx::Web;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::{LazyLock, OnceLock};

struct Asset {
    name: String,
    kind: &'static str,
    plain: &'static [u8],
    /// Compressed when somebody first asks for it: few ask for the check.
    brotli: OnceLock<Vec<u8>>,
}

/// What a browser loads to check a list (`check.js` and `check.wasm`, compressed), in thousands of bytes.
pub const CHECK_KB: usize = 60;

fn asset(stem: &str, ending: &str, kind: &'static str, plain: &'static [u8]) -> Asset {
    let hash: String = Sha256::digest(plain).iter().take(5).map(|b| format!("{b:02x}")).collect();
    Asset { name: format!("{stem}.{hash}.{ending}"), kind, plain, brotli: OnceLock::new() }
}

fn compress(plain: &[u8]) -> Vec<u8> {
    // The last levels cost seconds for a larger file and save a few hundredths.
    let quality = if plain.len() > 100_000 { 9 } else { 11 };
    let mut brotli = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut brotli, 4096, quality, 22);
    writer.write_all(plain).and_then(|()| writer.flush()).expect("writing to memory does not fail");
    drop(writer);
    brotli
}

static ASSETS: LazyLock<[Asset; 5]> = LazyLock::new(|| {
    [
        asset("doorstep", "css", "text/css; charset=utf-8", include_bytes!("../assets/doorstep.css")),
        asset("doorstep", "js", "text/javascript; charset=utf-8", include_bytes!("../assets/doorstep.js")),
        asset("favicon", "svg", "image/svg+xml", include_bytes!("../assets/favicon.svg")),
        asset("check", "js", "text/javascript; charset=utf-8", include_bytes!("../assets/check.js")),
        asset("check", "wasm", "application/wasm", include_bytes!("../assets/check.wasm")),
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

/// The address of the script that checks a list.
pub fn check_js() -> String {
    format!("/assets/{}", ASSETS[3].name)
}

/// The address of the check itself, WebAssembly (`crates/history-wasm`).
pub fn check_wasm() -> String {
    format!("/assets/{}", ASSETS[4].name)
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
        (common, [(header::CONTENT_ENCODING, "br")], asset.brotli.get_or_init(|| compress(asset.plain)).clone()).into_response()
    } else {
        (common, asset.plain).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_that_the_page_names_is_the_size() {
        let bytes: usize = ASSETS[3..].iter().map(|asset| compress(asset.plain).len()).sum();
        assert_eq!(bytes.div_ceil(1000), CHECK_KB);
    }
}
