//! `/due`: each duty, by when, and how that was counted.

use super::calendar::{Sheet, sheets};
use super::due_words::{by, why};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_rules::{Confidence, Source};
use doorstep_service::{DueItem, DueState};
use jiff::Timestamp;
use jiff::civil::Date;

struct Entry {
    rule: String,
    name: String,
    by: String,
    deadline: Date,
    met: Option<Timestamp>,
    passed: bool,
    plain: String,
    /// The earlier reading, where the law has two.
    strict: Option<Date>,
    unsure: bool,
    estimates: Vec<Date>,
    evidence: Option<String>,
    fee: Option<String>,
    exemptions: Vec<String>,
    less_time: Vec<(String, Date)>,
    sources: Vec<Source>,
    sheets: Vec<Sheet>,
    days: Vec<(Date, Option<u32>, String)>,
}

#[derive(Template)]
#[template(path = "record/due.html")]
struct Page {
    f: Frame,
    entries: Vec<Entry>,
    not_reviewed: Option<&'static str>,
    pack: String,
}

impl Page {
    fn weekdays(&self) -> Vec<(String, String)> {
        (1..=7).map(|n| (self.f.t(&format!("weekday-short-{n}")), self.f.t(&format!("weekday-{n}")))).collect()
    }

    /// `https://…` of a source without its scheme, for people who read it on paper.
    fn host<'a>(&self, url: &'a str) -> &'a str {
        url.split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(url)
    }
}

fn entry(ctx: &Ctx, item: DueItem) -> Entry {
    let l = ctx.l;
    let lang = l.tag();
    let duty = item.duty;
    let text = |text: Option<&str>| text.map(str::to_owned);
    let rule_name = |id: &str| ctx.service().pack().rule(id).map_or_else(|| id.to_owned(), |rule| rule.name(lang).to_owned());
    Entry {
        name: duty.name(lang).to_owned(),
        by: by(l, duty.deadline, duty.cut_off),
        deadline: duty.deadline,
        met: if let DueState::Met(at) = item.state { Some(at) } else { None },
        passed: item.state == DueState::Passed,
        plain: duty.plain(lang).to_owned(),
        strict: duty.has_two_readings().then_some(duty.strict),
        unsure: duty.confidence < Confidence::High,
        estimates: duty.to_confirm.clone(),
        evidence: text(duty.evidence(lang)),
        fee: text(duty.fee(lang)),
        exemptions: duty.exemptions(lang).into_iter().map(str::to_owned).collect(),
        less_time: duty.alternatives.iter().map(|a| (rule_name(&a.rule), a.deadline)).collect(),
        sheets: sheets(l, &duty),
        days: duty.days.iter().map(|note| (note.date, note.number, why(l, note))).collect(),
        sources: duty.sources,
        rule: duty.rule,
    }
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let service = ctx.service();
    let record = service.record(ctx.person()?).await?;
    // What is still open comes first; what was met stands below it as proof.
    let (done, ahead): (Vec<_>, Vec<_>) = service.due(&record).into_iter().partition(|item| matches!(item.state, DueState::Met(_)));
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("due-title")).back("/record"),
        entries: ahead.into_iter().chain(done).map(|item| entry(&ctx, item)).collect(),
        not_reviewed: service.pack().not_reviewed(ctx.l.tag()),
        pack: format!("{} {}", service.pack().name(ctx.l.tag()), service.pack().version()),
    })
}
