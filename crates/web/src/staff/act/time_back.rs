//! `/cases/{id}/time-back`: the body that hears appeals gives the time back to somebody who could not use it. The decision has no effect any
//! more until the appeal is decided. Nothing of the case is opened.

use super::{ActPage, Said, reasons};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Question, Textarea};
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, Session, StaffAct};
use doorstep_storage::CaseStage;

/// The page.
pub(in crate::staff) struct TimeBack;

impl ActPage for TimeBack {
    const SLUG: &'static str = "time-back";
    const FIELD: &'static str = "words";
    const DECIDES: bool = true;

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::GiveTimeBack)
    }

    fn refused_unseen(session: &Session, entry: &QueueEntry) -> Option<Refusal> {
        match (session.hears_appeals(), entry.stage) {
            (false, _) => Some(Refusal::NotYours),
            (true, CaseStage::Settled) => None,
            (true, _) => Some(Refusal::NotNow),
        }
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        let l = ctx.l;
        let why = Textarea::new(l, "words", l.t("office-do-time-back-words"), errors).hint(l.t("office-do-time-back-words-hint"));
        question.field(why.value(super::typed(form, "words")))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        reasons::read(ctx, form, "words", errors).map(|why| StaffAct::GiveTimeBack(why).into())
    }
}
