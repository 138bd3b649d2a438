//! `/staff/step-up?to=/cases/…`: before a decision, a member of staff proves with a passkey that it is they, and goes back.

use super::ceremony::{For, begin as begin_for, end, refused};
use super::local::{To, local, or_first, with};
use crate::account::ceremony::theirs;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::limits::Limited;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_service::{Error, Session};
use webauthn_rs::prelude::{Passkey, PasskeyAuthentication, PublicKeyCredential};

#[derive(Template)]
#[template(path = "staff/step_up.html")]
struct Page {
    f: Frame,
    errors: Errors,
    offered: bool,
    has_passkey: bool,
    /// Where the form goes.
    action: String,
    /// Whether it goes along with a decision that was typed.
    typed: bool,
    /// What goes along with it.
    kept: Vec<(String, String)>,
    back_to: String,
    add: String,
}

/// The fields that are the page's own.
const OWN: [&str; 3] = ["csrf", "ceremony", "credential"];

impl Page {
    /// The page as it is where nothing was typed and there is nowhere to go back to.
    async fn new(ctx: &Ctx, errors: Errors) -> Result<Page, Failure> {
        let has_passkey = !ctx.service().staff_passkeys(ctx.staff()?).await?.is_empty();
        let mut f = ctx.frame(ctx.l.t("step-up-title"));
        f.error = !errors.is_empty();
        Ok(Page {
            f,
            errors,
            offered: ctx.web.0.webauthn.is_some(),
            has_passkey,
            action: "/staff/step-up".to_owned(),
            typed: false,
            kept: Vec::new(),
            back_to: or_first(ctx, ""),
            add: "/staff/passkey".to_owned(),
        })
    }

    fn respond(&self, ctx: &Ctx) -> Result<Response, Failure> {
        let status = if self.f.error { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        ctx.page(status, self)
    }
}

async fn page(ctx: &Ctx, to: &str, errors: Errors) -> Result<Response, Failure> {
    let kept = local(to).map(|to| ("to".to_owned(), to.to_owned())).into_iter().collect();
    Page { kept, back_to: or_first(ctx, to), add: with("/staff/passkey", to), ..Page::new(ctx, errors).await? }.respond(ctx)
}

pub(super) async fn get(ctx: Ctx, Query(To { to }): Query<To>) -> Result<Response, Failure> {
    page(&ctx, &to, Errors::default()).await
}

/// `/staff/step-up/begin`, asked by the script.
pub(super) async fn begin(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    ctx.limit_on(Limited::SignIn, session.id.as_bytes())?;
    let webauthn = ctx.web.0.webauthn.as_ref().ok_or(Failure::NotFound)?;
    let stored = ctx.service().staff_passkeys(session).await?;
    let known: Vec<Passkey> = stored.iter().filter_map(|p| serde_json::from_str(&p.json).ok()).collect();
    if known.is_empty() {
        return Err(Failure::NotFound);
    }
    let (options, state) = webauthn.start_passkey_authentication(&known).map_err(|_| Failure::Template)?;
    let options = serde_json::to_value(options).map_err(|_| Failure::Template)?;
    begin_for(&ctx, session, For::SteppingUp, state, options).await
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let to = form.get("to");
    match finish(&ctx, form.get("ceremony"), form.get("credential")).await {
        Ok(_) => Ok(ctx.go(&or_first(&ctx, to))),
        Err(Failure::Service(Error::SpentLink)) => {
            let mut errors = Errors::default();
            errors.add("passkey", ctx.l.t("step-up-wrong"));
            page(&ctx, to, errors).await
        }
        Err(other) => Err(other),
    }
}

async fn finish(ctx: &Ctx, ceremony: &str, answer: &str) -> Result<Session, Failure> {
    let session = ctx.staff()?;
    let webauthn = ctx.web.0.webauthn.as_ref().ok_or(Failure::NotFound)?;
    let state: PasskeyAuthentication = end(ctx, session, For::SteppingUp, ceremony).await?;
    let answer: PublicKeyCredential = theirs(answer).ok_or_else(refused)?;
    let proof = webauthn.finish_passkey_authentication(&answer, &state).map_err(|_| refused())?;
    if !proof.user_verified() {
        return Err(refused());
    }
    let stored = ctx.service().staff_passkeys(session).await?;
    let mut held = stored.iter().filter_map(|p| serde_json::from_str::<Passkey>(&p.json).ok());
    let mut passkey = held.find(|p| p.cred_id() == proof.cred_id()).ok_or_else(refused)?;
    passkey.update_credential(&proof);
    let json = serde_json::to_string(&passkey).map_err(|_| Failure::Template)?;
    Ok(ctx.service().step_up(session, passkey.cred_id(), json).await?)
}

/// What a form of a decision brought from [`with_form`]: the session with its proof, or that the passkey did not work; `None`, where it brought
/// nothing.
pub(super) async fn brought(ctx: &Ctx, form: &Form) -> Result<Option<Result<Session, ()>>, Failure> {
    if form.get("ceremony").is_empty() {
        return Ok(None);
    }
    match finish(ctx, form.get("ceremony"), form.get("credential")).await {
        Ok(session) => Ok(Some(Ok(session))),
        Err(Failure::Service(Error::SpentLink)) => Ok(Some(Err(()))),
        Err(other) => Err(other),
    }
}

/// Asks for the passkey after a decision was typed. The form comes back to the same address with everything that was typed.
pub(super) async fn with_form(ctx: &Ctx, form: &Form, back_to: &str, wrong: bool) -> Result<Response, Failure> {
    let mut errors = Errors::default();
    if wrong {
        errors.add("passkey", ctx.l.t("step-up-wrong"));
    }
    let page = Page {
        action: ctx.path.clone(),
        typed: true,
        kept: form.fields().filter(|(name, _)| !OWN.contains(name)).map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        back_to: back_to.to_owned(),
        add: with("/staff/passkey", back_to),
        ..Page::new(ctx, errors).await?
    };
    page.respond(ctx)
}
