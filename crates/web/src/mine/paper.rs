//! `/my-cases/{id}/case.pdf`: the case on paper: what was said, the decision, all that has happened.

use super::case::{appeal_text, decision, means, said};
use super::case_id;
use super::course::course;
use super::words::{now, title};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::record::pdf;
use axum::extract::Path;
use axum::response::Response;
use doorstep_service::{CaseOfMine, Document, Row, Section};

fn row(label: String, value: String) -> Row {
    Row { label, value }
}

fn document(ctx: &Ctx, mine: &CaseOfMine) -> Document {
    let l = ctx.l;
    let number = mine.row.id.number();
    let mut lead = vec![now(l, mine)];
    lead.extend(means(l, mine));
    lead.extend(mine.answer.as_ref().map(|runs| l.t1("mine-answer-term-by", "day", l.date_with_weekday(runs.until.last_day))));
    let mut sections = Vec::new();
    if let Some((who, words)) = said(l, mine) {
        sections.push(Section { heading: Some(l.t("mine-said")), rows: vec![row(who, words)], ..Section::default() });
    }
    if let Some(made) = decision(l, mine) {
        let mut paragraphs: Vec<String> = appeal_text(l, mine).into_iter().collect();
        paragraphs.extend(mine.appeal.as_ref().map(|runs| l.t1("mine-appeal-term-by", "day", l.date_with_weekday(runs.until.last_day))));
        let rows = vec![
            row(l.t("decision-outcome"), made.outcome),
            row(l.t("decision-facts"), made.facts),
            row(l.t("decision-rule"), made.rule),
            row(l.t("decision-reasons"), made.reasons),
            row(l.t("decision-by"), made.by),
            row(l.t("decision-heard"), made.heard.join("\n")),
        ];
        sections.push(Section { heading: Some(l.t("mine-decision")), paragraphs, rows, ..Section::default() });
    }
    let rows = course(ctx, mine).into_iter().map(|entry| {
        let words = entry.words.map(|words| format!("\n{words}")).unwrap_or_default();
        row(l.moment(entry.at, ctx.service().zone()), format!("{} ({}){words}", entry.what, entry.who))
    });
    sections.push(Section { heading: Some(l.t("mine-course")), rows: rows.collect(), ..Section::default() });
    let office = mine.row.office.0.as_str();
    let ways = vec![l.t1("mine-ways", "office", office), l.t1("mine-ways-number", "number", number.as_str())];
    sections.push(Section { heading: Some(l.t("mine-paper-how")), paragraphs: ways, ..Section::default() });
    Document {
        lang: l.tag().to_owned(),
        title: title(l, mine.row.kind, mine.side),
        issuer: ctx.service().settings().issuer.clone(),
        lead,
        sections,
        qr: None,
        footer: l.t1("mine-paper-footer", "number", number.as_str()),
        made_at: ctx.service().now(),
    }
}

pub(super) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let mine = ctx.service().my_case(ctx.person()?, case_id(&id)?).await?;
    let name = format!("doorstep-{}.pdf", mine.row.id.number().to_lowercase());
    pdf::answer(&ctx, document(&ctx, &mine), &name).await
}
