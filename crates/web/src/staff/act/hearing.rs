//! `/cases/{id}/hearing`: the record of a hearing, and who was there. Nobody is an answer too, and says nothing.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Question};
use crate::staff::words::{side, side_of, side_word};
use doorstep_register::case::{Refusal, Side};
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct Hearing;

impl ActPage for Hearing {
    const SLUG: &'static str = "hearing";
    const FIELD: &'static str = "words";

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::Hold)
    }

    fn fields(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        let l = ctx.l;
        let there = |who: &Side| {
            let chosen = form.all("present").any(|word| word == side_word(*who));
            Choice::new(side_word(*who), side(l, entry.kind, *who), chosen)
        };
        let present =
            Choices::new(l, "present", l.t("office-do-hearing-present"), errors).hint(l.t("office-do-hearing-present-hint")).many();
        question.field(present.choices(entry.kind.sides().iter().map(there).collect())).field(words_box(ctx, Self::SLUG, form, errors))
    }

    fn read(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let present = form.all("present").filter_map(|word| side_of(entry.kind, word)).collect();
        words(ctx, form, "words", errors).map(|record| StaffAct::Held(record, present).into())
    }
}
