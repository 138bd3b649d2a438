//! `/my-host`: what the resident shows to their host, and what came of it. They need none of it.

use super::in_full;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use crate::frame::Frame;
use crate::part::{Choice, Choices};
use crate::record::{PlaceWords, QrPicture};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::{HostDoor, Place, Record};
use doorstep_service::{MyHost, Spelling};

struct Shown {
    link: String,
    code: String,
    name: String,
    until: String,
}

struct Said {
    id: String,
    words: String,
}

#[derive(Template)]
#[template(path = "host/mine.html")]
struct Page {
    f: Frame,
    errors: Errors,
    /// The address at which they can be shown to a host; `None` where there is none.
    place: Option<PlaceWords>,
    /// Why there is none.
    why_not: String,
    shown: Option<Shown>,
    spellings: Choices,
    letter: Option<String>,
    said: Vec<Said>,
    kept: Vec<String>,
}

fn door_key(door: HostDoor) -> &'static str {
    match door {
        HostDoor::Home => "my-host-door-home",
        HostDoor::Link => "my-host-door-link",
        HostDoor::Letter => "my-host-door-letter",
    }
}

/// The address at which somebody can be shown to a host, or the text id of why they cannot.
fn place(record: &Record) -> Result<&Place, &'static str> {
    match record.current().map(|residence| residence.place()) {
        _ if record.hidden => Err("my-host-hidden"),
        None => Err("my-host-no-registration"),
        Some(place @ Place::Listed { .. }) => Ok(place),
        Some(_) => Err("my-host-not-listed"),
    }
}

async fn page(ctx: &Ctx, errors: Errors) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let (l, service) = (ctx.l, ctx.service());
    let record = service.record(session).await?;
    let MyHost { link, letter, said } = service.my_host(session).await?;
    let day = |at: jiff::Timestamp| l.date(at.to_zoned(service.zone().clone()).date());
    let name_of =
        |spelling: Spelling| record.names().and_then(|names| spelling.in_names(names).or(Some(names.formal())).map(str::to_owned));
    let shown = link.map(|link| {
        let url = in_full(ctx, &link.path);
        let code = QrPicture::of(&url, l.t("my-host-qr-alt"), l.t("my-host-qr-caption")).and_then(|picture| picture.render().ok());
        Shown { link: url, code: code.unwrap_or_default(), name: name_of(link.spelling).unwrap_or_default(), until: day(link.until) }
    });
    let given = Spelling::EVERY.into_iter().filter_map(|spelling| Some((spelling, spelling.in_names(record.names()?)?.to_owned())));
    let mut choices: Vec<Choice> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    for (spelling, name) in given {
        if !known.contains(&name) {
            choices.push(Choice::new(spelling.word(), name.clone(), known.is_empty()).foreign());
            known.push(name);
        }
    }
    let spoken = |at, door| l.t2("my-host-said", ("day", day(at)), ("door", l.t(door_key(door))));
    let place = place(&record);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut f = ctx.frame(l.t("my-host-title")).back("/record");
    f.error = !errors.is_empty();
    ctx.page(
        status,
        &Page {
            f,
            place: place.ok().map(|place| PlaceWords::of(l, place)),
            why_not: place.err().map(|id| l.t(id)).unwrap_or_default(),
            shown,
            spellings: Choices::new(l, "spelling", l.t("my-host-spelling"), &errors).choices(choices),
            errors,
            letter: letter.map(|letter| match (letter.answered, letter.printed_at) {
                (true, _) => l.t("my-host-letter-answered"),
                (false, Some(at)) => l.t1("my-host-letter-sent", "day", day(at)),
                (false, None) => l.t("my-host-letter-waits"),
            }),
            said: said.into_iter().map(|one| Said { id: one.id.to_string(), words: spoken(one.said_at, one.door) }).collect(),
            kept: record.confirmations.iter().map(|one| spoken(one.said_at, one.door)).collect(),
        },
    )
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    page(&ctx, Errors::default()).await
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let service = ctx.service();
    let word = || uuid::Uuid::try_parse(form.get("word")).map_err(|_| Failure::NotFound);
    match form.get("do") {
        "show" => {
            let Some(spelling) = Spelling::of(form.get("spelling")) else {
                let mut errors = Errors::default();
                errors.add("spelling", ctx.l.t("my-host-spelling-error"));
                return page(&ctx, errors).await;
            };
            service.show_host(session, spelling).await?;
        }
        "withdraw" => service.withdraw_host_link(session).await?,
        "keep" => service.settle_host_word(session, word()?, true).await?,
        "drop" => service.settle_host_word(session, word()?, false).await?,
        _ => return Err(Failure::NotFound),
    }
    Ok(ctx.go(&format!("/my-host{}", ctx.for_whom())))
}
