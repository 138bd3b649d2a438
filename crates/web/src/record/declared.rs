//! `/declared/…`: done. The number, what happens next and by when, the papers, and how to come back.

use super::receipts::{Listed, listed, with_number};
use super::statement_words::title;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_register::Reference;
use doorstep_rules::office_dates;
use doorstep_service::{DueState, Statement, StatementKind};
use jiff::civil::Date;

/// What follows, in the order in which it happens.
#[derive(Default)]
struct Next {
    entered_by: Option<Date>,
    confirmed_after: Option<Date>,
    until: Option<Date>,
}

#[derive(Template)]
#[template(path = "record/declared.html")]
struct Page {
    f: Frame,
    reference: String,
    receipts: Vec<Listed>,
    calendars: Vec<(String, String)>,
    next: Next,
    left: bool,
    ways_back: bool,
}

fn next(ctx: &Ctx, statement: &Statement) -> Next {
    if matches!(statement.kind, StatementKind::Left | StatementKind::Corrected) {
        return Next::default();
    }
    let service = ctx.service();
    let declared = statement.declared_at.to_zoned(service.zone().clone()).date();
    let office = office_dates(service.pack(), service.calendars(), declared).ok();
    Next { entered_by: office.and_then(|o| o.entered_by), confirmed_after: office.and_then(|o| o.confirmed_after), until: statement.until }
}

pub(super) async fn get(ctx: Ctx, Path((_, typed)): Path<(String, String)>) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let reference = Reference::parse(&typed).map_err(|_| Failure::NotFound)?;
    let service = ctx.service();
    let all = service.receipts(session).await?;
    let found = with_number(&all, reference.as_str());
    let own = found.iter().find(|r| Some(r.person) == session.person()).or(found.first()).ok_or(Failure::NotFound)?;
    let record = service.record(session).await?;
    let open = service.due(&record).into_iter().filter(|item| item.state == DueState::Open);
    let calendars = open.map(|item| (item.duty.rule.clone(), item.duty.name(ctx.l.tag()).to_owned())).collect();
    let ways_back =
        record.contact.email.is_some() || service.codes_left(session).await? > 0 || !service.passkeys(session).await?.is_empty();
    ctx.ok(&Page {
        f: ctx.frame(title(ctx.l, &own.statement)),
        reference: reference.as_str().to_owned(),
        receipts: found.iter().map(|r| listed(&ctx, &all, r)).collect(),
        calendars,
        next: next(&ctx, &own.statement),
        left: own.statement.kind == StatementKind::Left,
        ways_back,
    })
}
