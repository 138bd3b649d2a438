//! A provider on loopback that tells the truth, but for what a test changes.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use doorstep_oidc::{Asked, Posts, Settings, Where};
use doorstep_register::Office;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

/// The moment of all tests.
pub const NOW: i64 = 1_795_165_200;
/// Our secret at the provider.
pub const SECRET: &str = "known to two";
/// The code that works.
pub const CODE: &str = "a code that works";

/// Who signs a token.
#[derive(Clone, Copy, PartialEq)]
pub enum Hand {
    /// The provider.
    Own,
    /// Somebody else.
    Foreign,
    /// Whoever knows our secret.
    Secret,
    /// Nobody.
    None,
}

/// What the provider says.
#[derive(Clone)]
pub struct Story {
    pub description: Value,
    pub keys: Value,
    pub header: Value,
    pub claims: Value,
    pub hand: Hand,
    pub token_answer: Option<(StatusCode, String)>,
    pub more: Value,
    /// What was sent to the token endpoint: the form and how we said who we are.
    pub asked: Vec<(Vec<(String, String)>, String)>,
    /// How often it was asked for more of somebody.
    pub asked_more: u32,
}

pub struct Liar {
    pub issuer: String,
    pub story: Arc<Mutex<Story>>,
}

type Shared = State<Arc<Mutex<Story>>>;

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).expect("a key")
}

/// The public half of a key, as a JWK.
pub fn jwk(seed: u8, kid: &str) -> Value {
    let point = key(seed).verifying_key().to_sec1_point(false);
    let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let bytes = point.as_bytes();
    json!({ "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": kid, "x": part(&bytes[1..33]), "y": part(&bytes[33..]) })
}

fn token(story: &Story) -> String {
    let signed = format!("{}.{}", encoded(&story.header), encoded(&story.claims));
    let signature = match story.hand {
        Hand::Own | Hand::Foreign => {
            let signature: Signature = key(if story.hand == Hand::Own { 1 } else { 2 }).sign(signed.as_bytes());
            signature.to_bytes().to_vec()
        }
        Hand::Secret => {
            let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("any length");
            mac.update(signed.as_bytes());
            mac.finalize().into_bytes().to_vec()
        }
        Hand::None => Vec::new(),
    };
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn told(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

async fn describe(State(story): Shared) -> Response {
    told(&story.lock().expect("whole").description)
}

async fn keys(State(story): Shared) -> Response {
    told(&story.lock().expect("whole").keys)
}

async fn more(State(story): Shared, headers: HeaderMap) -> Response {
    let mut story = story.lock().expect("whole");
    story.asked_more += 1;
    assert_eq!(headers[header::AUTHORIZATION], "Bearer an-access-token");
    told(&story.more)
}

async fn exchange(State(story): Shared, headers: HeaderMap, body: Bytes) -> Response {
    let mut story = story.lock().expect("whole");
    let form: Vec<(String, String)> = url::form_urlencoded::parse(&body).into_owned().collect();
    let right = form.contains(&("code".into(), CODE.into()));
    let who = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    story.asked.push((form, who));
    if let Some((status, body)) = &story.token_answer {
        return (*status, [(header::CONTENT_TYPE, "application/json")], body.clone()).into_response();
    }
    if !right {
        return (StatusCode::BAD_REQUEST, told(&json!({ "error": "invalid_grant", "error_description": "somebody's name" })))
            .into_response();
    }
    told(&json!({ "access_token": "an-access-token", "token_type": "Bearer", "id_token": token(&story) }))
}

/// What one sign-in begins with.
pub fn asked() -> Asked {
    Asked {
        state: "state".repeat(9),
        nonce: "nonce".repeat(9),
        verifier: "verifier-".repeat(5),
        redirect: "http://localhost:1/en/staff/oidc".into(),
    }
}

impl Liar {
    /// One that tells the truth.
    pub async fn honest() -> Liar {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let at = |path: &str| format!("{issuer}{path}");
        let hash = Sha256::digest(b"an-access-token");
        let story = Story {
            description: json!({
                "issuer": issuer, "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"), "jwks_uri": at("/keys"),
                "userinfo_endpoint": at("/more"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
            }),
            keys: json!({ "keys": [jwk(1, "first")] }),
            header: json!({ "alg": "ES256", "typ": "JWT", "kid": "first" }),
            claims: json!({
                "iss": issuer, "aud": "doorstep", "sub": "subject-1", "exp": NOW + 600, "iat": NOW - 5, "auth_time": NOW - 30, "nonce": asked().nonce,
                "at_hash": URL_SAFE_NO_PAD.encode(&hash[..16]), "name": "Test Officer", "role": "officer",
            }),
            hand: Hand::Own,
            token_answer: None,
            more: json!({ "sub": "subject-1", "name": "Test Officer", "role": "officer" }),
            asked: Vec::new(),
            asked_more: 0,
        };
        let story = Arc::new(Mutex::new(story));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/keys", get(keys))
            .route("/token", post(exchange))
            .route("/more", get(more))
            .with_state(Arc::clone(&story));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Liar { issuer, story }
    }

    /// One that lies.
    pub async fn saying(lie: impl FnOnce(&mut Story)) -> Liar {
        let liar = Self::honest().await;
        lie(&mut liar.story.lock().expect("whole"));
        liar
    }

    /// Settings that name it.
    pub fn settings(&self) -> Settings {
        Settings {
            issuer: self.issuer.clone(),
            client_id: "doorstep".into(),
            client_secret: Some(SECRET.into()),
            scopes: vec!["profile".into()],
            other_origins: Vec::new(),
            roots: None,
            anew: true,
            name: Where::new("name"),
            posts: Posts::Claims { role: Where::new("role"), office: None, default: Office("Office of the town".into()) },
        }
    }
}

/// The moment of all tests.
pub fn now() -> Timestamp {
    Timestamp::from_second(NOW).expect("a moment")
}

/// How we say who we are, in HTTP's basic way.
pub fn basic() -> String {
    format!("Basic {}", STANDARD.encode(format!("doorstep:{}", SECRET.replace(' ', "+"))))
}
