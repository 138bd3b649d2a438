//! `/due`: each duty, by when, and how that was counted; and why it could not be in time, if somebody wants to say so.

use crate::account::text_error;
use crate::ctx::Ctx;
use crate::duty::{AllDue, Card, WhyBox, field, general};
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::journey::Plan;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::{Line, Words};
use doorstep_rules::Trigger;
use doorstep_service::{DueItem, DueState};
use jiff::ToSpan;
use jiff::civil::Date;

/// The end of a stay for which no duty stands on the page.
struct Stay {
    until: Date,
    /// Three days before it are still ahead.
    reminded: bool,
    /// Whether the law asks for a renewal cannot be counted: the calendar does not reach.
    beyond: bool,
}

#[derive(Template)]
#[template(path = "record/due.html")]
struct Page {
    f: Frame,
    errors: Errors,
    cards: Vec<Card>,
    /// The end of the stay, as the person named it.
    stay: Option<Stay>,
    /// The calendar does not reach far enough.
    beyond: bool,
    /// Nothing was declared yet, and no day was said from which to count.
    unsaid: bool,
    not_reviewed: Option<&'static str>,
    pack: String,
}

/// Whether the person may say why it could not be in time: where it was overdue, once.
fn asks(item: &DueItem) -> bool {
    item.overdue && item.explained.is_none()
}

fn show(ctx: &Ctx, all: &AllDue, form: Option<&Form>, errors: Errors) -> Result<Response, Failure> {
    let service = ctx.service();
    let mut asked: Vec<String> = Vec::new();
    let mut why = |item: &DueItem| {
        let id = field(general(item));
        if !asks(item) || asked.contains(&id) {
            return None;
        }
        let typed = form.filter(|form| form.get("rule") == id).map(|form| form.get("words").chars().take(5_000).collect());
        let error = errors.on(&id).map(str::to_owned);
        asked.push(id);
        Some(WhyBox { csrf: ctx.form_key.token(), words: typed.unwrap_or_default(), error })
    };
    let Plan { journey, answers, .. } = &all.plan;
    let mut cards: Vec<Card> = Vec::new();
    for item in &all.plan.items {
        let card = Card::full(ctx, item).done_at(journey.start());
        let said = !answers.late.is_empty() && item.overdue;
        cards.push(match why(item).filter(|_| !said) {
            Some(asking) => card.asking(asking),
            None if said => card.said(&answers.late),
            None => card,
        });
    }
    // What is still open comes first; what was met stands below it as proof.
    let (done, ahead): (Vec<_>, Vec<_>) = all.items.iter().partition(|item| matches!(item.state, DueState::Met(_)));
    for item in ahead.into_iter().chain(done) {
        let card = Card::full(ctx, item).done_at("/renew");
        cards.push(match why(item) {
            Some(asking) => card.asking(asking),
            None => card,
        });
    }
    // Where the law asks for a renewal, its card says it all.
    let renewal = all.items.iter().any(|item| item.duty.trigger == Trigger::Renewal && !matches!(item.state, DueState::Met(_)));
    let stay = |until: Date| Stay {
        until,
        reminded: until.checked_sub(3.days()).is_ok_and(|ahead| ahead > service.today()),
        beyond: service.beyond_calendar(Trigger::Renewal, until),
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut f = ctx.frame(ctx.l.t("due-title")).back("/record");
    f.error = !errors.is_empty();
    let page = Page {
        f,
        errors,
        stay: all.record.current().and_then(|current| current.until()).filter(|_| !renewal).map(stay),
        beyond: all.plan.beyond,
        unsaid: all.record.residences.is_empty() && all.plan.items.is_empty() && !all.plan.beyond,
        cards,
        not_reviewed: service.pack().not_reviewed(ctx.l.tag()),
        pack: format!("{} {}", service.pack().name(ctx.l.tag()), service.pack().version()),
    };
    ctx.page(status, &page)
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let all = AllDue::load(&ctx).await?;
    show(&ctx, &all, None, Errors::default())
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let mut all = AllDue::load(&ctx).await?;
    let id = form.get("rule").to_owned();
    let about = |item: &&DueItem| asks(item) && field(general(item)) == id;
    let planned = all.plan.items.iter().any(|item| about(&item));
    let rule = all.items.iter().find(about).map(|item| item.duty.rule.clone());
    if !planned && rule.is_none() {
        // Said already, as by a second tap, or not overdue any more.
        return Ok(ctx.go(&format!("/due{}", ctx.for_whom())));
    }
    let mut errors = Errors::default();
    let Some(words) = errors.take(&id, Words::parse(form.get("words")).map_err(|error| text_error(ctx.l, error))) else {
        return show(&ctx, &all, Some(&form), errors);
    };
    match rule.filter(|_| !planned).map(|rule| Line::parse(&rule)) {
        // Before the declaration is filed, the words wait in its draft and go along with it.
        None => all.plan.explain(&ctx, words).await?,
        Some(Ok(rule)) => ctx.service().explain(ctx.person()?, rule, words).await?,
        Some(Err(_)) => return Err(Failure::NotFound),
    }
    Ok(ctx.go(&format!("/due{}", ctx.for_whom())))
}
