//! Reasons that can be begun with, in every language, and how they go out: the office's language first, then the person's.

use super::typed;
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Textarea, escape};
use askama::Template;
use doorstep_locales::Locale;
use doorstep_policy::CaseKind;
use doorstep_register::case::{Outcome, Reasons, ReasonsError};
use doorstep_service::{CaseView, case_key, outcome_key};

/// The most reasons that are offered for one outcome.
const MOST: usize = 4;

/// The text of a ready-made reason, if there is one with this number from 1: `part` is `facts` or `why`.
pub(super) fn ready(l: Locale, (kind, outcome): (CaseKind, Outcome), number: usize, part: &str) -> Option<String> {
    let id = format!("reason-{}-{}-{number}-{part}", case_key(kind), outcome_key(outcome));
    ((1..=MOST).contains(&number) && l.has(&id)).then(|| l.t(&id))
}

/// How many ready-made reasons there are for an outcome.
pub(super) fn how_many(l: Locale, about: (CaseKind, Outcome)) -> usize {
    (1..=MOST).take_while(|number| ready(l, about, *number, "why").is_some()).count()
}

/// The languages in which the sides are written to, but for the office's own; each once.
pub(super) fn others(ctx: &Ctx, view: &CaseView) -> Vec<Locale> {
    let office = ctx.service().settings().locale;
    let mut others: Vec<Locale> = view.languages.iter().map(|(_, locale)| *locale).filter(|locale| *locale != office).collect();
    others.dedup();
    others
}

/// The languages that a form knows of.
pub(super) fn languages(form: &Form) -> Vec<Locale> {
    let known = form.all("known-language").filter_map(|tag| tag.parse().ok());
    let mut all: Vec<Locale> = known.collect();
    all.truncate(Locale::EVERY.len());
    all
}

/// The name of a field in another language than the office's.
pub(super) fn field(name: &str, language: Locale) -> String {
    format!("{name}-{language}")
}

/// The same boxes in each language beside each other, the office's first. `boxes` are the names of the fields with their labels.
pub(super) fn beside(ctx: &Ctx, form: &Form, errors: &Errors, boxes: &[(&str, String)]) -> String {
    let l = ctx.l;
    let office = ctx.service().settings().locale;
    let card = |title: String, hint: Option<String>, language: Locale, suffix: bool| {
        let fields = boxes.iter().map(|(name, label)| {
            let id = if suffix { field(name, language) } else { (*name).to_owned() };
            let text = Textarea::new(l, &id, label.clone(), errors).value(typed(form, &id)).lang(language.tag());
            text.render().unwrap_or_default()
        });
        let hint = hint.map(|hint| format!("<p class=\"ds-hint\">{}</p>", escape(&hint))).unwrap_or_default();
        let fields: String = fields.collect();
        format!("<section class=\"ds-sides__side\"><h2 class=\"ds-heading-s\">{}</h2>{hint}{fields}</section>", escape(&title))
    };
    let mut cards = card(l.t1("office-in-office-language", "language", office.own_name()), None, office, false);
    for other in languages(form) {
        let hint = Some(l.t("office-to-check"));
        cards.push_str(&card(l.t1("office-in-their-language", "language", other.own_name()), hint, other, true));
    }
    format!("<div class=\"ds-sides\">{cards}</div>")
}

/// A text in every language in which it was written, the office's first.
pub(super) fn joined(form: &Form, name: &str) -> String {
    let mut parts = vec![form.get(name).trim().to_owned()];
    parts.extend(languages(form).into_iter().map(|language| form.get(&field(name, language)).trim().to_owned()));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// The reasons in every language; they have to stand in the office's.
pub(super) fn read(ctx: &Ctx, form: &Form, name: &str, errors: &mut Errors) -> Option<Reasons> {
    let sentence = |error| match error {
        ReasonsError::Text(error) => text_error(ctx.l, error),
        ReasonsError::NoSentence => ctx.l.t("office-reasons-short"),
    };
    let whole = Reasons::parse(form.get(name)).and_then(|_| Reasons::parse(&joined(form, name)));
    errors.take(name, whole.map_err(sentence))
}
