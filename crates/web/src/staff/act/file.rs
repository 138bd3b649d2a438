//! `/cases/{id}/file`: a paper, an extract or a third person's word is put on file. Whoever could lose by it is asked again.

use super::{ActPage, Said, words, words_box};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Question};
use doorstep_register::case::{FiledKind, Refusal};
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct File;

const KINDS: [(&str, FiledKind); 3] = [("document", FiledKind::Document), ("extract", FiledKind::Extract), ("witness", FiledKind::Witness)];

impl ActPage for File {
    const SLUG: &'static str = "file";
    const FIELD: &'static str = "words";

    fn refused(view: &CaseView) -> Option<Refusal> {
        view.refusal(Doing::File)
    }

    fn fields(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        let l = ctx.l;
        let kind = |(key, _): (&str, FiledKind)| {
            Choice::new(key, l.t(&format!("office-filed-{key}")), form.get("what") == key).hint(l.t(&format!("office-filed-{key}-hint")))
        };
        question.field(Choices::new(l, "what", l.t("office-do-file-what"), errors).choices(KINDS.map(kind).into())).field(words_box(
            ctx,
            Self::SLUG,
            form,
            errors,
        ))
    }

    fn read(ctx: &Ctx, _: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let kind = KINDS.into_iter().find(|(key, _)| *key == form.get("what")).map(|(_, kind)| kind);
        let kind = errors.take("what", kind.ok_or_else(|| ctx.l.t("error-choose")));
        let says = words(ctx, form, "words", errors);
        Some(StaffAct::File(kind?, says?).into())
    }
}
