//! An address of the official register, picked as a newcomer picks theirs: a few letters in any script, then flat and room.

use crate::account::text_error;
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::journey::listed;
use crate::part::{Choice, Choices, Input, Question, escape, paragraph};
use doorstep_register::{Line, Place, Unit};

/// How many suggestions a page shows.
const SUGGESTIONS: usize = 7;

/// What became of the question where.
pub(super) enum Picked {
    /// A building; its flat and room are asked next.
    Building(Form),
    /// Nothing yet: the suggestions for what was typed.
    Looking(Form),
    /// A place.
    Place(Box<Place>),
}

/// The building that a form knows of, with the flats that the register has.
fn building(ctx: &Ctx, form: &Form) -> Option<(Place, Vec<String>)> {
    let register = ctx.service().addresses()?;
    let key = form.get("known-building");
    let place = listed(&register, key)?;
    Some((place, register.get(key).map(|address| address.units).unwrap_or_default()))
}

/// Whether the form is past the search.
pub(super) fn is_picked(ctx: &Ctx, form: &Form) -> bool {
    building(ctx, form).is_some()
}

/// The search with what it found, or flat and room of the building that was picked.
pub(super) fn fields(ctx: &Ctx, form: &Form, errors: &Errors, question: Question) -> Question {
    let l = ctx.l;
    if let Some((place, units)) = building(ctx, form) {
        let input = |id: &str| {
            Input::new(l, id, l.t(&format!("unit-{id}")), errors).width(10).value(form.get(id).chars().take(300).collect::<String>())
        };
        let address =
            format!("<address class=\"ds-address\"><span class=\"ds-address__line\"><bdi>{}</bdi></span></address>", escape(place.text()));
        return question.html(address).field(input("flat").list(units)).field(input("room"));
    }
    let query: String = form.get("q").chars().take(200).collect();
    let search = Input::new(l, "q", l.t("office-address"), errors).hint(l.t("office-address-hint")).value(query.clone()).search();
    let question = question.field(search);
    let hits = ctx.service().addresses().filter(|_| !query.trim().is_empty()).map(|register| register.search(&query, SUGGESTIONS));
    match hits {
        None => question,
        Some(hits) if hits.is_empty() => question.html(paragraph(&l.t("address-nothing"))),
        Some(hits) => {
            let choice = |hit: doorstep_addresses::Hit| {
                let choice = Choice::new(&hit.id, hit.text, false).typed(&query);
                match hit.alias {
                    Some(alias) => choice.hint(l.t1("address-alias", "alias", alias)),
                    None => choice,
                }
            };
            let choices = hits.into_iter().map(choice).collect();
            // What was typed when these were found: picked under other words, it is looked for anew.
            question.field(Choices::new(l, "pick", l.t("address-pick"), errors).choices(choices)).hidden("found", query)
        }
    }
}

/// What was answered.
pub(super) fn read(ctx: &Ctx, form: &Form, errors: &mut Errors) -> Option<Picked> {
    let l = ctx.l;
    if let Some((place, _)) = building(ctx, form) {
        let mut read = |id: &str| errors.take(id, Line::parse_optional(form.get(id)).map_err(|error| text_error(l, error))).flatten();
        let unit = Unit { flat: read("flat"), room: read("room") };
        return match place {
            Place::Listed { source, key, text, .. } => Some(Picked::Place(Box::new(Place::Listed { source, key, text, unit }))),
            _ => None,
        };
    }
    let query: String = form.get("q").trim().chars().take(200).collect();
    let register = ctx.service().addresses()?;
    let by_pick = Some(form.get("pick")).filter(|pick| !pick.is_empty() && !form.has("find") && form.get("found").trim() == query);
    // What a suggestion wrote into the field is the official text itself: no need to ask again.
    let by_text = || register.search(&query, 1).into_iter().next().filter(|hit| hit.text == query).map(|hit| hit.id);
    if query.is_empty() {
        errors.add("q", l.t("office-address-empty"));
        return None;
    }
    let mut form = form.clone();
    match by_pick.map(str::to_owned).or_else(by_text) {
        Some(id) if register.get(&id).is_some() => {
            form.set("known-building", id);
            Some(Picked::Building(form))
        }
        Some(_) => {
            errors.add("q", l.t("error-address-gone"));
            None
        }
        None => Some(Picked::Looking(form)),
    }
}
