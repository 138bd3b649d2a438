//! The states that a question can be asked in: each fact of the schema with each value that could make a difference.

use crate::question::{Fact, Facts, Name, Question};
use crate::{CaseKind, Identifier, Purpose};

/// The facts of the schema that [`Axes`] varies.
pub(super) const FACTS: [&str; 16] = [
    "Case.assigned_to",
    "Case.kind",
    "Case.office",
    "Case.open",
    "Case.people",
    "Clerk.at_desk",
    "Clerk.letters",
    "Host.homes",
    "Officer.office",
    "Party.own",
    "Record.home",
    "Resident.household",
    "Resident.own",
    "Value.kind",
    "context.case",
    "context.purpose",
];

/// A value for each axis.
pub(super) type State = Vec<(&'static str, &'static str)>;

/// The axes of one role, action and kind of thing.
pub(super) struct Axes {
    role: String,
    action: String,
    about: String,
    axes: Vec<(&'static str, Vec<&'static str>)>,
}

const CASE: [&str; 5] = ["the case", "the case is", "its office", "taken by", "it is about"];
const NO_CASE: &str = "none";

/// Whether nothing ties whoever asks to the person or home asked about.
pub(super) fn is_strange(state: &State) -> bool {
    state.iter().all(|(axis, value)| match *axis {
        "own record" | "it is about" => *value != "this one",
        "household" | "homes" => *value == "without it",
        "at the desk" | "letter in hand" => *value != "this person",
        _ => true,
    })
}

impl Axes {
    pub(super) fn of(role: &str, action: &str, about: &str) -> Axes {
        let mut axes = match role {
            "Resident" => vec![("own record", vec!["this one", "another"]), ("household", vec!["with it", "without it"])],
            "Host" => vec![("homes", vec!["with it", "without it"])],
            "Clerk" => {
                let whose = || vec!["this person", "somebody else", "nobody"];
                vec![("at the desk", whose()), ("letter in hand", whose())]
            }
            "Party" => vec![("own record is in the case", vec!["yes", "no"])],
            "Officer" | "Visitor" | "Post" | "Register" | "Operator" => vec![],
            _ => panic!("the table does not know the role {role}"),
        };
        match about {
            // Told only when a host asks (`Question::of_record`).
            "Record" if role == "Host" => axes.push(("registered at", vec!["the home", "another home", "not told"])),
            "Record" => {}
            "Value" => axes.push(("the value is", Identifier::EVERY.map(Identifier::word).to_vec())),
            "Home" | "Population" => {}
            _ => panic!("the table does not know {about}"),
        }
        if action == "open" {
            let mut kinds = CaseKind::ALL.map(CaseKind::word).to_vec();
            kinds.push(NO_CASE);
            let values = [
                kinds,
                vec!["open", "closed"],
                vec!["this one", "another"],
                vec!["this officer", "another", "nobody"],
                vec!["this one", "another"],
            ];
            axes.extend(CASE.into_iter().zip(values));
        }
        Axes { role: role.to_owned(), action: action.to_owned(), about: about.to_owned(), axes }
    }

    /// The purposes that can be stated, where one is.
    pub(super) fn purposes(&self) -> Vec<Option<&'static str>> {
        match self.action.as_str() {
            "open" | "export" => Purpose::EVERY.map(|purpose| Some(purpose.word())).to_vec(),
            "find" | "count_home" | "list_home" | "list" => vec![None],
            action => panic!("the table does not know the action {action}"),
        }
    }

    /// Every combination. Without a case there is nothing else to say of it.
    pub(super) fn states(&self) -> Vec<State> {
        let mut states: Vec<State> = vec![vec![]];
        for (axis, values) in &self.axes {
            let longer = |state: &State| -> Vec<State> {
                let no_case = state.contains(&(CASE[0], NO_CASE));
                let values = if no_case { &["–"][..] } else { values };
                values.iter().map(|value| state.iter().copied().chain([(*axis, *value)]).collect()).collect()
            };
            states = states.iter().flat_map(longer).collect();
        }
        states
    }

    /// The question that is asked in a state.
    pub(super) fn question(&self, purpose: Option<&'static str>, state: &State) -> Question {
        let value = |axis: &str| state.iter().find(|(name, _)| *name == axis).map(|(_, value)| *value);
        let is = |axis: &str, wanted: &str| value(axis) == Some(wanted);
        let one = |kind: &'static str, id: &str| Fact::One(Name::new(kind, id));
        let which = |kind: &'static str, this: bool| Name::new(kind, if this { "this" } else { "another" });
        let of_who: Facts = match self.role.as_str() {
            "Resident" => vec![
                ("own", Fact::One(which("Record", is("own record", "this one")))),
                ("household", Fact::Several(vec![which("Record", is("household", "with it"))])),
            ],
            "Host" => vec![("homes", Fact::Several(vec![which("Home", is("homes", "with it"))]))],
            "Clerk" => [("at_desk", "at the desk"), ("letters", "letter in hand")]
                .map(|(fact, axis)| match is(axis, "nobody") {
                    true => (fact, Fact::Several(vec![])),
                    false => (fact, Fact::Several(vec![which("Record", is(axis, "this person"))])),
                })
                .to_vec(),
            "Officer" => vec![("office", one("Office", "this"))],
            "Party" => vec![("own", one("Record", "party"))],
            _ => vec![],
        };
        let of_what: Facts = match self.about.as_str() {
            "Record" if value("registered at").is_none_or(|told| told == "not told") => vec![],
            // Neither of a host's homes is the third.
            "Record" => vec![("home", one("Home", if is("registered at", "the home") { "this" } else { "third" }))],
            "Value" => vec![("kind", one("Identifier", value("the value is").expect("an axis")))],
            _ => vec![],
        };
        let mut context: Facts = purpose.map(|purpose| ("purpose", one("Purpose", purpose))).into_iter().collect();
        if let Some(kind) = value(CASE[0]).filter(|kind| *kind != NO_CASE) {
            let mut people = vec![which("Record", is("it is about", "this one"))];
            if is("own record is in the case", "yes") {
                people.push(Name::new("Record", "party"));
            }
            let mut facts = vec![
                ("kind", one("CaseKind", kind)),
                ("open", Fact::Truth(is("the case is", "open"))),
                ("office", Fact::One(which("Office", is("its office", "this one")))),
                ("people", Fact::Several(people)),
            ];
            if !is("taken by", "nobody") {
                facts.push(("assigned_to", Fact::One(which("Officer", is("taken by", "this officer")))));
            }
            context.push(("case", Fact::Group(facts)));
        }
        let what = Name::new(leaked(&self.about), "this");
        Question { who: Name::new(leaked(&self.role), "this"), of_who, action: leaked(&self.action), what, of_what, context }
    }
}

/// Questions of the program name types by constants; those of the table come from the schema.
fn leaked(text: &str) -> &'static str {
    const WORDS: [&str; 19] = [
        "Visitor",
        "Resident",
        "Host",
        "Party",
        "Clerk",
        "Officer",
        "Post",
        "Register",
        "Operator",
        "Record",
        "Home",
        "Value",
        "Population",
        "open",
        "export",
        "find",
        "count_home",
        "list_home",
        "list",
    ];
    WORDS.into_iter().find(|word| *word == text).unwrap_or_else(|| panic!("the table does not know {text}"))
}
