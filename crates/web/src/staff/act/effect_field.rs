//! `/cases/{id}/effect/{field}`: the right value of the field that is corrected. It opens the record, to show what stands there now.

use super::effect::CORRECTED;
use super::{ActPage, InEffect, Made, decides, made, meanwhile, question, refused};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Question, inset};
use crate::record::correct_field::{change, fields, filled, first_field, values};
use crate::staff::case::case_id;
use axum::extract::Path;
use axum::response::Response;
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::case::{Outcome, Refusal};
use doorstep_service::{Doing, QueueEntry, StaffAct};

type At = Path<(String, String, String)>;

fn page(ctx: &Ctx, entry: &QueueEntry, field: &str, form: &Form, errors: &Errors) -> Question {
    let mut page = question(ctx, InEffect::SLUG, entry, errors).hidden("version", form.number("version"));
    let now = form.get("known-now");
    page = page.hidden("known-now", now).before(inset(&ctx.l.t1("office-effect-now", "values", now)));
    fields(ctx.l, field, form, errors, page)
}

fn at(field: &str, entry: &QueueEntry) -> Result<(), Failure> {
    if CORRECTED.contains(&field) && entry.kind == CaseKind::Correction { Ok(()) } else { Err(Failure::NotFound) }
}

pub(in crate::staff) async fn get(ctx: Ctx, Path((_, id, field)): At) -> Result<Response, Failure> {
    let session = decides(&ctx).await?;
    let entry = ctx.service().case_entry(session, case_id(&id)?).await?;
    at(&field, &entry)?;
    if !entry.mine {
        return Ok(ctx.go(&format!("/cases/{}", entry.id)));
    }
    let view = ctx.service().open_case_view(session, entry.id, Purpose::of_case(entry.kind)).await?;
    let corrects = view.case.decision().is_some_and(|decision| decision.outcome() == Outcome::FieldCorrected);
    if let Some(refusal) = view.refusal(Doing::PutInEffect).or((!corrects).then_some(Refusal::NotNow)) {
        return refused(&ctx, InEffect::SLUG, &view.entry, refusal);
    }
    let identity = view.records.first().and_then(|(_, record)| record.identity.as_ref()).ok_or(Failure::NotFound)?;
    let mut form = filled(&field, identity);
    let now: Vec<String> = values(ctx.l, &field, identity).into_iter().map(|(label, value)| format!("{label}: {value}")).collect();
    form.push("known-now", now.join("; "));
    form.push("version", view.case.version().to_string());
    page(&ctx, &view.entry, &field, &form, &Errors::default()).respond(&ctx)
}

pub(in crate::staff) async fn post(Path((_, id, field)): At, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let entry = ctx.service().case_in_reach(ctx.staff()?, case_id(&id)?).await?;
    at(&field, &entry)?;
    let mut errors = Errors::default();
    let Some(change) = change(&ctx, &field, &form, &mut errors).filter(|_| errors.is_empty()) else {
        return page(&ctx, &entry, &field, &form, &errors).respond(&ctx);
    };
    let act = StaffAct::PutInEffect(Some(change), None);
    match made(&ctx, &entry, InEffect::SLUG, first_field(&field), &form, act).await? {
        Made::Done(response) => Ok(response),
        Made::Refused(errors) => page(&ctx, &entry, &field, &form, &errors).respond(&ctx),
        Made::Meanwhile { form, changed } => {
            let mut page = page(&ctx, &entry, &field, &form, &Errors::default());
            page.before.extend(changed);
            meanwhile(&ctx, page)
        }
    }
}
