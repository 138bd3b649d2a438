//! `/cases/{id}/apart`: merged records are taken apart again, at any time. Nothing of the case is opened.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::Question;
use doorstep_policy::CaseKind;
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, Session, StaffAct};
use doorstep_storage::CaseStage;

/// The page.
pub(in crate::staff) struct Apart;

impl ActPage for Apart {
    const SLUG: &'static str = "apart";
    const FIELD: &'static str = "words";
    const DECIDES: bool = true;

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::Separate)
    }

    fn refused_unseen(session: &Session, entry: &QueueEntry) -> Option<Refusal> {
        let merged = entry.kind == CaseKind::PossibleDuplicate && entry.stage == CaseStage::Settled;
        if session.hears_appeals() {
            return Some(Refusal::NotYours);
        }
        if merged { None } else { Some(Refusal::NotNow) }
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        question.field(words_box(ctx, Self::SLUG, form, errors))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        words(ctx, form, "words", errors).map(|why| StaffAct::Separate(why).into())
    }
}
