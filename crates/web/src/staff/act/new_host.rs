//! `/cases/{id}/new-host`: the home has another owner, by an extract that the officer saw. They are asked anew.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::Question;
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct NewHost;

impl ActPage for NewHost {
    const SLUG: &'static str = "new-host";
    const FIELD: &'static str = "words";

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::HostChanged)
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        question.field(words_box(ctx, Self::SLUG, form, errors))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        words(ctx, form, "words", errors).map(|words| StaffAct::HostChanged(words).into())
    }
}
