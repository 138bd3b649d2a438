//! Cases: opened with their reason, both sides told and heard, decided with reasons, open to appeal, and only then in effect.
//!
//! What may happen is for [`doorstep_register::case`]; here it is stored, told to whom it concerns, and put into effect. Each act of a case,
//! its leaf, what the queue knows of it, the letters that follow and what it does to a record are one transaction.

mod clocks;
mod dispute;
mod doing;
mod effect;
mod entry;
mod file;
mod follow;
mod hide;
mod mine;
mod open;
mod proof;
mod queue;
mod staff;
mod view;
mod words;

pub use clocks::RunningTerm;
pub use doing::Doing;
pub use entry::{CaseEntry, EntryBy, EntryWhat};
pub use mine::{CaseOfMine, Doable, MineAct, OpenedByMe};
pub use queue::QueueEntry;
pub use staff::StaffAct;
pub use view::CaseView;
pub use words::{case_key, outcome_key, programs_words, side_key};

pub(crate) use open::Opening;
