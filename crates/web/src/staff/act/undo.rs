//! `/cases/{id}/undo`: the office takes its decision back; the case is open again.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::Question;
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct Undo;

impl ActPage for Undo {
    const SLUG: &'static str = "undo";
    const FIELD: &'static str = "words";
    const DECIDES: bool = true;

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::Undo)
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        question.field(words_box(ctx, Self::SLUG, form, errors))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        words(ctx, form, "words", errors).map(|words| StaffAct::Undo(words).into())
    }
}
