//! Acts: the immutable entries of a record.

use crate::id::{CaseId, EvidenceId, Office, PersonId, StaffId};
use crate::identity::{Birth, CitizenshipCode, Document, Identity, Names};
use crate::place::Place;
use crate::reference::Reference;
use crate::settled::Effect;
use crate::text::{Line, Words};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// One entry. It names its place in the record, so that two writers cannot both win.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Whose record it belongs to.
    pub person: PersonId,
    /// 1 for the first act of a record; always the version of the record that it follows, plus one.
    pub seq: u32,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub by: Actor,
    /// What it says.
    pub what: What,
}

/// Who made an act.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Actor {
    /// The person themselves.
    Person,
    /// A member of the same household who declares for them, with their consent or as a parent.
    Household {
        /// Who.
        person: PersonId,
    },
    /// A clerk at a desk, on the person's word.
    Clerk {
        /// Which clerk.
        staff: StaffId,
        /// Of which office.
        office: Office,
    },
    /// The person, on a paper form that came by post; a clerk typed it.
    Paper {
        /// Which clerk.
        staff: StaffId,
        /// Of which office.
        office: Office,
    },
    /// An officer who put a decision in effect that was made in a case.
    Officer {
        /// Which officer.
        staff: StaffId,
        /// Of which office.
        office: Office,
        /// In which case.
        case: CaseId,
    },
}

/// What an act says.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum What {
    /// The person says who they are. The first act of every record.
    Introduced {
        /// Who.
        identity: Identity,
    },
    /// The person says where they live. It takes effect when it is made.
    Declared {
        /// Where, from when, and why.
        declaration: Declaration,
    },
    /// The person leaves the country; the registration ends by their own act.
    Left {
        /// The number on the receipt.
        reference: Reference,
        /// The last day at the address.
        on: Date,
        /// Where to, if they care to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Line>,
    },
    /// The person corrects a field.
    Corrected {
        /// The number on the receipt.
        reference: Reference,
        /// The field and its new value; the old one stays in the earlier acts.
        change: Change,
        /// Why, if they care to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<Words>,
    },
    /// The ways to reach the person change.
    Contacted {
        /// The new set.
        contact: Contact,
    },
    /// A clerk held the document in their hand.
    DocumentSeen {},
    /// A document was added as evidence. None is ever a condition.
    EvidenceAdded {
        /// Which.
        evidence: EvidenceId,
        /// What the person calls it.
        title: Line,
    },
    /// "Could not in time: why", to be read by a person.
    Explained {
        /// The rule whose deadline it concerns.
        rule: Line,
        /// The reason in the person's words.
        words: Words,
    },
    /// The person asks about a look at their record; somebody else than who looked answers.
    Asked {
        /// The number of the look in the person's history.
        look: u32,
        /// Who looked, if it was somebody of an office. They do not get to read the question.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<StaffId>,
        /// The look as the person was shown it: when, who, why.
        entry: Words,
        /// The question.
        words: Words,
    },
    /// The person adds to their record that a host confirmed where they live. Nothing asks for it, and nothing depends on it.
    HostConfirmed {
        /// The declaration that the host spoke of.
        reference: Reference,
        /// When the host said it.
        said_at: Timestamp,
        /// By what they were known to be the host.
        door: HostDoor,
    },
    /// A case about the record was settled, and this is what it did here. Made by an officer alone.
    Settled {
        /// What.
        effect: Effect,
    },
}

/// By what somebody was known to be the host of a home when they said something about it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HostDoor {
    /// The home was shown to be theirs.
    Home,
    /// The resident showed them a link.
    Link,
    /// They had a letter that was sent to the address.
    Letter,
}

/// Why a declaration was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The first one after arriving.
    Arrival,
    /// A new place; the old one ends in the same step.
    Move,
    /// Back at the address of before.
    Same,
    /// Still there: the stay goes on.
    Renewal,
}

/// The person's statement of where they live from when.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// The number on the receipt.
    pub reference: Reference,
    /// Why.
    pub kind: Kind,
    /// Where.
    pub place: Place,
    /// From when they live there.
    pub since: Date,
    /// When they came into the country, if this is about an arrival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<Date>,
    /// Until when they intend or are allowed to stay, if they care to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The day of the postmark, where it was declared on a paper form that came by post: by this day it is in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<Date>,
    /// The duties that this declaration meets, as counted when it was made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meets: Vec<DutyMet>,
}

impl Declaration {
    /// The day by which it is in time or late: of the postmark where it came by post, else the day on which it was declared.
    pub fn counts_on(&self, declared: Date) -> Date {
        self.posted_on.map_or(declared, |posted| posted.min(declared))
    }
}

/// A duty as it was counted when the declaration was made. It is not recomputed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyMet {
    /// The rule's id in its pack.
    pub rule: Line,
    /// The day of the event that started it.
    pub event: Date,
    /// The last day by the later reading.
    pub deadline: Date,
    /// The last day by the earlier reading.
    pub strict: Date,
}

/// A corrected field.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum Change {
    /// The names.
    Names(Names),
    /// The date of birth.
    Birth(Option<Birth>),
    /// The citizenship.
    Citizenship(Option<CitizenshipCode>),
    /// The document.
    Document(Option<Document>),
}

/// How to reach the person. Each can be replaced without access to the old one.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// An e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Line>,
    /// A telephone number: a contact, never an identity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Line>,
    /// The language of messages (BCP 47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Line>,
    /// Whether an e-mail goes out when somebody looked at the record.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub looks_by_email: bool,
}
