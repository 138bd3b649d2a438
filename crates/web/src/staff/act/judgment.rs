//! `/cases/{id}/judgment`: a court has judged the decision.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Question};
use doorstep_register::case::Refusal;
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct Judgment;

impl ActPage for Judgment {
    const SLUG: &'static str = "judgment";
    const DECIDES: bool = true;
    const FIELD: &'static str = "words";

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::Judge)
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        let l = ctx.l;
        let stands = Choice::new("yes", l.t("office-judged-stands"), form.get("stands") == "yes");
        let falls = Choice::new("no", l.t("office-judged-falls"), form.get("stands") == "no");
        question.field(Choices::new(l, "stands", l.t("office-do-judgment-stands"), errors).choices(vec![stands, falls])).field(words_box(
            ctx,
            Self::SLUG,
            form,
            errors,
        ))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let stands = match form.get("stands") {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(ctx.l.t("error-choose")),
        };
        let stands = errors.take("stands", stands);
        let which = words(ctx, form, "words", errors);
        Some(StaffAct::Judge(stands?, which?).into())
    }
}
