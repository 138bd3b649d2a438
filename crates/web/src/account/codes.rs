//! `/account/codes`: a sheet of one-time codes, shown once.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::Posted;
use crate::frame::Frame;
use crate::record::pdf;
use askama::Template;
use axum::response::Response;
use doorstep_service::{Document, Section};

/// The greatest length of a code that is printed, in characters.
const CODE: usize = 20;

#[derive(Template)]
#[template(path = "account/codes.html")]
struct Page {
    f: Frame,
    left: u32,
    codes: Vec<String>,
}

impl Page {
    fn groups<'a>(&self, code: &'a str) -> Vec<&'a str> {
        code.split('-').collect()
    }
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let left = ctx.service().codes_left(ctx.person()?).await?;
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("codes-title")).back("/account"), left, codes: Vec::new() })
}

pub(super) async fn post(Posted { ctx, .. }: Posted) -> Result<Response, Failure> {
    // No redirect: the codes are kept nowhere, so this answer is the only one that can show them.
    let codes = ctx.service().new_codes(ctx.person()?).await?;
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("codes-new-title")).back("/account"), left: codes.len() as u32, codes })
}

/// `/account/codes/pdf`: the sheet that the page still shows, on paper.
pub(super) async fn pdf(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    ctx.person()?;
    let good = |code: &&str| code.len() <= CODE && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let codes: Vec<String> = form.all("code").filter(good).take(8).map(str::to_owned).collect();
    if codes.is_empty() {
        return Err(Failure::NotFound);
    }
    let l = ctx.l;
    let settings = ctx.service().settings();
    let link = format!("{}/{}/sign-in/code", settings.base_url, l);
    let document = Document {
        lang: l.tag().to_owned(),
        title: l.t("codes-new-title"),
        issuer: settings.issuer.clone(),
        lead: vec![l.t("codes-paper-lead"), link],
        sections: vec![Section { list: codes, ..Section::default() }],
        qr: None,
        footer: l.t("codes-paper-footer"),
        made_at: ctx.service().now(),
    };
    pdf::answer(&ctx, document, "doorstep-codes.pdf").await
}
