//! `/record`: who, where, since when, what comes next, and what can be done.

use super::PlaceWords;
use crate::ctx::Ctx;
use crate::duty::Card;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_register::{Record, Residence};
use doorstep_rules::Trigger;
use doorstep_service::DueState;
use jiff::civil::Date;

/// How the registration stands.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Standing {
    /// Nothing was declared yet.
    None,
    /// In force.
    InForce,
    /// Declared ahead; it begins on a day to come.
    Ahead(Date),
    /// Left; the last day.
    Left(Date),
}

struct Member {
    name: String,
    place: Option<PlaceWords>,
    since: Option<Date>,
}

#[derive(Template)]
#[template(path = "record/overview.html")]
struct Page {
    f: Frame,
    names: Vec<String>,
    standing: Standing,
    place: Option<PlaceWords>,
    since: Option<Date>,
    until: Option<Date>,
    reference: Option<String>,
    /// What is due next.
    due: Option<Card>,
    /// The calendar does not reach far enough to count what the end of the stay asks for.
    beyond: bool,
    family: Vec<Member>,
}

fn standing(record: &Record, today: Date) -> Standing {
    let Some(last) = record.residences.last() else { return Standing::None };
    match &last.ended {
        Some(end) => Standing::Left(end.on()),
        None if last.declaration.since > today => Standing::Ahead(last.declaration.since),
        None => Standing::InForce,
    }
}

/// Each way of writing the name, once.
pub(super) fn names(record: &Record) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in record.names().into_iter().flat_map(|n| n.all()) {
        if !out.iter().any(|n| n == name.as_str()) {
            out.push(name.as_str().to_owned());
        }
    }
    out
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let service = ctx.service();
    let record = service.record(session).await?;
    let household = service.household(session).await?;
    let last: Option<&Residence> = record.residences.last();
    let next = service.due(session, &record).await?.into_iter().find(|item| !matches!(item.state, DueState::Met(_)));
    let member = |member: &Record| Member {
        name: member.names().map_or_else(String::new, |n| n.formal().to_owned()),
        place: member.current().map(|r| PlaceWords::of(ctx.l, r.place())),
        since: member.current().map(|r| r.declaration.since),
    };
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("record-title")),
        names: names(&record),
        standing: standing(&record, service.today()),
        place: last.map(|r| PlaceWords::of(ctx.l, r.place())),
        since: last.map(|r| r.declaration.since),
        until: record.current().and_then(Residence::until),
        reference: last.map(|r| r.latest_reference().as_str().to_owned()),
        beyond: record.current().and_then(Residence::until).is_some_and(|until| service.beyond_calendar(Trigger::Renewal, until)),
        due: next.map(|item| Card::short(&ctx, &item).done_at("/renew")),
        family: household.iter().map(member).collect(),
    })
}
