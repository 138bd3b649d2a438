//! `/looks/ask/12`: a question about one look. Somebody else than who looked answers it.

use super::looks::entry_line;
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Question, Textarea, inset, paragraph};
use axum::extract::Path;
use axum::response::Response;
use doorstep_register::Words;
use doorstep_storage::Look;

fn page(ctx: &Ctx, look: &Look, typed: &str, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t("looks-ask-title");
    let words = Textarea::new(l, "words", title.clone(), &errors).question().hint(l.t("looks-ask-hint")).value(typed);
    let frame = ctx.frame(title);
    let back = format!("/looks{}", frame.acting);
    Question::new(frame.back(back), errors)
        .before(inset(&entry_line(l, look, ctx.service().zone())))
        .field(words)
        .html(paragraph(&l.t("looks-ask-then")))
        .button(l.t("looks-ask-send"))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx, Path((_, seq)): Path<(String, u32)>) -> Result<Response, Failure> {
    let look = ctx.service().one_look(ctx.person()?, seq).await?;
    page(&ctx, &look, "", Errors::default())
}

pub(super) async fn post(Path((_, seq)): Path<(String, u32)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let service = ctx.service();
    let look = service.one_look(ctx.person()?, seq).await?;
    let typed = form.get("words");
    let words = match Words::parse(typed) {
        Ok(words) => words,
        Err(error) => {
            let mut errors = Errors::default();
            errors.add("words", text_error(ctx.l, error));
            return page(&ctx, &look, &typed.chars().take(5000).collect::<String>(), errors);
        }
    };
    let office = entry_line(service.settings().locale, &look, service.zone());
    let entry = Words::parse(&office).map_err(|_| Failure::Template)?;
    service.ask_about_look(ctx.person()?, seq, entry, words).await?;
    let acting = ctx.acting.map(|n| format!("?for={n}")).unwrap_or_default();
    Ok(ctx.go(&format!("/looks/asked{acting}")))
}

pub(super) async fn done(ctx: Ctx) -> Result<Response, Failure> {
    let l = ctx.l;
    ctx.person()?;
    let title = l.t("looks-asked-title");
    let frame = ctx.frame(title.clone());
    let back = format!("/looks{}", frame.acting);
    Question::new(frame, Errors::default())
        .heading(title)
        .html(paragraph(&l.t("looks-asked-text")))
        .linked(back, l.t("looks-title"))
        .respond(&ctx)
}
