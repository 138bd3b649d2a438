//! A question in the words of `policies/schema.cedarschema`: who asks for what, about what, and what is known.

use crate::grant::{Finder, Identifier, Purpose};
use crate::subject::{CaseFile, Subject};
use doorstep_register::{Office, PersonId, StaffId};
use std::fmt::Write;

/// An entity by type and id: `Record::"…"`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Name {
    pub(crate) kind: &'static str,
    pub(crate) id: String,
}

/// Something known.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Fact {
    Truth(bool),
    One(Name),
    Several(Vec<Name>),
    Group(Facts),
}

/// What is known, by the names of the schema.
pub(crate) type Facts = Vec<(&'static str, Fact)>;

/// A question.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Question {
    pub(crate) who: Name,
    pub(crate) of_who: Facts,
    pub(crate) action: &'static str,
    pub(crate) what: Name,
    pub(crate) of_what: Facts,
    pub(crate) context: Facts,
}

impl Name {
    pub(crate) fn new(kind: &'static str, id: impl Into<String>) -> Name {
        Name { kind, id: id.into() }
    }
}

pub(crate) fn record(person: PersonId) -> Name {
    Name::new("Record", person.0.to_string())
}

fn records(people: &[PersonId]) -> Fact {
    Fact::Several(people.iter().map(|person| record(*person)).collect())
}

/// A home by its blind index, in hexadecimal.
fn home(index: &[u8; 32]) -> Name {
    Name::new("Home", hexadecimal(index))
}

fn hexadecimal(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn homes(indexes: &[[u8; 32]]) -> Fact {
    Fact::Several(indexes.iter().map(home).collect())
}

fn office(office: &Office) -> Fact {
    Fact::One(Name::new("Office", office.0.as_str()))
}

fn officer(staff: StaffId) -> Name {
    Name::new("Officer", staff.0.to_string())
}

fn case(file: &CaseFile) -> Fact {
    let mut facts = vec![
        ("kind", Fact::One(Name::new("CaseKind", Purpose::of_case(file.kind).word()))),
        ("office", office(&file.office)),
        ("people", records(&file.people)),
        ("open", Fact::Truth(file.open)),
    ];
    facts.extend(file.assigned_to.map(|staff| ("assigned_to", Fact::One(officer(staff)))));
    Fact::Group(facts)
}

/// Kinds whose entities the policies call by name. All others they can only compare with each other.
const CALLED_BY_NAME: [&str; 3] = ["Purpose", "CaseKind", "Identifier"];

/// Numbers in the place of ids, in the order in which they come up.
#[derive(Default)]
struct Numbered<'q>(Vec<&'q Name>);

impl<'q> Numbered<'q> {
    fn name(&mut self, name: &'q Name) -> Name {
        if CALLED_BY_NAME.contains(&name.kind) {
            return name.clone();
        }
        let number = self.0.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.0.push(name);
            self.0.len() - 1
        });
        Name { kind: name.kind, id: number.to_string() }
    }

    fn facts(&mut self, facts: &'q Facts) -> Facts {
        facts.iter().map(|(what, fact)| (*what, self.fact(fact))).collect()
    }

    fn fact(&mut self, fact: &'q Fact) -> Fact {
        match fact {
            Fact::Truth(truth) => Fact::Truth(*truth),
            Fact::One(name) => Fact::One(self.name(name)),
            Fact::Several(names) => Fact::Several(names.iter().map(|name| self.name(name)).collect()),
            Fact::Group(facts) => Fact::Group(self.facts(facts)),
        }
    }
}

impl Question {
    /// The same question about nobody in particular. The policies compare entities with each other and call none of them by name, so the
    /// answer is the same.
    pub(crate) fn about_nobody(&self) -> Question {
        let mut numbered = Numbered::default();
        Question {
            who: numbered.name(&self.who),
            of_who: numbered.facts(&self.of_who),
            action: self.action,
            what: numbered.name(&self.what),
            of_what: numbered.facts(&self.of_what),
            context: numbered.facts(&self.context),
        }
    }

    /// May this subject open (or export) the person's record for this purpose?
    pub(crate) fn of_record(action: &'static str, subject: &Subject, person: PersonId, purpose: Purpose) -> Question {
        let mut context = vec![("purpose", Fact::One(Name::new("Purpose", purpose.word())))];
        let mut of_what = Facts::new();
        let (who, of_who) = match subject {
            Subject::Resident { person: own, household } => {
                (Name::new("Resident", own.0.to_string()), vec![("own", Fact::One(record(*own))), ("household", records(household))])
            }
            Subject::Post => (Name::new("Post", "post"), vec![]),
            Subject::Clerk(desk) => {
                (Name::new("Clerk", desk.staff.0.to_string()), vec![("at_desk", records(&desk.present)), ("letters", records(&[]))])
            }
            Subject::Mailroom(room) => {
                (Name::new("Clerk", room.staff.0.to_string()), vec![("at_desk", records(&[])), ("letters", records(&[room.letter_to]))])
            }
            Subject::Officer(who, file) => {
                context.push(("case", case(file)));
                (officer(who.staff), vec![("office", office(&who.office))])
            }
            Subject::Host { host, homes: theirs, home: registered } => {
                of_what.push(("home", Fact::One(home(registered))));
                (Name::new("Host", host.0.to_string()), vec![("homes", homes(theirs))])
            }
            Subject::Party(party, file) => {
                context.push(("case", case(file)));
                (Name::new("Party", party.0.to_string()), vec![("own", Fact::One(record(*party)))])
            }
        };
        // A case says why something is opened; whoever exports needs another reason.
        context.retain(|(fact, _)| *fact != "case" || action == "open");
        Question { who, of_who, action, what: record(person), of_what, context }
    }

    /// May this host learn how many declared the home, or which records these are?
    pub(crate) fn of_home(action: &'static str, host: PersonId, theirs: &[[u8; 32]], asked: &[u8; 32]) -> Question {
        let who = Name::new("Host", host.0.to_string());
        Question { who, of_who: vec![("homes", homes(theirs))], action, what: home(asked), of_what: vec![], context: vec![] }
    }

    /// May it be found whose this value is?
    pub(crate) fn of_value(finder: Finder<'_>, by: Identifier, value: &[u8; 32]) -> Question {
        let (id, of_who) = match finder {
            Finder::Clerk(desk) => (desk.staff.0.to_string(), vec![("at_desk", records(&desk.present)), ("letters", records(&[]))]),
            Finder::Visitor | Finder::Register => ("program".to_owned(), vec![]),
        };
        Question {
            who: Name::new(finder.word(), id),
            of_who,
            action: "find",
            what: Name::new("Value", hexadecimal(value)),
            of_what: vec![("kind", Fact::One(Name::new("Identifier", by.word())))],
            context: vec![],
        }
    }
}
