//! What a handler knows of its request: the site, the language, the session.

use crate::failure::Failure;
use crate::form::FormKey;
use crate::frame::Frame;
use crate::limits::{Limited, Limits};
use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use doorstep_locales::Locale;
use doorstep_register::world::{Random, bytes};
use doorstep_service::{Service, Session, Token, Who};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use tokio::sync::Semaphore;
use webauthn_rs::Webauthn;

/// The cookie of a session.
pub const SESSION_COOKIE: &str = "__Host-session";
/// The cookie that ties forms to a browser before there is a session.
pub(crate) const FORM_COOKIE: &str = "__Host-form";

/// Turns for what takes much memory: decoding photos, setting PDFs.
pub(crate) static HEAVY: Semaphore = Semaphore::const_new(2);

/// What the operator decides about the pages.
pub struct WebConfig {
    /// Chance, for form keys and the salt of limits.
    pub random: Arc<dyn Random>,
    /// Where "leave this page" goes: a page that tells nobody anything.
    pub exit_to: String,
    /// Whether this is a demo of an invented town.
    pub demo: bool,
    /// Who runs the site and how to reach them, for the foot of each page.
    pub contact: String,
    /// The request header in which a trusted proxy gives the client's network address, if there is one.
    pub client_address_header: Option<String>,
    /// How much to loosen the rate limits; 1 in production.
    pub limit_factor: u32,
}

/// The site.
#[derive(Clone)]
pub struct Web(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) service: Service,
    pub(crate) config: WebConfig,
    pub(crate) limits: Limits,
    pub(crate) webauthn: Option<Webauthn>,
}

impl Inner {
    pub(crate) fn new(service: Service, config: WebConfig) -> Self {
        let limits = Limits::new(bytes(&*config.random), config.limit_factor.max(1));
        let webauthn = crate::account::relying_party(&service.settings().base_url);
        Inner { service, config, limits, webauthn }
    }
}

impl Web {
    /// The visitor's network address, for limits only: from the trusted proxy where there is one, else of the connection.
    pub(crate) fn network(&self, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
        match &self.0.config.client_address_header {
            // The last one is what the proxy itself saw; those before it are what the visitor says.
            Some(name) => {
                let last = headers.get_all(name).iter().next_back().and_then(|v| v.to_str().ok());
                last.and_then(|list| list.rsplit(',').next()).and_then(|v| v.trim().parse().ok())
            }
            None => extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip()),
        }
    }

    pub(crate) fn service(&self) -> &Service {
        &self.0.service
    }
}

/// The request of one visitor.
#[derive(Clone)]
pub(crate) struct Ctx {
    pub(crate) web: Web,
    pub(crate) l: Locale,
    /// The path after the language, with its slash.
    pub(crate) path: String,
    pub(crate) session: Option<Session>,
    pub(crate) token: Option<String>,
    pub(crate) form_key: FormKey,
    /// The number of the member of the household whose pages these are.
    pub(crate) acting: Option<usize>,
    network: Option<IpAddr>,
}

/// The cookie with this name.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && value.len() <= 128)
        .map(|(_, value)| value.to_owned())
}

/// The member of the household whose pages are asked for, by number from 1: `?for=2`.
fn acting(query: &str) -> Option<usize> {
    query.split('&').find_map(|pair| pair.strip_prefix("for=")).map(|number| number.parse().unwrap_or(0))
}

/// The language and the rest of a path.
pub(crate) fn split_path(path: &str) -> Option<(Locale, &str)> {
    let rest = path.strip_prefix('/')?;
    let (tag, after) = rest.split_once('/').map_or((rest, ""), |(tag, _)| (tag, &rest[tag.len()..]));
    Locale::EVERY.into_iter().find(|l| l.tag() == tag).map(|l| (l, after))
}

impl<S> FromRequestParts<S> for Ctx
where
    Web: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let web = Web::from_ref(state);
        let (l, path) = split_path(parts.uri.path()).ok_or(Failure::NotFound)?;
        let path = path.to_owned();
        let token = cookie(&parts.headers, SESSION_COOKIE);
        let session = match &token {
            Some(token) => web.service().session(token).await?,
            None => None,
        };
        let acting = acting(parts.uri.query().unwrap_or_default());
        let session = match (session, acting) {
            (Some(session), Some(number)) => Some(web.service().acting_for(&session, number).await?),
            (session, _) => session,
        };
        // A form belongs to the person whose page it stood on: at a desk, the next person's pages refuse it.
        let whose = session.as_ref().and_then(Session::person);
        let form_key = FormKey::of(cookie(&parts.headers, FORM_COOKIE), whose, &*web.0.config.random);
        let network = web.network(&parts.headers, &parts.extensions);
        Ok(Ctx { web, l, path, session, token, form_key, acting, network })
    }
}

impl Ctx {
    pub(crate) fn service(&self) -> &Service {
        self.web.service()
    }

    /// The session of somebody who has pages of their own: a person, or a clerk with a person at the desk.
    pub(crate) fn person(&self) -> Result<&Session, Failure> {
        self.session.as_ref().filter(|s| s.person().is_some()).ok_or(Failure::SignIn)
    }

    /// The session of a member of staff.
    pub(crate) fn staff(&self) -> Result<&Session, Failure> {
        self.session.as_ref().filter(|s| !matches!(s.who, Who::Resident(_))).ok_or(Failure::SignIn)
    }

    /// The session of a clerk.
    pub(crate) fn clerk(&self) -> Result<&Session, Failure> {
        Some(self.staff()?).filter(|session| matches!(session.who, Who::Clerk { .. })).ok_or(Failure::NotFound)
    }

    /// A path in the language of the page.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("/{}{}", self.l, path)
    }

    /// What the links and forms of these pages add to stay with the member of the household whose pages they are; empty for one's own.
    pub(crate) fn for_whom(&self) -> String {
        self.acting.map(|n| format!("?for={n}")).unwrap_or_default()
    }

    /// 303 to another page in the same language.
    pub(crate) fn go(&self, path: &str) -> Response {
        Redirect::to(&self.to(path)).into_response()
    }

    /// The same request with everything in another language.
    pub(crate) fn in_language(&self, l: Locale) -> Ctx {
        Ctx { l, ..self.clone() }
    }

    /// Counts against a limit: by session where there is one, by network where not.
    pub(crate) fn limit(&self, what: Limited) -> Result<(), Failure> {
        let limits = &self.web.0.limits;
        let allowed = match (&self.session, what) {
            (Some(session), Limited::Form | Limited::Photo) => limits.allows(what, session.id.as_bytes()),
            _ => limits.allows_network(what, self.network),
        };
        if allowed { Ok(()) } else { Err(Failure::TooOften) }
    }

    /// Counts against a limit of its own for one value, such as an e-mail address.
    pub(crate) fn limit_on(&self, what: Limited, value: &[u8]) -> Result<(), Failure> {
        if self.web.0.limits.allows(what, value) { Ok(()) } else { Err(Failure::TooOften) }
    }

    /// What the frame around a page needs.
    pub(crate) fn frame(&self, title: impl Into<String>) -> Frame {
        Frame::new(self, title.into())
    }

    /// A page.
    pub(crate) fn page(&self, status: StatusCode, template: &impl askama::Template) -> Result<Response, Failure> {
        let html = template.render().map_err(|_| Failure::Template)?;
        let mut response = (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
        if let Some(fresh) = self.form_key.to_set() {
            let cookie = format!("{FORM_COOKIE}={fresh}; Path=/; Secure; HttpOnly; SameSite=Lax");
            if let Ok(value) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
        }
        Ok(response)
    }

    /// A page with status 200.
    pub(crate) fn ok(&self, template: &impl askama::Template) -> Result<Response, Failure> {
        self.page(StatusCode::OK, template)
    }
}

impl Ctx {
    /// 303 into a session that has just begun; the one that the browser had before ends.
    pub(crate) async fn enter(&self, path: &str, token: &Token) -> Result<Response, Failure> {
        if let Some(old) = &self.token {
            self.service().end_session(old).await?;
        }
        Ok(with_session(self.go(path), token))
    }
}

/// Adds the cookie of a new session to an answer.
pub(crate) fn with_session(mut response: Response, token: &Token) -> Response {
    let cookie = format!("{SESSION_COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000", token.reveal());
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// Takes the cookie of a session away.
pub(crate) fn without_session(mut response: Response) -> Response {
    let cookie = format!("{SESSION_COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
