//! Why an act of a case is not possible.

use super::clock::Clock;
use super::decision::Ground;
use super::side::Side;
use thiserror::Error;

/// Why an act was refused. Nothing changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Error)]
pub enum Refusal {
    /// The act belongs to another case.
    #[error("the act belongs to another case")]
    Stranger,
    /// Somebody else acted since this version was read. Read again and decide again.
    #[error("somebody else acted first: the case has version {version}, the act follows version {followed}")]
    Conflict {
        /// The version of the case.
        version: u32,
        /// The version that the act follows.
        followed: u32,
    },
    /// Acts go forward in time.
    #[error("the act is earlier than the one before it")]
    Backwards,
    /// Whoever asks may not do this.
    #[error("whoever asks may not do this")]
    NotYours,
    /// Not at this stage of the case.
    #[error("not possible at this stage of the case")]
    NotNow,
    /// The case has no such side.
    #[error("the case has no such side")]
    NoSuchSide,
    /// A term is missing, too short or not countable.
    #[error("the term for {0} is missing, too short, or beyond the calendar")]
    Term(Clock),
    /// This kind of case cannot have that outcome.
    #[error("this kind of case cannot have that outcome")]
    NotAnOutcome,
    /// The side was sent no notice yet.
    #[error("{0} was sent no notice yet")]
    NotTold(Side),
    /// The side still has time to answer, or no notice to it counts as delivered.
    #[error("{0} was not heard yet and still can be")]
    NotHeard(Side),
    /// An oral hearing was asked for and is owed.
    #[error("an oral hearing was asked for and is owed")]
    HearingOwed,
    /// The day of the hearing is too near, or has not come.
    #[error("the hearing cannot be on that day")]
    HearingDay,
    /// A new host has not said yet whether they maintain what the earlier one said.
    #[error("the new host has not maintained the dispute")]
    NotMaintained,
    /// Silence, an absence at a visit and a host's word carry no such decision, alone or together.
    #[error("these grounds do not carry this decision")]
    GroundsDoNotCarry,
    /// A ground that the case file does not hold.
    #[error("the file of the case does not hold {0}")]
    NotOnFile(Ground),
    /// The second officer has to be another person than the first.
    #[error("the second officer has to be another person")]
    SameOfficer,
    /// Another officer was asked to confirm.
    #[error("another officer was asked to confirm")]
    NotNamed,
    /// Whoever helped a side or decided before cannot decide now.
    #[error("whoever helped a side or decided before cannot decide now")]
    Partial,
    /// A second officer has to confirm this outcome.
    #[error("a second officer has to confirm this")]
    SecondOfficer,
    /// The time for an appeal has not passed, or a letter posted in time may be on its way.
    #[error("the time for an appeal has not passed")]
    AppealOpen,
    /// The time for this has passed.
    #[error("the time for this has passed")]
    TooLate,
    /// Posted after it arrived, or before the decision was made.
    #[error("the day of posting cannot be")]
    PostedDay,
    /// This is possible once, and was used.
    #[error("this was used already")]
    Once,
    /// The appeal body cannot decide this itself; it can send the case back.
    #[error("the appeal body can only send this back")]
    SendBack,
}
