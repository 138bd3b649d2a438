//! Every role × action × purpose × state of the schema, asked. `docs/POLICY.md` is written from the answers.

mod page;
mod states;

use crate::policies::{Policies, embedded};
use crate::question::{Facts, Question};
use cedar_policy::Entities;
use states::{Axes, State};
use std::collections::BTreeMap;

/// The answers for one role, action and (where it has one) purpose.
pub(crate) struct Cell {
    role: String,
    action: String,
    purpose: Option<&'static str>,
    answers: Vec<(State, bool)>,
}

impl Cell {
    fn allowed(&self) -> impl Iterator<Item = &State> {
        self.answers.iter().filter(|(_, allowed)| *allowed).map(|(state, _)| state)
    }

    /// The facts that the answer depends on: another value, all else alike, gets another answer.
    fn deciding(&self) -> Vec<&'static str> {
        let Some(first) = self.allowed().next() else { return Vec::new() };
        let depends = |axis: usize| {
            let mut alike: BTreeMap<Vec<&str>, bool> = BTreeMap::new();
            self.answers.iter().any(|(state, allowed)| {
                let others = state.iter().enumerate().filter(|(i, _)| *i != axis).map(|(_, (_, value))| *value).collect();
                alike.insert(others, *allowed).is_some_and(|before| before != *allowed)
            })
        };
        first.iter().enumerate().filter(|(axis, _)| depends(*axis)).map(|(_, (name, _))| *name).collect()
    }

    /// What has to be so: each combination of deciding facts that is allowed.
    fn conditions(&self) -> Vec<State> {
        let deciding = self.deciding();
        let shown = |state: &State| -> State { state.iter().copied().filter(|(name, _)| deciding.contains(name)).collect() };
        let mut found: Vec<State> = Vec::new();
        for state in self.allowed().map(shown) {
            if !found.contains(&state) {
                found.push(state);
            }
        }
        for (state, allowed) in &self.answers {
            assert_eq!(
                found.contains(&shown(state)),
                *allowed,
                "{} {} {:?}: more decides than {deciding:?}",
                self.role,
                self.action,
                self.purpose
            );
        }
        found
    }
}

/// Asks everything that the schema lets anybody ask.
pub(crate) fn asked(policies: &Policies) -> Vec<Cell> {
    let mut cells = Vec::new();
    for env in policies.schema.request_envs() {
        let (role, action) = (env.principal().to_string(), env.action().id().unescaped().to_owned());
        let axes = Axes::of(&role, &action, &env.resource().to_string());
        for purpose in axes.purposes() {
            // Questions follow each other of which the same is known, but for the case.
            let mut known: Option<(Facts, Facts, Entities)> = None;
            let answer = |state: State| {
                let question: Question = axes.question(purpose, &state);
                let same = known.take().filter(|(who, what, _)| *who == question.of_who && *what == question.of_what);
                let entities = match same {
                    Some((.., entities)) => entities,
                    None => policies.known(&question).expect("facts that fit the schema"),
                };
                let allowed = policies.answer_among(&entities, &question).expect("a question that fits the schema");
                known = Some((question.of_who, question.of_what, entities));
                (state, allowed)
            };
            let answers = axes.states().into_iter().map(answer).collect();
            cells.push(Cell { role: role.clone(), action: action.clone(), purpose, answers });
        }
    }
    cells.sort_by_key(|cell| (page::place(page::ACTIONS, &cell.action), page::place(page::ROLES, &cell.role)));
    cells
}

#[test]
fn the_whole_table() {
    let policies = embedded().unwrap();
    let cells = asked(policies);
    nobody_lists_people(&cells);
    nobody_sees_a_stranger(&cells);
    page::is_up_to_date(policies, &cells);
}

fn nobody_lists_people(cells: &[Cell]) {
    let lists: Vec<_> = cells.iter().filter(|cell| cell.action == "list").collect();
    assert_eq!(lists.len(), page::ROLES.len(), "each role is asked");
    for cell in lists {
        assert!(!cell.answers.is_empty());
        assert_eq!(cell.allowed().count(), 0, "{} lists people", cell.role);
    }
}

/// Whoever opens, exports, counts or lists anything is tied to that very person or home by a fact; but for the post, which brings a message.
fn nobody_sees_a_stranger(cells: &[Cell]) {
    for cell in cells.iter().filter(|cell| !["find", "list"].contains(&cell.action.as_str())) {
        if cell.role == "Post" && cell.action == "open" && cell.purpose == Some("delivery") {
            continue;
        }
        let strangers: Vec<_> = cell.answers.iter().filter(|(state, _)| states::is_strange(state)).collect();
        assert!(!strangers.is_empty(), "{} {}", cell.role, cell.action);
        assert!(strangers.iter().all(|(_, allowed)| !allowed), "{} {} {:?}", cell.role, cell.action, cell.purpose);
    }
}

/// A new fact in the schema has to be asked about here too; and none of them is a trait of a person.
#[test]
fn the_states_hold_every_fact_of_the_schema() {
    let schema = cedar_policy::SchemaFragment::from_cedarschema_str(crate::policies::SCHEMA).unwrap().0.to_json_value().unwrap();
    let keys = |value: &serde_json::Value| value.as_object().map(|of| of.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let mut facts = Vec::new();
    for (kind, entity) in schema[""]["entityTypes"].as_object().unwrap() {
        facts.extend(keys(&entity["shape"]["attributes"]).into_iter().map(|fact| format!("{kind}.{fact}")));
        assert!(entity.get("tags").is_none() && entity.get("memberOfTypes").is_none(), "{kind}");
    }
    for (name, group) in schema[""]["commonTypes"].as_object().unwrap() {
        facts.extend(keys(&group["attributes"]).into_iter().map(|fact| format!("{name}.{fact}")));
    }
    for action in schema[""]["actions"].as_object().unwrap().values() {
        facts.extend(keys(&action["appliesTo"]["context"]["attributes"]).into_iter().map(|fact| format!("context.{fact}")));
    }
    facts.sort_unstable();
    facts.dedup();
    assert_eq!(facts, states::FACTS);
}
