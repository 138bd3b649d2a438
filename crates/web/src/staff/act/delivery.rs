//! `/cases/{id}/delivery`: what became of a notice: it was delivered, with a proof, or it came back.

use super::{ActPage, Said, none_of};
use crate::channel;
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Question};
use crate::staff::words::{self, side, side_of, side_word};
use doorstep_policy::CaseKind;
use doorstep_register::case::{Channel, Refusal, Side};
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct};

/// The page.
pub(in crate::staff) struct Delivery;

/// What an officer can know of: an in-box and a push message prove themselves when they are opened.
pub(in crate::staff) const fn known_to_an_office(channel: Channel) -> bool {
    !matches!(channel, Channel::Inbox | Channel::Push)
}

/// Every notice that an officer can note something of, sent or not.
fn all(kind: CaseKind) -> impl Iterator<Item = (Side, Channel)> {
    let ways = || Channel::EVERY.into_iter().filter(|channel| known_to_an_office(*channel));
    kind.sides().iter().flat_map(move |side| ways().map(move |channel| (*side, channel)))
}

fn word((side, channel): (Side, Channel)) -> String {
    format!("{}.{}", side_word(side), channel::word(channel))
}

fn notice(kind: CaseKind, text: &str) -> Option<(Side, Channel)> {
    let (side, channel) = text.split_once('.')?;
    Some((side_of(kind, side)?, channel::of(channel)?))
}

impl ActPage for Delivery {
    const SLUG: &'static str = "delivery";
    const FIELD: &'static str = "notice";

    fn refused(view: &CaseView) -> Option<Refusal> {
        none_of(view, all(view.case.kind()).map(|(side, channel)| Doing::Note(side, channel)))
    }

    fn begin(_: &Ctx, view: &CaseView) -> Form {
        let mut form = Form::default();
        for (side, channel) in all(view.case.kind()).filter(|(side, channel)| view.can(Doing::Note(*side, *channel))) {
            form.push("known-notice", word((side, channel)));
        }
        form
    }

    fn fields(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question {
        let l = ctx.l;
        let sent: Vec<(Side, Channel)> = form.all("known-notice").filter_map(|text| notice(entry.kind, text)).collect();
        let label = |(whose, way)| format!("{}: {}", side(l, entry.kind, whose), words::channel(l, way));
        let only = sent.len() == 1;
        let choice = |sent: &(Side, Channel)| Choice::new(&word(*sent), label(*sent), only || form.get("notice") == word(*sent));
        let became = ["delivered", "came-back"].map(|key| {
            Choice::new(key, l.t(&format!("office-became-{key}")), form.get("became") == key)
                .hint(l.t(&format!("office-became-{key}-hint")))
        });
        question
            .field(Choices::new(l, "notice", l.t("office-do-delivery-which"), errors).choices(sent.iter().map(choice).collect()))
            .field(Choices::new(l, "became", l.t("office-do-delivery-became"), errors).choices(became.into()))
    }

    fn read(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said> {
        let choose = || ctx.l.t("error-choose");
        let sent = notice(entry.kind, form.get("notice")).filter(|(_, channel)| known_to_an_office(*channel));
        let sent = errors.take("notice", sent.ok_or_else(choose));
        let became = form.get("became");
        if !["delivered", "came-back"].contains(&became) {
            errors.add("became", choose());
        }
        let (side, channel) = sent?;
        // Whoever has handed something over knows that it arrived.
        if became == "came-back" && channel == Channel::ByHand {
            errors.add("became", ctx.l.t("office-became-by-hand"));
        }
        let act = if became == "delivered" { StaffAct::Delivered(side, channel) } else { StaffAct::CameBack(side, channel) };
        Some(act.into())
    }
}
