//! `/correct/…`: one field, with the value that stands there now. The old value stays in the history.

use super::correct::{FIELDS, everybody};
use super::{BothVersions, Side, key};
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::journey::countries;
use crate::part::{DateInput, Input, Question, Select, Textarea, inset};
use axum::extract::{Path, Query};
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_register::{Change, CitizenshipCode, Document, DocumentKind, Identity, Name, Names, PersonId, Record, Words};
use doorstep_service::{Correction, Error};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Whose {
    #[serde(default)]
    who: usize,
}

const NAMES: [&str; 4] = ["passport", "local", "machine", "called"];
const KINDS: [(&str, DocumentKind); 5] = [
    ("passport", DocumentKind::Passport),
    ("identity-card", DocumentKind::IdentityCard),
    ("travel-document", DocumentKind::TravelDocument),
    ("residence-card", DocumentKind::ResidenceCard),
    ("other", DocumentKind::Other),
];

fn name_of<'a>(names: &'a Names, key: &str) -> &'a Option<Name> {
    match key {
        "passport" => &names.passport,
        "local" => &names.local,
        "machine" => &names.machine,
        _ => &names.called,
    }
}

fn country(l: Locale, code: &str) -> String {
    countries::options(l).into_iter().find(|(c, _)| c == code).map_or_else(|| code.to_owned(), |(_, name)| name)
}

/// The values of a field, each with its label.
pub(crate) fn values(l: Locale, field: &str, identity: &Identity) -> Side {
    let none = || l.t("account-not-given");
    match field {
        "names" => NAMES
            .iter()
            .map(|key| (l.t(&format!("name-{key}")), name_of(&identity.names, key).as_ref().map_or_else(none, |n| n.as_str().to_owned())))
            .collect(),
        "birth" => vec![(l.t("part-birth"), identity.birth.map_or_else(none, |b| b.to_string()))],
        "citizenship" => vec![(l.t("part-citizenship"), identity.citizenship.as_ref().map_or_else(none, |c| country(l, c.as_str())))],
        _ => match &identity.document {
            Some(document) => vec![
                (l.t("document-kind"), l.t(&format!("document-{}", kind_key(document.kind)))),
                (l.t("document-number"), document.number.as_str().to_owned()),
            ],
            None => vec![(l.t("part-document"), none())],
        },
    }
}

fn kind_key(kind: DocumentKind) -> &'static str {
    KINDS.iter().find(|(_, k)| *k == kind).map_or("other", |(key, _)| key)
}

/// The form as it would be filled in with what stands on the record.
pub(crate) fn filled(field: &str, identity: &Identity) -> Form {
    let mut form = Form::default();
    match field {
        "names" => {
            for key in NAMES {
                form.push(key, name_of(&identity.names, key).as_ref().map_or_else(String::new, |n| n.as_str().to_owned()));
            }
        }
        "birth" => {
            let answer = identity.birth.as_ref().map(DateAnswer::from_birth).unwrap_or_default();
            form.push("birth-day", answer.day);
            form.push("birth-month", answer.month);
            form.push("birth-year", answer.year);
        }
        "citizenship" => form.push("citizenship", identity.citizenship.as_ref().map_or_else(String::new, |c| c.as_str().to_owned())),
        _ => {
            form.push("kind", identity.document.as_ref().map_or("passport", |d| kind_key(d.kind)).to_owned());
            form.push("number", identity.document.as_ref().map_or_else(String::new, |d| d.number.as_str().to_owned()));
        }
    }
    form
}

fn value(form: &Form, field: &str) -> String {
    form.get(field).chars().take(300).collect()
}

/// The inputs of a field, with what was typed.
pub(crate) fn fields(l: Locale, field: &str, form: &Form, errors: &Errors, question: Question) -> Question {
    match field {
        "names" => NAMES.iter().fold(question, |question, key| {
            let input = Input::new(l, key, l.t(&format!("name-{key}")), errors).hint(l.t(&format!("name-{key}-hint")));
            question.field(input.value(value(form, key)))
        }),
        "birth" => {
            let birth = DateInput::new(l, "birth", l.t("part-birth"), errors).hint(l.t("correct-birth-hint")).birth();
            question.field(birth.value(DateAnswer::of(form, "birth")))
        }
        "citizenship" => {
            let mut options = vec![(String::new(), l.t("correct-citizenship-none"))];
            options.extend(countries::options(l));
            let select = Select::new(l, "citizenship", l.t("part-citizenship"), errors).hint(l.t("correct-citizenship-hint"));
            question.field(select.options(options, value(form, "citizenship")))
        }
        _ => {
            let kinds = KINDS.iter().map(|(key, _)| ((*key).to_owned(), l.t(&format!("document-{key}")))).collect();
            let kind = Select::new(l, "kind", l.t("document-kind"), errors).options(kinds, value(form, "kind"));
            let number = Input::new(l, "number", l.t("document-number"), errors).hint(l.t("correct-document-hint"));
            question.field(kind).field(number.width(20).value(value(form, "number")))
        }
    }
}

/// The input to which an error about the whole field belongs.
pub(crate) fn first_field(field: &str) -> &str {
    match field {
        "names" => "passport",
        "document" => "number",
        other => other,
    }
}

fn page(ctx: &Ctx, field: &str, form: &Form, record: &Record, version: u32, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let title = l.t(&format!("correct-{field}"));
    let why = Textarea::new(l, "why", l.t("correct-why"), &errors).hint(l.t("correct-why-hint")).value(value(form, "why"));
    let mut question = Question::new(ctx.frame(title.clone()).back("/correct"), errors.clone()).heading(title);
    if let Some(identity) = &record.identity {
        let now: Vec<String> = values(l, field, identity).into_iter().map(|(label, value)| format!("{label}: {value}")).collect();
        question = question.html(inset(&l.t1("correct-now", "values", now.join("; "))));
    }
    question = fields(l, field, form, &errors, question);
    question
        .field(why)
        .hidden("version", version)
        .hidden("person", record.person)
        .hidden("key", key::of(ctx, form))
        .button(l.t("save"))
        .respond(ctx)
}

/// The whole record of the one who was chosen among the person and their household.
async fn chosen(ctx: &Ctx, choose: impl FnOnce(&[Record]) -> Option<PersonId>) -> Result<Record, Failure> {
    let person = choose(&everybody(ctx).await?).ok_or(Failure::NotFound)?;
    Ok(ctx.service().record_of(ctx.person()?, person).await?)
}

pub(super) async fn get(ctx: Ctx, Path((_, field)): Path<(String, String)>, Query(whose): Query<Whose>) -> Result<Response, Failure> {
    if !FIELDS.contains(&field.as_str()) {
        return Err(Failure::NotFound);
    }
    let record = chosen(&ctx, |people| people.get(whose.who).map(|record| record.person)).await?;
    let form = record.identity.as_ref().map(|identity| filled(&field, identity)).unwrap_or_default();
    page(&ctx, &field, &form, &record, record.version, Errors::default())
}

fn names(l: Locale, form: &Form, errors: &mut Errors) -> Option<Change> {
    let mut name = |key: &str| errors.take(key, Name::parse_optional(form.get(key)).map_err(|error| text_error(l, error))).flatten();
    let names = Names { passport: name("passport"), local: name("local"), machine: name("machine"), called: name("called") };
    if !errors.is_empty() {
        return None;
    }
    errors.take("passport", names.checked().map_err(|_| l.t("correct-names-error"))).map(Change::Names)
}

/// What a form says of a field, or what is to be mended.
pub(crate) fn change(ctx: &Ctx, field: &str, form: &Form, errors: &mut Errors) -> Option<Change> {
    let l = ctx.l;
    match field {
        "names" => names(l, form, errors),
        "birth" => errors.take("birth", DateAnswer::of(form, "birth").parse_birth(l, ctx.service().today())).map(Change::Birth),
        "citizenship" => {
            let code = form.get("citizenship");
            let known = || countries::options(l).iter().any(|(c, _)| c == code);
            let parsed = match code {
                "" => Ok(None),
                code => CitizenshipCode::parse(code).ok().filter(|_| known()).map(Some).ok_or_else(|| l.t("correct-citizenship-error")),
            };
            errors.take("citizenship", parsed).map(Change::Citizenship)
        }
        _ => {
            let number = form.get("number").trim();
            let kind = KINDS.iter().find(|(key, _)| *key == form.get("kind")).map_or(DocumentKind::Other, |(_, kind)| *kind);
            let parsed = if number.is_empty() {
                Ok(None)
            } else {
                Document::parse(kind, number).map(Some).map_err(|_| l.t("correct-document-error"))
            };
            errors.take("number", parsed).map(Change::Document)
        }
    }
}

pub(super) async fn post(Path((_, field)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    if !FIELDS.contains(&field.as_str()) {
        return Err(Failure::NotFound);
    }
    let session = ctx.person()?;
    let record = &chosen(&ctx, |people| people.iter().map(|r| r.person).find(|id| id.to_string() == form.get("person"))).await?;
    let version = form.number("version");
    let mut errors = Errors::default();
    let change = change(&ctx, &field, &form, &mut errors);
    let why = errors.take("why", Words::parse_optional(form.get("why")).map_err(|error| text_error(ctx.l, error))).flatten();
    let Some(change) = change.filter(|_| errors.is_empty()) else {
        return page(&ctx, &field, &form, record, version, errors);
    };
    let command = Correction { person: record.person, change: change.clone(), why, seen: version, locale: ctx.l };
    match ctx.service().correct(session, command, &key::of(&ctx, &form)).await {
        Ok(done) => Ok(ctx.go(&format!("/declared/{}", done.reference))),
        Err(Error::Stale(_)) => both(&ctx, &field, &form, record, change),
        Err(error) => match Failure::sentence(&error, ctx.l) {
            Some(sentence) => {
                errors.add(first_field(&field), sentence);
                page(&ctx, &field, &form, record, version, errors)
            }
            None => Err(error.into()),
        },
    }
}

/// Another device changed the record meanwhile: both versions, and a question.
fn both(ctx: &Ctx, field: &str, form: &Form, record: &Record, change: Change) -> Result<Response, Failure> {
    let now = record.identity.as_ref().ok_or(Failure::NotFound)?;
    let mut sent = now.clone();
    match change {
        Change::Names(names) => sent.names = names,
        Change::Birth(birth) => sent.birth = birth,
        Change::Citizenship(code) => sent.citizenship = code,
        Change::Document(document) => sent.document = document,
    }
    let fields: &[&str] = match field {
        "names" => &NAMES,
        "birth" => &["birth-day", "birth-month", "birth-year"],
        "citizenship" => &["citizenship"],
        _ => &["kind", "number"],
    };
    let mut hidden: Vec<(String, String)> =
        fields.iter().chain(&["why", "key"]).map(|name| ((*name).to_owned(), form.get(name).to_owned())).collect();
    hidden.push(("person".to_owned(), record.person.to_string()));
    hidden.push(("version".to_owned(), record.version.to_string()));
    BothVersions {
        now: values(ctx.l, field, now),
        sent: values(ctx.l, field, &sent),
        action: format!("/correct/{field}"),
        hidden,
        keep: "/record",
    }
    .respond(ctx)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_shows_what_stands_on_the_record() {
        let names = Names { passport: Name::parse("KARIMOV ANVAR").ok(), called: Name::parse("Anvar").ok(), ..Names::default() };
        let identity = Identity { names, birth: None, citizenship: None, document: Document::parse(DocumentKind::Other, "AA 123").ok() };
        assert_eq!(filled("names", &identity).get("passport"), "KARIMOV ANVAR");
        assert_eq!(filled("document", &identity).get("kind"), "other");
        assert_eq!(filled("birth", &identity).get("birth-year"), "");
        let mut errors = Errors::default();
        let Some(Change::Names(read)) = super::names(Locale::En, &filled("names", &identity), &mut errors) else { panic!("{errors:?}") };
        assert_eq!(read, identity.names);
    }

    #[test]
    fn somebody_keeps_at_least_one_name() {
        let mut errors = Errors::default();
        assert!(super::names(Locale::En, &Form::default(), &mut errors).is_none());
        assert!(errors.on("passport").is_some());
    }
}
