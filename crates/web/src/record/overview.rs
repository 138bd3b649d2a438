//! `/record`: who, where, since when, what comes next, and what can be done.

use super::PlaceWords;
use crate::ctx::Ctx;
use crate::duty::Card;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_register::{End, PersonId, Record, Residence};
use doorstep_rules::Trigger;
use doorstep_service::DueState;
use doorstep_storage::CaseMark;
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
    /// Ended by a decision in effect; the day, and the page of the case.
    Decided(Date, String),
    /// Ended by death; the day.
    Died(Date),
}

impl Standing {
    fn is_over(&self) -> bool {
        matches!(self, Standing::Left(_) | Standing::Decided(..) | Standing::Died(_))
    }
}

struct Member {
    /// Which of those whose records the reader reads, from 1.
    n: usize,
    name: String,
    place: Option<PlaceWords>,
    since: Option<Date>,
    marks: Vec<Mark>,
}

/// What an open case has every reader told.
struct Mark {
    name: String,
    text: String,
}

impl Mark {
    fn of(ctx: &Ctx, mark: CaseMark) -> Mark {
        let key = match mark {
            CaseMark::Disputed => "record-disputed",
            CaseMark::UnderCorrection => "record-under-correction",
        };
        Mark { name: ctx.l.t(key), text: ctx.l.t(&format!("{key}-text")) }
    }

    async fn all(ctx: &Ctx, person: PersonId) -> Result<Vec<Mark>, Failure> {
        Ok(ctx.service().marks(person).await?.into_iter().map(|mark| Mark::of(ctx, mark)).collect())
    }
}

#[derive(Template)]
#[template(path = "record/overview.html")]
struct Page {
    f: Frame,
    names: Vec<String>,
    standing: Standing,
    marks: Vec<Mark>,
    /// Whether nobody is shown the address.
    hidden: bool,
    place: Option<PlaceWords>,
    since: Option<Date>,
    until: Option<Date>,
    reference: Option<String>,
    /// What is due next.
    due: Option<Card>,
    /// The calendar does not reach far enough to count what the end of the stay asks for.
    beyond: bool,
    /// Whose records the reader reads besides: under which heading whom.
    others: Vec<(&'static str, Vec<Member>)>,
}

fn standing(ctx: &Ctx, record: &Record) -> Standing {
    let today = ctx.service().today();
    let Some(last) = record.residences.last() else { return Standing::None };
    match &last.ended {
        Some(End::Decided { on, case }) => Standing::Decided(*on, format!("/my-cases/{case}")),
        Some(End::Died { on }) => Standing::Died(*on),
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
    let (mut own, mut family) = (Vec::new(), Vec::new());
    for (n, member) in (1..).zip(&household) {
        // A record that was found to be the same person's is not a relative's.
        let whose = if record.joined.contains(&member.person) { &mut own } else { &mut family };
        whose.push(Member {
            n,
            name: member.names().map_or_else(String::new, |n| n.formal().to_owned()),
            place: member.current().map(|r| PlaceWords::of(ctx.l, r.place())),
            since: member.current().map(|r| r.declaration.since),
            marks: Mark::all(&ctx, member.person).await?,
        });
    }
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("record-title")),
        names: names(&record),
        standing: standing(&ctx, &record),
        marks: Mark::all(&ctx, record.person).await?,
        hidden: record.hidden,
        place: last.map(|r| PlaceWords::of(ctx.l, r.place())),
        since: last.map(|r| r.declaration.since),
        until: record.current().and_then(Residence::until),
        reference: last.map(|r| r.latest_reference().as_str().to_owned()),
        beyond: record.current().and_then(Residence::until).is_some_and(|until| service.beyond_calendar(Trigger::Renewal, until)),
        due: next.map(|item| Card::short(&ctx, &item).done_at("/renew")),
        others: [("record-joined", own), ("record-family", family)].into_iter().filter(|(_, whose)| !whose.is_empty()).collect(),
    })
}
