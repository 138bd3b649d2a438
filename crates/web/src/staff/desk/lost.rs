//! `/desk/lost`: a new beginning for somebody who lost everything. Signed out everywhere, with new codes in their hand.

use super::{helping, language, languages, papers};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::part::{Choice, Choices, Question, Select, escape};
use axum::response::Response;
use doorstep_locales::Locale;

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = helping(&ctx)?;
    let record = ctx.service().record(session).await?;
    let l = ctx.l;
    let errors = Errors::default();
    let title = l.t("desk-lost-title");
    let points: String = ["desk-lost-out", "desk-lost-codes", "desk-lost-told"].map(|id| format!("<li>{}</li>", escape(&l.t(id)))).concat();
    let theirs = language(&ctx, &record.contact);
    let printed = Select::new(l, "language", l.t("desk-papers-language"), &errors).options(languages(), theirs.tag());
    let mut question = Question::new(ctx.frame(title.clone()).back("/desk"), errors.clone())
        .heading(title)
        .html(format!("<p class=\"ds-body\">{}</p><ul class=\"ds-list ds-list--bullet\">{points}</ul>", escape(&l.t("desk-lost-lead"))))
        .field(printed)
        .button(l.t("desk-lost-button"));
    if !ctx.service().passkeys(session).await?.is_empty() {
        let take = vec![Choice::new("yes", l.t("desk-lost-passkeys"), false)];
        question = question.field(Choices::new(l, "passkeys", l.t("desk-lost-passkeys-legend"), &errors).many().choices(take));
    }
    question.respond(&ctx)
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let locale: Locale = form.get("language").parse().unwrap_or(ctx.l);
    // No redirect: the codes are kept nowhere, so this answer is the only one that can show them.
    let codes = ctx.service().desk_lost(helping(&ctx)?, form.get("passkeys") == "yes", locale).await?;
    papers::show(&ctx, locale, codes).await
}
