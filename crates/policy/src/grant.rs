//! Grants: permission to open one record for one purpose.

use crate::field::{Field, Fields};
use crate::subject::Desk;
use doorstep_register::case::Kind as CaseKind;
use doorstep_register::{CaseId, Office, PersonId, StaffId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Why a record is opened. Each has a translated sentence that the person reads in "who looked".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The person themselves.
    Own,
    /// A member of the household acts for the person.
    Household,
    /// A member of the household sees who belongs to it, and who lives where.
    HouseholdList,
    /// Bringing a message to the person it is addressed to.
    Delivery,
    /// Helping the person at a desk.
    DeskHelp,
    /// Comparing a document that was shown at a desk with the record that names it.
    DeskDocument,
    /// Typing a paper form that came by post, without the person.
    DeskPost,
    /// A host does not know the person: whether they live at the address that they declared.
    Stranger,
    /// A host says that the person moved out: whether they still live at the address that they declared.
    MovedOut,
    /// A field that its owner says is wrong, and could not correct alone.
    Correction,
    /// The declared address is not in the official register.
    Unlisted,
    /// Whether an address holds as many homes as people declared.
    Crowded,
    /// Whether an address is a home.
    NonResidential,
    /// Two records name the same document.
    PossibleDuplicate,
    /// The person asked about a look at their record.
    Look,
    /// The person explained why they could not be in time.
    LateReason,
    /// The person objects to something that the office did.
    Appeal,
    /// The person asks that nobody finds their address.
    Protection,
    /// The person's host does not confirm.
    HostRefuses,
    /// The person's home is not fit to be registered.
    HomeNotFit,
    /// A host looks at who declared their home.
    HostView,
    /// A host who is heard in a case reads what was said in it.
    HostCase,
    /// A clerk prints a letter to the person and puts it in an envelope.
    PostLetter,
}

impl Purpose {
    /// All purposes.
    pub const EVERY: [Purpose; 23] = [
        Purpose::Own,
        Purpose::Household,
        Purpose::HouseholdList,
        Purpose::Delivery,
        Purpose::DeskHelp,
        Purpose::DeskDocument,
        Purpose::DeskPost,
        Purpose::Stranger,
        Purpose::MovedOut,
        Purpose::Correction,
        Purpose::Unlisted,
        Purpose::Crowded,
        Purpose::NonResidential,
        Purpose::PossibleDuplicate,
        Purpose::Look,
        Purpose::LateReason,
        Purpose::Appeal,
        Purpose::Protection,
        Purpose::HostRefuses,
        Purpose::HomeNotFit,
        Purpose::HostView,
        Purpose::HostCase,
        Purpose::PostLetter,
    ];

    /// The one purpose for which a case of this kind opens records.
    pub const fn of_case(kind: CaseKind) -> Purpose {
        match kind {
            CaseKind::Stranger => Purpose::Stranger,
            CaseKind::MovedOut => Purpose::MovedOut,
            CaseKind::Correction => Purpose::Correction,
            CaseKind::Unlisted => Purpose::Unlisted,
            CaseKind::Crowded => Purpose::Crowded,
            CaseKind::NonResidential => Purpose::NonResidential,
            CaseKind::PossibleDuplicate => Purpose::PossibleDuplicate,
            CaseKind::Look => Purpose::Look,
            CaseKind::LateReason => Purpose::LateReason,
            CaseKind::Appeal => Purpose::Appeal,
            CaseKind::Protection => Purpose::Protection,
            CaseKind::HostRefuses => Purpose::HostRefuses,
            CaseKind::HomeNotFit => Purpose::HomeNotFit,
        }
    }

    /// Its word in the policies.
    pub const fn word(self) -> &'static str {
        match self {
            Purpose::Own => "own",
            Purpose::Household => "household",
            Purpose::HouseholdList => "household_list",
            Purpose::Delivery => "delivery",
            Purpose::DeskHelp => "desk_help",
            Purpose::DeskDocument => "desk_document",
            Purpose::DeskPost => "desk_post",
            Purpose::Stranger => "stranger",
            Purpose::MovedOut => "moved_out",
            Purpose::Correction => "correction",
            Purpose::Unlisted => "unlisted",
            Purpose::Crowded => "crowded",
            Purpose::NonResidential => "non_residential",
            Purpose::PossibleDuplicate => "possible_duplicate",
            Purpose::Look => "look",
            Purpose::LateReason => "late_reason",
            Purpose::Appeal => "appeal",
            Purpose::Protection => "protection",
            Purpose::HostRefuses => "host_refuses",
            Purpose::HomeNotFit => "home_not_fit",
            Purpose::HostView => "host_view",
            Purpose::HostCase => "host_case",
            Purpose::PostLetter => "post_letter",
        }
    }

    /// What is opened for it, and no more. The policies say the same in `@fields`, or the program does not start.
    pub const fn fields(self) -> Fields {
        use Field::{Address, Birth, Case, Document, Evidence, Explanations, Names, Private, Questions};
        match self {
            Purpose::Own | Purpose::Household | Purpose::DeskHelp | Purpose::DeskPost => Fields::ALL,
            Purpose::HouseholdList | Purpose::HostView | Purpose::PostLetter => Fields::of(&[Names, Address]),
            Purpose::HostCase => Fields::of(&[Names, Address, Case]),
            Purpose::Delivery => Fields::of(&[Case, Private]),
            Purpose::Stranger | Purpose::MovedOut | Purpose::HostRefuses => Fields::of(&[Names, Address, Evidence, Case]),
            Purpose::Correction => Fields::of(&[Names, Birth, Document, Evidence, Case]),
            Purpose::Unlisted | Purpose::HomeNotFit => Fields::of(&[Address, Evidence, Case]),
            Purpose::Crowded | Purpose::NonResidential => Fields::of(&[Case]),
            Purpose::DeskDocument => Fields::of(&[Names, Birth, Document]),
            Purpose::PossibleDuplicate => Fields::of(&[Names, Birth, Document, Case]),
            Purpose::Look => Fields::of(&[Questions, Case]),
            Purpose::LateReason => Fields::of(&[Names, Address, Explanations, Case]),
            Purpose::Appeal => Fields::of(&[Names, Address, Case]),
            Purpose::Protection => Fields::of(&[Names, Case]),
        }
    }
}

/// In what role somebody looks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// At a desk.
    Clerk,
    /// Works on cases.
    Officer,
    /// Provides the home.
    Host,
    /// Belongs to the household.
    Household,
}

/// Who opens a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reader {
    /// The person, or the message addressed to them. Leaves no look.
    Own,
    /// A member of the person's household.
    Household,
    /// Somebody who works for an office.
    Staff {
        /// Who; kept for the data-protection officer, never shown.
        staff: StaffId,
        /// The office that people see.
        office: Office,
        /// The role that people see.
        role: Role,
        /// The pseudonym that people see.
        pseudonym: String,
    },
    /// The host of the person's declared home.
    Host {
        /// Who.
        host: PersonId,
    },
}

/// Permission to open one record for one purpose, made by [`decide`](crate::decide) only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grant {
    pub(crate) person: PersonId,
    pub(crate) fields: Fields,
    pub(crate) purpose: Purpose,
    pub(crate) case: Option<CaseId>,
    pub(crate) reader: Reader,
    pub(crate) until: Timestamp,
}

impl Grant {
    /// Whose record.
    pub fn person(&self) -> PersonId {
        self.person
    }
    /// What it shows.
    pub fn fields(&self) -> Fields {
        self.fields
    }
    /// Why.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }
    /// In which case.
    pub fn case(&self) -> Option<CaseId> {
        self.case
    }
    /// For whom.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }
    /// Until when it opens anything.
    pub fn until(&self) -> Timestamp {
        self.until
    }
    /// The same permission for fewer parts of the record: what both it and `fields` hold.
    pub fn only(self, fields: Fields) -> Grant {
        Grant { fields: self.fields.and(fields), ..self }
    }
    /// Whether opening leaves a look. Only the person's own reading does not.
    pub fn leaves_a_look(&self) -> bool {
        self.reader != Reader::Own
    }
}

/// Permission of a host to see how many people declared one home. Made by [`decide_home`](crate::decide_home) only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HomeGrant {
    pub(crate) host: PersonId,
    pub(crate) home: [u8; 32],
    pub(crate) until: Timestamp,
}

impl HomeGrant {
    /// The host.
    pub fn host(&self) -> PersonId {
        self.host
    }
    /// The blind index of the home.
    pub fn home(&self) -> &[u8; 32] {
        &self.home
    }
    /// Until when it opens anything.
    pub fn until(&self) -> Timestamp {
        self.until
    }
}

/// Permission to take a copy of all that is kept about one person. Made by [`decide_export`](crate::decide_export) only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportGrant(pub(crate) Grant);

impl ExportGrant {
    /// The permission to open what is exported. Opening leaves its look.
    pub fn opening(&self) -> &Grant {
        &self.0
    }
}

/// By what exact value a record can be found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Identifier {
    /// The e-mail address that somebody signs in with.
    Email,
    /// The number of a document that somebody declares.
    Document,
    /// The home that somebody declares, to find its hosts.
    Home,
    /// The number on a letter, or of a mail, that came back or was delivered.
    Message,
}

impl Identifier {
    /// All identifiers.
    pub const EVERY: [Identifier; 4] = [Identifier::Email, Identifier::Document, Identifier::Home, Identifier::Message];

    /// Its word in the policies.
    pub const fn word(self) -> &'static str {
        match self {
            Identifier::Email => "email",
            Identifier::Document => "document",
            Identifier::Home => "home",
            Identifier::Message => "message",
        }
    }
}

/// Who finds whose a value is. None shows anybody what was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Finder<'d> {
    /// Somebody who has not signed in typed the value. A message goes to whom it belongs to; the answer is the same if to nobody.
    Visitor,
    /// The program, while it files what a person declared or what the post reports.
    Register,
    /// A clerk who was shown a document, at a desk with nobody else at it. What is found is compared with the document before it opens.
    Clerk(&'d Desk),
}

impl Finder<'_> {
    /// Its word in the policies.
    pub const fn word(self) -> &'static str {
        match self {
            Finder::Visitor => "Visitor",
            Finder::Register => "Register",
            Finder::Clerk(_) => "Clerk",
        }
    }
}

/// Permission to find whose one exact value is. Made by [`decide_find`](crate::decide_find) only. It opens nothing: whoever is found is opened
/// with a [`Grant`] of their own, and nobody makes one by hand:
/// ```compile_fail,E0451
/// use doorstep_policy::{FindGrant, Identifier};
/// let forged = FindGrant { by: Identifier::Document, value: [0; 32], until: jiff::Timestamp::MAX };
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FindGrant {
    pub(crate) by: Identifier,
    pub(crate) value: [u8; 32],
    pub(crate) until: Timestamp,
}

impl FindGrant {
    /// The blind index to be found, if the grant is for this kind of value and has not run out.
    pub fn value(&self, by: Identifier, now: Timestamp) -> Option<&[u8; 32]> {
        (self.by == by && now <= self.until).then_some(&self.value)
    }
    /// Until when it finds anything.
    pub fn until(&self) -> Timestamp {
        self.until
    }
}
