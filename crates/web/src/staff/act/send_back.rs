//! `/cases/{id}/send-back`: the second officer does not confirm, and says why. The case is heard on.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::Question;
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct SendBack;

impl ActPage for SendBack {
    const SLUG: &'static str = "send-back";
    const FIELD: &'static str = "words";
    const DECIDES: bool = true;

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::SendBack)
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        question.field(words_box(ctx, Self::SLUG, form, errors))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        words(ctx, form, "words", errors).map(|words| StaffAct::SendBack(words).into())
    }
}
