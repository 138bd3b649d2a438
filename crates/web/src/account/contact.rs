//! `/account/contact`: each way to reach a person can be replaced without access to the old one.

use super::email::{looks_like_email, looks_like_phone};
use super::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Choice, Choices, Input, Question, Select};
use crate::record::{BothVersions, Side};
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_register::{Contact, Line};
use doorstep_service::Error;

fn text(line: Option<&Line>) -> String {
    line.map(|line| line.as_str().to_owned()).unwrap_or_default()
}

fn page(ctx: &Ctx, typed: [String; 3], looks: bool, version: u32, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let [email, phone, language] = typed;
    let tell = Choices::new(l, "tell", l.t("contact-looks"), &errors)
        .choices(vec![Choice::new("looks", l.t("contact-looks-email"), looks).hint(l.t("contact-looks-hint"))])
        .many();
    let languages = Locale::EVERY.into_iter().map(|l| (l.tag().to_owned(), l.own_name().to_owned())).collect();
    let title = l.t("account-contact-title");
    let email = Input::new(l, "email", l.t("contact-email"), &errors)
        .hint(l.t("contact-email-hint"))
        .kind("email")
        .autocomplete("email")
        .value(email);
    let phone = Input::new(l, "phone", l.t("contact-phone"), &errors)
        .hint(l.t("contact-phone-hint"))
        .kind("tel")
        .autocomplete("tel")
        .width(20)
        .value(phone);
    let language = Select::new(l, "language", l.t("contact-language"), &errors).options(languages, language);
    Question::new(ctx.frame(title.clone()).back("/account"), errors)
        .heading(title)
        .field(email)
        .field(phone)
        .field(language)
        .field(tell)
        .hidden("version", version)
        .button(l.t("save"))
        .respond(ctx)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let record = ctx.service().record(ctx.person()?).await?;
    let contact = &record.contact;
    let language = contact.language.as_ref().map_or_else(|| ctx.l.tag().to_owned(), |tag| tag.as_str().to_owned());
    page(
        &ctx,
        [text(contact.email.as_ref()), text(contact.phone.as_ref()), language],
        contact.looks_by_email,
        record.version,
        Errors::default(),
    )
}

fn parsed(l: Locale, form: &Form, errors: &mut Errors) -> Contact {
    let line = |errors: &mut Errors, field: &str| {
        errors.take(field, Line::parse_optional(form.get(field)).map_err(|error| text_error(l, error))).flatten()
    };
    let contact = Contact {
        email: line(errors, "email"),
        phone: line(errors, "phone"),
        language: line(errors, "language"),
        looks_by_email: form.has("tell"),
    };
    if contact.email.as_ref().is_some_and(|e| !looks_like_email(e.as_str())) {
        errors.add("email", l.t("account-error-email"));
    }
    if contact.looks_by_email && form.get("email").trim().is_empty() {
        errors.add("email", l.t("contact-looks-error"));
    }
    if contact.phone.as_ref().is_some_and(|p| !looks_like_phone(p.as_str())) {
        errors.add("phone", l.t("account-error-phone"));
    }
    if contact.language.as_ref().is_some_and(|tag| tag.as_str().parse::<Locale>().is_err()) {
        errors.add("language", l.t("account-error-language"));
    }
    contact
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let mut errors = Errors::default();
    let contact = parsed(ctx.l, &form, &mut errors);
    let version = form.number("version");
    if !errors.is_empty() {
        let typed = ["email", "phone", "language"].map(|field| form.get(field).chars().take(300).collect());
        return page(&ctx, typed, form.has("tell"), version, errors);
    }
    match ctx.service().set_contact(ctx.person()?, contact.clone(), version, ctx.l).await {
        Ok(()) => Ok(ctx.go("/account")),
        Err(Error::Stale(_)) => both(&ctx, contact).await,
        Err(other) => Err(other.into()),
    }
}

/// Another device changed the record meanwhile: both versions, and a question.
async fn both(ctx: &Ctx, mine: Contact) -> Result<Response, Failure> {
    let record = ctx.service().record(ctx.person()?).await?;
    let l = ctx.l;
    let side = |contact: &Contact| -> Side {
        vec![
            (l.t("contact-email"), text(contact.email.as_ref())),
            (l.t("contact-phone"), text(contact.phone.as_ref())),
            (l.t("contact-language"), text(contact.language.as_ref())),
            (l.t("contact-looks"), l.t(if contact.looks_by_email { "contact-looks-email" } else { "contact-looks-page" })),
        ]
    };
    let hidden = [("email", &mine.email), ("phone", &mine.phone), ("language", &mine.language)];
    let mut hidden: Vec<_> = hidden.into_iter().map(|(name, line)| (name.to_owned(), text(line.as_ref()))).collect();
    if mine.looks_by_email {
        hidden.push(("tell".to_owned(), "looks".to_owned()));
    }
    hidden.push(("version".to_owned(), record.version.to_string()));
    BothVersions { now: side(&record.contact), sent: side(&mine), action: "/account/contact".to_owned(), hidden, keep: "/account" }
        .respond(ctx)
}
