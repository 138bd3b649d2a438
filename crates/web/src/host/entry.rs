//! `/homes/1/entry/…`: a host who knows their homes here answers about one entry.

use super::answer::{self, About, dispute_of, say_of};
use super::index;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Question, paragraph};
use axum::extract::Path;
use axum::response::Response;
use doorstep_register::CaseId;
use doorstep_service::EntryView;

type At = Path<(String, String, String)>;
type AtWords = Path<(String, String, String, String)>;

/// The name of an entry: 32 hexadecimal digits.
fn known(entry: &str) -> Result<(), Failure> {
    if entry.len() == 32 && entry.bytes().all(|b| b.is_ascii_hexdigit()) { Ok(()) } else { Err(Failure::NotFound) }
}

async fn page(ctx: &Ctx, number: &str, entry: &str, errors: Errors) -> Result<Response, Failure> {
    known(entry)?;
    let seen: EntryView = ctx.service().home_entry(ctx.person()?, index(number)?, entry.to_owned()).await?;
    let about = About { name: &seen.name, place: &seen.home, since: seen.since };
    let frame = ctx.frame(ctx.l.t("host-q-page")).back(format!("/homes/{number}"));
    answer::question(ctx, frame, &about, errors).respond(ctx)
}

pub(super) async fn get(ctx: Ctx, Path((_, number, entry)): At) -> Result<Response, Failure> {
    page(&ctx, &number, &entry, Errors::default()).await
}

pub(super) async fn post(Path((_, number, entry)): At, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    known(&entry)?;
    let say = form.get("say");
    match say_of(say) {
        Some(answer) if answer.opens().is_none() => {
            ctx.service().confirm_entry(ctx.person()?, index(&number)?, entry).await?;
            Ok(ctx.go(&format!("/homes/{number}/thanks")))
        }
        Some(_) => Ok(ctx.go(&format!("/homes/{number}/entry/{entry}/{say}"))),
        None => {
            let mut errors = Errors::default();
            errors.add("say", ctx.l.t("host-q-error"));
            page(&ctx, &number, &entry, errors).await
        }
    }
}

fn words(ctx: &Ctx, number: &str, entry: &str, say: &str, form: &Form, errors: Errors) -> Result<Response, Failure> {
    let frame = ctx.frame(ctx.l.t(&format!("host-why-{say}"))).back(format!("/homes/{number}/entry/{entry}"));
    answer::words(ctx, frame, say, false, form, errors).respond(ctx)
}

pub(super) async fn get_words(ctx: Ctx, Path((_, number, entry, say)): AtWords) -> Result<Response, Failure> {
    known(&entry)?;
    dispute_of(&say).ok_or(Failure::NotFound)?;
    ctx.service().one_home(ctx.person()?, index(&number)?).await?;
    words(&ctx, &number, &entry, &say, &Form::default(), Errors::default())
}

pub(super) async fn post_words(Path((_, number, entry, say)): AtWords, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    known(&entry)?;
    let kind = dispute_of(&say).ok_or(Failure::NotFound)?;
    let mut errors = Errors::default();
    let Some(dispute) = answer::read(&ctx, &form, false, &mut errors) else {
        return words(&ctx, &number, &entry, &say, &form, errors);
    };
    let case = ctx.service().dispute_entry(ctx.person()?, index(&number)?, entry, kind, dispute.words).await?;
    Ok(ctx.go(&format!("/homes/{number}/asked/{case}")))
}

/// `/homes/1/thanks`
pub(super) async fn thanks(ctx: Ctx, Path((_, number)): Path<(String, String)>) -> Result<Response, Failure> {
    ctx.person()?;
    let l = ctx.l;
    Question::new(ctx.frame(l.t("host-thanks-title")), Errors::default())
        .heading(l.t("host-thanks-title"))
        .html(paragraph(&l.t("host-thanks-text")))
        .linked(format!("/homes/{number}"), l.t("host-thanks-back"))
        .respond(&ctx)
}

/// `/homes/1/asked/…`: the dispute was opened.
pub(super) async fn asked(ctx: Ctx, Path((_, number, case)): Path<(String, String, String)>) -> Result<Response, Failure> {
    let case = uuid::Uuid::try_parse(&case).map(CaseId).map_err(|_| Failure::NotFound)?;
    let mine = ctx.service().my_cases(ctx.person()?).await?;
    mine.iter().find(|one| one.row.id == case).ok_or(Failure::NotFound)?;
    let l = ctx.l;
    Question::new(ctx.frame(l.t("host-asked-title")), Errors::default())
        .heading(l.t("host-asked-title"))
        .html(paragraph(&l.t("host-asked-text")))
        .html(paragraph(&l.t("host-asked-then")))
        .linked(format!("/my-cases/{case}"), l.t("host-asked-read"))
        .link(format!("/homes/{number}"), l.t("host-thanks-back"))
        .respond(&ctx)
}
