//! Cases: a dispute is settled like a good court would.
//!
//! A [`Case`] is the fold of its [`CaseAct`]s. [`Case::open`] and [`Case::next`] look at a case and answer with the act to append, its terms
//! counted by [`Clocks`], or with a [`Refusal`]; [`Case::apply`] folds an act and checks everything again, so that no stored text can
//! say what no officer could have done. Nothing here writes, reads a clock or waits: there is no act that a timer could make.
//!
//! What can be told from a case: what stands at a registration meanwhile ([`standing`]), what a decision is and how it came about
//! ([`decision`]), and, if it is final and says so, the [`Ending`] of a registration.

mod act;
mod apply;
mod clock;
pub mod decision;
mod disputes;
#[cfg(test)]
mod explore;
mod finding;
mod kind;
mod letter;
mod notice;
mod refusal;
mod side;
mod stage;
mod standing;

pub use act::{AppealResult, CaseAct, CaseWhat, FiledKind};
pub use clock::{Clock, Clocks, Counts, LETTER_DAYS, Until};
pub use decision::{Confirmed, Draft, Ending, Final, Heard, HeardHow, Served};
pub use disputes::HostDisputes;
pub use finding::{Finding, Ground, Reasons, ReasonsError};
pub use kind::{Kind, Outcome};
pub use letter::{CodeRefusal, HostAnswer, HostLetter, MAX_WRONG, Tries};
pub use notice::{Channel, Notice};
pub use refusal::Refusal;
pub use side::{By, Opener, Side};
pub use stage::{Case, Closing, Instance, SideFile, Stage};
pub use standing::{EndedBy, Standing, standing};
