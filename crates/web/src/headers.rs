//! The headers of every answer.

use crate::ctx::split_path;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

macro_rules! content_security_policy {
    ($scripts:literal) => {
        concat!(
            "default-src 'none'; script-src ",
            $scripts,
            "; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
    };
}

/// Nothing inline, nothing from elsewhere.
pub const CONTENT_SECURITY_POLICY: &str = content_security_policy!("'self'");

/// The same for the one page that checks a list on the person's device: it may also compile WebAssembly. Text still never becomes a script.
pub const CHECKING_POLICY: &str = content_security_policy!("'self' 'wasm-unsafe-eval'");

fn policy(path: &str) -> &'static str {
    if split_path(path).is_some_and(|(_, page)| page == "/looks") { CHECKING_POLICY } else { CONTENT_SECURITY_POLICY }
}

/// Every sensor is forbidden (charter, promise 1). Passkeys are the one thing allowed, for our own pages.
pub const PERMISSIONS_POLICY: &str = "accelerometer=(), ambient-light-sensor=(), battery=(), bluetooth=(), camera=(), display-capture=(), \
     geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), nfc=(), serial=(), usb=(), \
     window-management=(), xr-spatial-tracking=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

fn put(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

/// Adds them.
pub async fn secure(request: Request, next: Next) -> Response {
    let policy = policy(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    put(headers, header::CONTENT_SECURITY_POLICY, policy);
    put(headers, HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY);
    put(headers, header::REFERRER_POLICY, "no-referrer");
    put(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(headers, header::X_FRAME_OPTIONS, "DENY");
    put(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    put(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if !headers.contains_key(header::CACHE_CONTROL) {
        put(headers, header::CACHE_CONTROL, "no-store");
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_may_compile_webassembly_and_no_other() {
        for page in ["/en/looks", "/ru/looks", "/uz-Latn/looks"] {
            assert_eq!(policy(page), CHECKING_POLICY, "{page}");
        }
        for page in ["/", "/en/", "/en/record", "/en/looks/history.json", "/xx/looks", "/looks", "/en/lookss", "/assets/looks"] {
            assert_eq!(policy(page), CONTENT_SECURITY_POLICY, "{page}");
        }
        assert_eq!(CHECKING_POLICY.replace(" 'wasm-unsafe-eval'", ""), CONTENT_SECURITY_POLICY);
        assert!(!CHECKING_POLICY.contains("'unsafe-eval'") && !CHECKING_POLICY.contains("inline"));
    }
}
