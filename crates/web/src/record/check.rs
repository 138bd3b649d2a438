//! `/check`: is this receipt ours? By its link, or by the code of an attempt.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::limits::Limited;
use crate::part::{Input, Question};
use askama::Template;
use axum::response::Response;
use doorstep_service::AttemptCode;

#[derive(Template)]
#[template(path = "record/attempt.html")]
struct Attempt {
    f: Frame,
    attempt: AttemptCode,
}

fn page(ctx: &Ctx, typed: &str, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("receipt-check-title");
    let field = Input::new(l, "code", title.clone(), &errors).question().hint(l.t("check-hint")).value(typed);
    Question::new(ctx.frame(title).back("/"), errors).field(field).button(l.t("check-button")).respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, "", Errors::default())
}

/// The code in a receipt's link: what follows `/r/`, up to anything that a link cannot hold.
fn receipt_code(typed: &str) -> Option<&str> {
    let (_, after) = typed.trim().split_once("/r/")?;
    let code = after.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c))).next()?;
    (!code.is_empty() && code.len() <= 64).then_some(code)
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    ctx.limit(Limited::Api)?;
    let typed = form.get("code");
    if let Some(code) = receipt_code(typed) {
        return Ok(ctx.go(&format!("/r/{code}")));
    }
    if let Some(attempt) = ctx.service().check_attempt(typed) {
        return ctx.ok(&Attempt { f: ctx.frame(ctx.l.t("check-attempt-title")).back("/check"), attempt });
    }
    let mut errors = Errors::default();
    errors.add("code", ctx.l.t("check-error"));
    page(&ctx, &typed.chars().take(300).collect::<String>(), errors)
}

#[cfg(test)]
mod tests {
    use super::receipt_code;

    #[test]
    fn a_link_is_found_however_it_was_pasted() {
        assert_eq!(receipt_code(" https://town.example/en/r/Ab-_.cd?x=1"), Some("Ab-_.cd"));
        assert_eq!(receipt_code("town.example/ru/r/Ab.cd)"), Some("Ab.cd"));
        assert_eq!(receipt_code("ABCD-EFGH"), None);
        assert_eq!(receipt_code("/r/"), None);
    }
}
