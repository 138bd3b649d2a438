//! `/cases/{id}/deputy`: the second officer is away, and another is asked. For any colleague who has the address of the page; whoever wrote the
//! draft cannot choose who confirms it a second time. Nothing of the case is opened.

use super::draft::{chosen_officer, officers};
use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::Question;
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, Session, StaffAct};
use doorstep_storage::CaseStage;

/// The page.
pub(in crate::staff) struct Deputy;

impl ActPage for Deputy {
    const SLUG: &'static str = "deputy";
    const FIELD: &'static str = "deputy";
    const COLLEAGUES: bool = true;

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::Deputy)
    }

    fn refused_unseen(session: &Session, entry: &QueueEntry) -> Option<Refusal> {
        match (session.hears_appeals(), entry.stage) {
            (true, _) => Some(Refusal::NotYours),
            // Whose case it is wrote the draft.
            (false, CaseStage::Drafted) if entry.mine => Some(Refusal::NotYours),
            (false, CaseStage::Drafted) => None,
            (false, _) => Some(Refusal::NotNow),
        }
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        question.field(officers(ctx, "deputy", "office-do-deputy-who", form, errors)).field(words_box(ctx, Self::SLUG, form, errors))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let deputy = chosen_officer(ctx, form, "deputy", errors);
        let why = words(ctx, form, "words", errors);
        Some(StaffAct::Deputy(deputy?, why?).into())
    }
}
