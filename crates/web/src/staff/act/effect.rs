//! `/cases/{id}/effect`: a named officer puts the decision in effect. Where a field is corrected or an address was found, they say which first.

use super::{ActPage, Said};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Question, inset, paragraph};
use crate::staff::pick::{self, Picked};
use crate::staff::words::{outcome, outcome_of};
use doorstep_register::case::{Outcome, Refusal};
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct, outcome_key};

/// The page.
pub(in crate::staff) struct InEffect;

/// The fields that a case about a correction opens, and that can be corrected in it.
pub(super) const CORRECTED: [&str; 3] = ["names", "birth", "document"];

/// What is decided, as the form knows it.
fn decided(entry: &QueueEntry, form: &Form) -> Option<Outcome> {
    outcome_of(entry.kind, form.get("known-outcome"))
}

impl ActPage for InEffect {
    const SLUG: &'static str = "effect";
    const FIELD: &'static str = "";
    const DECIDES: bool = true;

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::PutInEffect)
    }

    fn begin(_: &Ctx, view: &CaseView) -> Form {
        let mut form = Form::default();
        if let Some(decision) = view.case.decision() {
            form.push("known-outcome", outcome_key(decision.outcome()));
        }
        form
    }

    fn fields(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        let l = ctx.l;
        let Some(decided) = decided(entry, form) else { return question };
        let question = question.before(inset(&outcome(l, decided)));
        match decided {
            Outcome::FieldCorrected => {
                let fields = CORRECTED.map(|key| Choice::new(key, l.t(&format!("part-{key}")), false));
                question
                    .field(Choices::new(l, "field", l.t("office-do-effect-field"), errors).choices(fields.into()))
                    .button(l.t("continue"))
            }
            Outcome::AddressMatched => {
                let page = pick::fields(ctx, form, errors, question);
                if pick::is_picked(ctx, form) { page } else { page.button(l.t("continue")) }
            }
            Outcome::RegistrationEnds => {
                let mut question = question.html(paragraph(&l.t("office-effect-ends")));
                question.warning = true;
                question
            }
            _ => question.html(paragraph(&l.t("office-effect-other"))),
        }
    }

    fn read(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        match decided(entry, form)? {
            Outcome::FieldCorrected => {
                let field = CORRECTED.into_iter().find(|field| *field == form.get("field")).ok_or_else(|| ctx.l.t("error-choose"));
                errors.take("field", field).map(|field| Said::Go(format!("/cases/{}/effect/{field}", entry.id)))
            }
            Outcome::AddressMatched => Some(match pick::read(ctx, form, errors)? {
                Picked::Building(form) | Picked::Looking(form) => Said::Again(form),
                Picked::Place(place) => StaffAct::PutInEffect(None, Some(*place)).into(),
            }),
            _ => Some(StaffAct::PutInEffect(None, None).into()),
        }
    }
}
