//! The question about one entry, the same at each door: they live here, I don't know this person, moved out. And the words of a dispute.

use super::plain_words;
use crate::account::{looks_like_email, text_error};
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::frame::Frame;
use crate::part::{Choice, Choices, Input, Question, Textarea, inset, paragraph};
use crate::record::PlaceWords;
use doorstep_policy::CaseKind;
use doorstep_register::case::HostAnswer;
use doorstep_register::{Line, Name, Place, Words};
use jiff::civil::Date;

/// What a host says, by the word in the address of its page.
pub(super) fn say_of(word: &str) -> Option<HostAnswer> {
    match word {
        "lives-here" => Some(HostAnswer::LivesHere),
        "dont-know" => Some(HostAnswer::DontKnow),
        "moved-out" => Some(HostAnswer::MovedOut),
        _ => None,
    }
}

/// The kind of dispute that a word opens.
pub(super) fn dispute_of(word: &str) -> Option<CaseKind> {
    say_of(word).and_then(HostAnswer::opens)
}

/// Who is asked about, where, since when.
pub(super) struct About<'a> {
    pub(super) name: &'a str,
    pub(super) place: &'a Place,
    pub(super) since: Date,
}

/// The question, with its three answers.
pub(super) fn question(ctx: &Ctx, frame: Frame, about: &About<'_>, errors: Errors) -> Question {
    let l = ctx.l;
    let choices = ["lives-here", "dont-know", "moved-out"];
    let choice = |word: &&str| Choice::new(word, l.t(&format!("host-say-{word}")), false).hint(l.t(&format!("host-say-{word}-hint")));
    let field = Choices::new(l, "say", l.t("host-q-legend"), &errors).choices(choices.iter().map(choice).collect());
    let place = PlaceWords::of(l, about.place);
    Question::new(frame, errors)
        .heading(l.t1("host-q-title", "name", about.name))
        .field(field.hint(l.t("host-q-hint")))
        .before(place.html())
        .before(paragraph(&l.t1("record-since", "day", l.date(about.since))))
        .html(inset(&l.t("host-q-seen")))
        .html(plain_words(ctx))
}

/// What was written about a dispute.
pub(super) struct Dispute {
    pub(super) words: Words,
    pub(super) name: Option<Name>,
    pub(super) email: Option<Line>,
}

/// The page on which a host says why. `unknown`: they have no record, and say who they are.
pub(super) fn words(ctx: &Ctx, frame: Frame, say: &str, unknown: bool, form: &Form, errors: Errors) -> Question {
    let l = ctx.l;
    let title = l.t(&format!("host-why-{say}"));
    let words = Textarea::new(l, "words", title, &errors).question().hint(l.t("host-why-hint")).value(form.get("words"));
    let mut page = Question::new(frame, errors.clone())
        .field(words)
        .html(inset(&l.t("host-why-nothing-changes")))
        .html(paragraph(&l.t("host-why-read-by-them")));
    if unknown {
        page = page
            .field(
                Input::new(l, "name", l.t("host-why-name"), &errors)
                    .hint(l.t("host-why-name-hint"))
                    .value(form.get("name"))
                    .autocomplete("name"),
            )
            .field(
                Input::new(l, "email", l.t("host-why-email"), &errors)
                    .hint(l.t("host-why-email-hint"))
                    .kind("email")
                    .value(form.get("email"))
                    .autocomplete("email"),
            );
    }
    page.html(plain_words(ctx)).button(l.t("host-why-send"))
}

/// Reads what was written, or notes what is to be mended.
pub(super) fn read(ctx: &Ctx, form: &Form, unknown: bool, errors: &mut Errors) -> Option<Dispute> {
    let l = ctx.l;
    let words = errors.take("words", Words::parse(form.get("words")).map_err(|error| text_error(l, error)));
    if !unknown {
        return words.map(|words| Dispute { words, name: None, email: None });
    }
    let name = errors.take("name", Name::parse(form.get("name")).map_err(|error| text_error(l, error)));
    let email = match form.get("email").trim() {
        "" => Some(None),
        typed if looks_like_email(typed) => Some(Line::parse(typed).ok()),
        _ => {
            errors.add("email", l.t("host-why-email-error"));
            None
        }
    };
    Some(Dispute { words: words?, name: Some(name?), email: email? })
}
