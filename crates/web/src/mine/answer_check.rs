//! `/my-cases/{id}/answer/check`: the answer once more, and one button that sends it.

use super::answer_draft::Begun;
use super::case::is_read_by_both;
use super::course::{Entry, course};
use super::words::title;
use super::{case_id, done, path};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::Words;
use doorstep_register::case::CaseWhat;
use doorstep_service::{CaseOfMine, EntryBy, EntryWhat, Error, MineAct};

#[derive(Template)]
#[template(path = "mine/answer_check.html")]
struct Page {
    f: Frame,
    errors: Errors,
    caption: String,
    words: String,
    photos: Vec<(String, String)>,
    change_words: String,
    change_photos: String,
    readers: String,
    /// The version of the case that this page shows.
    seen: u32,
    version: u32,
    /// What was new since the page that was sent.
    news: Vec<Entry>,
}

fn page(ctx: &Ctx, begun: &Begun, errors: Errors, news: Vec<Entry>) -> Page {
    let (l, mine, id) = (ctx.l, &begun.mine, begun.mine.row.id);
    let mut f = ctx.frame(l.t("answer-check-title")).back(path(ctx, id, "/answer/photos"));
    f.error = !errors.is_empty();
    let photos = begun.answer.photos.iter().map(|photo| (format!("/photo/{}{}", photo.id, ctx.for_whom()), photo.title.clone()));
    Page {
        f,
        errors,
        caption: title(l, mine.row.kind, mine.side),
        words: begun.answer.words.clone(),
        photos: photos.collect(),
        change_words: path(ctx, id, "/answer"),
        change_photos: path(ctx, id, "/answer/photos"),
        readers: l.t(if is_read_by_both(mine) { "answer-read-by-host" } else { "answer-read-by-office" }),
        seen: mine.row.version,
        version: begun.version,
        news,
    }
}

/// Whether the newest thing that this side said is what it is about to say: a second tap.
fn said_already(mine: &CaseOfMine, words: &str) -> bool {
    let last = mine.entries.iter().rev().find(|entry| matches!(entry.by, EntryBy::Side { side, .. } if side == mine.side));
    last.is_some_and(|entry| matches!(&entry.what, EntryWhat::Act(CaseWhat::Answered { words: said, .. }) if said.as_str() == words))
}

pub(super) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    match Begun::load(&ctx, &id).await? {
        Some(begun) if !begun.answer.words.is_empty() => ctx.ok(&page(&ctx, &begun, Errors::default(), Vec::new())),
        Some(_) => Ok(ctx.go(&path(&ctx, case_id(&id)?, "/answer"))),
        None => Ok(ctx.go(&path(&ctx, case_id(&id)?, ""))),
    }
}

pub(super) async fn post(Path((_, id)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let number = case_id(&id)?;
    let Some(begun) = Begun::load(&ctx, &id).await? else { return Ok(ctx.go(&path(&ctx, number, ""))) };
    let Ok(words) = Words::parse(&begun.answer.words) else { return Ok(ctx.go(&path(&ctx, number, "/answer"))) };
    let mut errors = Errors::default();
    if form.number("version") != begun.version {
        errors.add("", ctx.l.t("check-stale"));
        return ctx.page(StatusCode::CONFLICT, &page(&ctx, &begun, errors, Vec::new()));
    }
    let seen = form.number("seen");
    match ctx.service().my_act(ctx.person()?, number, seen, MineAct::Answer(words, begun.answer.evidence())).await {
        Ok(()) => {
            begun.discard(&ctx).await?;
            Ok(ctx.go(&done(&ctx, number, "answer")))
        }
        Err(Error::Stale(_)) if said_already(&begun.mine, &begun.answer.words) => Ok(ctx.go(&done(&ctx, number, "answer"))),
        // Somebody acted meanwhile: what is new comes first, and the answer is kept.
        Err(Error::Stale(_)) => {
            let news = begun.mine.entries.iter().filter(|entry| entry.seq > seen).cloned().collect();
            let since = CaseOfMine { entries: news, ..begun.mine.clone() };
            errors.add("", ctx.l.t("answer-news"));
            ctx.page(StatusCode::CONFLICT, &page(&ctx, &begun, errors, course(&ctx, &since)))
        }
        Err(error) => match Failure::sentence(&error, ctx.l) {
            Some(sentence) => {
                errors.add("", sentence);
                ctx.page(StatusCode::UNPROCESSABLE_ENTITY, &page(&ctx, &begun, errors, Vec::new()))
            }
            None => Err(error.into()),
        },
    }
}
