//! A browser without a screen and without scripts: keeps cookies, follows links, sends forms. What every answer has to hold is checked
//! on every answer that any test sees.

use super::Page;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, header};
use doorstep_register::PersonId;
use doorstep_service::{Service, Session};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use tower::ServiceExt;

/// One person's browser.
#[derive(Clone)]
pub struct Browser {
    app: Router,
    pub(super) service: Service,
    /// The cookies.
    pub cookies: BTreeMap<String, String>,
}

/// Every sensor and signal of a device that a page could ask for.
const SENSORS: [&str; 18] = [
    "geolocation",
    "accelerometer",
    "ambient-light-sensor",
    "battery",
    "bluetooth",
    "camera",
    "display-capture",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "nfc",
    "serial",
    "usb",
    "window-management",
    "xr-spatial-tracking",
];

/// Promise 1: every answer forbids every sensor, scripts of others, and being kept.
fn held(path: &str, headers: &HeaderMap) {
    let header = |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let policy = header("permissions-policy");
    for sensor in SENSORS {
        assert!(policy.split(',').any(|part| part.trim() == format!("{sensor}=()")), "{path} does not forbid {sensor}: {policy}");
    }
    // "Who looked" checks itself with WebAssembly; no other page may.
    let checks = path.split('?').next().is_some_and(|page| page.ends_with("/looks"));
    let wasm = if checks { " 'wasm-unsafe-eval'" } else { "" };
    let content = header("content-security-policy").replacen(wasm, "", 1);
    assert!(
        content.contains("default-src 'none'") && content.contains("script-src 'self'") && !content.contains("unsafe"),
        "{path}: {content}"
    );
    assert_eq!(header("referrer-policy"), "no-referrer", "{path}");
    for cookie in headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().expect("a cookie is text");
        let (name, rest) = cookie.split_once('=').expect("a cookie has a name");
        let value = rest.split(';').next().unwrap_or_default();
        assert!(
            name.starts_with("__Host-") && cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite="),
            "{cookie}"
        );
        assert!(
            value.is_empty() || (value.len() >= 32 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))),
            "{cookie}"
        );
    }
}

impl Browser {
    pub fn new(app: Router, service: Service) -> Self {
        Browser { app, service, cookies: BTreeMap::new() }
    }

    /// The session behind the cookie.
    pub async fn session(&self) -> Session {
        let token = self.cookies.get("__Host-session").expect("signed in");
        self.service.session(token).await.expect("the session is found").expect("the session has not ended")
    }

    /// The person behind the cookie.
    pub async fn person(&self) -> PersonId {
        self.session().await.person().expect("a person")
    }

    async fn send(&mut self, method: Method, path: &str, kind: &str, body: Vec<u8>) -> Page {
        let cookies: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .expect("a request");
        let response = self.app.clone().oneshot(request).await.expect("the site answers");
        held(path, response.headers());
        for value in response.headers().get_all(header::SET_COOKIE) {
            let pair = value.to_str().expect("a cookie is text").split(';').next().unwrap_or_default();
            match pair.split_once('=') {
                Some((name, "")) => drop(self.cookies.remove(name)),
                Some((name, value)) => drop(self.cookies.insert(name.to_owned(), value.to_owned())),
                None => {}
            }
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body(), 16 << 20).await.expect("a body").to_vec();
        Page { path: path.to_owned(), status, headers, body }
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, "text/plain", Vec::new()).await
    }

    /// Sends a form of a page with what was typed; the page's own hidden fields go along.
    pub async fn submit(&mut self, page: &Page, action: &str, typed: &str) -> Page {
        let form = page.form(action).unwrap_or_else(|| panic!("{} has no form for {action}: {}", page.path, page.html()));
        let hidden = form.hidden.iter().filter(|(name, _)| !typed.split('&').any(|pair| pair.starts_with(&format!("{name}="))));
        let mut body: Vec<String> = hidden.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        body.push(typed.to_owned());
        self.send(Method::POST, action, "application/x-www-form-urlencoded", body.join("&").into_bytes()).await
    }

    /// Sends a photo by the form of a page.
    pub async fn upload(&mut self, page: &Page, action: &str, title: &str, photo: &[u8]) -> Page {
        self.upload_with(page, action, &[("title", title)], photo).await
    }

    /// Sends a photo by the form of a page, with these fields.
    pub async fn upload_with(&mut self, page: &Page, action: &str, fields: &[(&str, &str)], photo: &[u8]) -> Page {
        let form = page.form(action).unwrap_or_else(|| panic!("{} has no form for {action}", page.path));
        let mut body = Vec::new();
        for (name, value) in form.hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(fields.iter().copied()) {
            body.extend_from_slice(format!("--frontier\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes());
        }
        body.extend_from_slice(
            b"--frontier\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"IMG_0001.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n",
        );
        body.extend_from_slice(photo);
        body.extend_from_slice(b"\r\n--frontier--\r\n");
        self.send(Method::POST, action, "multipart/form-data; boundary=frontier", body).await
    }

    /// Every page of one language that links lead to, from these on; of printed papers, the links only.
    pub async fn crawl(&mut self, language: &str, starts: &[&str]) -> Vec<Page> {
        self.crawl_but(language, starts, &[]).await
    }

    /// The same without pages in whose path one of these stands.
    pub async fn crawl_but(&mut self, language: &str, starts: &[&str], without: &[&str]) -> Vec<Page> {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut ahead: VecDeque<String> = starts.iter().map(|path| format!("/{language}{path}")).collect();
        let mut pages = Vec::new();
        while let Some(path) = ahead.pop_front() {
            let path = path.split('#').next().unwrap_or_default().to_owned();
            let here = path == format!("/{language}") || path.starts_with(&format!("/{language}/"));
            let left_out = without.iter().any(|part| path.contains(part));
            if !here || left_out || path.ends_with(".pdf") || !seen.insert(path.clone()) {
                continue;
            }
            assert!(seen.len() < 400, "the site does not end");
            let page = self.get(&path).await;
            assert!(!page.status.is_server_error(), "{path}: {}", page.status);
            ahead.extend(page.links());
            ahead.push_back(page.header(header::LOCATION.as_str()).to_owned());
            pages.push(page);
        }
        pages
    }
}

/// `application/x-www-form-urlencoded`.
pub fn encoded(text: &str) -> String {
    let byte = |b: u8| if b.is_ascii_alphanumeric() || b"-_.".contains(&b) { (b as char).to_string() } else { format!("%{b:02X}") };
    text.bytes().map(byte).collect()
}
