//! `/my-cases/{id}`: what was said, what it means now, until when to answer and how, what was decided, and all that has happened.

use super::course::{Entry, course, side};
use super::words::{act_key, act_page, now, outcome, title};
use super::{case_id, path};
use crate::ctx::Ctx;
use crate::duty::Card;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_register::case::{Clock, HeardHow, Side, Stage};
use doorstep_service::{CaseOfMine, Doable, EntryBy, RunningTerm, case_key, side_key};
use serde::Deserialize;

/// A term that runs for the reader.
struct Term {
    by: String,
    text: String,
    /// How it was counted.
    card: Option<Card>,
}

/// The decision.
pub(super) struct Decision {
    pub(super) outcome: String,
    pub(super) facts: String,
    pub(super) rule: String,
    pub(super) reasons: String,
    pub(super) by: String,
    /// How each side was heard.
    pub(super) heard: Vec<String>,
}

struct Act {
    path: String,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "mine/case.html")]
struct Page {
    f: Frame,
    number: String,
    done: Option<String>,
    now: String,
    /// Who opened it, and in which words.
    said: Option<(String, String)>,
    /// That what the other side said is not for this one to read.
    closed_to: bool,
    means: Option<String>,
    answer: Option<Term>,
    /// That a notice has to count first.
    not_counting: bool,
    acts: Vec<Act>,
    ways: bool,
    decision: Option<Decision>,
    appeal: Option<Term>,
    appeal_text: Option<String>,
    course: Vec<Entry>,
    paper: String,
    office: String,
}

#[derive(Deserialize, Default)]
pub(super) struct How {
    #[serde(default)]
    done: String,
}

fn term(ctx: &Ctx, runs: &RunningTerm) -> Term {
    let l = ctx.l;
    let (name, plain) = match runs.clock {
        Clock::Answer => ("mine-answer-term", "mine-answer-counted"),
        Clock::Court => ("mine-court-term", "mine-court-counted"),
        _ => ("mine-appeal-term", "mine-appeal-counted"),
    };
    Term {
        by: l.t1(&format!("{name}-by"), "day", l.date_with_weekday(runs.until.last_day)),
        text: l.t1("mine-counted-from", "day", l.date(runs.from)),
        card: runs.count.as_ref().map(|count| Card::office(ctx, name, plain, count)),
    }
}

pub(super) fn decision(l: Locale, mine: &CaseOfMine) -> Option<Decision> {
    let finding = mine.decision()?.draft().finding();
    let office = mine.row.office.0.as_str();
    let by = match mine.decided_by.as_ref()? {
        (first, Some(second)) => l.ta("who-officers", &[("first", first.into()), ("second", second.into()), ("office", office.into())]),
        (first, None) => l.ta("who-officer", &[("pseudonym", first.into()), ("office", office.into())]),
    };
    let heard = mine.decision()?.draft().heard().sides().iter().map(|(whose, how)| {
        let how = l.t(match how {
            HeardHow::Opened => "heard-opened",
            HeardHow::Answered => "heard-answered",
            HeardHow::Orally => "heard-orally",
            HeardHow::HadItsTime => "heard-had-time",
            HeardHow::NotNeeded => "heard-not-needed",
        });
        format!("{}: {how}", side(l, mine.row.kind, *whose, mine.side))
    });
    Some(Decision {
        outcome: outcome(l, finding.outcome),
        facts: finding.facts.to_string(),
        rule: finding.rule.to_string(),
        reasons: finding.reasons.to_string(),
        by,
        heard: heard.collect(),
    })
}

/// What it means meanwhile, until there is a decision in effect.
pub(super) fn means(l: Locale, mine: &CaseOfMine) -> Option<String> {
    let settled = mine.case.is_over();
    (!settled).then(|| l.t(&format!("case-{}-means-{}", case_key(mine.row.kind), side_key(mine.side))))
}

/// Who opened it, and in which words, where the reader may know.
pub(super) fn said(l: Locale, mine: &CaseOfMine) -> Option<(String, String)> {
    let words = mine.words()?.to_string();
    let by = match mine.entries.first().map(|entry| &entry.by) {
        Some(EntryBy::Side { side: whose, .. }) => side(l, mine.row.kind, *whose, mine.side),
        Some(EntryBy::Officer { .. } | EntryBy::AppealBody { .. }) => l.t("who-office"),
        Some(EntryBy::Program) | None => l.t("who-program"),
    };
    Some((by, words))
}

/// How to appeal, where there is a decision without effect.
pub(super) fn appeal_text(l: Locale, mine: &CaseOfMine) -> Option<String> {
    let id = match mine.case.stage() {
        Stage::Confirmed(decision) if decision.outcome().favours() => "mine-appeal-favours",
        Stage::Confirmed(_) => "mine-appeal-not-yet",
        Stage::Appealable(served) if served.until().is_none() => "mine-appeal-none-left",
        Stage::Appealable(_) => "mine-appeal-how",
        _ => return None,
    };
    Some(l.t(id))
}

pub(super) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>, Query(how): Query<How>) -> Result<Response, Failure> {
    let mine = ctx.service().my_case(ctx.person()?, case_id(&id)?).await?;
    let (l, id) = (ctx.l, mine.row.id);
    let acts = mine.can.iter().map(|what| {
        let key = act_key(*what, &mine);
        Act { path: path(&ctx, id, act_page(*what)), title: l.t(&format!("do-{key}")), text: l.t(&format!("do-{key}-text")) }
    });
    let known = mine.case.side(mine.side);
    let asked = mine.case.stage() == &Stage::Hearing && !mine.case.opened_by(mine.side);
    let done = ["answer", "hearing", "maintain", "appeal", "appeal-back", "take-back", "opened"].iter().find(|done| **done == how.done);
    let said = said(l, &mine);
    let back = format!("/my-cases{}", ctx.for_whom());
    ctx.ok(&Page {
        f: ctx.frame(title(l, mine.row.kind, mine.side)).back(back),
        number: id.number(),
        done: done.map(|done| l.t(&format!("done-{done}"))),
        now: now(l, &mine),
        closed_to: said.is_none(),
        said,
        means: means(l, &mine),
        answer: mine.answer.as_ref().map(|runs| term(&ctx, runs)),
        not_counting: asked && known.is_some_and(|file| file.answer_until().is_none()),
        acts: acts.collect(),
        ways: mine.can.iter().any(|what| matches!(what, Doable::Answer | Doable::AskHearing | Doable::Appeal | Doable::Maintain)),
        decision: decision(l, &mine),
        appeal: mine.appeal.as_ref().map(|runs| term(&ctx, runs)),
        appeal_text: appeal_text(l, &mine),
        course: course(&ctx, &mine),
        paper: path(&ctx, id, "/case.pdf"),
        office: mine.row.office.0,
    })
}

/// Whether the host reads what the resident says.
pub(super) fn is_read_by_both(mine: &CaseOfMine) -> bool {
    mine.side == Side::Resident && mine.row.kind.is_open_to_both()
}
