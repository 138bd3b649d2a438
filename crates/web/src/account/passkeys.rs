//! `/account/passkeys`: adding and removing.

use super::ceremony::{begun, ours, theirs};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_service::{Error, StoredPasskey, Who};
use jiff::Timestamp;
use serde_json::json;
use webauthn_rs::prelude::{CredentialID, Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

struct Row {
    id: String,
    added: Timestamp,
}

#[derive(Template)]
#[template(path = "account/passkeys.html")]
struct Page {
    f: Frame,
    errors: Errors,
    rows: Vec<Row>,
    offered: bool,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// A passkey lives on the person's own device, so it cannot be made at a desk.
fn offered(ctx: &Ctx) -> bool {
    ctx.web.0.webauthn.is_some() && ctx.session.as_ref().is_some_and(|s| matches!(s.who, Who::Resident(_)))
}

async fn page(ctx: &Ctx, errors: Errors) -> Result<Response, Failure> {
    let stored = ctx.service().passkeys(ctx.person()?).await?;
    let rows = stored.iter().map(|p| Row { id: hex(&p.credential), added: p.created_at }).collect();
    let mut f = ctx.frame(ctx.l.t("passkeys-title")).back("/account");
    f.error = !errors.is_empty();
    let status = if f.error { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    ctx.page(status, &Page { f, errors, rows, offered: offered(ctx) })
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, Errors::default()).await
}

fn credential_id(stored: &StoredPasskey) -> Option<CredentialID> {
    serde_json::from_str::<Passkey>(&stored.json).ok().map(|p| p.cred_id().clone())
}

/// `/account/passkeys/begin`, asked by the script.
pub(super) async fn begin(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let person = session.person().filter(|_| offered(&ctx)).ok_or(Failure::NotFound)?;
    let webauthn = ctx.web.0.webauthn.as_ref().ok_or(Failure::NotFound)?;
    let known = ctx.service().passkeys(session).await?.iter().filter_map(credential_id).collect();
    let record = ctx.service().record(session).await?;
    let name = record.names().map(|n| n.called()).filter(|n| !n.is_empty()).unwrap_or("Doorstep").to_owned();
    let (options, state) = webauthn.start_passkey_registration(person.0, &name, &name, Some(known)).map_err(|_| Failure::Template)?;
    let mut options = serde_json::to_value(options).map_err(|_| Failure::Template)?;
    // Without a resident key the device could not be asked without a name first (WebAuthn level 3 §5.4.6).
    options["publicKey"]["authenticatorSelection"]["residentKey"] = json!("required");
    options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = json!(true);
    begun(ctx.service(), &state, options).await
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    match finish(&ctx, form.get("ceremony"), form.get("credential")).await {
        Ok(()) => Ok(ctx.go("/account/passkeys")),
        Err(Failure::Service(Error::SpentLink)) => {
            let mut errors = Errors::default();
            errors.add("passkey", ctx.l.t("passkeys-not-added"));
            page(&ctx, errors).await
        }
        Err(other) => Err(other),
    }
}

async fn finish(ctx: &Ctx, ceremony: &str, answer: &str) -> Result<(), Failure> {
    let refused = || Failure::Service(Error::SpentLink);
    let person = ctx.person()?.person().filter(|_| offered(ctx)).ok_or(Failure::NotFound)?;
    let webauthn = ctx.web.0.webauthn.as_ref().ok_or(Failure::NotFound)?;
    let state: PasskeyRegistration = ours(ctx.service(), ceremony).await?;
    let answer: RegisterPublicKeyCredential = theirs(answer).ok_or_else(refused)?;
    let passkey = webauthn.finish_passkey_registration(&answer, &state).map_err(|_| refused())?;
    if ctx.service().passkey_by_credential(passkey.cred_id()).await?.is_some() {
        return Err(refused());
    }
    let json = serde_json::to_string(&passkey).map_err(|_| Failure::Template)?;
    Ok(ctx.service().put_passkey(person, passkey.cred_id(), json).await?)
}

/// `/account/passkeys/remove`.
pub(super) async fn remove(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let known = ctx.service().passkeys(session).await?;
    if let Some(passkey) = known.iter().find(|p| hex(&p.credential) == form.get("credential")) {
        ctx.service().delete_passkey(session, passkey.credential).await?;
    }
    Ok(ctx.go("/account/passkeys"))
}
