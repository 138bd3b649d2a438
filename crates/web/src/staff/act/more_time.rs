//! `/cases/{id}/more-time`: a side has more time to answer. Once for each notice; time is never taken away.

use super::{ActPage, Said, chosen_side, knows_sides, none_of, side_choice, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::Question;
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct MoreTime;

impl ActPage for MoreTime {
    const SLUG: &'static str = "more-time";
    const FIELD: &'static str = "words";

    fn refused(view: &CaseView) -> Option<Refusal> {
        none_of(view, view.case.kind().sides().iter().map(|side| Doing::Extend(*side)))
    }

    fn begin(_: &Ctx, view: &CaseView) -> Form {
        let mut form = Form::default();
        knows_sides(&mut form, view, Doing::Extend);
        form
    }

    fn fields(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors, mut question: Question) -> Question {
        if let Some(sides) = side_choice(ctx, entry, form, errors) {
            question = question.field(sides);
        }
        question.field(words_box(ctx, Self::SLUG, form, errors))
    }

    fn read(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let side = chosen_side(ctx, entry, form, errors);
        let why = words(ctx, form, "words", errors);
        Some(StaffAct::Extend(side?, why?).into())
    }
}
