//! `/declare` and `/move`: what it is, before the first question. The first answer is kept from here on.

use super::page::Journeyman;
use super::step::Journey;
use crate::ctx::{Ctx, with_session};
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::part::Question;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "journey/start.html")]
struct Start {
    f: Frame,
    resume: Option<String>,
}

/// GET `/declare`
pub(crate) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let mut resume = None;
    if let Some(session) = ctx.session.as_ref().filter(|s| s.person().is_some()) {
        let draft = ctx.service().draft(session, Journey::Declare.slug()).await?;
        if draft.version > 0 {
            resume = draft.saved_at.map(|at| ctx.l.moment(at, ctx.service().zone()));
        } else if ctx.service().record(session).await?.current().is_some() {
            return Ok(ctx.go("/record"));
        }
    }
    ctx.ok(&Start { f: ctx.frame(ctx.l.t("declare-start-title")), resume })
}

/// POST `/declare`
pub(crate) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let person = ctx.session.as_ref().filter(|s| s.person().is_some()).cloned();
    match person {
        Some(session) => {
            if form.has("again") {
                ctx.service().discard_draft(&session, Journey::Declare.slug()).await?;
            }
            let traveller = Journeyman::load(&ctx, Journey::Declare).await?;
            Ok(ctx.go(&traveller.next_path()))
        }
        None if ctx.session.is_some() => Err(Failure::NotFound),
        None => {
            let (token, _) = ctx.service().begin_new().await?;
            Ok(with_session(ctx.go("/declare/step/name"), &token))
        }
    }
}

/// What a journey is, for somebody who is registered; who is not begins at `/declare`.
async fn introduce(ctx: &Ctx, title: &str, texts: [&str; 2]) -> Result<Response, Failure> {
    let session = ctx.person()?;
    if ctx.service().record(session).await?.current().is_none() {
        return Ok(ctx.go("/declare"));
    }
    let question = Question::new(ctx.frame(ctx.l.t(title)).back("/record"), Errors::default()).heading(ctx.l.t(title));
    texts.iter().fold(question, |question, text| question.html(crate::part::paragraph(&ctx.l.t(text)))).respond(ctx)
}

/// GET `/move`
pub(crate) async fn get_move(ctx: Ctx) -> Result<Response, Failure> {
    introduce(&ctx, "move-start-title", ["move-start-text", "move-start-old"]).await
}

/// GET `/family`
pub(crate) async fn get_family(ctx: Ctx) -> Result<Response, Failure> {
    introduce(&ctx, "family-start-title", ["family-start-text", "members-text"]).await
}

/// POST `/family`
pub(crate) async fn post_family(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    let traveller = Journeyman::load(&ctx, Journey::Family).await?;
    Ok(ctx.go(&traveller.next_path()))
}

/// POST `/move`
pub(crate) async fn post_move(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    let traveller = Journeyman::load(&ctx, Journey::Move).await?;
    Ok(ctx.go(&traveller.next_path()))
}
