//! One step: GET shows the question, POST keeps the answer.

use super::answers::Answers;
use super::path::{self, Around};
use super::plan::Plan;
use super::step::{Journey, Step};
use super::steps;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Question, escape};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::Record;
use doorstep_service::{DueItem, Error, Session};
use serde::Deserialize;

/// Somebody on their way through a journey: their answers, and what the path depends on.
#[derive(Clone)]
pub(crate) struct Journeyman {
    pub(crate) session: Session,
    pub(crate) journey: Journey,
    pub(crate) version: u32,
    pub(crate) answers: Answers,
    pub(crate) record: Record,
    /// Members of the household; empty on pages that do not show them.
    pub(crate) household: Vec<Record>,
    pub(crate) items: Vec<DueItem>,
    pub(crate) beyond: bool,
    pub(crate) around: Around,
    /// Whether a decision marked the address; known where a page says it.
    pub(crate) marked: bool,
}

impl Journeyman {
    pub(crate) async fn load(ctx: &Ctx, journey: Journey) -> Result<Self, Failure> {
        let session = ctx.person()?.clone();
        let service = ctx.service();
        let record = service.record(&session).await?;
        match (journey, record.current().is_some()) {
            (Journey::Declare, true) | (Journey::Move | Journey::Family, false) => return Err(Failure::NotFound),
            _ => {}
        }
        let household = service.has_household(record.person).await?;
        let Plan { version, answers, items, beyond, .. } = Plan::on(ctx, &session, &record, journey).await?;
        let passed = items.iter().any(|item| item.overdue);
        let around = Around { journey, known: record.identity.is_some(), household, passed };
        Ok(Journeyman { session, journey, version, answers, record, household: Vec::new(), items, beyond, around, marked: false })
    }

    /// With the names of the household, where a page shows them: opening them leaves a look at each.
    pub(crate) async fn with_family(mut self, ctx: &Ctx) -> Result<Self, Failure> {
        if self.around.household {
            self.household = ctx.service().household(&self.session).await?;
        }
        Ok(self)
    }

    /// As check-answers shows it: with the household, and what is known of the address.
    pub(crate) async fn for_check(self, ctx: &Ctx) -> Result<Self, Failure> {
        let mut whole = self.with_family(ctx).await?;
        if let Some(place) = &whole.answers.place {
            whole.marked = ctx.service().is_marked(place).await?;
        }
        Ok(whole)
    }

    async fn load_at(ctx: &Ctx, journey: Journey, step: Step) -> Result<Self, Failure> {
        let traveller = Journeyman::load(ctx, journey).await?;
        if step == Step::Along { traveller.with_family(ctx).await } else { Ok(traveller) }
    }

    /// Where to go on: the first open question, or check-answers.
    pub(crate) fn next_path(&self) -> String {
        match path::open_step(&self.answers, self.around) {
            Some(step) => self.path_of(step),
            None => format!("/{}/check", self.journey.slug()),
        }
    }

    pub(crate) fn path_of(&self, step: Step) -> String {
        format!("/{}/step/{}", self.journey.slug(), step.slug())
    }

    fn back_path(&self, step: Step, changing: bool) -> String {
        if changing {
            return format!("/{}/check", self.journey.slug());
        }
        match path::before(&self.answers, self.around, step) {
            Some(before) => self.path_of(before),
            None => format!("/{}", self.journey.slug()),
        }
    }

    /// A question of this step, with its caption and hidden fields.
    pub(crate) fn question(&self, ctx: &Ctx, step: Step, title: String, errors: Errors, changing: bool) -> Question {
        let frame = ctx.frame(title).back(self.back_path(step, changing));
        let mut question = Question::new(frame, errors).hidden("version", self.version);
        if self.session.posted_on().is_some() {
            question.caption = crate::paper::number(step).map(|n| ctx.l.t1("desk-post-field", "n", n));
        }
        question
    }

    /// Keeps the answers.
    pub(crate) async fn save(&mut self, ctx: &Ctx, step: Step, answered: bool) -> Result<(), Error> {
        if answered {
            self.answers.done.insert(step);
        } else {
            self.answers.done.remove(&step);
        }
        self.answers.told = Plan::told(&self.items);
        ctx.service().save_draft(&self.session, self.journey.slug(), self.version, self.answers.write()).await?;
        self.version += 1;
        Ok(())
    }
}

#[derive(Deserialize)]
pub(crate) struct At {
    #[serde(rename = "locale")]
    _locale: String,
    journey: String,
    step: String,
}

#[derive(Deserialize, Default)]
pub(crate) struct How {
    #[serde(default)]
    change: Option<String>,
}

fn parse(at: &At) -> Result<(Journey, Step), Failure> {
    Ok((at.journey.parse().map_err(|()| Failure::NotFound)?, at.step.parse().map_err(|()| Failure::NotFound)?))
}

/// GET `/{journey}/step/{step}`
pub(crate) async fn get(ctx: Ctx, Path(at): Path<At>, Query(how): Query<How>) -> Result<Response, Failure> {
    let (journey, step) = parse(&at)?;
    let traveller = Journeyman::load_at(&ctx, journey, step).await?;
    if !path::can_visit(&traveller.answers, traveller.around, step) {
        return Ok(ctx.go(&traveller.next_path()));
    }
    let form = steps::kept(&traveller, step, &ctx);
    steps::show(&ctx, &traveller, step, &form, Errors::default(), how.change.is_some()).respond(&ctx)
}

/// POST `/{journey}/step/{step}`
pub(crate) async fn post(Path(at): Path<At>, Query(how): Query<How>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let (journey, step) = parse(&at)?;
    let mut traveller = Journeyman::load_at(&ctx, journey, step).await?;
    if !path::can_visit(&traveller.answers, traveller.around, step) {
        return Ok(ctx.go(&traveller.next_path()));
    }
    let changing = how.change.is_some();
    let before = traveller.answers.clone();
    let mut errors = Errors::default();
    let stay = steps::keep(&ctx, &mut traveller, step, &form, &mut errors);
    if !errors.is_empty() {
        return steps::show(&ctx, &traveller, step, &form, errors, changing).respond(&ctx);
    }
    if form.number("version") != traveller.version && before != traveller.answers {
        return conflict(&ctx, &traveller, step, &form, &before);
    }
    match traveller.save(&ctx, step, !stay).await {
        Ok(()) => {}
        // Saved by another device between our reading and our writing: show both.
        Err(Error::Stale(_)) => {
            let now = Journeyman::load(&ctx, journey).await?;
            let theirs = now.answers.clone();
            return conflict(&ctx, &now, step, &form, &theirs);
        }
        Err(other) => return Err(other.into()),
    }
    let suffix = if changing { "?change=1" } else { "" };
    if stay {
        return Ok(ctx.go(&format!("{}{suffix}", traveller.path_of(step))));
    }
    // The answer may have changed what the path depends on.
    let traveller = Journeyman::load(&ctx, journey).await?;
    Ok(ctx.go(&traveller.next_path()))
}

/// Another device has answered meanwhile: both answers, and a choice. Nothing is overwritten unasked.
fn conflict(ctx: &Ctx, traveller: &Journeyman, step: Step, form: &Form, theirs: &Answers) -> Result<Response, Failure> {
    let l = ctx.l;
    let mut rows = String::new();
    let mine = form.fields_for_people();
    let kept = Journeyman { answers: theirs.clone(), ..traveller.clone() };
    let there = steps::kept(&kept, step, ctx).fields_for_people();
    for (title, fields) in [(l.t("conflict-there"), &there), (l.t("conflict-mine"), &mine)] {
        let values: Vec<String> = fields.iter().map(|value| format!("<li><bdi>{}</bdi></li>", escape(value))).collect();
        rows.push_str(&format!(
            "<section class=\"ds-sides__side\"><h2 class=\"ds-heading-s\">{}</h2><ul class=\"ds-list\">{}</ul></section>",
            escape(&title),
            values.join("")
        ));
    }
    let mut question = traveller
        .question(ctx, step, l.t("conflict-title"), Errors::default(), false)
        .heading(l.t("conflict-title"))
        .html(crate::part::paragraph(&l.t("conflict-text")))
        .html(format!("<div class=\"ds-sides\">{rows}</div>"))
        .hidden("mine", "1")
        .button(l.t("conflict-use-mine"))
        .link(traveller.next_path(), l.t("conflict-keep-there"));
    for (name, value) in form.for_resend() {
        question = question.hidden(&name, value);
    }
    let mut response = question.respond(ctx)?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}
