//! Where: search, flat and room, or one of the other complete answers.

use super::text_error;
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::journey::answers::Where;
use crate::journey::page::Journeyman;
use crate::journey::step::Step;
use crate::part::{Choice, Choices, Input, Question, Textarea, details, escape, paragraph};
use doorstep_register::{Line, Place, Unit, Words};

/// How many suggestions a page shows.
const SUGGESTIONS: usize = 7;

pub(super) fn kept(traveller: &Journeyman, step: Step, form: &mut Form) {
    let answers = &traveller.answers;
    match (step, &answers.place) {
        (Step::Address, place) => {
            form.push("q", answers.query.clone());
            match (answers.how, place) {
                (Some(Where::Listed), Some(Place::Listed { key, .. })) => form.push("pick", format!("id:{}", key.as_str())),
                (Some(Where::NotListed), _) => form.push("pick", "not-listed".to_owned()),
                (Some(Where::NoFixedAddress), _) => form.push("pick", "none".to_owned()),
                _ => {}
            }
        }
        (Step::Unit, Some(Place::Listed { unit, .. })) => {
            let text = |line: &Option<Line>| line.as_ref().map(|l| l.as_str().to_owned()).unwrap_or_default();
            form.push("flat", text(&unit.flat));
            form.push("room", text(&unit.room));
        }
        (Step::NotListed, Some(Place::NotListed { description })) => form.push("description", description.as_str().to_owned()),
        (Step::NoAddress, Some(Place::NoFixedAddress { reached_at })) => form.push("reached", reached_at.as_str().to_owned()),
        _ => {}
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
        Step::Address => address(ctx, form, errors, page("address-title")),
        Step::Unit => {
            let (text, units) = match &traveller.answers.place {
                Some(Place::Listed { key, text, .. }) => {
                    let known = ctx.service().addresses().and_then(|r| r.get(key.as_str())).map(|a| a.units).unwrap_or_default();
                    (text.as_str().to_owned(), known)
                }
                _ => (String::new(), Vec::new()),
            };
            page("unit-title")
                .heading(l.t("unit-title"))
                .html(format!(
                    "<address class=\"ds-address\"><span class=\"ds-address__line\"><bdi>{}</bdi></span></address>",
                    escape(&text)
                ))
                .field(
                    Input::new(l, "flat", l.t("unit-flat"), errors)
                        .hint(l.t("unit-flat-hint"))
                        .value(form.get("flat"))
                        .width(10)
                        .list(units),
                )
                .field(Input::new(l, "room", l.t("unit-room"), errors).hint(l.t("unit-room-hint")).value(form.get("room")).width(10))
        }
        Step::NotListed => page("not-listed-title")
            .field(
                Textarea::new(l, "description", l.t("not-listed-title"), errors)
                    .question()
                    .hint(l.t("not-listed-hint"))
                    .value(form.get("description")),
            )
            .html(details(&l.t("not-listed-then"), &l.t("not-listed-then-text"))),
        _ => page("no-address-title")
            .field(
                Textarea::new(l, "reached", l.t("no-address-title"), errors)
                    .question()
                    .hint(l.t("no-address-hint"))
                    .value(form.get("reached")),
            )
            .html(details(&l.t("no-address-then"), &l.t("no-address-then-text"))),
    }
}

fn address(ctx: &Ctx, form: &Form, errors: &Errors, page: Question) -> Question {
    let l = ctx.l;
    let query = form.get("q");
    let chosen = form.get("pick");
    let mut choices = Vec::new();
    if let Some(register) = ctx.service().addresses().filter(|_| !query.trim().is_empty()) {
        for hit in register.search(query, SUGGESTIONS) {
            let value = format!("id:{}", hit.id);
            let choice = Choice::new(&value, hit.text, chosen == value).typed(query);
            choices.push(match hit.alias {
                Some(alias) => choice.hint(l.t1("address-alias", "alias", alias)),
                None => choice,
            });
        }
    }
    let found = !choices.is_empty();
    let mut page = page.field(
        Input::new(l, "q", l.t("address-title"), errors)
            .question()
            .hint(l.t("address-hint"))
            .value(query)
            .autocomplete("street-address")
            .search(),
    );
    if !query.trim().is_empty() && !found {
        page = page.html(paragraph(&l.t("address-nothing")));
    }
    let legend = if found { l.t("address-pick") } else { l.t("address-other") };
    let not_listed = Choice::new("not-listed", l.t("address-not-listed"), chosen == "not-listed");
    choices.push(if found { not_listed.after_or() } else { not_listed });
    choices.push(Choice::new("none", l.t("address-none"), chosen == "none"));
    page.field(Choices::new(l, "pick", legend, errors).choices(choices)).html(details(&l.t("address-why"), &l.t("address-why-text")))
}

pub(super) fn keep(ctx: &Ctx, traveller: &mut Journeyman, step: Step, form: &Form, errors: &mut Errors) -> bool {
    let l = ctx.l;
    match step {
        Step::Address => return keep_address(ctx, traveller, form, errors),
        Step::Unit => {
            let mut read = |id: &str| errors.take(id, Line::parse_optional(form.get(id)).map_err(|e| text_error(l, e))).flatten();
            let read = Unit { flat: read("flat"), room: read("room") };
            if let Some(Place::Listed { unit, .. }) = &mut traveller.answers.place {
                *unit = read;
            }
        }
        Step::NotListed => {
            if let Some(description) = errors.take("description", Words::parse(form.get("description")).map_err(|e| text_error(l, e))) {
                traveller.answers.place = Some(Place::NotListed { description });
            }
        }
        _ => {
            if let Some(reached_at) = errors.take("reached", Words::parse(form.get("reached")).map_err(|e| text_error(l, e))) {
                traveller.answers.place = Some(Place::NoFixedAddress { reached_at });
            }
        }
    }
    false
}

fn keep_address(ctx: &Ctx, traveller: &mut Journeyman, form: &Form, errors: &mut Errors) -> bool {
    let l = ctx.l;
    let query: String = form.get("q").trim().chars().take(200).collect();
    let answers = &mut traveller.answers;
    let searched_again = query != answers.query;
    answers.query = query.clone();
    // "Find" looks again, whatever is chosen below it.
    let finding = form.has("find");
    match form.get("pick") {
        "not-listed" if !finding => choose(traveller, Where::NotListed),
        "none" if !finding => choose(traveller, Where::NoFixedAddress),
        pick => {
            let register = ctx.service().addresses();
            let by_pick = pick.strip_prefix("id:").filter(|_| !searched_again && !finding).map(str::to_owned);
            // What a suggestion wrote into the field is the official text itself: no need to ask again.
            let by_text = || {
                let hits = register.as_ref().map(|r| r.search(&query, 1)).unwrap_or_default();
                hits.into_iter().next().filter(|hit| hit.text == query).map(|hit| hit.id)
            };
            let Some(id) = by_pick.or_else(by_text) else {
                if query.is_empty() {
                    errors.add("q", l.t("error-address-empty"));
                }
                traveller.answers.how = None;
                return true;
            };
            let Some(place) = register.as_ref().and_then(|r| listed(r, &id)) else {
                errors.add("q", l.t("error-address-gone"));
                return true;
            };
            let same =
                matches!((&traveller.answers.place, &place), (Some(Place::Listed { key: a, .. }), Place::Listed { key: b, .. }) if a == b);
            if !same {
                traveller.answers.place = Some(place);
                traveller.answers.done.remove(&Step::Unit);
            }
            traveller.answers.how = Some(Where::Listed);
            false
        }
    }
}

fn choose(traveller: &mut Journeyman, how: Where) -> bool {
    if traveller.answers.how != Some(how) {
        traveller.answers.how = Some(how);
        traveller.answers.place = None;
        for step in [Step::Unit, Step::NotListed, Step::NoAddress] {
            traveller.answers.done.remove(&step);
        }
    }
    false
}

/// A place by the register's own key, with the version of the register.
pub(crate) fn listed(register: &doorstep_addresses::Register, id: &str) -> Option<Place> {
    let address = register.get(id)?;
    let source = register.source();
    Some(Place::Listed {
        source: Line::parse(&format!("{}@{}", source.name, source.version)).ok()?,
        key: Line::parse(&address.id).ok()?,
        text: Line::parse(&address.text).ok()?,
        unit: Unit::default(),
    })
}
