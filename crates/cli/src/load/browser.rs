//! A browser without a screen: keeps cookies, reads hidden fields, sends forms.

use anyhow::{Context, bail};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use std::collections::BTreeMap;
use tower::ServiceExt;

/// One person's browser.
pub struct Browser {
    app: Router,
    cookies: BTreeMap<String, String>,
    /// How many forms were sent.
    pub posts: usize,
}

fn hidden(html: &str, name: &str) -> Option<String> {
    let marker = format!("name=\"{name}\" value=\"");
    let rest = &html[html.find(&marker)? + marker.len()..];
    Some(rest[..rest.find('"')?].to_owned())
}

impl Browser {
    pub fn new(app: Router) -> Self {
        Browser { app, cookies: BTreeMap::new(), posts: 0 }
    }

    async fn send(&mut self, method: Method, path: &str, body: String) -> anyhow::Result<(StatusCode, String, String)> {
        let cookies: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))?;
        let response = self.app.clone().oneshot(request).await?;
        for value in response.headers().get_all(header::SET_COOKIE) {
            if let Some((name, value)) = value.to_str()?.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = response.status();
        let location = response.headers().get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let html = String::from_utf8(to_bytes(response.into_body(), 1 << 20).await?.to_vec())?;
        Ok((status, location, html))
    }

    async fn get(&mut self, path: &str) -> anyhow::Result<String> {
        let (status, _, html) = self.send(Method::GET, path, String::new()).await?;
        if status == StatusCode::OK { Ok(html) } else { bail!("GET {path}: {status}") }
    }

    async fn post(&mut self, path: &str, page: &str, fields: &str) -> anyhow::Result<String> {
        let csrf = hidden(page, "csrf").context("a form without a token")?;
        let version = hidden(page, "version").unwrap_or_default();
        let key = hidden(page, "key").unwrap_or_default();
        self.posts += 1;
        let body = format!("csrf={csrf}&version={version}&key={key}&{fields}");
        let (status, location, html) = self.send(Method::POST, path, body).await?;
        if status == StatusCode::SEE_OTHER { Ok(location) } else { bail!("POST {path}: {status} {html}") }
    }

    /// Answers every question of the journey up to check-answers.
    pub async fn answer_all(mut self, number: usize) -> anyhow::Result<Self> {
        let page = self.get("/en/declare").await?;
        let mut at = self.post("/en/declare", &page, "").await?;
        while !at.ends_with("/check") {
            let page = self.get(&at).await?;
            let step = at.rsplit('/').next().unwrap_or_default();
            let fields = match step {
                "name" => format!("passport=NAMUNA+{number}+A"),
                "birth" => "birth-day=17&birth-month=5&birth-year=1993".into(),
                "citizenship" => "citizenship=UZB".into(),
                "arrived" => "arrived-day=1&arrived-month=11&arrived-year=2026".into(),
                "address" => "q=&pick=not-listed".into(),
                "not-listed" => "description=The+house+behind+the+mill".into(),
                "since" => "since-day=1&since-month=11&since-year=2026".into(),
                "family" => "family=no".into(),
                _ => String::new(),
            };
            let next = self.post(&at, &page, &fields).await?;
            if next == at {
                bail!("the journey does not go on from {at}");
            }
            at = next;
        }
        Ok(self)
    }

    /// Sends the declaration.
    pub async fn file(mut self) -> anyhow::Result<()> {
        let page = self.get("/en/declare/check").await?;
        let at = self.post("/en/declare/check", &page, "").await?;
        if at.contains("/declared/") { Ok(()) } else { bail!("filing led to {at}") }
    }
}
