//! `/cases/{id}/died`: the person has died, by a document that the officer saw. The case is closed, and the registration ended.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::form::{Errors, Form};
use crate::part::{DateInput, Question};
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct Died;

impl ActPage for Died {
    const SLUG: &'static str = "died";
    const FIELD: &'static str = "words";
    const DECIDES: bool = true;

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::Died)
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, mut question: Question) -> Question {
        question.warning = true;
        question
            .field(DateInput::new(ctx.l, "on", ctx.l.t("office-do-died-on"), errors).value(DateAnswer::of(form, "on")))
            .field(words_box(ctx, Self::SLUG, form, errors))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let day = DateAnswer::of(form, "on").parse(ctx.l);
        let day = day.and_then(|day| if day > ctx.service().today() { Err(ctx.l.t("office-day-ahead")) } else { Ok(day) });
        let on = errors.take("on", day);
        let document = words(ctx, form, "words", errors);
        Some(StaffAct::Died(on?, document?).into())
    }
}
