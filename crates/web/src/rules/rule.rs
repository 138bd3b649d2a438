//! `/rules/{rule}`: one duty with what relaxes it, and the count for a day that somebody types. Neither the day nor the citizenship stands
//! in an address or is kept: they are sent by a form, and the answer is a page to print.

use crate::account::text_error;
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::duty::Card;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::limits::Limited;
use crate::part::{DateInput, Input};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::{CitizenshipCode, Line};
use doorstep_rules::{Citizenship, Duty, Event, Rule, duties};
use jiff::civil::Date;

/// A rule in words.
struct Said {
    name: String,
    plain: String,
    who_must: String,
    exemptions: Vec<String>,
    evidence: Option<String>,
    fee: Option<String>,
    validity: Option<String>,
    renewal: Option<String>,
    in_force: (Option<Date>, Option<Date>),
    /// Where it was read: title and address.
    sources: Vec<(String, String)>,
}

impl Said {
    fn of(ctx: &Ctx, rule: &Rule) -> Said {
        let (lang, pack) = (ctx.l.tag(), ctx.service().pack());
        let text = |text: Option<&str>| text.map(str::to_owned);
        Said {
            name: rule.name(lang).to_owned(),
            plain: rule.plain(lang).to_owned(),
            who_must: rule.who_must(lang).to_owned(),
            exemptions: rule.exemptions().iter().map(|e| e.text.get(lang).to_owned()).collect(),
            evidence: text(rule.evidence(lang)),
            fee: rule.fee_on(ctx.service().today()).map(|fee| fee.text.get(lang).to_owned()),
            validity: text(rule.validity(lang)),
            renewal: text(rule.renewal(lang)),
            in_force: rule.in_force(),
            sources: pack.sources(&rule.source_keys()).into_iter().map(|source| (source.title, source.url)).collect(),
        }
    }
}

/// The count for the day that was typed.
struct Counted {
    card: Card,
    versions: String,
}

#[derive(Template)]
#[template(path = "rules/rule.html")]
struct Page {
    f: Frame,
    errors: Errors,
    not_reviewed: Option<&'static str>,
    general: Said,
    /// What gives citizens of some countries more time.
    relaxed: Vec<Said>,
    /// Fields of the form; none where the law names no number.
    fields: Vec<String>,
    counted: Option<Counted>,
}

fn found<'a>(ctx: &'a Ctx, id: &str) -> Result<&'a Rule, Failure> {
    ctx.service().pack().rule(id).filter(|rule| rule.overrides().is_none()).ok_or(Failure::NotFound)
}

fn show(ctx: &Ctx, id: &str, form: Option<&Form>, counted: Option<&Duty>, errors: Errors) -> Result<Response, Failure> {
    let (l, pack) = (ctx.l, ctx.service().pack());
    let rule = found(ctx, id)?;
    let typed = |name: &str| form.map_or(String::new(), |form| form.get(name).chars().take(20).collect());
    let mut fields = Vec::new();
    if rule.term().is_some() {
        let day =
            DateInput::new(l, "event", l.t("rules-event"), &errors).value(form.map(|f| DateAnswer::of(f, "event")).unwrap_or_default());
        let code = Input::new(l, "citizenship", l.t("rules-citizenship"), &errors);
        let code = code.hint(l.t("rules-citizenship-hint")).width(4).value(typed("citizenship"));
        fields = vec![day.render().unwrap_or_default(), code.render().unwrap_or_default()];
    }
    let versions = |duty: &Duty| {
        let (calendar, version) = &duty.calendar;
        l.t1("due-pack", "pack", format!("{} {}; {calendar} {version}; {}", pack.id(), duty.pack_version, duty.rule))
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut f = ctx.frame(rule.name(l.tag())).back("/rules");
    f.error = !errors.is_empty();
    let page = Page {
        f,
        errors,
        not_reviewed: pack.not_reviewed(l.tag()),
        general: Said::of(ctx, rule),
        relaxed: pack.rules().filter(|other| other.overrides() == Some(id)).map(|other| Said::of(ctx, other)).collect(),
        fields,
        counted: counted.map(|duty| Counted { card: Card::printed(ctx, duty), versions: versions(duty) }),
    };
    ctx.page(status, &page)
}

pub(super) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    show(&ctx, &id, None, None, Errors::default())
}

pub(super) async fn post(Path((_, id)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    ctx.limit(Limited::Api)?;
    let (l, service) = (ctx.l, ctx.service());
    let rule = found(&ctx, &id)?;
    let mut errors = Errors::default();
    let date = errors.take("event", DateAnswer::of(&form, "event").parse(l));
    let code = errors.take("citizenship", Line::parse_optional(form.get("citizenship")).map_err(|error| text_error(l, error))).flatten();
    let code = code.map(|code| CitizenshipCode::parse(&code.as_str().to_uppercase()));
    if matches!(code, Some(Err(_))) {
        errors.add("citizenship", l.t("rules-citizenship-error"));
    }
    let citizenship = code.and_then(Result::ok).and_then(|code| Citizenship::parse(code.as_str()).ok());
    let (Some(date), Some(trigger)) = (date.filter(|_| errors.is_empty()), rule.triggers().first().copied()) else {
        return show(&ctx, &id, Some(&form), None, errors);
    };
    let event = Event { trigger, date };
    let counted = duties(service.pack(), service.calendars(), &event, citizenship.as_ref());
    let of_rule = |duty: &&Duty| duty.rule == id || duty.overrides.as_deref() == Some(&id);
    match &counted {
        Ok(due) => match due.iter().find(of_rule) {
            Some(duty) => show(&ctx, &id, Some(&form), Some(duty), errors),
            None => {
                let others = duties(service.pack(), service.calendars(), &event, None).unwrap_or_default();
                // Whoever is exempt is not helped by another day.
                if others.iter().any(|duty| of_rule(&duty)) {
                    errors.add("citizenship", l.t("rules-exempt"));
                } else {
                    errors.add("event", l.t("rules-not-due"));
                }
                show(&ctx, &id, Some(&form), None, errors)
            }
        },
        // Out of the calendar is said, never guessed.
        Err(_) => {
            errors.add("event", l.t("due-beyond"));
            show(&ctx, &id, Some(&form), None, errors)
        }
    }
}
