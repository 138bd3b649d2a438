//! `/account`: how to reach the person, their ways back, their sessions.

use super::way_key;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_register::Contact;
use doorstep_service::SeenSession;

#[derive(Template)]
#[template(path = "account/overview.html")]
struct Page {
    f: Frame,
    contact: Contact,
    /// Whether the e-mail address signs in; `None` where there is none.
    confirmed: Option<bool>,
    language: Option<&'static str>,
    codes_left: u32,
    passkeys: usize,
    sessions: Vec<SeenSession>,
}

impl Page {
    fn way(&self, session: &SeenSession) -> String {
        self.f.t(way_key(session.way))
    }
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let record = ctx.service().record(session).await?;
    let confirmed = ctx.service().email_confirmed(&record).await?;
    let contact = record.contact;
    let language = contact.language.as_ref().and_then(|tag| tag.as_str().parse::<doorstep_locales::Locale>().ok()).map(|l| l.own_name());
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("account-title")),
        contact,
        confirmed,
        language,
        codes_left: ctx.service().codes_left(session).await?,
        passkeys: ctx.service().passkeys(session).await?.len(),
        sessions: ctx.service().sessions(session).await?,
    })
}
