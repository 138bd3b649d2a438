//! Forms: fields with limits, and the token that proves that our own page sent them.

use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use crate::limits::Limited;
use axum::body::Bytes;
use axum::extract::{FromRef, FromRequest, FromRequestParts, Request};
use axum::http::{HeaderMap, Method, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_register::PersonId;
use doorstep_register::world::{Random, bytes};
use sha2::{Digest, Sha256};

/// The greatest number of fields in a form.
const FIELDS: usize = 300;

/// The secret behind the form tokens of one browser.
#[derive(Clone)]
pub(crate) struct FormKey {
    secret: String,
    whose: String,
    fresh: bool,
    mask: [u8; 16],
}

impl FormKey {
    pub(crate) fn of(cookie: Option<String>, whose: Option<PersonId>, random: &dyn Random) -> Self {
        let mask = bytes(random);
        let whose = whose.map(|person| person.to_string()).unwrap_or_default();
        match cookie.filter(|c| c.len() >= 20) {
            Some(secret) => FormKey { secret, whose, fresh: false, mask },
            None => FormKey { secret: URL_SAFE_NO_PAD.encode(bytes::<24>(random)), whose, fresh: true, mask },
        }
    }

    pub(crate) fn to_set(&self) -> Option<&str> {
        self.fresh.then_some(self.secret.as_str())
    }

    fn proof(&self) -> [u8; 16] {
        let hash = Sha256::digest(format!("doorstep form 2 {} {}", self.secret, self.whose));
        std::array::from_fn(|i| hash[i])
    }

    /// The token for a page: the proof under a mask of its own, so that compression tells nothing of it (BREACH).
    pub(crate) fn token(&self) -> String {
        let proof = self.proof();
        let mut out = self.mask.to_vec();
        out.extend(proof.iter().zip(self.mask).map(|(a, b)| a ^ b));
        URL_SAFE_NO_PAD.encode(out)
    }

    fn accepts(&self, token: &str) -> bool {
        let Ok(raw) = URL_SAFE_NO_PAD.decode(token) else { return false };
        let Ok(raw) = <[u8; 32]>::try_from(raw) else { return false };
        let proof = self.proof();
        // No early exit: how long it takes tells nothing of how much fits.
        (0..16).fold(0, |acc, i| acc | (raw[i] ^ raw[16 + i] ^ proof[i])) == 0
    }
}

/// The fields of a form, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    pub(crate) fn parse(body: &[u8]) -> Option<Form> {
        let fields: Vec<_> = url::form_urlencoded::parse(body).take(FIELDS + 1).map(|(k, v)| (k.into_owned(), v.into_owned())).collect();
        (fields.len() <= FIELDS).then_some(Form(fields))
    }

    /// The value of a field; empty if it is missing.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// All values of a field.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    pub(crate) fn push(&mut self, name: &str, value: String) {
        self.0.push((name.to_owned(), value));
    }

    /// Gives a field another value.
    pub(crate) fn set(&mut self, name: &str, value: String) {
        self.0.retain(|(key, _)| key != name);
        self.push(name, value);
    }

    /// The fields by which a page tells itself what it knew when it was first shown.
    pub(crate) fn known(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter(|(name, _)| name.starts_with("known-")).map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All fields, in order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// What a person typed or chose, without what the page added.
    pub(crate) fn fields_for_people(&self) -> Vec<String> {
        self.for_resend().into_iter().map(|(_, value)| value).filter(|value| !value.is_empty()).collect()
    }

    /// The fields to send again from another page: all but the token and the version.
    pub(crate) fn for_resend(&self) -> Vec<(String, String)> {
        self.0.iter().filter(|(name, _)| !["csrf", "version", "mine"].contains(&name.as_str())).cloned().collect()
    }

    /// A number, such as the version of a record; 0 if it is none.
    pub(crate) fn number(&self, name: &str) -> u32 {
        self.get(name).parse().unwrap_or(0)
    }
}

/// Whether a request says of itself that another site sent it. Old browsers say nothing; for them the token decides.
fn from_elsewhere(headers: &HeaderMap, own: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    match text("sec-fetch-site") {
        Some("same-origin" | "none") => return false,
        Some(_) => return true,
        None => {}
    }
    match text(header::ORIGIN.as_str()) {
        Some("null") | None => false,
        Some(origin) => origin != own,
    }
}

/// A form that our own page sent.
pub(crate) struct Posted {
    pub(crate) ctx: Ctx,
    pub(crate) form: Form,
}

/// Checks where a request comes from, before its body is read.
pub(crate) fn check_origin(ctx: &Ctx, headers: &HeaderMap) -> Result<(), Failure> {
    if from_elsewhere(headers, &ctx.service().settings().base_url) { Err(Failure::Forged) } else { Ok(()) }
}

/// Checks the hidden token.
pub(crate) fn check_token(ctx: &Ctx, form: &Form) -> Result<(), Failure> {
    if ctx.form_key.accepts(form.get("csrf")) { Ok(()) } else { Err(Failure::Forged) }
}

impl<S> FromRequest<S> for Posted
where
    Web: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        debug_assert_eq!(request.method(), Method::POST);
        let (mut parts, body) = request.into_parts();
        let ctx = Ctx::from_request_parts(&mut parts, state).await?;
        check_origin(&ctx, &parts.headers)?;
        ctx.limit(if ctx.session.is_some() { Limited::Form } else { Limited::Start })?;
        let body = Bytes::from_request(Request::from_parts(parts, body), state).await.map_err(|_| Failure::TooLarge)?;
        let form = Form::parse(&body).ok_or(Failure::TooLarge)?;
        check_token(&ctx, &form)?;
        Ok(Posted { ctx, form })
    }
}

/// The errors of a form: the field's id, and what to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Errors(pub(crate) Vec<(String, String)>);

impl Errors {
    pub(crate) fn add(&mut self, field: &str, message: String) {
        self.0.push((field.to_owned(), message));
    }

    pub(crate) fn on(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(id, _)| id == field).map(|(_, message)| message.as_str())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A parsed value, or `None` with its error noted.
    pub(crate) fn take<T>(&mut self, field: &str, result: Result<T, String>) -> Option<T> {
        result.map_err(|message| self.add(field, message)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(std::sync::atomic::AtomicU8);
    impl Random for Counting {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill_with(|| self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
        }
    }

    #[test]
    fn a_token_fits_its_own_browser_only() {
        let random = Counting(0.into());
        let me = Some(PersonId(uuid::Uuid::from_u128(1)));
        let key = FormKey::of(None, me, &random);
        let again = FormKey::of(key.to_set().map(str::to_owned), me, &random);
        assert_ne!(key.token(), again.token());
        assert!(again.accepts(&key.token()));
        assert!(!FormKey::of(None, me, &random).accepts(&key.token()));
        let other = Some(PersonId(uuid::Uuid::from_u128(2)));
        assert!(!FormKey::of(key.to_set().map(str::to_owned), other, &random).accepts(&key.token()));
        assert!(!key.accepts(""));
        assert!(!key.accepts("AAAA"));
    }

    #[test]
    fn a_form_has_a_limited_number_of_fields() {
        assert!(Form::parse("a=1&".repeat(300).as_bytes()).is_some());
        assert!(Form::parse("a=1&".repeat(301).as_bytes()).is_none());
        let form = Form::parse("a=1&b=%D0%9F+x&a=2".as_bytes()).unwrap();
        assert_eq!((form.get("b"), form.all("a").collect::<Vec<_>>()), ("П x", vec!["1", "2"]));
    }

    #[test]
    fn another_site_is_recognised_where_the_browser_says_so() {
        let own = "https://town.example";
        let headers = |pairs: &[(&'static str, &'static str)]| {
            pairs.iter().map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).collect::<HeaderMap>()
        };
        assert!(from_elsewhere(&headers(&[("sec-fetch-site", "cross-site")]), own));
        assert!(from_elsewhere(&headers(&[("sec-fetch-site", "same-site")]), own));
        assert!(from_elsewhere(&headers(&[("origin", "https://evil.example")]), own));
        assert!(!from_elsewhere(&headers(&[("origin", own)]), own));
        assert!(!from_elsewhere(&headers(&[]), own));
    }
}
