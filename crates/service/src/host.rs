//! Hosts: what they see of their own homes, what they say of an entry, how a home is shown to be theirs, and whom they invite.
//!
//! A host's word starts a question and ends nothing. A host sees names and since when, and each resident sees each look.

mod answer;
mod door;
mod home;
mod invite;
mod letter;
mod prove;
mod show;
mod told;

pub use answer::EntryView;
pub use door::{DoorAnswer, DoorDone, DoorView};
pub use home::{HomeView, OwnHome, Resident};
pub use invite::Invitation;
pub use letter::{LetterOpened, LetterRefusal, PrintedLetter};
pub use show::{HostSaid, LetterSent, MyHost, ShownLink, Spelling};

pub(crate) use home::holds;
