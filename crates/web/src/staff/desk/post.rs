//! `/desk/post`: a paper form that came by post. Its postmark and its picture come first; then the questions, as on any declaration.

use crate::ctx::{Ctx, Web};
use crate::date_answer::DateAnswer;
use crate::failure::Failure;
use crate::form::{Errors, Form, check_origin};
use crate::journey::answers::Photo;
use crate::journey::page::Journeyman;
use crate::journey::photo;
use crate::journey::step::Journey;
use crate::limits::Limited;
use crate::part::{DateInput, File, Input, Question, details};
use crate::photo::received;
use axum::extract::{FromRequestParts, Request, State};
use axum::response::Response;
use doorstep_service::{DeskPosted, Error};
use jiff::civil::Date;

fn page(ctx: &Ctx, form: &Form, errors: Errors) -> Result<Response, Failure> {
    ctx.clerk()?;
    let l = ctx.l;
    let title = l.t("desk-post-title");
    let day = DateInput::new(l, "posted", l.t("desk-post-day"), &errors)
        .hint(l.t1("desk-post-day-hint", "example", l.date(ctx.service().today())))
        .value(DateAnswer::of(form, "posted"));
    let picture = File::new(l, "photo", l.t("desk-post-picture"), l.t("desk-post-picture-hint"), &errors);
    let code = Input::new(l, "code", l.t("desk-post-code"), &errors).hint(l.t("desk-post-code-hint")).code().value(form.get("code"));
    let mut question = Question::new(ctx.frame(title.clone()).back("/desk"), errors)
        .heading(title)
        .field(day)
        .field(picture)
        .field(code)
        .html(details(&l.t("desk-post-why"), &l.t("desk-post-why-text")))
        .button(l.t("desk-post-begin"));
    question.multipart = true;
    question.respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    if ctx.clerk()?.person().is_some() {
        return Ok(ctx.go("/desk"));
    }
    page(&ctx, &Form::default(), Errors::default())
}

fn postmark(ctx: &Ctx, form: &Form) -> Result<Date, String> {
    let day = DateAnswer::of(form, "posted").parse(ctx.l)?;
    if ctx.service().plausible_postmark(day) { Ok(day) } else { Err(ctx.l.t("desk-post-day-error")) }
}

pub(super) async fn post(State(web): State<Web>, request: Request) -> Result<Response, Failure> {
    let (mut head, body) = request.into_parts();
    let mut ctx = Ctx::from_request_parts(&mut head, &web).await?;
    check_origin(&ctx, &head.headers)?;
    ctx.clerk()?;
    ctx.limit(Limited::Photo)?;
    let mut sent = received(&ctx, &web, Request::from_parts(head, body)).await?;

    let mut errors = Errors::default();
    let posted = errors.take("posted", postmark(&ctx, &sent.form));
    let picture = if sent.has_photo() { sent.cleaned(ctx.l).await } else { Err(ctx.l.t("desk-post-picture-missing")) };
    let picture = errors.take("photo", picture);
    let (Some(posted), Some(picture)) = (posted, picture) else { return page(&ctx, &sent.form, errors) };
    let code = Some(sent.form.get("code").trim()).filter(|code| !code.is_empty());
    match ctx.service().desk_post(ctx.clerk()?, posted, code, picture, ctx.l).await {
        Ok(form) => begin(&mut ctx, form).await,
        Err(Error::SpentLink) => {
            errors.add("code", ctx.l.t("desk-code-wrong"));
            page(&ctx, &sent.form, errors)
        }
        Err(Error::TooMany(n)) => {
            errors.add("photo", ctx.l.t1("error-too-many", "n", n));
            page(&ctx, &sent.form, errors)
        }
        Err(other) => Err(other.into()),
    }
}

/// Goes to the first question of what the form can say: a first declaration, or a move of somebody who is registered.
async fn begin(ctx: &mut Ctx, form: DeskPosted) -> Result<Response, Failure> {
    if let Some(token) = &ctx.token {
        ctx.session = ctx.service().session(token).await?;
    }
    let registered = ctx.service().record(ctx.person()?).await?.current().is_some();
    let mut traveller = Journeyman::load(ctx, if registered { Journey::Move } else { Journey::Declare }).await?;
    if !form.named {
        photo::add(ctx, &mut traveller, Photo { id: form.scan.0, title: form.title.as_str().to_owned() }).await?;
    }
    Ok(ctx.go(&traveller.next_path()))
}
