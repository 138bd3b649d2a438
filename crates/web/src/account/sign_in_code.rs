//! `/sign-in/code`: a printed one-time code.

use super::first_page;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::limits::Limited;
use crate::part::{Input, Question};
use axum::response::Response;
use doorstep_service::Error;

fn page(ctx: &Ctx, typed: &str, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("sign-in-code-title");
    let field = Input::new(l, "code", title.clone(), &errors).question().hint(l.t("sign-in-code-hint")).code().value(typed);
    Question::new(ctx.frame(title).back("/sign-in"), errors)
        .field(field)
        .button(l.t("sign-in-button"))
        .link("/sign-in", l.t("sign-in-other-way"))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, "", Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    ctx.limit(Limited::SignIn)?;
    let typed = form.get("code");
    match ctx.service().use_code(typed).await {
        Ok((token, session)) => ctx.enter(first_page(&session), &token).await,
        Err(Error::SpentLink) => {
            let mut errors = Errors::default();
            errors.add("code", ctx.l.t("sign-in-code-wrong"));
            page(&ctx, &typed.chars().take(100).collect::<String>(), errors)
        }
        Err(other) => Err(other.into()),
    }
}
