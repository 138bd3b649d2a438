//! `/sign-in/passkey`: the browser asks the person's device, without anybody typing a name.

use super::ceremony::{begun, ours, theirs};
use super::first_page;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::limits::Limited;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_service::{Error, Session, Token};
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

#[derive(Template)]
#[template(path = "account/sign_in_passkey.html")]
struct Page {
    f: Frame,
    errors: Errors,
    offered: bool,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let offered = ctx.web.0.webauthn.is_some();
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("sign-in-passkey-title")).back("/sign-in"), errors: Errors::default(), offered })
}

/// `/sign-in/passkey/begin`, asked by the script.
pub(super) async fn begin(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.limit(Limited::SignIn)?;
    let webauthn = ctx.web.0.webauthn.as_ref().ok_or(Failure::NotFound)?;
    let (options, state) = webauthn.start_discoverable_authentication().map_err(|_| Failure::Template)?;
    let options = serde_json::to_value(options).map_err(|_| Failure::Template)?;
    begun(ctx.service(), &state, options).await
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    ctx.limit(Limited::SignIn)?;
    match finish(&ctx, form.get("ceremony"), form.get("credential")).await {
        Ok((token, session)) => ctx.enter(first_page(&session), &token).await,
        Err(Failure::Service(Error::SpentLink)) => {
            let mut errors = Errors::default();
            errors.add("passkey", ctx.l.t("sign-in-passkey-wrong"));
            let mut f = ctx.frame(ctx.l.t("sign-in-passkey-title")).back("/sign-in");
            f.error = true;
            ctx.page(StatusCode::UNPROCESSABLE_ENTITY, &Page { f, errors, offered: true })
        }
        Err(other) => Err(other),
    }
}

async fn finish(ctx: &Ctx, ceremony: &str, answer: &str) -> Result<(Token, Session), Failure> {
    let refused = || Failure::Service(Error::SpentLink);
    let webauthn = ctx.web.0.webauthn.as_ref().ok_or(Failure::NotFound)?;
    let state: DiscoverableAuthentication = ours(ctx.service(), ceremony).await?;
    let answer: PublicKeyCredential = theirs(answer).ok_or_else(refused)?;
    let (user, credential) = webauthn.identify_discoverable_authentication(&answer).map_err(|_| refused())?;
    let (person, stored) = ctx.service().passkey_by_credential(credential).await?.ok_or_else(refused)?;
    if person.0 != user {
        return Err(refused());
    }
    let mut passkey: Passkey = serde_json::from_str(&stored.json).map_err(|_| refused())?;
    let proof = webauthn.finish_discoverable_authentication_v2(&answer, state, &passkey).map_err(|_| refused())?;
    if passkey.update_credential(&proof) == Some(true) {
        let json = serde_json::to_string(&passkey).map_err(|_| Failure::Template)?;
        ctx.service().put_passkey(person, passkey.cred_id(), json).await?;
    }
    Ok(ctx.service().use_passkey(person).await?)
}
