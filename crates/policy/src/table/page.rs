//! `docs/POLICY.md`.

use super::Cell;
use crate::Purpose;
use crate::policies::{FILES, Policies, words};
use cedar_policy::{Effect, PolicySet};
use std::fmt::Write;
use std::path::Path;

/// The roles, in the order of the page.
pub(super) const ROLES: &[&str] = &["Visitor", "Resident", "Host", "Clerk", "Officer", "Post", "Register", "Operator"];
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

/// Allowed states of all that were asked, for each role and purpose.
fn counted(page: &mut String, cells: &[Cell]) {
    page.push_str("\n## Allowed states, of those asked\n");
    for action in ACTIONS {
        let of_action: Vec<_> = cells.iter().filter(|cell| cell.action == *action).collect();
        let purposes: Vec<_> = of_action.iter().filter(|cell| cell.role == ROLES[0]).map(|cell| cell.purpose).collect();
        let heads: Vec<_> = purposes.iter().map(|purpose| purpose.unwrap_or("allowed")).collect();
        let _ = writeln!(page, "\n`{action}`\n\n| who | {} | asked |\n|---|{}---|", heads.join(" | "), "---|".repeat(heads.len()));
        for role in ROLES {
            let row: Vec<_> = of_action.iter().filter(|cell| cell.role == *role).collect();
            let numbers: Vec<_> = purposes.iter().map(|purpose| row.iter().find(|cell| cell.purpose == *purpose)).collect();
            let numbers: Vec<_> = numbers.into_iter().flatten().map(|cell| dash(cell.allowed().count())).collect();
            assert_eq!(numbers.len(), purposes.len(), "{role} {action}");
            let asked: usize = row.iter().map(|cell| cell.answers.len()).sum();
            let _ = writeln!(page, "| {role} | {} | {asked} |", numbers.join(" | "));
        }
        let denied: usize = of_action.iter().map(|cell| cell.denied()).sum();
        let asked: usize = of_action.iter().map(|cell| cell.answers.len()).sum();
        let _ = writeln!(page, "\n{denied} of {asked} refused.");
    }
}

fn dash(number: usize) -> String {
    if number == 0 { "–".to_owned() } else { number.to_string() }
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
