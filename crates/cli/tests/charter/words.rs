//! Every text that the product asks for exists in every language, with the same arguments.

use crate::source::{crates, files};
use doorstep_locales::{Locale, ids, source_files};
use doorstep_policy::CaseKind;
use doorstep_service::{StaffRole, Why};
use std::collections::BTreeSet;

#[test]
fn the_languages_have_the_same_texts_with_the_same_arguments() {
    let english = ids(Locale::En);
    assert!(english.len() > 300);
    for locale in Locale::EVERY {
        let there = ids(locale);
        let missing: Vec<_> = english.keys().filter(|id| !there.contains_key(*id)).collect();
        let more: Vec<_> = there.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && more.is_empty(), "{locale} lacks {missing:?} and has {more:?}");
        for (id, arguments) in &there {
            assert_eq!(Some(arguments), english.get(id), "{id} in {locale}");
        }
    }
}

#[test]
fn no_text_stands_twice() {
    for locale in Locale::EVERY {
        let mut seen = BTreeSet::new();
        for (file, text) in source_files(locale) {
            for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                let id = line.split(" =").next().unwrap_or_default();
                assert!(seen.insert(id), "{id} in {locale}, again in {file}");
            }
        }
    }
}

/// The text ids that the sources ask for; `*` stands for what is put together when the program runs.
fn asked_for() -> BTreeSet<(String, String)> {
    let mut asked = BTreeSet::new();
    let templates = files("crates/web/templates", &[".html"]);
    for (path, text) in crates().into_iter().chain(templates) {
        if path.starts_with("crates/locales/") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for call in [".t(", ".t1(", ".t2(", ".ta(", "page("] {
            for (at, _) in code.match_indices(call) {
                let rest = code[at + call.len()..].trim_start();
                let (rest, whole) = match rest.strip_prefix("&format!(").map(str::trim_start) {
                    Some(inner) => (inner, false),
                    None => (rest, true),
                };
                let Some(id) = rest.strip_prefix('"').and_then(|r| r.split('"').next()) else { continue };
                let mut wild = String::new();
                let mut inside = false;
                for c in id.chars() {
                    match c {
                        '{' if !whole => (inside, _) = (true, wild.push('*')),
                        '}' if !whole => inside = false,
                        c if !inside => wild.push(c),
                        _ => {}
                    }
                }
                if wild.contains('-') && !wild.contains([' ', '/', '.']) {
                    asked.insert((wild, path.clone()));
                }
            }
        }
    }
    asked
}

fn fits(pattern: &str, id: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == id,
        Some((head, tail)) => {
            id.strip_prefix(head).is_some_and(|rest| (1..=rest.len()).filter(|n| rest.is_char_boundary(*n)).any(|n| fits(tail, &rest[n..])))
        }
    }
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let there = ids(Locale::En);
    let asked = asked_for();
    assert!(asked.len() > 200, "{}", asked.len());
    let missing: Vec<_> = asked.iter().filter(|(id, _)| !there.keys().any(|known| fits(id, known))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_member_of_a_family_of_texts_exists() {
    let mut family: Vec<String> = Vec::new();
    family.extend((1..=7).flat_map(|n| [format!("weekday-{n}"), format!("weekday-short-{n}")]));
    for kind in CaseKind::ALL.map(doorstep_service::case_key) {
        family.extend([format!("case-{kind}"), format!("case-kind-{kind}"), format!("case-kind-{kind}-what"), format!("purpose-{kind}")]);
    }
    for key in ["away", "declined", "untrusted", "nobody", "unknown", "left"] {
        family.extend([format!("signin-{key}-title"), format!("signin-{key}-body")]);
    }
    family.extend(Why::EVERY.map(|why| format!("resolve-why-{}", why.word())));
    family.extend(StaffRole::EVERY.map(|role| format!("role-{role}")));
    for (_, text) in crates() {
        for piece in text.split("Letter::new(").skip(1) {
            if let Some(kind) = piece.strip_prefix('"').and_then(|p| p.split('"').next()) {
                family.extend([format!("msg-{kind}-subject"), format!("msg-{kind}-body")]);
            }
        }
    }
    for kind in ["declared", "moved", "renewed"] {
        family.extend([format!("msg-{kind}-subject"), format!("msg-{kind}-body")]);
    }
    for kind in ["host", "host-confirmed", "home-shown", "home-shown-again", "home-given-up"] {
        family.extend([format!("msg-{kind}-subject"), format!("msg-{kind}-body")]);
    }
    for part in ["passport", "local", "machine", "called"] {
        family.extend([format!("name-{part}"), format!("name-{part}-hint")]);
    }
    for kind in ["passport", "identity-card", "travel-document", "residence-card", "other"] {
        family.push(format!("document-{kind}"));
    }
    for step in ["arrived", "since", "until"] {
        family.extend([format!("{step}-title"), format!("{step}-hint")]);
    }
    for field in ["names", "birth", "citizenship", "document"] {
        family.extend([format!("correct-{field}"), format!("field-{field}")]);
    }
    for slug in [
        "apart",
        "appeal",
        "confirm",
        "delivery",
        "deputy",
        "died",
        "effect",
        "file",
        "hearing",
        "invite",
        "judgment",
        "more-time",
        "new-host",
        "notice",
        "send-back",
        "time-back",
        "undo",
        "visit",
    ] {
        family.extend(["title", "link", "button", "done"].map(|part| format!("office-do-{slug}-{part}")));
    }
    family.extend(["draft", "decided"].map(|slug| format!("office-do-{slug}-done")));
    for (part, members) in [
        ("channel", &["inbox", "email", "push", "sms", "letter", "by-hand"][..]),
        ("ground", &["residents-words", "others-words", "document", "extract", "witness", "visit", "absence", "silence"]),
        ("filed", &["document", "extract", "witness", "document-hint", "extract-hint", "witness-hint"]),
        ("became", &["delivered", "came-back", "delivered-hint", "came-back-hint"]),
        ("stage", &["hearing", "drafted", "confirmed", "appealable", "appealed", "settled", "closed"]),
        ("due", &["decide", "confirm", "appeal", "appeal-over", "late"]),
        ("term", &["days", "working-days", "weeks", "months", "hours"]),
    ] {
        family.extend(members.iter().map(|member| format!("office-{part}-{member}")));
    }
    for outcome in CaseKind::ALL.into_iter().flat_map(|kind| kind.outcomes().iter()) {
        family.push(format!("outcome-{}", doorstep_service::outcome_key(*outcome)));
    }
    let there = ids(Locale::En);
    let missing: Vec<_> = family.iter().filter(|id| !there.contains_key(*id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
