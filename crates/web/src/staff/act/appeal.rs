//! `/cases/{id}/appeal`: the body that hears appeals decides one, with reasons in the office's language and in the person's.

use super::{ActPage, Said, none_of, reasons};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Question};
use crate::staff::words::{outcome, outcome_of};
use doorstep_policy::CaseKind;
use doorstep_register::case::{AppealResult, Refusal};
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct, outcome_key};

/// The page.
pub(in crate::staff) struct Appeal;

fn every(kind: CaseKind) -> Vec<AppealResult> {
    let mut all = vec![AppealResult::Upheld {}, AppealResult::Annulled {}];
    all.extend(kind.outcomes().iter().map(|outcome| AppealResult::Replaced { outcome: *outcome }));
    all.push(AppealResult::BackToOffice {});
    all
}

fn word(result: AppealResult) -> String {
    match result {
        AppealResult::Upheld {} => "upheld".to_owned(),
        AppealResult::Annulled {} => "annulled".to_owned(),
        AppealResult::Replaced { outcome } => format!("replaced.{}", outcome_key(outcome)),
        AppealResult::BackToOffice {} => "back".to_owned(),
    }
}

fn result_of(kind: CaseKind, text: &str) -> Option<AppealResult> {
    match text {
        "upheld" => Some(AppealResult::Upheld {}),
        "annulled" => Some(AppealResult::Annulled {}),
        "back" => Some(AppealResult::BackToOffice {}),
        other => outcome_of(kind, other.strip_prefix("replaced.")?).map(|outcome| AppealResult::Replaced { outcome }),
    }
}

impl ActPage for Appeal {
    const SLUG: &'static str = "appeal";
    const FIELD: &'static str = "result";
    const DECIDES: bool = true;

    fn refused(view: &CaseView) -> Option<Refusal> {
        none_of(view, every(view.case.kind()).into_iter().map(Doing::DecideAppeal))
    }

    fn begin(ctx: &Ctx, view: &CaseView) -> Form {
        let mut form = Form::default();
        for result in every(view.case.kind()).into_iter().filter(|result| view.can(Doing::DecideAppeal(*result))) {
            form.push("known-result", word(result));
        }
        for language in reasons::others(ctx, view) {
            form.push("known-language", language.tag().to_owned());
        }
        form
    }

    fn fields(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors, mut question: Question) -> Question {
        let l = ctx.l;
        question.wide = true;
        let choice = |result: AppealResult| {
            let text = match result {
                AppealResult::Upheld {} => l.t("office-appeal-upheld"),
                AppealResult::Annulled {} => l.t("office-appeal-annulled"),
                AppealResult::Replaced { outcome: other } => l.t1("office-appeal-replaced", "outcome", outcome(l, other)),
                AppealResult::BackToOffice {} => l.t("office-appeal-back"),
            };
            Choice::new(&word(result), text, form.get("result") == word(result))
        };
        let possible = form.all("known-result").filter_map(|text| result_of(entry.kind, text));
        question
            .field(Choices::new(l, "result", l.t("office-do-appeal-result"), errors).choices(possible.map(choice).collect()))
            .html(reasons::beside(ctx, form, errors, &[("reasons", l.t("office-reasons"))]))
    }

    fn read(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let result = errors.take("result", result_of(entry.kind, form.get("result")).ok_or_else(|| ctx.l.t("error-choose")));
        let why = reasons::read(ctx, form, "reasons", errors);
        Some(StaffAct::DecideAppeal(result?, why?).into())
    }
}
