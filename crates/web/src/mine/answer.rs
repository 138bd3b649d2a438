//! `/my-cases/{id}/answer`: what somebody has to say, in their words.

use super::answer_draft::Begun;
use super::case::{is_read_by_both, said};
use super::words::{act_key, title};
use super::{case_id, path};
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Question, Textarea, escape, inset, paragraph};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::Words;
use doorstep_service::{Doable, Error};

fn page(ctx: &Ctx, begun: &Begun, typed: &str, errors: Errors) -> Question {
    let (l, mine) = (ctx.l, &begun.mine);
    let heading = l.t(&format!("do-{}-title", act_key(Doable::Answer, mine)));
    let words = Textarea::new(l, "words", heading.clone(), &errors).question().hint(l.t("words-hint")).value(typed);
    let frame = ctx.frame(heading).back(path(ctx, mine.row.id, ""));
    let mut question = Question::new(frame, errors).field(words).hidden("version", begun.version);
    question.caption = Some(title(l, mine.row.kind, mine.side));
    if let Some((who, words)) = said(l, mine).filter(|_| !mine.case.opened_by(mine.side)) {
        question = question.html(format!(
            "<details class=\"ds-details\"><summary class=\"ds-details__summary\"><span class=\"ds-details__summary-text\">{}</span></summary><div class=\"ds-details__text\"><p class=\"ds-hint\">{}</p><bdi>{}</bdi></div></details>",
            escape(&l.t("mine-said")),
            escape(&who),
            escape(&words).replace('\n', "<br>"),
        ));
    }
    let readers = if is_read_by_both(mine) { "answer-read-by-host" } else { "answer-read-by-office" };
    question.html(paragraph(&l.t(readers)))
}

pub(super) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    match Begun::load(&ctx, &id).await? {
        Some(begun) => page(&ctx, &begun, &begun.answer.words, Errors::default()).respond(&ctx),
        None => Ok(ctx.go(&path(&ctx, case_id(&id)?, ""))),
    }
}

pub(super) async fn post(Path((_, id)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let Some(mut begun) = Begun::load(&ctx, &id).await? else { return Ok(ctx.go(&path(&ctx, case_id(&id)?, ""))) };
    let typed: String = form.get("words").chars().take(5000).collect();
    let mut errors = Errors::default();
    let parsed = Words::parse(form.get("words")).map_err(|error| text_error(ctx.l, error));
    let Some(words) = errors.take("words", parsed) else { return page(&ctx, &begun, &typed, errors).respond(&ctx) };
    let there = begun.answer.words.clone();
    if form.number("version") != begun.version && there != words.as_str() {
        return conflict(&ctx, &begun, &typed, &there);
    }
    begun.answer.words = words.to_string();
    match begun.save(&ctx).await {
        Ok(()) => Ok(ctx.go(&path(&ctx, begun.mine.row.id, "/answer/photos"))),
        Err(Error::Stale(_)) => {
            let now = Begun::load(&ctx, &id).await?.ok_or(Failure::NotFound)?;
            conflict(&ctx, &now, &typed, &now.answer.words)
        }
        Err(other) => Err(other.into()),
    }
}

/// Another device has saved other words meanwhile: both are shown, and nothing is overwritten unasked.
fn conflict(ctx: &Ctx, begun: &Begun, typed: &str, there: &str) -> Result<Response, Failure> {
    let mut errors = Errors::default();
    errors.add("words", ctx.l.t("answer-stale"));
    let mut response = page(ctx, begun, typed, errors).before(paragraph(&ctx.l.t("answer-there"))).before(inset(there)).respond(ctx)?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}
