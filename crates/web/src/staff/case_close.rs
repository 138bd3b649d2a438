//! `/cases/…/close`: the officer's words go to everybody whom the case is about. No registration changes.

use super::case::case_id;
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Question, Textarea};
use axum::extract::Path;
use axum::response::Response;
use doorstep_register::Words;

fn page(ctx: &Ctx, id: &str, typed: &str, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("case-words");
    let words = Textarea::new(l, "words", title.clone(), &errors).question().hint(l.t("case-words-hint")).value(typed);
    Question::new(ctx.frame(title).back(format!("/cases/{id}")), errors).field(words).button(l.t("case-close")).respond(ctx)
}

pub(super) async fn post(Path((_, id)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let case = case_id(&id)?;
    let typed = form.get("words");
    match Words::parse(typed) {
        Ok(words) => {
            ctx.service().close_case(session, case, words).await?;
            Ok(ctx.go("/cases"))
        }
        Err(error) => {
            // The records are not opened again for a slip of the pen: that would be one more look.
            let mut errors = Errors::default();
            errors.add("words", text_error(ctx.l, error));
            page(&ctx, &case.to_string(), &typed.chars().take(5000).collect::<String>(), errors)
        }
    }
}
