//! A sign-in with a provider that tells the truth, and with one that lies in every way that we could think of.

mod liar;

use axum::http::StatusCode;
use doorstep_oidc::{Account, Answer, Fault, NoPost, Provider, Settings, SettingsError};
use doorstep_register::StaffRole;
use liar::{CODE, Hand, Liar, NOW, Story, asked, basic, jwk, now};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

fn answer(code: &str) -> Answer {
    Answer { code: code.into(), issuer: None }
}

async fn with(liar: &Liar) -> Result<Account, Fault> {
    Provider::new(liar.settings()).expect("settings").account(asked(), answer(CODE), now()).await
}

async fn refused(what: &str, lie: impl FnOnce(&mut Story)) {
    let fault = with(&Liar::saying(lie).await).await.expect_err(what);
    assert!(matches!(fault, Fault::Untrusted(_)), "{what}: {fault:?}");
}

#[tokio::test]
async fn somebody_signs_in() {
    let liar = Liar::honest().await;
    let provider = Provider::new(liar.settings()).unwrap();
    let address = url::Url::parse(&provider.address(&asked(), "uz-Latn").await.unwrap()).unwrap();
    let said: BTreeMap<String, String> = address.query_pairs().into_owned().collect();
    assert_eq!(format!("{}{}", address.origin().ascii_serialization(), address.path()), format!("{}/authorize", liar.issuer));
    for (name, value) in [
        ("client_id", "doorstep"),
        ("response_type", "code"),
        ("scope", "openid profile"),
        ("state", &asked().state),
        ("nonce", &asked().nonce),
        ("redirect_uri", &asked().redirect),
        ("code_challenge_method", "S256"),
        ("ui_locales", "uz-Latn"),
        ("max_age", "0"),
    ] {
        assert_eq!(said.get(name).map(String::as_str), Some(value), "{name}");
    }
    let challenge = base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, Sha256::digest(asked().verifier));
    assert_eq!(said["code_challenge"], challenge);
    assert!(!address.as_str().contains(&asked().verifier));

    let account = provider.account(asked(), answer(CODE), now()).await.unwrap();
    assert_eq!((account.issuer, account.subject, account.name), (liar.issuer.clone(), "subject-1".into(), "Test Officer".into()));
    let post = account.post.unwrap();
    assert_eq!((post.office.0.as_str(), post.role), ("Office of the town", StaffRole::Officer));
    let story = liar.story.lock().unwrap();
    let (form, who) = &story.asked[0];
    assert_eq!(*who, basic());
    for pair in [("grant_type", "authorization_code"), ("code_verifier", &asked().verifier), ("redirect_uri", &asked().redirect)] {
        assert!(form.contains(&(pair.0.into(), pair.1.into())), "{pair:?} in {form:?}");
    }
    assert_eq!(story.asked_more, 0, "the token says it all");
}

#[tokio::test]
async fn what_the_token_leaves_out_is_asked_for() {
    let liar = Liar::saying(|story| {
        story.claims.as_object_mut().unwrap().retain(|name, _| !["name", "role"].contains(&name.as_str()));
    })
    .await;
    let account = with(&liar).await.unwrap();
    assert_eq!((account.name.as_str(), account.post.unwrap().role), ("Test Officer", StaffRole::Officer));
    assert_eq!(liar.story.lock().unwrap().asked_more, 1);
    refused("more about somebody else", |story| {
        story.claims.as_object_mut().unwrap().remove("role");
        story.more["sub"] = json!("subject-2");
    })
    .await;
}

#[tokio::test]
async fn who_has_no_role_is_known_and_has_no_post() {
    let without = Liar::saying(|story| {
        story.claims["role"] = json!(null);
        story.more = json!({ "sub": "subject-1" });
    });
    let account = with(&without.await).await.unwrap();
    assert_eq!((account.subject.as_str(), account.post), ("subject-1", Err(NoPost::Nobody)));
    let account = with(&Liar::saying(|story| story.claims["role"] = json!("mayor")).await).await.unwrap();
    assert_eq!(account.post, Err(NoPost::UnknownRole("mayor".into())));
    let nameless = Liar::saying(|story| {
        story.claims["name"] = json!(" \u{7} ");
        story.more = json!({ "sub": "subject-1" });
    });
    assert_eq!(with(&nameless.await).await.unwrap().name, "subject-1");
}

#[tokio::test]
async fn a_token_that_is_not_exactly_right_is_refused() {
    refused("another issuer", |story| story.claims["iss"] = json!("https://login.elsewhere.example")).await;
    refused("for somebody else", |story| story.claims["aud"] = json!("another-program")).await;
    refused("for somebody else too", |story| story.claims["aud"] = json!(["doorstep", "another-program"])).await;
    refused("for another party", |story| story.claims["azp"] = json!("another-program")).await;
    refused("expired", |story| story.claims["exp"] = json!(NOW)).await;
    refused("made long ago", |story| story.claims["iat"] = json!(NOW - 3600)).await;
    refused("made tomorrow", |story| story.claims["iat"] = json!(NOW + 3600)).await;
    refused("somebody who signed in this morning", |story| story.claims["auth_time"] = json!(NOW - 3600)).await;
    refused("somebody who signed in at no time", |story| drop(story.claims.as_object_mut().unwrap().remove("auth_time"))).await;
    refused("of another sign-in", |story| story.claims["nonce"] = json!("another nonce")).await;
    refused("of no sign-in", |story| drop(story.claims.as_object_mut().unwrap().remove("nonce"))).await;
    refused("of another access token", |story| story.claims["at_hash"] = json!("AAAAAAAAAAAAAAAAAAAAAA")).await;
    refused("nobody", |story| story.claims["sub"] = json!("")).await;
    refused("too much of a somebody", |story| story.claims["sub"] = json!("x".repeat(256))).await;
}

#[tokio::test]
async fn where_the_settings_say_so_a_remembered_sign_in_is_enough() {
    let liar = Liar::saying(|story| drop(story.claims.as_object_mut().unwrap().remove("auth_time"))).await;
    let provider = Provider::new(Settings { anew: false, ..liar.settings() }).unwrap();
    assert!(!provider.address(&asked(), "en").await.unwrap().contains("max_age"));
    assert!(provider.account(asked(), answer(CODE), now()).await.is_ok());
}

#[tokio::test]
async fn a_signature_is_the_providers_or_none_counts() {
    refused("of somebody else", |story| story.hand = Hand::Foreign).await;
    refused("of somebody else, whose key is named", |story| {
        story.hand = Hand::Foreign;
        story.header["kid"] = json!("second");
    })
    .await;
    refused("with our own secret", |story| {
        story.hand = Hand::Secret;
        story.header = json!({ "alg": "HS256", "typ": "JWT" });
    })
    .await;
    refused("none", |story| {
        story.hand = Hand::None;
        story.header = json!({ "alg": "none", "typ": "JWT" });
    })
    .await;
    refused("under a header that we do not understand", |story| story.header["crit"] = json!(["b64"])).await;
    refused("of a key that is not for signing", |story| story.keys["keys"][0]["use"] = json!("enc")).await;
    // A key that was changed meanwhile is found, because it is looked up each time.
    let changed = Liar::saying(|story| story.keys = json!({ "keys": [jwk(3, "old"), jwk(1, "first")] })).await;
    assert!(with(&changed).await.is_ok());
}

#[tokio::test]
async fn an_answer_of_another_issuer_is_refused_before_the_code_is_sent() {
    let liar = Liar::honest().await;
    let provider = Provider::new(liar.settings()).unwrap();
    let foreign = Answer { issuer: Some("https://login.elsewhere.example".into()), ..answer(CODE) };
    assert!(matches!(provider.account(asked(), foreign, now()).await, Err(Fault::Untrusted(_))));
    assert_eq!(liar.story.lock().unwrap().asked.len(), 0);

    liar.story.lock().unwrap().description["authorization_response_iss_parameter_supported"] = json!(true);
    assert!(matches!(provider.account(asked(), answer(CODE), now()).await, Err(Fault::Untrusted(_))));
    let own = Answer { issuer: Some(liar.issuer.clone()), ..answer(CODE) };
    assert!(provider.account(asked(), own, now()).await.is_ok());
}

#[tokio::test]
async fn a_provider_that_is_somebody_else_is_refused() {
    refused("who says another name", |story| story.description["issuer"] = json!("https://login.elsewhere.example")).await;
    refused("whose keys are elsewhere", |story| story.description["jwks_uri"] = json!("http://127.0.0.1:1/keys")).await;
    refused("who wants the code elsewhere", |story| story.description["token_endpoint"] = json!("http://127.0.0.1:1/token")).await;
    let sends_away = Liar::saying(|story| story.description["authorization_endpoint"] = json!("https://login.elsewhere.example/")).await;
    let provider = Provider::new(sends_away.settings()).unwrap();
    assert!(matches!(provider.address(&asked(), "en").await, Err(Fault::Untrusted(_))));
    let allowed = Settings { other_origins: vec!["https://login.elsewhere.example".into()], ..sends_away.settings() };
    assert!(Provider::new(allowed).unwrap().address(&asked(), "en").await.is_ok());
}

#[tokio::test]
async fn a_code_that_was_used_is_refused_without_names() {
    let liar = Liar::honest().await;
    let provider = Provider::new(liar.settings()).unwrap();
    let fault = provider.account(asked(), answer("a code that was used"), now()).await.unwrap_err();
    assert_eq!(fault, Fault::Untrusted("the provider refused the code: invalid_grant".into()));
}

#[tokio::test]
async fn a_provider_in_trouble_is_said_to_be_away() {
    let away = |fault: Fault| assert!(matches!(fault, Fault::Away(_)), "{fault:?}");
    let broken = |body: String| Liar::saying(move |story| story.token_answer = Some((StatusCode::OK, body)));
    away(with(&broken("not json".into()).await).await.unwrap_err());
    away(with(&broken(format!("{{\"x\":\"{}\"}}", "x".repeat(300_000))).await).await.unwrap_err());
    let failing = Liar::saying(|story| story.token_answer = Some((StatusCode::BAD_GATEWAY, String::new()))).await;
    away(with(&failing).await.unwrap_err());
    away(with(&Liar::saying(|story| story.description = json!([])).await).await.unwrap_err());
    // A redirection is not followed.
    away(with(&Liar::saying(|story| story.description["token_endpoint"] = story.description["jwks_uri"].clone()).await).await.unwrap_err());
    let nobody = Settings { issuer: "http://127.0.0.1:1".into(), ..failing.settings() };
    away(Provider::new(nobody).unwrap().address(&asked(), "en").await.unwrap_err());
}

#[tokio::test]
async fn a_public_client_says_its_name_in_the_form() {
    let liar = Liar::honest().await;
    let settings = Settings { client_secret: None, ..liar.settings() };
    assert!(Provider::new(settings).unwrap().account(asked(), answer(CODE), now()).await.is_ok());
    let post = Liar::saying(|story| story.description["token_endpoint_auth_methods_supported"] = json!(["client_secret_post"])).await;
    assert!(with(&post).await.is_ok());
    for (liar, secret) in [(liar, false), (post, true)] {
        let story = liar.story.lock().unwrap();
        let (form, who) = &story.asked[0];
        assert_eq!(who, "");
        assert!(form.contains(&("client_id".into(), "doorstep".into())));
        assert_eq!(form.iter().any(|(name, _)| name == "client_secret"), secret);
    }
}

#[tokio::test]
async fn settings_that_cannot_be_meant_are_refused() {
    let good = Liar::honest().await.settings();
    for issuer in ["", "login.example", "ftp://login.example", "https://login.example/?a=b", "https://a:b@login.example", "file:///etc"] {
        let fault = Provider::new(Settings { issuer: issuer.into(), ..good.clone() }).err();
        assert_eq!(fault, Some(SettingsError::Address(issuer.into())));
    }
    for clear in ["http://login.example", "http://10.0.0.1", "http://localhost.evil.example"] {
        let fault = Provider::new(Settings { issuer: clear.into(), ..good.clone() }).err();
        assert_eq!(fault, Some(SettingsError::Clear(clear.into())));
        let fault = Provider::new(Settings { other_origins: vec![clear.into()], ..good.clone() }).err();
        assert_eq!(fault, Some(SettingsError::Clear(clear.into())));
    }
    assert_eq!(Provider::new(Settings { roots: Some("no certificate".into()), ..good }).err(), Some(SettingsError::Roots));
}
