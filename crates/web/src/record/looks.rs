//! `/looks`: who looked, when, why, and at what.

use super::look_group::grouped;
use super::pdf::attachment;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_log::Sealing;
use doorstep_policy::{Field, Fields, Purpose, Role};
use doorstep_storage::{Look, LookReader};
use jiff::Timestamp;
use serde::Deserialize;

/// How many looks are on a page.
const PAGE: u32 = 50;

#[derive(Deserialize)]
pub(super) struct Part {
    before: Option<u32>,
}

/// Looks of one visit.
struct Group {
    reader: String,
    office: Option<String>,
    pseudonym: Option<String>,
    purpose: String,
    fields: String,
    case: Option<String>,
    /// The moment of each look, newest first.
    moments: Vec<Moment>,
}

/// One look of a visit, and how far it has come in the public log.
struct Moment {
    seq: u32,
    at: Timestamp,
    /// What the public log says; `None` where there is no log.
    sealing: Option<String>,
    /// It should have been there long ago.
    late: bool,
    /// There is a proof.
    proved: bool,
}

/// How long an entry may wait for the log before the person is told, in seconds.
const PATIENCE: i64 = 60;

fn moment(l: Locale, look: &Look, sealing: Option<Sealing>, now: Timestamp, quorum: u32) -> Moment {
    let late = sealing == Some(Sealing::Recorded) && now.duration_since(look.at).as_secs() > PATIENCE;
    let text = sealing.map(|sealing| match sealing {
        Sealing::Recorded if late => "looks-late",
        Sealing::Recorded => "looks-recorded",
        Sealing::Sealed => "looks-sealed",
        Sealing::Witnessed => "looks-witnessed",
    });
    let proved = match sealing {
        Some(Sealing::Witnessed) => true,
        Some(Sealing::Sealed) => quorum == 0,
        _ => false,
    };
    Moment { seq: look.seq, at: look.at, sealing: text.map(|id| l.t(id)), late, proved }
}

#[derive(Template)]
#[template(path = "record/looks.html")]
struct Page {
    f: Frame,
    groups: Vec<Group>,
    gap: bool,
    older: Option<u32>,
    first: bool,
    log: bool,
}

/// The text id of a purpose, a sentence of its own.
pub(crate) fn purpose_id(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Own => "purpose-own",
        Purpose::Household => "purpose-household",
        Purpose::HouseholdList => "purpose-household-list",
        Purpose::Delivery => "purpose-delivery",
        Purpose::DeskHelp => "purpose-desk-help",
        Purpose::PossibleDuplicate => "purpose-possible-duplicate",
        Purpose::UnlistedAddress => "purpose-unlisted-address",
        Purpose::LateReason => "purpose-late-reason",
        Purpose::HostView => "purpose-host-view",
    }
}

fn role_id(role: Role) -> &'static str {
    match role {
        Role::Clerk => "role-clerk",
        Role::Officer => "role-officer",
        Role::Host => "role-host",
        Role::Household => "role-household",
    }
}

fn field_id(field: Field) -> &'static str {
    match field {
        Field::Names => "part-names",
        Field::Birth => "part-birth",
        Field::Citizenship => "part-citizenship",
        Field::Document => "part-document",
        Field::Contact => "part-contact",
        Field::Address => "part-address",
        Field::History => "part-history",
        Field::Evidence => "part-evidence",
        Field::Explanations => "part-explanations",
        Field::Private => "part-private",
    }
}

/// The fields in one line, in the order in which people read them.
pub(crate) fn fields_line(l: Locale, fields: Fields) -> String {
    if fields == Fields::ALL {
        return l.t("part-all");
    }
    fields.iter().map(|field| l.t(field_id(field))).collect::<Vec<_>>().join(", ")
}

fn group(l: Locale, looks: &[Look], moment: impl Fn(&Look) -> Moment) -> Option<Group> {
    let newest = looks.first()?;
    let (reader, office, pseudonym) = match &newest.by {
        LookReader::Staff { office, role, pseudonym, .. } => (l.t(role_id(*role)), Some(office.0.clone()), Some(pseudonym.clone())),
        LookReader::Host => (l.t(role_id(Role::Host)), None, None),
        LookReader::Household => (l.t(role_id(Role::Household)), None, None),
    };
    // A group can hold looks at different parts; it says all of them.
    let union: Vec<Field> = Field::EVERY.into_iter().filter(|f| looks.iter().any(|look| look.fields.has(*f))).collect();
    Some(Group {
        reader,
        office,
        pseudonym,
        purpose: l.t(purpose_id(newest.purpose)),
        fields: fields_line(l, Fields::from(union)),
        case: newest.case.map(|case| case_number(&case.0)),
        moments: looks.iter().map(moment).collect(),
    })
}

/// The short number of a case: the last eight characters of its id.
pub(crate) fn case_number(id: &uuid::Uuid) -> String {
    let text = id.simple().to_string();
    text[text.len() - 8..].to_uppercase()
}

pub(super) async fn get(ctx: Ctx, Query(part): Query<Part>) -> Result<Response, Failure> {
    let service = ctx.service();
    let history = service.looks(ctx.person()?, part.before, PAGE).await?;
    let (now, quorum) = (service.now(), service.log_facts().map_or(0, |facts| facts.quorum));
    let moment = |look: &Look| moment(ctx.l, look, history.sealing.get(&look.seq).copied(), now, quorum);
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("looks-title")).back("/record"),
        gap: history.gap,
        older: history.older,
        first: part.before.is_none(),
        log: service.log_facts().is_some(),
        groups: grouped(history.looks).iter().filter_map(|looks| group(ctx.l, looks, moment)).collect(),
    })
}

/// `/looks/12.tlog-proof`: the proof of one entry; `/looks/history.json`: the whole history with its proofs (`docs/DATA_MODEL.md`).
pub(super) async fn file(ctx: Ctx, Path((_, file)): Path<(String, String)>) -> Result<Response, Failure> {
    let service = ctx.service();
    if file == "history.json" {
        let history = service.proved_history(ctx.person()?).await?;
        let bytes = serde_json::to_vec_pretty(&history).map_err(|_| Failure::Template)?;
        return Ok(attachment("application/json", "doorstep-history.json", bytes));
    }
    let seq: u32 = file.strip_suffix(".tlog-proof").and_then(|seq| seq.parse().ok()).ok_or(Failure::NotFound)?;
    let proof = service.look_proof(ctx.person()?, seq).await?.ok_or(Failure::NotFound)?;
    Ok(attachment("text/plain; charset=utf-8", &format!("look-{seq}.tlog-proof"), proof.into_bytes()))
}
