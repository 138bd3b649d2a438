//! Who the person is: names, birth, citizenship, document, contact.

use super::text_error;
use crate::account::{looks_like_email, looks_like_phone};
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::form::{Errors, Form};
use crate::journey::countries;
use crate::journey::page::Journeyman;
use crate::journey::step::Step;
use crate::journey::zone;
use crate::part::{Choice, Choices, DateInput, Input, Question, Select, details, paragraph};
use doorstep_locales::Locale;
use doorstep_register::{CitizenshipCode, Contact, Document, DocumentKind, Line, Name, Names};

const KINDS: [(DocumentKind, &str); 5] = [
    (DocumentKind::Passport, "passport"),
    (DocumentKind::IdentityCard, "identity-card"),
    (DocumentKind::TravelDocument, "travel-document"),
    (DocumentKind::ResidenceCard, "residence-card"),
    (DocumentKind::Other, "other"),
];

pub(crate) fn names_form(names: &Names, form: &mut Form) {
    for (id, name) in [("passport", &names.passport), ("local", &names.local), ("machine", &names.machine), ("called", &names.called)] {
        if let Some(name) = name {
            form.push(id, name.as_str().to_owned());
        }
    }
}

/// The four fields of a name.
pub(crate) fn names_fields(l: Locale, form: &Form, errors: &Errors, page: Question) -> Question {
    names_fields_hinted(l, form, errors, page, None)
}

/// The same with another hint at the name in the local script.
fn names_fields_hinted(l: Locale, form: &Form, errors: &Errors, mut page: Question, local: Option<String>) -> Question {
    for (id, autocomplete) in [("passport", "name"), ("local", "off"), ("called", "nickname"), ("machine", "off")] {
        page = page.field(
            Input::new(l, id, l.t(&format!("name-{id}")), errors)
                .hint(local.clone().filter(|_| id == "local").unwrap_or_else(|| l.t(&format!("name-{id}-hint"))))
                .value(form.get(id))
                .autocomplete(autocomplete),
        );
    }
    page
}

/// Reads the four fields of a name; one of them is enough.
pub(crate) fn names_keep(l: Locale, form: &Form, errors: &mut Errors) -> Names {
    let mut read = |id: &str| errors.take(id, Name::parse_optional(form.get(id)).map_err(|e| text_error(l, e))).flatten();
    let names = Names { passport: read("passport"), local: read("local"), machine: read("machine"), called: read("called") };
    if errors.is_empty() && names.all().next().is_none() {
        errors.add("passport", l.t("error-name-empty"));
    }
    names
}

pub(super) fn kept(l: Locale, traveller: &Journeyman, step: Step, form: &mut Form) {
    let answers = &traveller.answers;
    match step {
        Step::Name => names_form(&answers.names, form),
        Step::Birth => birth_form(&answers.birth, form),
        Step::Citizenship => form.push("citizenship", answers.citizenship.clone()),
        Step::Document => {
            if let Some(document) = &answers.document {
                let kind = KINDS.iter().find(|(k, _)| *k == document.kind).map_or("", |(_, id)| id);
                form.push("kind", kind.to_owned());
                form.push("number", document.number.as_str().to_owned());
            }
            if answers.document_seen {
                form.push("seen", "yes".to_owned());
            }
        }
        _ => {
            let text = |line: &Option<Line>| line.as_ref().map(|l| l.as_str().to_owned()).unwrap_or_default();
            form.push("email", text(&answers.contact.email));
            form.push("phone", text(&answers.contact.phone));
            form.push("language", answers.contact.language.as_ref().map_or_else(|| l.tag().to_owned(), |tag| tag.as_str().to_owned()));
        }
    }
}

pub(crate) fn birth_form(birth: &DateAnswer, form: &mut Form) {
    for (part, value) in [("day", &birth.day), ("month", &birth.month), ("year", &birth.year)] {
        form.push(&format!("birth-{part}"), value.clone());
    }
}

pub(super) fn show(
    ctx: &Ctx,
    traveller: &Journeyman,
    step: Step,
    form: &Form,
    errors: &Errors,
    page: impl Fn(&str) -> Question,
) -> Question {
    let l = ctx.l;
    match step {
        Step::Name => {
            let mut page = page("name-title").heading(l.t("name-title"));
            if traveller.session.staff().is_none() {
                let page = page.html(paragraph(&l.t("name-text")));
                return names_fields(l, form, errors, page).html(details(&l.t("name-why"), &l.t("name-why-text")));
            }
            let first = traveller.answers.names.all().next().is_none();
            page = page.field(zone::field(l, form, errors).focused(first)).html(zone::notes(l, &traveller.answers.names));
            let offered = zone::is_offer(ctx, &traveller.answers).then(|| l.t("zone-offered"));
            names_fields_hinted(l, form, errors, page.html(paragraph(&l.t("name-text"))), offered)
        }
        Step::Birth => page("birth-title").field(
            DateInput::new(l, "birth", l.t("birth-title"), errors)
                .question()
                .hint(l.t("birth-hint"))
                .birth()
                .value(DateAnswer::of(form, "birth")),
        ),
        Step::Citizenship => page("citizenship-title")
            .field(
                Select::new(l, "citizenship", l.t("citizenship-title"), errors)
                    .question()
                    .hint(l.t("citizenship-hint"))
                    .options(countries::options(l), form.get("citizenship")),
            )
            .html(details(&l.t("citizenship-why"), &l.t("citizenship-why-text"))),
        Step::Document => {
            let kinds = KINDS.iter().map(|(_, id)| Choice::new(id, l.t(&format!("document-{id}")), form.get("kind") == *id)).collect();
            let mut page = page("document-title")
                .heading(l.t("document-title"))
                .html(paragraph(&l.t("document-text")))
                .field(Choices::new(l, "kind", l.t("document-kind"), errors).choices(kinds))
                .field(
                    Input::new(l, "number", l.t("document-number"), errors)
                        .hint(l.t("document-number-hint"))
                        .value(form.get("number"))
                        .width(20),
                );
            if traveller.session.staff().is_some() && traveller.session.posted_on().is_none() {
                let seen = vec![Choice::new("yes", l.t("document-seen"), form.get("seen") == "yes")];
                page = page.field(Choices::new(l, "seen", l.t("document-seen-legend"), errors).many().choices(seen));
            }
            page
        }
        _ => {
            let page = page("contact-title")
                .heading(l.t("contact-title"))
                .html(paragraph(&l.t("contact-text")))
                .field(
                    Input::new(l, "email", l.t("contact-email"), errors)
                        .hint(l.t("contact-email-hint"))
                        .value(form.get("email"))
                        .kind("email")
                        .autocomplete("email"),
                )
                .field(
                    Input::new(l, "phone", l.t("contact-phone"), errors)
                        .hint(l.t("contact-phone-hint"))
                        .value(form.get("phone"))
                        .kind("tel")
                        .autocomplete("tel")
                        .width(20),
                );
            if traveller.session.staff().is_none() {
                return page;
            }
            // At a desk the page is in the clerk's language.
            let languages = Locale::EVERY.into_iter().map(|l| (l.tag().to_owned(), l.own_name().to_owned())).collect();
            page.field(Select::new(l, "language", l.t("contact-language"), errors).options(languages, form.get("language")))
        }
    }
}

/// Reads an e-mail address and a phone number; both may be empty.
pub(crate) fn contact_keep(l: Locale, form: &Form, errors: &mut Errors) -> Contact {
    let email = errors.take("email", Line::parse_optional(form.get("email")).map_err(|e| text_error(l, e))).flatten();
    if email.as_ref().is_some_and(|email| !looks_like_email(email.as_str())) {
        errors.add("email", l.t("error-email"));
    }
    let phone = errors.take("phone", Line::parse_optional(form.get("phone")).map_err(|e| text_error(l, e))).flatten();
    if phone.as_ref().is_some_and(|phone| !looks_like_phone(phone.as_str())) {
        errors.add("phone", l.t("error-phone"));
    }
    // Only the page at a desk asks for it: elsewhere it is the language of the page.
    let language = form.get("language").parse::<Locale>().unwrap_or(l);
    Contact { email, phone, language: Line::parse(language.tag()).ok(), looks_by_email: false }
}

/// Reads a document; none is an answer too.
pub(crate) fn document_keep(l: Locale, form: &Form, errors: &mut Errors) -> Option<Document> {
    let number = form.get("number").trim();
    let kind = KINDS.iter().find(|(_, id)| *id == form.get("kind")).map(|(kind, _)| *kind);
    if number.is_empty() {
        return None;
    }
    let Some(kind) = kind else {
        errors.add("kind", l.t("error-document-kind"));
        return None;
    };
    errors.take("number", Document::parse(kind, number).map_err(|_| l.t("error-document-number")))
}

/// Keeps what was answered; says whether to stay, because the lines of a document were read and are to be looked at.
pub(super) fn keep(ctx: &Ctx, traveller: &mut Journeyman, step: Step, form: &Form, errors: &mut Errors) -> bool {
    let l = ctx.l;
    let staffed = traveller.session.staff().is_some() && traveller.session.posted_on().is_none();
    if step == Step::Name && traveller.session.staff().is_some() {
        if let Some(zone) = zone::typed(ctx, form, errors) {
            zone::fill(ctx, traveller, &zone);
            traveller.answers.document_seen = false;
            return true;
        }
        if !errors.is_empty() {
            return true;
        }
    }
    let answers = &mut traveller.answers;
    // What a clerk has seen was seen beside these answers; other answers have to be seen again.
    if matches!(step, Step::Name | Step::Birth | Step::Citizenship) {
        answers.document_seen = false;
    }
    match step {
        Step::Name => answers.names = names_keep(l, form, errors),
        Step::Birth => {
            let birth = DateAnswer::of(form, "birth");
            errors.take("birth", birth.parse_birth(l, ctx.service().today()));
            answers.birth = birth;
        }
        Step::Citizenship => match form.get("citizenship") {
            "" => answers.citizenship = String::new(),
            code => {
                if let Some(code) = errors.take("citizenship", CitizenshipCode::parse(code).map_err(|_| l.t("error-citizenship"))) {
                    answers.citizenship = code.as_str().to_owned();
                }
            }
        },
        Step::Document => {
            answers.document = document_keep(l, form, errors);
            answers.document_seen = staffed && form.get("seen") == "yes" && answers.document.is_some();
        }
        _ => answers.contact = contact_keep(l, form, errors),
    }
    false
}
