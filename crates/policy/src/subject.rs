//! Who asks, and what is known of them when they do.

use doorstep_register::case::Kind as CaseKind;
use doorstep_register::{CaseId, Office, PersonId, StaffId};

/// A clerk with a person in front of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Desk {
    /// The clerk.
    pub staff: StaffId,
    /// Their office.
    pub office: Office,
    /// The pseudonym that people see.
    pub pseudonym: String,
    /// The person who was presented at the desk, by a code, by a document or by being created there, with their household. Empty: nobody is.
    pub present: Vec<PersonId>,
}

/// A clerk with a letter in hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mailroom {
    /// The clerk.
    pub staff: StaffId,
    /// Their office.
    pub office: Office,
    /// The pseudonym that people see.
    pub pseudonym: String,
    /// To whom the letter goes that the register gave them to print.
    pub letter_to: PersonId,
}

/// An officer who works on cases.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Officer {
    /// The officer.
    pub staff: StaffId,
    /// Their office.
    pub office: Office,
    /// The pseudonym that people see.
    pub pseudonym: String,
}

/// What storage says of a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseFile {
    /// The case.
    pub id: CaseId,
    /// Why it was opened.
    pub kind: CaseKind,
    /// The office that works on it.
    pub office: Office,
    /// Whose case it is now: the officer who took it, the second officer who is asked to confirm, or who hears the appeal.
    pub assigned_to: Option<StaffId>,
    /// The people it is about.
    pub people: Vec<PersonId>,
    /// Whether it is still open.
    pub open: bool,
}

/// Who asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A signed-in person, with the members of the household for whom they may act.
    Resident {
        /// The person.
        person: PersonId,
        /// For whom they may act.
        household: Vec<PersonId>,
    },
    /// The post: it brings a message to whom it is addressed.
    Post,
    /// A clerk at a desk.
    Clerk(Desk),
    /// A clerk who prints a letter.
    Mailroom(Mailroom),
    /// An officer, with the case they name.
    Officer(Officer, Box<CaseFile>),
    /// A host, with the homes shown to be theirs (blind indexes) and the home the person declared.
    Host {
        /// The host.
        host: PersonId,
        /// The host's homes.
        homes: Vec<[u8; 32]>,
        /// Where the person asked about is registered.
        home: [u8; 32],
    },
    /// Somebody who is heard in a case about another's record: a host.
    Party(PersonId, Box<CaseFile>),
}
