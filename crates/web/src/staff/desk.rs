//! `/desk`: a clerk serves one person at a time, and sees nobody else.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::part::Input;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_service::{Error, Session, Who};

#[derive(Template)]
#[template(path = "staff/desk.html")]
struct Page {
    f: Frame,
    errors: Errors,
    present: bool,
    office: String,
    pseudonym: String,
    code: Input,
}

fn clerk(ctx: &Ctx) -> Result<&Session, Failure> {
    ctx.staff()?;
    ctx.session.as_ref().filter(|s| matches!(s.who, Who::Clerk { .. })).ok_or(Failure::NotFound)
}

fn page(ctx: &Ctx, typed: &str, errors: Errors) -> Result<Response, Failure> {
    let session = clerk(ctx)?;
    let l = ctx.l;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut f = ctx.frame(l.t("desk-title"));
    f.error = !errors.is_empty();
    let code = Input::new(l, "code", l.t("desk-code"), &errors).hint(l.t("desk-code-hint")).code().value(typed);
    let staff = session.staff();
    ctx.page(
        status,
        &Page {
            f,
            errors,
            present: session.person().is_some(),
            office: staff.map(|s| s.office.0.clone()).unwrap_or_default(),
            pseudonym: staff.map(|s| s.pseudonym.clone()).unwrap_or_default(),
            code,
        },
    )
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, "", Errors::default())
}

/// `/desk/new`: somebody who has nothing yet.
pub(super) async fn new(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().desk_new(clerk(&ctx)?).await?;
    Ok(ctx.go("/declare"))
}

/// `/desk/receive`: somebody with a code.
pub(super) async fn receive(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let typed = form.get("code");
    match ctx.service().desk_receive(clerk(&ctx)?, typed, ctx.l).await {
        Ok(_) => Ok(ctx.go("/record")),
        Err(Error::SpentLink) => {
            let mut errors = Errors::default();
            errors.add("code", ctx.l.t("desk-code-wrong"));
            page(&ctx, &typed.chars().take(100).collect::<String>(), errors)
        }
        Err(other) => Err(other.into()),
    }
}

/// `/desk/done`: the person leaves the desk.
pub(super) async fn done(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    ctx.service().desk_done(clerk(&ctx)?).await?;
    Ok(ctx.go("/desk"))
}
