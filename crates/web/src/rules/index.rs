//! `/rules`: the duties of the place.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;

struct Entry {
    id: String,
    name: String,
    plain: String,
}

#[derive(Template)]
#[template(path = "rules/index.html")]
struct Page {
    f: Frame,
    not_reviewed: Option<&'static str>,
    reviewed_by: Option<String>,
    entries: Vec<Entry>,
    pack: String,
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let (pack, lang) = (ctx.service().pack(), ctx.l.tag());
    let general = pack.rules().filter(|rule| rule.overrides().is_none());
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("rules-title")),
        not_reviewed: pack.not_reviewed(lang),
        reviewed_by: pack.reviewed_by().map(str::to_owned),
        entries: general
            .map(|rule| Entry { id: rule.id().to_owned(), name: rule.name(lang).to_owned(), plain: rule.plain(lang).to_owned() })
            .collect(),
        pack: format!("{} {}", pack.name(lang), pack.version()),
    })
}
