//! `docs/POLICY.md`.

use super::Cell;
use crate::Purpose;
use crate::policies::{FILES, Policies, words};
use cedar_policy::{Effect, PolicySet};
use std::fmt::Write;
use std::path::Path;

/// The roles, in the order of the page.
pub(super) const ROLES: &[&str] = &["Visitor", "Resident", "Host", "Party", "Clerk", "Officer", "Post", "Register", "Operator"];
/// The actions, in the order of the page.
pub(super) const ACTIONS: &[&str] = &["open", "export", "find", "count_home", "list_home", "list"];

pub(super) fn place(order: &[&str], word: &str) -> usize {
    order.iter().position(|known| *known == word).unwrap_or_else(|| panic!("the page does not know {word}"))
}

fn page(policies: &Policies, cells: &[Cell]) -> String {
    let mut page = String::from(
        "# Who may do what, for which purpose\n\n\
         Written by a test of `doorstep-policy` out of the policies in `crates/policy/policies`, by asking them every question that their\n\
         schema knows: each role × action × purpose × state. Do not edit; read the difference when it changes. What is not allowed here\n\
         is refused. \"Reads\" is all that is opened, whatever else the record holds.\n\n",
    );
    allowed(&mut page, cells);
    counted(&mut page, cells);
    policies_of(&mut page, policies);
    page
}

fn allowed(page: &mut String, cells: &[Cell]) {
    page.push_str("## What is allowed\n\n| who | does | for | if | reads |\n|---|---|---|---|---|\n");
    for cell in cells {
        let fields = cell.purpose.and_then(|word| Purpose::EVERY.into_iter().find(|purpose| purpose.word() == word));
        let fields = fields.map_or("–".to_owned(), |purpose| purpose.fields().words());
        for state in cell.conditions() {
            let facts: Vec<_> = state.iter().map(|(axis, value)| format!("{axis}: {value}")).collect();
            let facts = if facts.is_empty() { "always".to_owned() } else { facts.join("; ") };
            let _ = writeln!(page, "| {} | {} | {} | {facts} | {fields} |", cell.role, cell.action, cell.purpose.unwrap_or("–"));
        }
    }
}

/// Allowed states of all that were asked: by role and purpose, and by role and action where no purpose is stated.
fn counted(page: &mut String, cells: &[Cell]) {
    page.push_str("\n## Allowed states, of those asked\n");
    let with_purposes = |action: &&&str| cells.iter().any(|cell| cell.action == **action && cell.purpose.is_some());
    for action in ACTIONS.iter().filter(with_purposes) {
        let columns: Vec<_> = Purpose::EVERY.iter().map(|purpose| (*action, Some(purpose.word()), purpose.word())).collect();
        let _ = write!(page, "\n`{action}`, by purpose\n\n");
        matrix(page, cells, &columns);
    }
    let columns: Vec<_> = ACTIONS.iter().filter(|action| !with_purposes(action)).map(|action| (*action, None, *action)).collect();
    page.push_str("\nwithout a purpose, because nothing is read\n\n");
    matrix(page, cells, &columns);
    let asked: usize = cells.iter().map(|cell| cell.answers.len()).sum();
    let allowed: usize = cells.iter().map(|cell| cell.allowed().count()).sum();
    let _ = writeln!(page, "\n{asked} questions: {allowed} allowed, {} refused.", asked - allowed);
}

/// A row for each role; a column for each action, purpose and heading.
fn matrix(page: &mut String, cells: &[Cell], columns: &[(&str, Option<&str>, &str)]) {
    let heads: Vec<_> = columns.iter().map(|(_, _, head)| *head).collect();
    let _ = writeln!(page, "| who | {} |\n|---|{}", heads.join(" | "), "---|".repeat(heads.len()));
    for role in ROLES {
        let counted = |(action, purpose, _): &(&str, Option<&str>, &str)| {
            let cell = cells.iter().find(|cell| cell.role == *role && cell.action == *action && cell.purpose == *purpose);
            let cell = cell.unwrap_or_else(|| panic!("{role} {action} {purpose:?} was not asked"));
            match cell.allowed().count() {
                0 => "–".to_owned(),
                some => format!("{some} of {}", cell.answers.len()),
            }
        };
        let _ = writeln!(page, "| {role} | {} |", columns.iter().map(counted).collect::<Vec<_>>().join(" | "));
    }
}

fn policies_of(page: &mut String, policies: &Policies) {
    page.push_str("\n## The policies\n\nEach has its own name, whatever file or place it stands in.\n\n| file | policy | | because | reads |\n|---|---|---|---|---|\n");
    for (file, text) in FILES {
        let here: PolicySet = text.parse().expect("parsed before");
        let mut names: Vec<_> = here.policies().filter_map(|policy| words(policy, "id").map(str::to_owned)).collect();
        names.sort_by_key(|name| text.find(&format!("@id(\"{name}\")")));
        for name in names {
            let policy = policies.set.policy(&cedar_policy::PolicyId::new(&name)).expect("under its own name");
            let effect = if policy.effect() == Effect::Permit { "permits" } else { "**forbids**" };
            let why = words(policy, "why").expect("checked at start");
            let _ = writeln!(page, "| {file} | `{name}` | {effect} | {why} | {} |", words(policy, "fields").unwrap_or("–"));
        }
    }
}

pub(super) fn is_up_to_date(policies: &Policies, cells: &[Cell]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/POLICY.md");
    let page = page(policies, cells);
    if std::fs::read_to_string(&path).is_ok_and(|stored| stored == page) {
        return;
    }
    std::fs::write(&path, page).expect("docs is a folder");
    panic!("docs/POLICY.md was out of date; it is written anew, commit it");
}
