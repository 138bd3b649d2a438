//! `/h/…`: one answer without an account, by a link that the resident shows or to which the code of a letter leads.

use super::answer::{self, About, dispute_of, say_of};
use super::{in_full, plain_words};
use crate::ctx::{Ctx, with_session};
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::part::{Question, inset, paragraph};
use crate::record::PlaceWords;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::HostDoor;
use doorstep_service::{DoorAnswer, DoorDone, DoorView};

type At = Path<(String, String)>;
type AtWords = Path<(String, String, String)>;

/// The same page whatever the reason is: used, withdrawn, too old, moved, found by nobody, never there.
fn nothing(ctx: &Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("host-door-nothing-title");
    let mut page = Question::new(ctx.frame(title.clone()), Errors::default())
        .heading(title)
        .html(paragraph(&l.t("host-door-nothing")))
        .html(plain_words(ctx))
        .linked("/hosts", l.t("hosts-title"))
        .respond(ctx)?;
    *page.status_mut() = StatusCode::NOT_FOUND;
    Ok(page)
}

/// A view, or the page that there is nothing.
fn or_nothing<T>(ctx: &Ctx, result: Result<T, doorstep_service::Error>) -> Result<Result<T, Response>, Failure> {
    match result.map_err(Failure::from) {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::NotFound) => nothing(ctx).map(Err),
        Err(other) => Err(other),
    }
}

async fn page(ctx: &Ctx, code: &str, errors: Errors) -> Result<Response, Failure> {
    let seen: DoorView = match or_nothing(ctx, ctx.service().host_door(ctx.session.as_ref(), code).await)? {
        Ok(seen) => seen,
        Err(page) => return Ok(page),
    };
    let l = ctx.l;
    if seen.own {
        let title = l.t("host-door-own-title");
        return Question::new(ctx.frame(title.clone()).back("/my-host"), Errors::default())
            .heading(title)
            .html(inset(&l.t("host-door-own")))
            .html(paragraph(&l.t1("host-q-title", "name", seen.name.as_str())))
            .html(PlaceWords::of(l, &seen.place).html())
            .html(paragraph(&l.t1("record-since", "day", l.date(seen.since))))
            .linked("/my-host", l.t("my-host-title"))
            .respond(ctx);
    }
    let about = About { name: &seen.name, place: &seen.place, since: seen.since };
    answer::question(ctx, ctx.frame(l.t("host-q-page")), &about, errors).respond(ctx)
}

/// In front of a link that was shown or sent: nothing is shown to what follows links by itself.
fn knock(ctx: &Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("host-knock-title");
    Question::new(ctx.frame(title.clone()), Errors::default())
        .heading(title)
        .html(paragraph(&l.t("host-knock-text")))
        .html(inset(&l.t("host-knock-seen")))
        .hidden("open", "1")
        .html(plain_words(ctx))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx, Path((_, code)): At) -> Result<Response, Failure> {
    match ctx.service().host_door_kind(&code).await? {
        None => nothing(&ctx),
        Some(HostDoor::Link) => knock(&ctx),
        // Whoever typed the code has done something for it already.
        Some(_) => page(&ctx, &code, Errors::default()).await,
    }
}

pub(super) async fn post(Path((_, code)): At, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let say = form.get("say");
    match say_of(say) {
        Some(answer) if answer.opens().is_none() => {
            match or_nothing(&ctx, ctx.service().answer_at_door(ctx.session.as_ref(), &code, DoorAnswer::LivesHere).await)? {
                Ok(_) => Ok(ctx.go("/host/thanks")),
                Err(page) => Ok(page),
            }
        }
        Some(_) => Ok(ctx.go(&format!("/h/{code}/{say}"))),
        None if form.has("open") => page(&ctx, &code, Errors::default()).await,
        None => {
            let mut errors = Errors::default();
            errors.add("say", ctx.l.t("host-q-error"));
            page(&ctx, &code, errors).await
        }
    }
}

/// Whether the reader has no record here, and says who they are.
fn unknown(ctx: &Ctx) -> bool {
    ctx.session.as_ref().and_then(|session| session.person()).is_none()
}

fn words(ctx: &Ctx, code: &str, say: &str, form: &Form, errors: Errors) -> Result<Response, Failure> {
    let frame = ctx.frame(ctx.l.t(&format!("host-why-{say}"))).back(format!("/h/{code}"));
    answer::words(ctx, frame, say, unknown(ctx), form, errors).respond(ctx)
}

pub(super) async fn get_words(ctx: Ctx, Path((_, code, say)): AtWords) -> Result<Response, Failure> {
    dispute_of(&say).ok_or(Failure::NotFound)?;
    if ctx.service().host_door_kind(&code).await?.is_none() {
        return nothing(&ctx);
    }
    words(&ctx, &code, &say, &Form::default(), Errors::default())
}

#[derive(Template)]
#[template(path = "host/disputed.html")]
struct Disputed {
    f: Frame,
    /// The path of the case, after the language.
    case: String,
    codes: Vec<String>,
    link: String,
    entered: bool,
}

impl Disputed {
    fn groups<'a>(&self, code: &'a str) -> Vec<&'a str> {
        code.split('-').collect()
    }
}

pub(super) async fn post_words(Path((_, code, say)): AtWords, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let kind = dispute_of(&say).ok_or(Failure::NotFound)?;
    let mut errors = Errors::default();
    let Some(said) = answer::read(&ctx, &form, unknown(&ctx), &mut errors) else {
        return words(&ctx, &code, &say, &form, errors);
    };
    let answer = DoorAnswer::Dispute { kind, words: said.words, name: said.name, email: said.email, locale: ctx.l };
    let done = match or_nothing(&ctx, ctx.service().answer_at_door(ctx.session.as_ref(), &code, answer).await)? {
        Ok(done) => done,
        Err(page) => return Ok(page),
    };
    let DoorDone::Disputed { case, codes, session } = done else { return Ok(ctx.go("/host/thanks")) };
    // No redirect: the codes are kept nowhere, so this answer is the only one that can show them.
    let (f, case) = (ctx.frame(ctx.l.t("host-asked-title")), format!("/my-cases/{case}"));
    let entered = session.is_some();
    let page = ctx.ok(&Disputed { f, case, codes, link: in_full(&ctx, "/sign-in/code"), entered })?;
    Ok(match session {
        Some(token) => with_session(page, &token),
        None => page,
    })
}

/// `/host/thanks`
pub(super) async fn thanks(ctx: Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    Question::new(ctx.frame(l.t("host-thanks-title")), Errors::default())
        .heading(l.t("host-thanks-title"))
        .html(paragraph(&l.t("host-thanks-text")))
        .html(plain_words(&ctx))
        .linked("/hosts", l.t("hosts-title"))
        .respond(&ctx)
}
