//! `/homes/add`: a home is shown to be somebody's, by a letter with a code, or by an extract that a clerk has seen.

use super::pick;
use super::plain_words;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Choice, Choices, Question, inset, paragraph};
use axum::response::Response;
use doorstep_register::Place;
use doorstep_service::{Error, Session, Who};

/// How the session's person can show a home.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A clerk looks at an extract.
    Extract,
    /// A letter is sent to the address.
    Letter,
    /// The office sends no letters, and nobody is here to look at an extract.
    AtTheOffice,
}

fn way(ctx: &Ctx, session: &Session) -> Way {
    match &session.who {
        Who::Clerk { .. } => Way::Extract,
        _ if ctx.service().settings().host_letters => Way::Letter,
        _ => Way::AtTheOffice,
    }
}

fn empty(ctx: &Ctx, errors: Errors) -> Question {
    let title = ctx.l.t("home-add-title");
    Question::new(ctx.frame(title.clone()).back("/homes"), errors).heading(title)
}

fn search(ctx: &Ctx, way: Way, form: &Form, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let how = l.t(match way {
        Way::Extract => "home-add-how-extract",
        Way::Letter => "home-add-how-letter",
        Way::AtTheOffice => "home-add-how-office",
    });
    let page = empty(ctx, errors.clone()).before(paragraph(&how));
    if way == Way::AtTheOffice || ctx.service().addresses().is_none() {
        let page = if way == Way::AtTheOffice { page } else { page.before(paragraph(&l.t("home-add-no-register"))) };
        return page.html(plain_words(ctx)).linked("/homes", l.t("homes-title")).respond(ctx);
    }
    pick::search(ctx, page, form, &errors).html(plain_words(ctx)).respond(ctx)
}

fn unit(ctx: &Ctx, way: Way, house: &Place, key: &str, form: &Form, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let page = pick::unit(ctx, empty(ctx, errors.clone()), house, key, form, &errors);
    let page = match way {
        Way::Extract => page
            .html(inset(&l.t("home-add-extract-whole")))
            .field(Choices::new(l, "seen", l.t("home-add-extract-seen"), &errors).many().choices(vec![Choice::new(
                "yes",
                l.t("home-add-extract-yes"),
                form.get("seen") == "yes",
            )]))
            .button(l.t("home-add-extract-button")),
        Way::Letter | Way::AtTheOffice => page.html(inset(&l.t("home-add-letter-what"))).button(l.t("home-add-letter-button")),
    };
    page.respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let way = way(&ctx, ctx.person()?);
    search(&ctx, way, &Form::default(), Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let way = way(&ctx, session);
    if way == Way::AtTheOffice {
        return Err(Failure::NotFound);
    }
    let mut errors = Errors::default();
    let typed = form.get("key");
    if typed.is_empty() {
        let Some(key) = pick::picked(&ctx, &form) else {
            if form.get("q").trim().is_empty() {
                errors.add("q", ctx.l.t("error-address-empty"));
            }
            return search(&ctx, way, &form, errors);
        };
        let house = pick::house(&ctx, &key).ok_or(Failure::NotFound)?;
        return unit(&ctx, way, &house, &key, &form, errors);
    }
    let house = pick::house(&ctx, typed).ok_or(Failure::NotFound)?;
    let home = pick::home(&ctx, house.clone(), &form, &mut errors);
    if way == Way::Letter && form.get("flat").trim().is_empty() && !pick::units(&ctx, typed).is_empty() {
        // A letter to a house of many flats lies where everybody can take it.
        errors.add("flat", ctx.l.t("home-add-flat-missing"));
    }
    if way == Way::Extract && form.get("seen") != "yes" {
        errors.add("seen", ctx.l.t("home-add-extract-error"));
    }
    let (Some(home), true) = (home, errors.is_empty()) else { return unit(&ctx, way, &house, typed, &form, errors) };
    match way {
        Way::Extract => {
            ctx.service().attach_by_extract(session, home).await?;
            Ok(ctx.go("/homes"))
        }
        _ => match ctx.service().ask_home_letter(session, home).await {
            Ok(()) => Ok(ctx.go("/homes/asked")),
            Err(Error::TooMany(_)) => {
                errors.add("", ctx.l.t("home-add-too-many"));
                unit(&ctx, way, &house, typed, &form, errors)
            }
            Err(other) => Err(other.into()),
        },
    }
}

/// `/homes/asked`: the letter will come.
pub(super) async fn asked(ctx: Ctx) -> Result<Response, Failure> {
    ctx.person()?;
    let l = ctx.l;
    Question::new(ctx.frame(l.t("home-asked-title")), Errors::default())
        .heading(l.t("home-asked-title"))
        .html(paragraph(&l.t("home-asked-text")))
        .linked("/homes", l.t("homes-title"))
        .respond(&ctx)
}
