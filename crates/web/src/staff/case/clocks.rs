//! The terms that run in a case, each with its rule and how it is counted.

use crate::ctx::Ctx;
use crate::duty::Card;
use crate::staff::words::side;
use doorstep_locales::Locale;
use doorstep_register::case::{Case, CaseWhat, Clock, Instance, Side, Stage, Until};
use doorstep_rules::{Basis, OfficeCount, Unit};
use doorstep_service::CaseView;
use jiff::civil::Date;

/// How long a term is, and whether the law says so.
fn plain(l: Locale, what: &str, count: &OfficeCount) -> String {
    let id = match count.unit {
        Unit::WorkingDays | Unit::WorkingDaysSixDayWeek => "office-term-working-days",
        Unit::CalendarDays => "office-term-days",
        Unit::Weeks => "office-term-weeks",
        Unit::Months => "office-term-months",
        Unit::Hours => "office-term-hours",
    };
    let basis = match count.basis {
        Basis::Statute => l.t("office-statute"),
        Basis::Operator => l.t("office-promise"),
    };
    format!("{} {} {basis}", l.t(what), l.t1(id, "n", count.n))
}

fn card(ctx: &Ctx, name: String, what: &str, clock: Clock, until: &Until, from: &[Date]) -> Card {
    // It was counted once, when it began; it is shown day by day where today's calendar counts the same.
    let again = from.iter().filter_map(|day| ctx.service().case_term(clock, *day)).find(|count| count.deadline == until.last_day);
    let words = again.as_ref().map_or_else(|| ctx.l.t(what), |count| plain(ctx.l, what, count));
    Card::case_term(ctx, name, words, until.last_day, again.as_ref())
}

fn answer(ctx: &Ctx, view: &CaseView, whose: Side) -> Option<Card> {
    let file = view.case.side(whose)?;
    let until = file.answer_until()?;
    let counts = file.told().counts_from(view.case.kind().proves_twice(whose));
    let extended = view.acts.iter().filter(|act| matches!(act.what, CaseWhat::Extended { side, .. } if side == whose)).map(|act| act.on);
    let from: Vec<Date> = counts.into_iter().chain(extended).collect();
    let name = ctx.l.t1("office-clock-answer", "side", side(ctx.l, view.case.kind(), whose));
    Some(card(ctx, name, "office-clock-answer-what", Clock::Answer, until, &from))
}

fn confirm(ctx: &Ctx, view: &CaseView, until: &Until) -> Card {
    let asked = |what: &CaseWhat| matches!(what, CaseWhat::Drafted { .. } | CaseWhat::DeputyNamed { .. });
    let from: Vec<Date> = view.acts.iter().filter(|act| asked(&act.what)).map(|act| act.on).collect();
    card(ctx, ctx.l.t("office-clock-confirm"), "office-clock-confirm-what", Clock::Confirm, until, &from)
}

fn decide(ctx: &Ctx, view: &CaseView, case: &Case) -> Card {
    let from: Vec<Date> = view.acts.first().map(|act| act.on).into_iter().collect();
    card(ctx, ctx.l.t("office-clock-decide"), "office-clock-decide-what", Clock::Decide, case.decide_by(), &from)
}

/// The cards, what is next first.
pub(super) fn cards(ctx: &Ctx, view: &CaseView) -> Vec<Card> {
    let case = &view.case;
    let l = ctx.l;
    match case.stage() {
        Stage::Hearing => {
            let answers = case.kind().sides().iter().filter_map(|side| answer(ctx, view, *side));
            answers.chain([decide(ctx, view, case)]).collect()
        }
        Stage::Drafted { confirm_by, .. } => vec![confirm(ctx, view, confirm_by)],
        Stage::Confirmed(_) | Stage::Appealed { .. } => vec![decide(ctx, view, case)],
        Stage::Appealable(served) => {
            let (clock, name, what) = match case.instance() {
                Instance::Office => (Clock::Appeal, l.t("office-clock-appeal"), "office-clock-appeal-what"),
                _ => (Clock::Court, l.t("office-clock-court"), "office-clock-court-what"),
            };
            served.until().map(|until| card(ctx, name, what, clock, until, &[served.on()])).into_iter().collect()
        }
        Stage::Settled(_) | Stage::Closed(_) => Vec::new(),
    }
}
