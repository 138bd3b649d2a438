//! `POST /api/v1/addresses`: suggestions while somebody types. No sign-in, no log of what was typed: it comes in the body, because what
//! stands in an address ends up in other people's logs.

use axum::extract::State;
use axum::{Form, Json};
use doorstep_addresses::{Hit, marked};
use doorstep_service::Service;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many suggestions an answer holds.
const LIMIT: usize = 7;

#[derive(Deserialize, ToSchema)]
pub(crate) struct Typed {
    /// What was typed so far, in any script or keyboard layout; at most 200 characters count.
    #[serde(default)]
    q: String,
}

/// The suggestions, best first.
#[derive(Serialize, ToSchema)]
pub(crate) struct Suggestions {
    hits: Vec<Suggestion>,
}

/// One official address.
#[derive(Serialize, ToSchema)]
pub(crate) struct Suggestion {
    /// The key in the official register.
    id: String,
    /// The official wording.
    text: String,
    /// The official wording, cut: every second piece is what was typed. The first may be empty.
    marked: Vec<String>,
    /// The other name of the same house, if that is what was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    alias: Option<String>,
    /// The other name, cut in the same way.
    #[serde(skip_serializing_if = "Option::is_none")]
    alias_marked: Option<Vec<String>>,
}

/// A text in pieces, of which every second one was typed.
fn cut(query: &str, text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in marked(query, text) {
        // Even places are for what was not typed.
        if pieces.len().is_multiple_of(2) == piece.typed {
            pieces.push(String::new());
        }
        pieces.push(piece.text.to_owned());
    }
    pieces
}

impl Suggestion {
    fn new(query: &str, hit: Hit) -> Suggestion {
        Suggestion {
            marked: cut(query, &hit.text),
            alias_marked: hit.alias.as_deref().map(|alias| cut(query, alias)),
            id: hit.id,
            text: hit.text,
            alias: hit.alias,
        }
    }
}

/// Suggests official addresses for what was typed.
#[utoipa::path(post, path = "/api/v1/addresses", request_body(content = Typed, content_type = "application/x-www-form-urlencoded"), responses((status = 200, body = Suggestions)))]
pub(crate) async fn search(State(service): State<Service>, Form(typed): Form<Typed>) -> Json<Suggestions> {
    let q: String = typed.q.chars().take(200).collect();
    let hits = match service.addresses() {
        Some(register) if !q.trim().is_empty() => register.search(&q, LIMIT),
        _ => Vec::new(),
    };
    Json(Suggestions { hits: hits.into_iter().map(|hit| Suggestion::new(&q, hit)).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_second_piece_was_typed() {
        let text = "улица Профсоюзная, дом 12";
        for query in ["profs", "ulitsa prof 12", "Профсоюзная", "дом", "zzz"] {
            let pieces = cut(query, text);
            assert_eq!(pieces.concat(), text);
            let typed: Vec<&str> = pieces.iter().skip(1).step_by(2).map(String::as_str).collect();
            let expected: Vec<&str> = marked(query, text).iter().filter(|p| p.typed).map(|p| p.text).collect();
            assert_eq!(typed, expected);
        }
        assert_eq!(cut("prof", text), ["улица ", "Проф", "союзная, дом 12"]);
    }
}
