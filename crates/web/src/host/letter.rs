//! `/host`: the number and the code of a letter that came to an address.

use super::plain_words;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::limits::Limited;
use crate::part::{Input, Question, paragraph};
use axum::extract::Query;
use axum::response::Response;
use doorstep_service::{LetterOpened, LetterRefusal};
use serde::Deserialize;
use std::time::Duration;

/// Every answer to a code takes at least so long: how long it takes tells nothing of what was right.
const AT_LEAST: Duration = Duration::from_millis(400);

/// What the code to be scanned has filled in already.
#[derive(Deserialize, Default)]
pub(super) struct Scanned {
    #[serde(default)]
    n: String,
    #[serde(default)]
    c: String,
}

fn page(ctx: &Ctx, form: &Form, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let value = |name: &str| form.get(name).chars().take(40).collect::<String>();
    let number =
        Input::new(l, "number", l.t("host-letter-number"), &errors).hint(l.t("host-letter-number-hint")).code().value(value("number"));
    let code = Input::new(l, "code", l.t("host-letter-code"), &errors).hint(l.t("host-letter-code-hint")).code().value(value("code"));
    Question::new(ctx.frame(l.t("host-letter-title")).back("/hosts"), errors)
        .heading(l.t("host-letter-title"))
        .before(paragraph(&l.t("host-letter-text")))
        .field(number)
        .field(code)
        .html(plain_words(ctx))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx, Query(scanned): Query<Scanned>) -> Result<Response, Failure> {
    let mut form = Form::default();
    form.push("number", scanned.n);
    form.push("code", scanned.c);
    page(&ctx, &form, Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    ctx.limit(Limited::SignIn)?;
    let used = ctx.service().use_letter(ctx.session.as_ref(), form.get("number"), form.get("code"));
    let (used, ()) = tokio::join!(used, tokio::time::sleep(AT_LEAST));
    let (field, key) = match used? {
        Ok(LetterOpened::Entry(path)) => return Ok(ctx.go(&path)),
        Ok(LetterOpened::Home) => return Ok(ctx.go("/homes")),
        Ok(LetterOpened::SignIn) => return sign_in(&ctx),
        Err(LetterRefusal::MistypedNumber) => ("number", "mistyped"),
        Err(LetterRefusal::MistypedCode) => ("code", "mistyped"),
        Err(LetterRefusal::Wrong) => ("code", "wrong"),
        Err(LetterRefusal::Used) => ("code", "used"),
        Err(LetterRefusal::TooOld) => ("code", "too-old"),
        Err(LetterRefusal::Gone) => ("code", "gone"),
    };
    let mut errors = Errors::default();
    errors.add(field, ctx.l.t(&format!("host-letter-{key}")));
    page(&ctx, &form, errors)
}

/// The letter is right, and for somebody else's record than this session's.
fn sign_in(ctx: &Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    Question::new(ctx.frame(l.t("host-letter-sign-in-title")).back("/host"), Errors::default())
        .heading(l.t("host-letter-sign-in-title"))
        .html(paragraph(&l.t("host-letter-sign-in")))
        .linked("/sign-in", l.t("sign-in-button"))
        .respond(ctx)
}
