//! `/inbox`: the messages that the person got.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;

/// A line of a message: words, or a link to one of our own pages.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Piece {
    Words(String),
    Link(String),
}

struct Entry {
    at: Timestamp,
    language: String,
    subject: String,
    paragraphs: Vec<Vec<Piece>>,
}

#[derive(Template)]
#[template(path = "record/inbox.html")]
struct Page {
    f: Frame,
    entries: Vec<Entry>,
}

/// Paragraphs of lines. A line that is an address of our own site becomes a link; no other address does.
fn paragraphs(body: &str, own: &str) -> Vec<Vec<Piece>> {
    let piece = |line: &str| {
        let ours = line.strip_prefix(own).is_some_and(|rest| rest.starts_with('/')) && !line.contains(char::is_whitespace);
        if ours { Piece::Link(line.to_owned()) } else { Piece::Words(line.to_owned()) }
    };
    body.split("\n\n")
        .map(|p| p.lines().map(str::trim).filter(|l| !l.is_empty()).map(piece).collect())
        .filter(|p: &Vec<_>| !p.is_empty())
        .collect()
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let own = ctx.service().settings().base_url.clone();
    let messages = ctx.service().inbox(ctx.person()?).await?;
    let entry =
        |m: doorstep_service::Message| Entry { at: m.at, paragraphs: paragraphs(&m.body, &own), language: m.language, subject: m.subject };
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("inbox-title")).back("/record"), entries: messages.into_iter().map(entry).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_addresses_become_links() {
        let own = "https://town.example";
        let body = "Hello\nthere\n\nhttps://town.example/en/record\nhttps://town.example.evil/en\nhttps://evil.example/";
        let found = paragraphs(body, own);
        assert_eq!(found[0], [Piece::Words("Hello".into()), Piece::Words("there".into())]);
        assert_eq!(found[1].iter().filter(|p| matches!(p, Piece::Link(_))).count(), 1);
        assert_eq!(found[1][0], Piece::Link("https://town.example/en/record".into()));
    }
}
