//! `/cases/{id}/notice`: the notice goes out on another way: a letter, or handed over.

use super::{ActPage, Said, chosen_side, knows_sides, none_of, side_choice};
use crate::channel;
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Question};
use crate::staff::words;
use doorstep_register::case::{Channel, Refusal};
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The ways on which an officer sends; the others are the program's.
const WAYS: [Channel; 2] = [Channel::Letter, Channel::ByHand];

/// The page.
pub(in crate::staff) struct Notice;

impl ActPage for Notice {
    const SLUG: &'static str = "notice";
    const FIELD: &'static str = "way";

    fn refused(view: &CaseView) -> Option<Refusal> {
        none_of(view, view.case.kind().sides().iter().map(|side| Doing::Send(*side)))
    }

    fn begin(_: &Ctx, view: &CaseView) -> Form {
        let mut form = Form::default();
        knows_sides(&mut form, view, Doing::Send);
        form
    }

    fn fields(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors, mut question: Question) -> Question {
        let l = ctx.l;
        if let Some(sides) = side_choice(ctx, entry, form, errors) {
            question = question.field(sides);
        }
        let way = |way: Channel| {
            let word = channel::word(way);
            Choice::new(&word, words::channel(l, way), form.get("way") == word)
        };
        question.field(Choices::new(l, "way", l.t("office-do-notice-way"), errors).choices(WAYS.map(way).into()))
    }

    fn read(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let side = chosen_side(ctx, entry, form, errors);
        let way = channel::of(form.get("way")).filter(|way| WAYS.contains(way));
        let way = errors.take("way", way.ok_or_else(|| ctx.l.t("error-choose")));
        Some(StaffAct::Send(side?, way?).into())
    }
}
