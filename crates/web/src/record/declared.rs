//! `/declared/…`: done. The number, what happens next and by when, the papers, and how to come back.

use super::event_file::{EventFile, calendar};
use super::pdf::attachment;
use super::receipts::{Listed, listed, with_number};
use super::statement_words::title;
use crate::ctx::Ctx;
use crate::duty::Card;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_register::Reference;
use doorstep_rules::{OfficeCounts, office_counts};
use doorstep_service::{DueState, Statement, StatementKind};
use jiff::civil::Date;

/// What follows, in the order in which it happens.
#[derive(Default)]
struct Next {
    office: Option<OfficeCounts>,
    until: Option<Date>,
}

impl Next {
    /// Each day with its sentence, for a calendar.
    fn days(&self, l: Locale) -> Vec<(Date, String)> {
        let sentence = |id: &str, day: Option<Date>| day.map(|day| (day, l.t1(id, "day", l.date_with_weekday(day))));
        let office = |count: fn(&OfficeCounts) -> &Option<doorstep_rules::OfficeCount>| {
            self.office.as_ref().and_then(|office| count(office).as_ref()).map(|count| count.deadline)
        };
        let all = [
            sentence("declared-entered-by", office(|office| &office.entered)),
            sentence("declared-confirmed-after", office(|office| &office.confirmed)),
            sentence("declared-until", self.until),
        ];
        all.into_iter().flatten().collect()
    }

    /// The same as cards, with how each was counted.
    fn cards(&self, ctx: &Ctx) -> Vec<Card> {
        let Some(office) = &self.office else { return Vec::new() };
        let entered = office.entered.as_ref().map(|count| Card::office(ctx, "office-entered", "office-entered-text", count));
        let confirmed = office.confirmed.as_ref().map(|count| Card::office(ctx, "office-confirmed", "office-confirmed-text", count));
        [entered, confirmed].into_iter().flatten().collect()
    }
}

#[derive(Template)]
#[template(path = "record/declared.html")]
struct Page {
    f: Frame,
    reference: String,
    receipts: Vec<Listed>,
    /// What is still to be done.
    due: Vec<Card>,
    next: Vec<Card>,
    until: Option<String>,
    file: bool,
    left: bool,
    ways_back: bool,
}

fn next(ctx: &Ctx, statement: &Statement) -> Next {
    if matches!(statement.kind, StatementKind::Left | StatementKind::Corrected) {
        return Next::default();
    }
    let service = ctx.service();
    let declared = statement.declared_at.to_zoned(service.zone().clone()).date();
    Next { office: office_counts(service.pack(), service.calendars(), declared).ok(), until: statement.until }
}

pub(super) async fn get(ctx: Ctx, Path((_, typed)): Path<(String, String)>) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let reference = Reference::parse(&typed).map_err(|_| Failure::NotFound)?;
    let service = ctx.service();
    let all = service.receipts(session).await?;
    let found = with_number(&all, reference.as_str());
    let own = found.iter().find(|r| Some(r.person) == session.person()).or(found.first()).ok_or(Failure::NotFound)?;
    let record = service.record(session).await?;
    let items = service.due(session, &record).await?;
    let due = items.iter().filter(|item| !matches!(item.state, DueState::Met(_))).map(|item| Card::short(&ctx, item)).collect();
    let next = next(&ctx, &own.statement);
    let ways_back =
        record.contact.email.is_some() || service.codes_left(session).await? > 0 || !service.passkeys(session).await?.is_empty();
    ctx.ok(&Page {
        f: ctx.frame(title(ctx.l, &own.statement)),
        reference: reference.as_str().to_owned(),
        receipts: found.iter().map(|r| listed(&ctx, &all, r)).collect(),
        due,
        file: !next.days(ctx.l).is_empty(),
        until: next.until.map(|day| ctx.l.t1("declared-until", "day", ctx.l.date_with_weekday(day))),
        next: next.cards(&ctx),
        left: own.statement.kind == StatementKind::Left,
        ways_back,
    })
}

/// `/declared/{reference}/next.ics`: what happens next, for one's own calendar.
pub(super) async fn next_file(ctx: Ctx, Path((_, typed)): Path<(String, String)>) -> Result<Response, Failure> {
    let reference = Reference::parse(&typed).map_err(|_| Failure::NotFound)?;
    let (l, service) = (ctx.l, ctx.service());
    let all = service.receipts(ctx.person()?).await?;
    let own = with_number(&all, reference.as_str()).into_iter().next().ok_or(Failure::NotFound)?;
    let days = next(&ctx, &own.statement).days(l);
    let base = &service.settings().base_url;
    let host = base.split("//").nth(1).unwrap_or(base);
    let uids: Vec<String> = (0..days.len()).map(|i| format!("{reference}-{i}@{host}")).collect();
    let url = format!("{base}/{l}/declared/{reference}");
    let events: Vec<EventFile<'_>> = days
        .iter()
        .zip(&uids)
        .map(|((day, sentence), uid)| EventFile {
            uid,
            day: *day,
            strict: *day,
            summary: sentence,
            description: sentence,
            url: &url,
            made_at: service.now(),
        })
        .collect();
    Ok(attachment("text/calendar; charset=utf-8", "doorstep.ics", calendar(&events).into_bytes()))
}
