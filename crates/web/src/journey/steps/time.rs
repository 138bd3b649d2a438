//! When: arrival, moving in, the end of the stay, and why it could not be in time.

use super::text_error;
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::duty::Card;
use crate::failure::refusal_key;
use crate::form::{Errors, Form};
use crate::journey::page::Journeyman;
use crate::journey::step::{Journey, Step};
use crate::part::{DateInput, Question, Textarea, details, paragraph};
use doorstep_register::{Record, Words};
use jiff::civil::Date;

/// The text id of a question of this step: family that comes later is asked about, not the person.
fn text(traveller: &Journeyman, step: Step, part: &str) -> String {
    let whose = if traveller.journey == Journey::Family { "family-" } else { "" };
    format!("{whose}{}-{part}", id(step))
}

fn id(step: Step) -> &'static str {
    match step {
        Step::Arrived => "arrived",
        Step::Since => "since",
        _ => "until",
    }
}

pub(super) fn kept(traveller: &Journeyman, step: Step, form: &mut Form) {
    let answers = &traveller.answers;
    let date = match step {
        Step::Arrived => answers.arrived,
        Step::Since => answers.since.or(answers.arrived),
        Step::Until => answers.until,
        _ => {
            form.push("late", answers.late.clone());
            return;
        }
    };
    if let Some(date) = date {
        let answer = DateAnswer::from_date(date);
        for (part, value) in [("day", answer.day), ("month", answer.month), ("year", answer.year)] {
            form.push(&format!("{}-{part}", id(step)), value);
        }
    }
}

pub(super) fn show(
    ctx: &Ctx,
    traveller: &Journeyman,
    step: Step,
    form: &Form,
    errors: &Errors,
    page: impl Fn(&str) -> Question,
) -> Question {
    let l = ctx.l;
    if step == Step::Late {
        let field = Textarea::new(l, "late", l.t("late-title"), errors).question().hint(l.t("late-hint")).value(form.get("late"));
        let page = page("late-title").field(field).html(details(&l.t("late-why"), &l.t("late-why-text")));
        return traveller.items.iter().filter(|item| item.overdue).fold(page, |page, item| page.html(Card::short(ctx, item).html()));
    }
    let id = id(step);
    let example = l.date(ctx.service().today());
    let title = text(traveller, step, "title");
    let field = DateInput::new(l, id, l.t(&title), errors)
        .question()
        .hint(l.t1(&text(traveller, step, "hint"), "example", example))
        .value(DateAnswer::of(form, id));
    let page = page(&title).field(field);
    match (step, traveller.items.first()) {
        (Step::Since, Some(item)) => page.html(Card::short(ctx, item).html()),
        (Step::Since, None) if traveller.beyond => page.html(paragraph(&l.t("due-beyond"))),
        _ => page,
    }
}

pub(super) fn keep(ctx: &Ctx, traveller: &mut Journeyman, step: Step, form: &Form, errors: &mut Errors) {
    let l = ctx.l;
    let today = ctx.service().today();
    if step == Step::Late {
        match Words::parse_optional(form.get("late")) {
            Ok(words) => traveller.answers.late = words.map(String::from).unwrap_or_default(),
            Err(error) => errors.add("late", text_error(l, error)),
        }
        return;
    }
    let id = id(step);
    let answer = DateAnswer::of(form, id);
    let born = traveller.answers.birth.parse_birth(l, today).ok().flatten().and_then(|b| b.earliest());
    let Some(date) = (match (step, answer.is_empty()) {
        (Step::Until, true) => {
            traveller.answers.until = None;
            return;
        }
        _ => errors.take(id, answer.parse(l)),
    }) else {
        return;
    };
    if let Err(message) = plausible(ctx, traveller, step, date, today, born) {
        errors.add(id, message);
        return;
    }
    let answers = &mut traveller.answers;
    match step {
        Step::Arrived => {
            answers.arrived = Some(date);
            // A later arrival makes an earlier "since" impossible: it is asked again rather than refused at the end.
            if answers.since.is_some_and(|since| since < date) {
                answers.done.remove(&Step::Since);
            }
        }
        Step::Since => answers.since = Some(date),
        _ => answers.until = Some(date),
    }
}

fn plausible(ctx: &Ctx, traveller: &Journeyman, step: Step, date: Date, today: Date, born: Option<Date>) -> Result<(), String> {
    let l = ctx.l;
    if born.is_some_and(|born| date < born) {
        return Err(l.t("refusal-before-birth"));
    }
    if step == Step::Arrived && date > today {
        return Err(l.t("error-arrived-future"));
    }
    if step == Step::Since {
        // Members of the family who come later have no registration that this would end.
        let newcomer = Record::new(traveller.record.person);
        let record = if traveller.journey == Journey::Family { &newcomer } else { &traveller.record };
        let allowed = doorstep_register::may_begin(record, date, traveller.answers.arrived, today);
        allowed.map_err(|refusal| l.t(&format!("refusal-{}", refusal_key(refusal))))?;
    }
    if step == Step::Until && traveller.answers.since.is_some_and(|since| date < since) {
        return Err(l.t("refusal-ends-before-begins"));
    }
    Ok(())
}
