//! `/looks`: who looked, when, why, and at what.

use super::look_group::grouped;
use super::pdf::attachment;
use crate::assets;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::log::arguments;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_log::Sealing;
use doorstep_policy::{Field, Fields, Purpose, Role};
use doorstep_service::LookFilter;
use doorstep_storage::{Look, LookReader};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

/// How many looks are on a page.
const PAGE: u32 = 50;

/// Which part of the history.
#[derive(Deserialize)]
pub(super) struct Part {
    before: Option<u32>,
    #[serde(default)]
    who: String,
    #[serde(default)]
    since: String,
}

const ROLES: [(&str, Role); 4] = [("clerk", Role::Clerk), ("officer", Role::Officer), ("host", Role::Host), ("household", Role::Household)];
/// Days back, with the text that says so.
const SPANS: [(&str, &str, i64); 2] = [("30", "looks-since-month", 30), ("365", "looks-since-year", 365)];

impl Part {
    /// Anything that is not on offer filters nothing.
    fn filter(&self, now: Timestamp) -> LookFilter {
        let role = ROLES.iter().find(|(word, _)| *word == self.who).map(|(_, role)| *role);
        let days = SPANS.iter().find(|(word, ..)| *word == self.since).map(|(.., days)| *days);
        let since = days.and_then(|days| now.checked_sub(SignedDuration::from_hours(24 * days)).ok());
        LookFilter { role, since }
    }
}

/// One thing that the list can be narrowed to, and whether it is.
struct Narrow {
    word: &'static str,
    text: String,
    chosen: bool,
}

/// What stands in the list.
enum Item {
    Visit(Group),
    /// A hole in the numbering, in words.
    Hole(String),
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
    items: Vec<Item>,
    gap: bool,
    older: Option<String>,
    first: bool,
    check: Option<Check>,
    narrowed: bool,
    acting: Option<usize>,
    roles: Vec<Narrow>,
    spans: Vec<Narrow>,
}

/// What the check on the person's device starts from.
struct Check {
    js: String,
    wasm: String,
    /// What it loads, in thousands of bytes.
    kb: usize,
    /// The keys that this site says are the log's and its witnesses'.
    keys: String,
    /// What the script says, as JSON: the word of the check or of the result, and its text in the person's language.
    words: String,
}

/// Where the script puts numbers.
const NUMBER: &str = "{n}";

fn words(l: Locale) -> String {
    const PLAIN: [&str; 14] = [
        "checking",
        "failed",
        "keys",
        "whole",
        "wrong",
        "shown",
        "undated",
        "waits",
        "changed",
        "moment",
        "unsigned",
        "unreadable",
        "stranger",
        "displaced",
    ];
    const NUMBERED: [&str; 6] = ["here", "look", "act", "look-gap", "act-gap", "waiting"];
    let plain = PLAIN.map(|word| (word, l.t(&format!("looks-check-{word}"))));
    let numbered = NUMBERED.map(|word| (word, l.t1(&format!("looks-check-{word}"), "n", NUMBER)));
    serde_json::Value::from_iter(plain.into_iter().chain(numbered)).to_string()
}

/// The text id of a purpose, a sentence of its own.
pub(crate) fn purpose_id(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Own => "purpose-own",
        Purpose::Household => "purpose-household",
        Purpose::HouseholdList => "purpose-household-list",
        Purpose::Delivery => "purpose-delivery",
        Purpose::DeskHelp => "purpose-desk-help",
        Purpose::DeskDocument => "purpose-desk-document",
        Purpose::DeskPost => "purpose-desk-post",
        Purpose::Stranger => "purpose-stranger",
        Purpose::MovedOut => "purpose-moved-out",
        Purpose::Correction => "purpose-correction",
        Purpose::Unlisted => "purpose-unlisted",
        Purpose::Crowded => "purpose-crowded",
        Purpose::NonResidential => "purpose-non-residential",
        Purpose::PossibleDuplicate => "purpose-possible-duplicate",
        Purpose::Look => "purpose-look",
        Purpose::LateReason => "purpose-late-reason",
        Purpose::Appeal => "purpose-appeal",
        Purpose::Protection => "purpose-protection",
        Purpose::HostRefuses => "purpose-host-refuses",
        Purpose::HomeNotFit => "purpose-home-not-fit",
        Purpose::HostView => "purpose-host-view",
        Purpose::HostCase => "purpose-host-case",
        Purpose::PostLetter => "purpose-post-letter",
    }
}

/// A look in one line, in the words of a language: when, who, why.
pub(super) fn entry_line(l: Locale, look: &Look, zone: &TimeZone) -> String {
    let who = match &look.by {
        LookReader::Staff { office, role, pseudonym, .. } => format!("{}, {}, {}", l.t(role_id(*role)), office.0, pseudonym),
        LookReader::Host => l.t(role_id(Role::Host)),
        LookReader::Household => l.t(role_id(Role::Household)),
    };
    let case = look.case.map(|case| format!(" ({})", case.number())).unwrap_or_default();
    format!("{}. {who}. {}{case}", l.moment(look.at, zone), l.t(purpose_id(look.purpose)))
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
        Field::Questions => "part-questions",
        Field::Case => "part-case",
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
        case: newest.case.map(|case| case.number()),
        moments: looks.iter().map(moment).collect(),
    })
}

/// The list, newest first, with its holes where they are: no visit goes on over one.
fn items(l: Locale, mut looks: Vec<Look>, missing: &[(u32, u32)], moment: impl Fn(&Look) -> Moment + Copy) -> Vec<Item> {
    let mut items = Vec::new();
    let visits = |looks: Vec<Look>| grouped(looks).iter().filter_map(|looks| group(l, looks, moment)).map(Item::Visit).collect::<Vec<_>>();
    for (from, to) in missing {
        let older = looks.split_off(looks.partition_point(|look| look.seq > *to));
        items.extend(visits(std::mem::replace(&mut looks, older)));
        let numbers = if from == to { from.to_string() } else { format!("{from}–{to}") };
        items.push(Item::Hole(l.t1("looks-check-look-gap", "n", numbers)));
    }
    items.extend(visits(looks));
    items
}

pub(super) async fn get(ctx: Ctx, Query(part): Query<Part>) -> Result<Response, Failure> {
    let service = ctx.service();
    let filter = part.filter(service.now());
    let history = service.looks(ctx.person()?, part.before, PAGE, filter).await?;
    let (now, quorum) = (service.now(), service.log_facts().map_or(0, |facts| facts.quorum));
    let moment = |look: &Look| moment(ctx.l, look, history.sealing.get(&look.seq).copied(), now, quorum);
    let narrow = |word, id: &str, chosen: &str| Narrow { word, text: ctx.l.t(id), chosen: chosen == word };
    let f = ctx.frame(ctx.l.t("looks-title")).back("/record");
    let narrowed = filter != LookFilter::default();
    let older = history.older.map(|before| {
        let kept = if narrowed { format!("&who={}&since={}", part.who, part.since) } else { String::new() };
        let more = if f.acting.is_empty() { "?".to_owned() } else { format!("{}&", f.acting) };
        format!("{more}before={before}{kept}")
    });
    ctx.ok(&Page {
        f,
        gap: !history.missing.is_empty(),
        older,
        narrowed,
        acting: ctx.acting,
        roles: ROLES.iter().map(|(word, role)| narrow(word, role_id(*role), &part.who)).collect(),
        spans: SPANS.iter().map(|(word, id, _)| narrow(word, id, &part.since)).collect(),
        first: part.before.is_none(),
        check: service.log_facts().map(|facts| Check {
            js: assets::check_js(),
            wasm: assets::check_wasm(),
            kb: assets::CHECK_KB,
            keys: arguments(facts),
            words: words(ctx.l),
        }),
        items: items(ctx.l, history.looks, &history.missing, moment),
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
