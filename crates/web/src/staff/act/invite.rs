//! `/cases/{id}/invite`: to a hearing on a day. Both sides are told.

use super::{ActPage, Said};
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::form::{Errors, Form};
use crate::part::{DateInput, Question};
use doorstep_register::case::{Clock, Refusal};
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct Invite;

impl ActPage for Invite {
    const SLUG: &'static str = "invite";
    const FIELD: &'static str = "on";

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::Invite)
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        let (l, service) = (ctx.l, ctx.service());
        let mut on = DateInput::new(l, "on", l.t("office-do-invite-on"), errors).value(DateAnswer::of(form, "on"));
        if let Some(first) = service.case_term(Clock::Hearing, service.today()) {
            on = on.hint(l.t1("office-do-invite-on-hint", "day", l.date_with_weekday(first.deadline)));
        }
        question.field(on)
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        errors.take("on", DateAnswer::of(form, "on").parse(ctx.l)).map(|day| StaffAct::Invite(day).into())
    }
}
