//! `/data/erase`: what is no longer needed goes, at the person's word.

use crate::ctx::{Ctx, without_session};
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::part::{Choice, Choices, Question, escape, paragraph};
use askama::Template;
use axum::response::Response;
use doorstep_service::Who;
use jiff::civil::Date;

#[derive(Template)]
#[template(path = "record/not_yet.html")]
struct NotYet {
    f: Frame,
    from: Option<Date>,
}

#[derive(Template)]
#[template(path = "record/erased.html")]
struct Erased {
    f: Frame,
}

async fn page(ctx: &Ctx, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let service = ctx.service();
    let f = ctx.frame(l.t("erase-title")).back("/data");
    let (from, along) = service.erasure(ctx.person()?).await?;
    if from.is_none_or(|day| day > service.today()) {
        return ctx.ok(&NotYet { f, from });
    }
    let sure = Choices::new(l, "sure", l.t("erase-sure"), &errors).many().choices(vec![Choice::new("yes", l.t("erase-sure-yes"), false)]);
    let title = f.title.clone();
    let mut question = Question::new(f, errors).heading(title).html(paragraph(&l.t("erase-what"))).html(paragraph(&l.t("erase-copy")));
    if !along.is_empty() {
        let names: Vec<String> = along.iter().map(|name| format!("<li><bdi>{}</bdi></li>", escape(name))).collect();
        question =
            question.html(paragraph(&l.t("erase-along"))).html(format!("<ul class=\"ds-list ds-list--bullet\">{}</ul>", names.join("")));
    }
    question = question.field(sure).button(l.t("erase-button")).link("/data", l.t("erase-keep"));
    question.warning = true;
    question.respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, Errors::default()).await
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    if form.get("sure") != "yes" {
        let mut errors = Errors::default();
        errors.add("sure", ctx.l.t("erase-sure-error"));
        return page(&ctx, errors).await;
    }
    let session = ctx.person()?;
    ctx.service().erase(session).await?;
    Ok(match (&session.who, ctx.acting) {
        (Who::Resident(_), None) => without_session(ctx.go("/data/erased")),
        (Who::Resident(_), Some(_)) => ctx.go("/record"),
        _ => ctx.go("/desk"),
    })
}

/// `/data/erased`.
pub(super) async fn done(ctx: Ctx) -> Result<Response, Failure> {
    ctx.ok(&Erased { f: ctx.frame(ctx.l.t("erased-title")) })
}
