//! `/ask/address`: who may see somebody's address. In words that tell nothing to whoever looks over a shoulder, and in effect at once.

use super::{case_path, open};
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Choice, Choices, Question, Textarea, escape, paragraph};
use axum::response::Response;
use doorstep_policy::CaseKind;
use doorstep_register::{Record, Words};

/// What the page has to know.
struct Facts {
    record: Record,
    /// For whom the person acts, by number from 1. Empty on a page of one of them.
    household: Vec<Record>,
}

impl Facts {
    async fn load(ctx: &Ctx) -> Result<Facts, Failure> {
        let (session, service) = (ctx.person()?, ctx.service());
        let record = service.record(session).await?;
        let household = if ctx.acting.is_some() { Vec::new() } else { service.household(session).await? };
        Ok(Facts { record, household })
    }
}

fn list(items: &[String]) -> String {
    let items: String = items.iter().map(|item| format!("<li>{}</li>", escape(item))).collect();
    format!("<ul class=\"ds-list ds-list--bullet\">{items}</ul>")
}

fn title(text: &str) -> String {
    format!("<h2 class=\"ds-heading-m\">{}</h2>", escape(text))
}

fn page(ctx: &Ctx, facts: &Facts, form: Option<&Form>, errors: Errors) -> Question {
    let l = ctx.l;
    let text = |ids: &[&str]| ids.iter().map(|id| l.t(id)).collect::<Vec<_>>();
    let heading = l.t("ask-address");
    let frame = ctx.frame(heading.clone()).back(format!("/ask{}", ctx.for_whom()));
    let typed: String = form.map(|form| form.get("words").chars().take(5000).collect()).unwrap_or_default();
    let words = Textarea::new(l, "words", l.t("ask-address-words"), &errors).hint(l.t("ask-address-words-hint")).value(typed);
    let mail = match &facts.record.contact.email {
        Some(email) => l.t1("ask-address-mail", "email", email.as_str()),
        None => l.t("ask-address-no-mail"),
    };
    let family = if ctx.acting.is_some() { "ask-address-hides-others" } else { "ask-address-hides-family" };
    let mut page = Question::new(frame, errors.clone())
        .heading(heading)
        .before(paragraph(&l.t("ask-address-lead")))
        .before(title(&l.t("ask-address-hides")))
        .before(list(&text(&["ask-address-hides-host", family, "ask-address-hides-results", "ask-address-hides-mail"])))
        .before(title(&l.t("ask-address-changes")))
        .before(list(&text(&[
            "ask-address-changes-sign-in",
            "ask-address-changes-stays",
            "ask-address-changes-given",
            "ask-address-changes-back",
        ])))
        .before(paragraph(&mail))
        .link(format!("/account/contact{}", ctx.for_whom()), l.t("ask-address-change-mail"));
    if !facts.household.is_empty() {
        let choices = facts.household.iter().enumerate().map(|(i, member)| {
            let number = (i + 1).to_string();
            let chosen = form.is_none_or(|form| form.all("along").any(|value| value == number));
            Choice::new(&number, member.names().map_or("", |names| names.formal()).to_owned(), chosen).foreign()
        });
        let along = Choices::new(l, "along", l.t("ask-address-along"), &errors).hint(l.t("ask-address-along-hint")).many();
        page = page.field(along.choices(choices.collect()));
    }
    page.field(words).button(l.t("ask-address-button"))
}

/// The page where the address is hidden already.
fn hidden(ctx: &Ctx, heading: String, way_back: (String, String)) -> Question {
    let l = ctx.l;
    let frame = ctx.frame(heading.clone()).back(format!("/ask{}", ctx.for_whom()));
    let page = Question::new(frame, Errors::default()).heading(heading).html(paragraph(&l.t("ask-address-is-hidden")));
    page.linked(way_back.0, way_back.1)
}

async fn already(ctx: &Ctx, facts: &Facts) -> Result<Option<Question>, Failure> {
    let (l, heading) = (ctx.l, ctx.l.t("ask-address"));
    if let Some(id) = open(ctx, CaseKind::Protection).await? {
        return Ok(Some(hidden(ctx, heading, (case_path(ctx, id), l.t("ask-to-case")))));
    }
    let shown = format!("/ask/address/shown{}", ctx.for_whom());
    Ok(facts.record.hidden.then(|| hidden(ctx, heading, (shown, l.t("ask-address-show")))))
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let facts = Facts::load(&ctx).await?;
    match already(&ctx, &facts).await? {
        Some(page) => page.respond(&ctx),
        None => page(&ctx, &facts, None, Errors::default()).respond(&ctx),
    }
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let service = ctx.service();
    let typed = match form.get("words").trim() {
        "" => ctx.l.t("ask-address-no-words"),
        words => words.to_owned(),
    };
    let mut errors = Errors::default();
    let Some(words) = errors.take("words", Words::parse(&typed).map_err(|error| text_error(ctx.l, error))) else {
        return page(&ctx, &Facts::load(&ctx).await?, Some(&form), errors).respond(&ctx);
    };
    service.ask_for_case(ctx.person()?, CaseKind::Protection, words.clone()).await?;
    if ctx.acting.is_none() {
        let along: Vec<usize> = form.all("along").filter_map(|number| number.parse().ok()).collect();
        for number in along {
            let acting = service.acting_for(ctx.person()?, number).await?;
            service.ask_for_case(&acting, CaseKind::Protection, words.clone()).await?;
        }
    }
    Ok(ctx.go(&format!("/ask/address/done{}", ctx.for_whom())))
}
