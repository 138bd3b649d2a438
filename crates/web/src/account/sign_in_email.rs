//! `/sign-in/email`: a link by e-mail. The answer is the same whether or not anybody has that address.

use super::email::looks_like_email;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::limits::Limited;
use crate::part::{Input, Question};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "account/sent.html")]
struct Sent {
    f: Frame,
}

fn page(ctx: &Ctx, typed: &str, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("sign-in-email-title");
    let field = Input::new(l, "email", title.clone(), &errors)
        .question()
        .hint(l.t("sign-in-email-hint"))
        .kind("email")
        .autocomplete("email")
        .value(typed);
    Question::new(ctx.frame(title).back("/sign-in"), errors)
        .field(field)
        .button(l.t("sign-in-email-button"))
        .link("/sign-in", l.t("sign-in-other-way"))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, "", Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    ctx.limit(Limited::SignIn)?;
    let typed = form.get("email").trim();
    if !looks_like_email(typed) {
        let mut errors = Errors::default();
        errors.add("email", ctx.l.t("account-error-email"));
        return page(&ctx, &typed.chars().take(200).collect::<String>(), errors);
    }
    ctx.limit_on(Limited::Link, typed.to_lowercase().as_bytes())?;
    ctx.service().request_link(typed, ctx.l).await?;
    Ok(ctx.go("/sign-in/email/sent"))
}

/// `/sign-in/email/sent`.
pub(super) async fn sent(ctx: Ctx) -> Result<Response, Failure> {
    ctx.ok(&Sent { f: ctx.frame(ctx.l.t("sign-in-sent-title")).back("/sign-in/email") })
}
