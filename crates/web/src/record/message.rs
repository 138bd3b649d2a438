//! `/inbox/{id}`: one message alone, and how it went. Opened by its own person, it is proved to have arrived.

use super::letter_words::{Piece, paragraphs};
use crate::channel;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use doorstep_register::case::Channel;
use doorstep_service::{Way, Who};
use jiff::Timestamp;
use uuid::Uuid;

/// A way in words: what it is, and what is known of it.
struct WayLine {
    name: String,
    state: String,
}

fn line(ctx: &Ctx, way: &Way) -> WayLine {
    let at = |id: &str, at: Timestamp| ctx.l.t1(id, "at", ctx.l.moment(at, ctx.service().zone()));
    let state = match (way.came_back_at, way.proved_at, way.sent_at) {
        (Some(back), ..) => at("message-came-back", back),
        (_, Some(opened), _) if way.channel == Channel::Inbox => at("message-opened", opened),
        (_, Some(arrived), _) => at("message-arrived", arrived),
        (_, _, Some(_)) if way.channel == Channel::Inbox => ctx.l.t("message-unopened"),
        (_, _, Some(sent)) => at("message-sent", sent),
        _ => ctx.l.t("message-waits"),
    };
    WayLine { name: ctx.l.t(&format!("message-way-{}", channel::word(way.channel))), state }
}

#[derive(Template)]
#[template(path = "record/message.html")]
struct Page {
    f: Frame,
    at: Timestamp,
    language: String,
    subject: String,
    paragraphs: Vec<Vec<Piece>>,
    ways: Vec<WayLine>,
    /// The pages of this message where a clerk can hand it over; none where nobody is at a desk.
    desk: Option<String>,
}

pub(super) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let id = Uuid::try_parse(&id).map_err(|_| Failure::NotFound)?;
    let (received, ways) = ctx.service().received(ctx.person()?, id).await?;
    let own = ctx.service().settings().base_url.clone();
    let back = format!("/inbox{}", ctx.for_whom());
    let message = received.message;
    // Nobody signs for somebody else: only while the pages are the person's own who is at the desk.
    let at_desk = ctx.acting.is_none() && matches!(ctx.session.as_ref().map(|s| &s.who), Some(Who::Clerk { posted_on: None, .. }));
    ctx.ok(&Page {
        f: ctx.frame(message.subject.clone()).back(back),
        at: message.at,
        language: message.language,
        subject: message.subject,
        paragraphs: paragraphs(&message.body, &own),
        ways: ways.iter().map(|way| line(&ctx, way)).collect(),
        desk: at_desk.then(|| format!("/inbox/{id}")),
    })
}
