//! `/homes/1/rooms`: a list of rooms becomes a sheet of links, one for each place in each room. The host types no names.

use super::invite::has_rooms;
use super::{in_full, index, sheet};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::part::{Choice, Choices, Question, Textarea, inset, paragraph};
use crate::record::{PlaceWords, pdf};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_register::{Place, RoomError, RoomFault, RoomLine, RoomNames, Unit, parse_rooms};
use doorstep_service::Invitation;

type At = Path<(String, String)>;

fn sentence(l: Locale, error: &RoomError) -> String {
    let key = match error.fault {
        RoomFault::Empty => "empty",
        RoomFault::TooLarge => "too-large",
        RoomFault::TooManyRooms => "too-many-rooms",
        RoomFault::TooManySlips => "too-many-slips",
        RoomFault::Name => "name",
        RoomFault::Beds => "beds",
        RoomFault::Columns => "columns",
        RoomFault::Twice => "twice",
    };
    let what = l.t(&format!("rooms-error-{key}"));
    if error.line == 0 { what } else { l.t2("rooms-error-line", ("line", error.line), ("what", what)) }
}

/// Whether the home is a house, of which the list may name flats as well as rooms.
fn is_house(place: &Place) -> bool {
    matches!(place, Place::Listed { unit, .. } if unit == &Unit::default())
}

fn names(form: &Form) -> RoomNames {
    if form.get("names") == "flats" { RoomNames::Flats } else { RoomNames::Rooms }
}

fn page(ctx: &Ctx, number: &str, place: &Place, form: &Form, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let list = Textarea::new(l, "rooms", l.t("rooms-list"), &errors).hint(l.t("rooms-list-hint")).value(form.get("rooms"));
    let frame = ctx.frame(l.t("rooms-title")).back(format!("/homes/{number}/invite"));
    let mut question = Question::new(frame, errors.clone())
        .heading(l.t("rooms-title"))
        .before(PlaceWords::of(l, place).html())
        .before(paragraph(&l.t("rooms-text")));
    if is_house(place) {
        let flats = names(form) == RoomNames::Flats;
        let choices = vec![Choice::new("rooms", l.t("rooms-names-rooms"), !flats), Choice::new("flats", l.t("rooms-names-flats"), flats)];
        question = question.field(Choices::new(l, "names", l.t("rooms-names"), &errors).choices(choices));
    }
    question.field(list).html(inset(&l.t("rooms-no-names"))).button(l.t("rooms-button")).respond(ctx)
}

/// The home of a number, if it can have rooms.
async fn home(ctx: &Ctx, number: &str) -> Result<Place, Failure> {
    let home = ctx.service().one_home(ctx.person()?, index(number)?).await?;
    if has_rooms(&home.place) { Ok(home.place) } else { Err(Failure::NotFound) }
}

pub(super) async fn get(ctx: Ctx, Path((_, number)): At) -> Result<Response, Failure> {
    let place = home(&ctx, &number).await?;
    page(&ctx, &number, &place, &Form::default(), Errors::default())
}

/// A room with the link to it.
pub(super) struct Made {
    pub(super) room: RoomLine,
    pub(super) invitation: Invitation,
}

/// Reads the list and makes the links, or answers what is to be mended.
async fn made(ctx: &Ctx, number: &str, place: &Place, form: &Form) -> Result<Result<Vec<Made>, Errors>, Failure> {
    let rooms = match parse_rooms(form.get("rooms")) {
        Ok(rooms) => rooms,
        Err(all) => {
            let mut errors = Errors::default();
            all.iter().for_each(|error| errors.add("rooms", sentence(ctx.l, error)));
            return Ok(Err(errors));
        }
    };
    let Place::Listed { unit, .. } = place else { return Err(Failure::NotFound) };
    let units: Option<Vec<Unit>> = rooms.iter().map(|room| names(form).inside(unit, &room.name)).collect();
    let invitations = ctx.service().invite(ctx.person()?, index(number)?, units.ok_or(Failure::NotFound)?).await?;
    Ok(Ok(rooms.into_iter().zip(invitations).map(|(room, invitation)| Made { room, invitation }).collect()))
}

#[derive(Template)]
#[template(path = "host/rooms.html")]
struct Page {
    f: Frame,
    place: PlaceWords,
    number: String,
    names: String,
    rooms: String,
    /// Each room in words, for how many people if for several, and its link.
    links: Vec<(String, String, String)>,
}

pub(super) async fn post(Path((_, number)): At, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let place = home(&ctx, &number).await?;
    let made = match made(&ctx, &number, &place, &form).await? {
        Ok(made) => made,
        Err(errors) => return page(&ctx, &number, &place, &form, errors),
    };
    let l = ctx.l;
    let beds = |room: &RoomLine| if room.beds > 1 { l.t1("rooms-beds", "n", room.beds) } else { String::new() };
    let link = |one: Made| (sheet::room_words(l, &one), beds(&one.room), in_full(&ctx, &one.invitation.path));
    let links = made.into_iter().map(link).collect();
    ctx.ok(&Page {
        f: ctx.frame(l.t("rooms-made-title")).back(format!("/homes/{number}/rooms")),
        place: PlaceWords::of(l, &place),
        number,
        names: form.get("names").to_owned(),
        rooms: form.get("rooms").to_owned(),
        links,
    })
}

/// `/homes/1/rooms/pdf`: the same list as a sheet to be cut apart.
pub(super) async fn pdf(Path((_, number)): At, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let place = home(&ctx, &number).await?;
    match made(&ctx, &number, &place, &form).await? {
        Ok(made) => pdf::sheet(&ctx, sheet::of(&ctx, &place, &made), "doorstep-rooms.pdf").await,
        Err(errors) => page(&ctx, &number, &place, &form, errors),
    }
}
