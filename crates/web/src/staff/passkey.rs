//! `/staff/passkey`: a member's own passkeys. They sign nobody in; they show, before a decision, that it is they.

use super::ceremony::{For, begin as begin_for, end, refused};
use super::local::{To, local, with};
use crate::account::ceremony::theirs;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_service::{Error, StaffPasskey};
use jiff::Timestamp;
use webauthn_rs::prelude::{CredentialID, Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

struct Row {
    id: String,
    added: Timestamp,
}

/// Whether a passkey can be added now.
enum Adding {
    Yes,
    NotHere,
    OldSession,
    StepUp,
    TooMany,
}

#[derive(Template)]
#[template(path = "staff/passkeys.html")]
struct Page {
    f: Frame,
    errors: Errors,
    rows: Vec<Row>,
    adding: Adding,
    removing: bool,
    to: String,
    step_up: String,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

async fn page(ctx: &Ctx, to: &str, errors: Errors) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let stored = ctx.service().staff_passkeys(session).await?;
    let adding = match ctx.service().may_add_passkey(session, stored.len()) {
        _ if ctx.web.0.webauthn.is_none() => Adding::NotHere,
        Ok(()) => Adding::Yes,
        Err(Error::OldSession) => Adding::OldSession,
        Err(Error::StepUp) => Adding::StepUp,
        Err(Error::TooMany(_)) => Adding::TooMany,
        Err(other) => return Err(other.into()),
    };
    let rows = stored.iter().map(|p| Row { id: hex(&p.credential), added: p.created_at }).collect();
    let mut f = ctx.frame(ctx.l.t("staff-passkey-title")).back("/staff");
    f.error = !errors.is_empty();
    let status = if f.error { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let removing = ctx.service().require_step_up(session).is_ok();
    let step_up = with("/staff/step-up", &with("/staff/passkey", to));
    ctx.page(status, &Page { f, errors, rows, adding, removing, to: local(to).unwrap_or_default().to_owned(), step_up })
}

pub(super) async fn get(ctx: Ctx, Query(To { to }): Query<To>) -> Result<Response, Failure> {
    page(&ctx, &to, Errors::default()).await
}

fn credential_id(stored: &StaffPasskey) -> Option<CredentialID> {
    serde_json::from_str::<Passkey>(&stored.json).ok().map(|p| p.cred_id().clone())
}

/// `/staff/passkey/begin`, asked by the script.
pub(super) async fn begin(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let staff = session.staff().ok_or(Failure::SignIn)?;
    let webauthn = ctx.web.0.webauthn.as_ref().ok_or(Failure::NotFound)?;
    let stored = ctx.service().staff_passkeys(session).await?;
    ctx.service().may_add_passkey(session, stored.len())?;
    let known = stored.iter().filter_map(credential_id).collect();
    let name = format!("{}, {}", staff.pseudonym, staff.office.0);
    let (options, state) =
        webauthn.start_passkey_registration(staff.id.0, &staff.pseudonym, &name, Some(known)).map_err(|_| Failure::Template)?;
    let options = serde_json::to_value(options).map_err(|_| Failure::Template)?;
    begin_for(&ctx, session, For::Adding, state, options).await
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let to = form.get("to");
    match finish(&ctx, form.get("ceremony"), form.get("credential")).await {
        Ok(()) if local(to).is_some() => Ok(ctx.go(&with("/staff/step-up", to))),
        Ok(()) => Ok(ctx.go("/staff/passkey")),
        Err(Failure::Service(Error::SpentLink)) => {
            let mut errors = Errors::default();
            errors.add("passkey", ctx.l.t("passkeys-not-added"));
            page(&ctx, to, errors).await
        }
        Err(other) => Err(other),
    }
}

async fn finish(ctx: &Ctx, ceremony: &str, answer: &str) -> Result<(), Failure> {
    let session = ctx.staff()?;
    let webauthn = ctx.web.0.webauthn.as_ref().ok_or(Failure::NotFound)?;
    let state: PasskeyRegistration = end(ctx, session, For::Adding, ceremony).await?;
    let answer: RegisterPublicKeyCredential = theirs(answer).ok_or_else(refused)?;
    let passkey = webauthn.finish_passkey_registration(&answer, &state).map_err(|_| refused())?;
    let json = serde_json::to_string(&passkey).map_err(|_| Failure::Template)?;
    // A credential that somebody else has is a conflict.
    ctx.service().add_staff_passkey(session, passkey.cred_id(), json).await.map_err(|error| match error {
        Error::Stale(_) => refused(),
        other => other.into(),
    })
}

/// `/staff/passkey/remove`.
pub(super) async fn remove(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let known = ctx.service().staff_passkeys(session).await?;
    if let Some(passkey) = known.iter().find(|p| hex(&p.credential) == form.get("credential")) {
        match ctx.service().delete_staff_passkey(session, passkey.credential).await {
            Err(Error::StepUp) => return Ok(ctx.go(&with("/staff/step-up", "/staff/passkey"))),
            done => done?,
        }
    }
    Ok(ctx.go("/staff/passkey"))
}
