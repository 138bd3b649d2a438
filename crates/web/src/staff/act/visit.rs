//! `/cases/{id}/visit`: an officer went there. That nobody was met is no evidence of anything, and the page says so.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Question};
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct Visit;

impl ActPage for Visit {
    const SLUG: &'static str = "visit";
    const FIELD: &'static str = "words";

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::Visit)
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        let l = ctx.l;
        let met = Choice::new("yes", l.t("office-met"), form.get("met") == "yes");
        let nobody = Choice::new("no", l.t("office-met-nobody"), form.get("met") == "no").hint(l.t("office-met-nobody-hint"));
        question.field(Choices::new(l, "met", l.t("office-do-visit-met"), errors).choices(vec![met, nobody])).field(words_box(
            ctx,
            Self::SLUG,
            form,
            errors,
        ))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let met = match form.get("met") {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(ctx.l.t("error-choose")),
        };
        let met = errors.take("met", met);
        let seen = words(ctx, form, "words", errors);
        Some(StaffAct::Visited(met?, seen?).into())
    }
}
