//! Many counts, one JSON object a line.

use serde::Serialize;

use super::{CountRequest, answer};
use crate::calendar::Calendars;

/// A line is never longer, in bytes.
const MAX_LINE: usize = 16 * 1024;

#[derive(Serialize)]
struct Refusal<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    error: String,
}

/// Answers one line of a batch with one line: the answer, or `{"error": …}`.
#[must_use]
pub fn answer_line(line: &str, calendars: &Calendars) -> String {
    if line.len() > MAX_LINE {
        return refusal(None, format!("a line is at most {MAX_LINE} bytes long"));
    }
    let request: CountRequest = match serde_json::from_str(line) {
        Ok(request) => request,
        Err(error) => return refusal(None, error.to_string()),
    };
    match answer(&request, calendars) {
        Ok(answer) => serde_json::to_string(&answer).unwrap_or_else(|e| refusal(None, e.to_string())),
        Err(error) => refusal(request.id.as_deref(), error.to_string()),
    }
}

fn refusal(id: Option<&str>, error: String) -> String {
    serde_json::to_string(&Refusal { id, error }).unwrap_or_default()
}
