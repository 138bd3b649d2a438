//! Picking a home out of the address register: search, then flat and room.

use crate::account::text_error;
use crate::ctx::Ctx;
use crate::form::{Errors, Form};
use crate::part::{Choice, Choices, Input, Question, escape, paragraph};
use doorstep_register::{Line, Place, Unit};

/// How many suggestions a page shows.
const SUGGESTIONS: usize = 7;

/// The page with the search, and with what was found where something was typed.
pub(super) fn search(ctx: &Ctx, page: Question, form: &Form, errors: &Errors) -> Question {
    let l = ctx.l;
    let query = form.get("q").trim();
    let field = Input::new(l, "q", l.t("home-add-address"), errors).hint(l.t("address-hint")).value(query).search();
    let page = page.field(field).hidden("asked", query);
    if query.is_empty() {
        return page;
    }
    let hits = ctx.service().addresses().map(|register| register.search(query, SUGGESTIONS)).unwrap_or_default();
    if hits.is_empty() {
        return page.html(paragraph(&l.t("address-nothing")));
    }
    let choice = |hit: doorstep_addresses::Hit| Choice::new(&format!("id:{}", hit.id), hit.text, false).typed(query);
    page.field(Choices::new(l, "pick", l.t("address-pick"), errors).choices(hits.into_iter().map(choice).collect()))
}

/// The key of the house that was picked, if one was.
pub(super) fn picked(ctx: &Ctx, form: &Form) -> Option<String> {
    let query = form.get("q").trim();
    let same = query == form.get("asked") && !form.has("find");
    let by_pick = form.get("pick").strip_prefix("id:").filter(|_| same).map(str::to_owned);
    // What a suggestion wrote into the field is the official text itself: no need to ask again.
    let by_text = || {
        let hit = ctx.service().addresses()?.search(query, 1).into_iter().next()?;
        (hit.text == query && !form.has("find")).then_some(hit.id)
    };
    by_pick.or_else(by_text)
}

/// The flats of a house that the register knows.
pub(super) fn units(ctx: &Ctx, key: &str) -> Vec<String> {
    ctx.service().addresses().and_then(|register| register.get(key)).map(|address| address.units).unwrap_or_default()
}

/// The page with flat and room of a house.
pub(super) fn unit(ctx: &Ctx, page: Question, house: &Place, key: &str, form: &Form, errors: &Errors) -> Question {
    let l = ctx.l;
    let address =
        format!("<address class=\"ds-address\"><span class=\"ds-address__line\"><bdi>{}</bdi></span></address>", escape(house.text()));
    page.html(address)
        .hidden("key", key)
        .field(
            Input::new(l, "flat", l.t("unit-flat"), errors)
                .hint(l.t("home-add-flat-hint"))
                .value(form.get("flat"))
                .width(10)
                .list(units(ctx, key)),
        )
        .field(Input::new(l, "room", l.t("unit-room"), errors).hint(l.t("home-add-room-hint")).value(form.get("room")).width(10))
}

/// The house of a key.
pub(super) fn house(ctx: &Ctx, key: &str) -> Option<Place> {
    ctx.service().addresses().and_then(|register| crate::journey::listed(&register, key))
}

/// The house with the flat and the room that were typed, or what is to be mended.
pub(super) fn home(ctx: &Ctx, house: Place, form: &Form, errors: &mut Errors) -> Option<Place> {
    let mut read = |id: &str| errors.take(id, Line::parse_optional(form.get(id)).map_err(|error| text_error(ctx.l, error)));
    let unit = Unit { flat: read("flat")?, room: read("room")? };
    match house {
        Place::Listed { source, key, text, .. } => Some(Place::Listed { source, key, text, unit }),
        Place::NotListed { .. } | Place::NoFixedAddress { .. } => None,
    }
}
