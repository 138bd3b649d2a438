//! `/cases/{id}/confirm`: the second officer reads the draft beside the file, and confirms it. Or they send it back, on a page of its own.

use super::{Made, caption, decides, made, meanwhile, question, refused};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::part::Question;
use crate::staff::case::{case_id, decided, said};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_policy::Purpose;
use doorstep_service::{Doing, QueueEntry, StaffAct};

pub(in crate::staff) const SLUG: &str = "confirm";

#[derive(Template)]
#[template(path = "staff/confirm.html")]
struct Page {
    f: Frame,
    caption: String,
    id: String,
    version: u32,
    decided: String,
    said: String,
}

pub(in crate::staff) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let session = decides(&ctx).await?;
    let entry = ctx.service().case_entry(session, case_id(&id)?).await?;
    if !entry.mine && !entry.to_confirm {
        return Ok(ctx.go(&format!("/cases/{}", entry.id)));
    }
    let view = ctx.service().open_case_view(session, entry.id, Purpose::of_case(entry.kind)).await?;
    if let Some(refusal) = view.refusal(Doing::Confirm) {
        return refused(&ctx, SLUG, &view.entry, refusal);
    }
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("office-do-confirm-title")).back(format!("/cases/{}", entry.id)),
        caption: caption(&ctx, &entry),
        id: entry.id.to_string(),
        version: view.case.version(),
        decided: decided::html(&ctx, &view).unwrap_or_default(),
        said: said::sides(&ctx, &view),
    })
}

/// The question alone, where something came between.
fn once_more(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors) -> Question {
    question(ctx, SLUG, entry, errors).hidden("version", form.number("version"))
}

pub(in crate::staff) async fn post(Path((_, id)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let entry = ctx.service().case_in_reach(ctx.staff()?, case_id(&id)?).await?;
    match made(&ctx, &entry, SLUG, "", &form, StaffAct::Confirm).await? {
        Made::Done(response) => Ok(response),
        Made::Refused(errors) => once_more(&ctx, &entry, &form, &errors).respond(&ctx),
        Made::Meanwhile { form, changed } => {
            let mut page = once_more(&ctx, &entry, &form, &Errors::default());
            page.before.extend(changed);
            meanwhile(&ctx, page)
        }
    }
}
