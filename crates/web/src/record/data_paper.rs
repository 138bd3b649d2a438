//! The export as a document to be printed.

use super::PlaceWords;
use super::looks::{fields_line, purpose_id};
use crate::ctx::Ctx;
use crate::mine::title;
use doorstep_register::{Actor, Effect, End, Kind, Record, What};
use doorstep_service::{Document, Export, ExportedLook, Row, Section};

/// How many entries of a kind are printed; the JSON file has all.
const PRINTED: usize = 1_000;

fn row(label: String, value: impl Into<String>) -> Row {
    Row { label, value: value.into() }
}

fn who(ctx: &Ctx, record: &Record) -> Section {
    let l = ctx.l;
    let mut rows = Vec::new();
    let mut put = |id: &str, value: Option<String>| {
        if let Some(value) = value {
            rows.push(row(l.t(id), value));
        }
    };
    if let Some(identity) = &record.identity {
        let names = &identity.names;
        for (id, name) in [
            ("name-passport", &names.passport),
            ("name-local", &names.local),
            ("name-machine", &names.machine),
            ("name-called", &names.called),
        ] {
            put(id, name.as_ref().map(|n| n.as_str().to_owned()));
        }
        put("part-birth", identity.birth.map(|b| b.to_string()));
        put("part-citizenship", identity.citizenship.as_ref().map(|c| c.as_str().to_owned()));
        put("part-document", identity.document.as_ref().map(|d| d.number.as_str().to_owned()));
    }
    for former in &record.former_names {
        put("data-former-names", Some(former.formal().to_owned()));
    }
    put("contact-email", record.contact.email.as_ref().map(|e| e.as_str().to_owned()));
    put("contact-phone", record.contact.phone.as_ref().map(|p| p.as_str().to_owned()));
    Section { heading: Some(l.t("data-who")), rows, ..Section::default() }
}

fn places(ctx: &Ctx, record: &Record) -> Section {
    let l = ctx.l;
    let rows = record.residences.iter().map(|r| {
        let since = l.t1("data-since", "day", l.date(r.declaration.since));
        let place = PlaceWords::of(l, r.place()).plain();
        let ended = r.ended.as_ref().map(|end| {
            let id = match end {
                End::Moved { .. } => "data-ended-moved",
                End::Left { .. } => "data-ended-left",
                End::Decided { .. } => "data-ended-decided",
                End::Died { .. } => "data-ended-died",
            };
            l.t1(id, "day", l.date(end.on()))
        });
        row(since, [Some(place), ended].into_iter().flatten().collect::<Vec<_>>().join("\n"))
    });
    Section { heading: Some(l.t("data-places")), rows: rows.collect(), ..Section::default() }
}

/// The text id of what an act says.
fn act_id(what: &What) -> &'static str {
    match what {
        What::Introduced { .. } => "act-introduced",
        What::Declared { declaration } => match declaration.kind {
            Kind::Arrival => "statement-arrival",
            Kind::Move => "statement-move",
            Kind::Same => "statement-same",
            Kind::Renewal => "statement-renewal",
        },
        What::Left { .. } => "statement-left",
        What::Corrected { .. } => "statement-corrected",
        What::Contacted { .. } => "act-contacted",
        What::DocumentSeen {} => "act-document-seen",
        What::EvidenceAdded { .. } => "act-evidence-added",
        What::HostConfirmed { .. } => "act-host-confirmed",
        What::Explained { .. } => "act-explained",
        What::Asked { .. } => "act-asked",
        What::Settled { effect } => match effect {
            Effect::Ended { .. } => "act-ended",
            Effect::Restored { .. } => "act-restored",
            Effect::Died { .. } => "act-died",
            Effect::Matched { .. } => "act-matched",
            Effect::Hidden {} => "act-hidden",
            Effect::Shown {} => "act-shown",
            Effect::Joined { .. } => "act-joined",
            Effect::Parted { .. } => "act-parted",
        },
    }
}

fn acts(ctx: &Ctx, export: &Export) -> Section {
    let l = ctx.l;
    let by = |actor: &Actor| match actor {
        Actor::Person => l.t("actor-person"),
        Actor::Household { .. } => l.t("actor-household"),
        Actor::Clerk { office, .. } => l.t1("actor-clerk", "office", office.0.as_str()),
        Actor::Paper { office, .. } => l.t1("actor-paper", "office", office.0.as_str()),
        Actor::Officer { office, .. } => l.t1("actor-officer", "office", office.0.as_str()),
    };
    let rows = export
        .acts
        .iter()
        .rev()
        .take(PRINTED)
        .map(|act| row(l.moment(act.at, ctx.service().zone()), format!("{}. {}", l.t(act_id(&act.what)), by(&act.by))));
    Section { heading: Some(l.t("data-acts")), rows: rows.collect(), ..Section::default() }
}

fn looks(ctx: &Ctx, looks: &[ExportedLook]) -> Section {
    let l = ctx.l;
    let reader = |look: &ExportedLook| match (&look.office, &look.pseudonym) {
        (Some(office), Some(pseudonym)) => format!("{}, {pseudonym}", office.0),
        _ => l.t("role-host"),
    };
    let rows = looks.iter().rev().take(PRINTED).map(|look| {
        let value = format!("{}. {} {}", reader(look), l.t(purpose_id(look.purpose)), fields_line(l, look.fields));
        row(l.moment(look.at, ctx.service().zone()), value)
    });
    let mut section = Section { heading: Some(l.t("looks-title")), rows: rows.collect(), ..Section::default() };
    if looks.is_empty() {
        section.paragraphs.push(l.t("looks-none"));
    }
    section
}

/// Where each case stands; each has a paper of its own.
fn cases(ctx: &Ctx, export: &Export) -> Section {
    let l = ctx.l;
    let rows = export.cases.iter().take(PRINTED).map(|case| {
        let over = case.closed_at.map(|at| l.t1("mine-over-on", "day", l.date(at.to_zoned(ctx.service().zone().clone()).date())));
        let mark = case.mark.map(|mark| l.t(&format!("record-{}", mark.replace('_', "-"))));
        let stands = over.or(mark).map(|stands| format!("\n{stands}")).unwrap_or_default();
        row(l.moment(case.opened_at, ctx.service().zone()), format!("{}{stands}", title(l, case.kind, case.side)))
    });
    Section { heading: Some(l.t("data-cases")), rows: rows.collect(), ..Section::default() }
}

fn messages(ctx: &Ctx, export: &Export) -> Section {
    let l = ctx.l;
    let rows = export.messages.iter().take(PRINTED).map(|m| row(l.moment(m.at, ctx.service().zone()), m.subject.clone()));
    Section { heading: Some(l.t("inbox-title")), rows: rows.collect(), ..Section::default() }
}

/// The document of an export.
pub(super) fn document(ctx: &Ctx, export: &Export) -> Document {
    let l = ctx.l;
    Document {
        lang: l.tag().to_owned(),
        title: l.t("data-paper-title"),
        issuer: ctx.service().settings().issuer.clone(),
        lead: vec![l.t("data-paper-lead")],
        sections: vec![
            who(ctx, &export.record),
            places(ctx, &export.record),
            acts(ctx, export),
            looks(ctx, &export.looks),
            cases(ctx, export),
            messages(ctx, export),
        ],
        qr: None,
        footer: l.t("data-paper-footer"),
        made_at: export.made_at,
    }
}
