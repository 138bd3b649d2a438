//! The report as JSON, for the page.

use crate::check::{Checked, Part, WINDOW, check};
use crate::file::History;
use crate::trust::policy;
use doorstep_tlog::Timing;
use serde::Serialize;

#[derive(Serialize)]
struct EntryAnswer {
    seq: u32,
    /// Microseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
    word: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

#[derive(Serialize)]
struct PartAnswer<'a> {
    whole: bool,
    said: u32,
    waiting: u32,
    missing: &'a [(u32, u32)],
    entries: Vec<EntryAnswer>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer<'a> {
    Error { error: &'static str },
    Report { whole: bool, acts: PartAnswer<'a>, looks: PartAnswer<'a> },
}

fn entry(entry: &Checked) -> EntryAnswer {
    let (word, reason) = match &entry.found {
        Ok(Timing::Between { .. }) => ("shown", None),
        // No witness says when; the others would be faults.
        Ok(_) => ("undated", None),
        Err(fault) => (fault.word(), Some(fault.to_string())),
    };
    EntryAnswer { seq: entry.seq, at: entry.at, word, reason }
}

fn part(part: &Part) -> PartAnswer<'_> {
    PartAnswer {
        whole: part.is_whole(),
        said: part.said,
        waiting: part.waiting,
        missing: &part.missing,
        entries: part.entries.iter().map(entry).collect(),
    }
}

/// Checks a file by a line of keys, and answers in JSON: `{"error": "keys" | "file"}`, or for `acts` and `looks` whether they are `whole`,
/// how many the record counts (`said`), how many of these wait for the log, the ranges of `missing` numbers, and for each entry its number, its moment, one word (`shown`, `undated`, or that of
/// [`Fault::word`](crate::Fault::word)) and for a fault the reason in English.
pub fn answer(keys: &str, file: &str) -> String {
    let answered = |answer: &Answer<'_>| serde_json::to_string(answer).unwrap_or_default();
    let Ok(policy) = policy(keys) else { return answered(&Answer::Error { error: "keys" }) };
    let Ok(history) = History::parse(file) else { return answered(&Answer::Error { error: "file" }) };
    let report = check(&history, &policy, WINDOW);
    answered(&Answer::Report { whole: report.is_whole(), acts: part(&report.acts), looks: part(&report.looks) })
}
