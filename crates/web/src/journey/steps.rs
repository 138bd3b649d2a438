//! What each step asks and keeps. A step shows the same fields from the answers and from a form that was sent back.

mod family;
mod person;
mod place;
mod time;

pub(crate) use place::listed;

use super::page::Journeyman;
use super::step::Step;
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::Question;
use doorstep_locales::Locale;
use doorstep_register::TextError;

/// What to say of a text that was not accepted.
pub(crate) fn text_error(l: Locale, error: TextError) -> String {
    match error {
        TextError::Empty => l.t("error-empty"),
        TextError::TooLong(max) => l.t1("error-too-long", "max", max),
        TextError::Control => l.t("error-control"),
        TextError::Picture => l.t("error-picture"),
        TextError::NoLetter => l.t("error-no-letter"),
    }
}

/// The fields of a step as the answers have them.
pub(super) fn kept(traveller: &Journeyman, step: Step, ctx: &Ctx) -> Form {
    let mut form = Form::default();
    match step {
        Step::Name | Step::Birth | Step::Citizenship | Step::Document | Step::Contact => person::kept(ctx.l, traveller, step, &mut form),
        Step::Address | Step::Unit | Step::NotListed | Step::NoAddress => place::kept(traveller, step, &mut form),
        Step::Arrived | Step::Since | Step::Until | Step::Late => time::kept(traveller, step, &mut form),
        Step::Family | Step::Members | Step::Along => family::kept(traveller, step, &mut form, ctx),
        Step::Evidence => {}
    }
    form
}

/// The page of a step, with the fields of a form.
pub(super) fn show(ctx: &Ctx, traveller: &Journeyman, step: Step, form: &Form, errors: Errors, changing: bool) -> Question {
    let page = |title: &str| traveller.question(ctx, step, ctx.l.t(title), errors.clone(), changing);
    match step {
        Step::Name | Step::Birth | Step::Citizenship | Step::Document | Step::Contact => {
            person::show(ctx, traveller, step, form, &errors, page)
        }
        Step::Address | Step::Unit | Step::NotListed | Step::NoAddress => place::show(ctx, traveller, step, form, &errors, page),
        Step::Arrived | Step::Since | Step::Until | Step::Late => time::show(ctx, traveller, step, form, &errors, page),
        Step::Family | Step::Members | Step::Along => family::show(ctx, traveller, step, form, &errors, page),
        Step::Evidence => super::photo::show(ctx, traveller, page("evidence-title")),
    }
}

/// Keeps what was answered, or notes what is wrong. Answers whether to stay on the step.
pub(super) fn keep(ctx: &Ctx, traveller: &mut Journeyman, step: Step, form: &Form, errors: &mut Errors) -> bool {
    match step {
        Step::Name | Step::Birth | Step::Citizenship | Step::Document | Step::Contact => person::keep(ctx, traveller, step, form, errors),
        Step::Address | Step::Unit | Step::NotListed | Step::NoAddress => place::keep(ctx, traveller, step, form, errors),
        Step::Arrived | Step::Since | Step::Until | Step::Late => {
            time::keep(ctx, traveller, step, form, errors);
            false
        }
        Step::Family | Step::Members | Step::Along => family::keep(ctx, traveller, step, form, errors),
        Step::Evidence => false,
    }
}
