//! The domain: people, acts, residences. Pure, no I/O, no async.
//!
//! A [`Record`] is the fold of its [`Act`]s. A command looks at a record and answers with the act to append, or with a
//! [`Refusal`] that says why not; nothing here writes, reads a clock or throws dice.

mod act;
pub mod case;
mod command;
mod id;
mod identity;
mod place;
mod record;
mod reference;
mod rooms;
mod settled;
mod staff;
mod text;
pub mod world;

pub use act::{Act, Actor, Change, Contact, Declaration, DutyMet, HostDoor, Kind, What};
pub use command::{Refusal, correct, declare, leave, may_begin, renew};
pub use id::{CaseId, EvidenceId, Office, PersonId, StaffId};
pub use identity::{Birth, CitizenshipCode, Document, DocumentKind, Grade, Identity, IdentityError, Names};
pub use place::{Place, PlaceError, Unit};
pub use record::{Confirmation, End, Evidence, FoldError, Question, Record, Residence};
pub use reference::{Reference, ReferenceError};
pub use rooms::{RoomError, RoomFault, RoomLine, RoomNames, parse_rooms};
pub use settled::{DecidedEnd, Effect};
pub use staff::{StaffRole, UnknownRole};
pub use text::{Line, Name, TextError, Words};
