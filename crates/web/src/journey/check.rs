//! Check-answers: everything once more, each with "Change", and one button that files it.

use super::answers::Where;
use super::page::Journeyman;
use super::path;
use super::step::{Journey, Step};
use crate::ctx::Ctx;
use crate::duty::Card;
use crate::failure::Failure;
use crate::form::{Errors, Form};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_register::world::bytes;
use doorstep_register::{Birth, Place};

pub(crate) struct AnswerRow {
    slug: &'static str,
    key: String,
    values: Vec<String>,
    /// What the person saw before another device changed it.
    was: Option<Vec<String>>,
    change: String,
}

impl AnswerRow {
    /// The values in one field of the form, a line each: so that the page that comes back knows what was seen.
    fn seen(&self) -> String {
        self.values.join("\n")
    }

    /// Puts what the person saw beside what stands there now, where the two differ.
    fn compared(mut self, seen: &Form) -> Self {
        let field = format!("seen-{}", self.slug);
        let was = seen.get(&field).replace('\r', "");
        if was != self.seen() {
            self.was = Some(was.lines().map(|line| line.chars().take(300).collect()).collect());
        }
        self
    }
}

#[derive(Template)]
#[template(path = "journey/check.html")]
pub(crate) struct Check {
    f: Frame,
    errors: Errors,
    rows: Vec<AnswerRow>,
    deadlines: Vec<Card>,
    beyond: bool,
    /// Whether the address is marked: a question, and no condition.
    marked: bool,
    key: String,
    version: u32,
    journey: &'static str,
}

/// GET `/{journey}/check`
pub(crate) async fn get(ctx: Ctx, Path((_, journey)): Path<(String, String)>) -> Result<Response, Failure> {
    let journey: Journey = journey.parse().map_err(|()| Failure::NotFound)?;
    let traveller = Journeyman::load(&ctx, journey).await?.for_check(&ctx).await?;
    if path::open_step(&traveller.answers, traveller.around).is_some() {
        return Ok(ctx.go(&traveller.next_path()));
    }
    let key = URL_SAFE_NO_PAD.encode(bytes::<16>(&*ctx.web.0.config.random));
    show(&ctx, &traveller, key, Errors::default())
}

/// The answers as another device has left them, beside those that the person saw and sent. Nothing was filed.
pub(super) fn show_both(ctx: &Ctx, traveller: &Journeyman, key: String, sent: &Form) -> Result<Response, Failure> {
    let mut errors = Errors::default();
    errors.add("", ctx.l.t("check-stale"));
    page(ctx, traveller, key, errors, rows(ctx, traveller).into_iter().map(|row| row.compared(sent)).collect())
}

/// The page, with what stands in the way of filing.
pub(super) fn show(ctx: &Ctx, traveller: &Journeyman, key: String, errors: Errors) -> Result<Response, Failure> {
    page(ctx, traveller, key, errors, rows(ctx, traveller))
}

fn page(ctx: &Ctx, traveller: &Journeyman, key: String, errors: Errors, rows: Vec<AnswerRow>) -> Result<Response, Failure> {
    let l = ctx.l;
    let mut f = ctx.frame(l.t("check-title"));
    f.error = !errors.is_empty();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let deadlines = traveller.items.iter().map(|item| Card::short(ctx, item)).collect();
    let page = Check {
        f,
        errors,
        rows,
        deadlines,
        beyond: traveller.beyond,
        marked: traveller.marked,
        key,
        version: traveller.version,
        journey: traveller.journey.slug(),
    };
    ctx.page(status, &page)
}

/// A birth in words, as far as it is known.
pub(crate) fn birth_words(ctx: &Ctx, birth: &Birth) -> String {
    match (birth.month, birth.day) {
        (Some(_), Some(_)) => birth.earliest().map(|d| ctx.l.date(d)).unwrap_or_default(),
        _ => birth.to_string(),
    }
}

/// A place in lines.
pub(crate) fn place_lines(l: doorstep_locales::Locale, place: &Place) -> Vec<String> {
    match place {
        Place::Listed { text, unit, .. } => {
            let mut lines = vec![text.as_str().to_owned()];
            lines.extend(unit.flat.as_ref().map(|flat| l.t1("place-flat", "flat", flat.as_str())));
            lines.extend(unit.room.as_ref().map(|room| l.t1("place-room", "room", room.as_str())));
            lines
        }
        Place::NotListed { description } => vec![description.as_str().to_owned(), l.t("place-not-listed")],
        Place::NoFixedAddress { reached_at } => vec![l.t("place-none"), l.t1("place-reached", "at", reached_at.as_str())],
    }
}

fn rows(ctx: &Ctx, traveller: &Journeyman) -> Vec<AnswerRow> {
    path::path(&traveller.answers, traveller.around)
        .into_iter()
        .filter_map(|step| {
            let values = values(ctx, traveller, step)?;
            let change = format!("{}?change=1", traveller.path_of(step));
            Some(AnswerRow { slug: step.slug(), key: ctx.l.t(&format!("check-{}", step.slug())), values, was: None, change })
        })
        .collect()
}

/// What a step's row says; `None` for steps whose answer another row shows.
fn values(ctx: &Ctx, traveller: &Journeyman, step: Step) -> Option<Vec<String>> {
    let (l, answers) = (ctx.l, &traveller.answers);
    let or_not = |value: Option<String>| vec![value.filter(|v| !v.is_empty()).unwrap_or_else(|| l.t("check-not-given"))];
    let line = |line: &Option<doorstep_register::Line>| line.as_ref().map(|l| l.as_str().to_owned());
    Some(match step {
        Step::Name => answers.names.all().map(|n| n.as_str().to_owned()).collect(),
        Step::Birth => {
            let birth = answers.birth.parse_birth(l, ctx.service().today()).ok().flatten();
            or_not(birth.map(|b| birth_words(ctx, &b)))
        }
        Step::Citizenship => {
            let name = Some(answers.citizenship.as_str()).filter(|c| !c.is_empty()).map(|c| super::countries::name(l, c));
            or_not(name)
        }
        Step::Arrived => or_not(answers.arrived.map(|d| l.date_with_weekday(d))),
        Step::Address => match answers.how? {
            Where::Listed => match &answers.place {
                Some(Place::Listed { text, .. }) => vec![text.as_str().to_owned()],
                _ => return None,
            },
            Where::NotListed => vec![l.t("place-not-listed")],
            Where::NoFixedAddress => vec![l.t("place-none")],
        },
        Step::Unit => {
            let lines = answers.place.as_ref().map(|p| place_lines(l, p)).unwrap_or_default();
            let unit: Vec<String> = lines.into_iter().skip(1).collect();
            if unit.is_empty() { or_not(None) } else { unit }
        }
        Step::NotListed | Step::NoAddress => vec![answers.place.as_ref()?.text().to_owned()],
        Step::Since => or_not(answers.since.map(|d| l.date_with_weekday(d))),
        Step::Until => or_not(answers.until.map(|d| l.date_with_weekday(d))),
        Step::Family => vec![l.t(if answers.with_family == Some(true) { "family-yes" } else { "family-no" })],
        Step::Members => answers.members.iter().map(|m| m.names.formal().to_owned()).collect(),
        Step::Along => {
            let names = traveller.household.iter().filter(|r| answers.along.contains(&r.person.0));
            let names: Vec<String> = names.filter_map(|r| r.names().map(|n| n.formal().to_owned())).collect();
            if names.is_empty() { vec![l.t("along-nobody")] } else { names }
        }
        Step::Document => or_not(answers.document.as_ref().map(|d| d.number.as_str().to_owned())),
        Step::Evidence => {
            let titles: Vec<String> = answers.photos.iter().map(|p| p.title.clone()).collect();
            if titles.is_empty() { or_not(None) } else { titles }
        }
        Step::Contact => {
            let lines: Vec<String> = [line(&answers.contact.email), line(&answers.contact.phone)].into_iter().flatten().collect();
            if lines.is_empty() { or_not(None) } else { lines }
        }
        Step::Late => or_not(Some(answers.late.clone())),
    })
}

impl Journey {
    /// Whether somebody says who they are on this journey.
    pub(super) fn introduces(self) -> bool {
        self == Journey::Declare
    }
}
