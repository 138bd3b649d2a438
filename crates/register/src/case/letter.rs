//! The letter with a code by which a host answers once, without an account.

use super::clock::Until;
use super::kind::Kind;
use crate::reference::Reference;
use jiff::Timestamp;
use thiserror::Error;

/// After so many wrong codes a letter is spent. With 55 bits of chance that is one guess in seven thousand million million.
pub const MAX_WRONG: u8 = 5;

/// What a host can say of one entry at their home. To say nothing is the fourth answer, and means nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HostAnswer {
    /// "Yes, they live here."
    LivesHere,
    /// "I don't know this person."
    DontKnow,
    /// "Moved out."
    MovedOut,
}

impl HostAnswer {
    /// The kind of case that it opens, if it opens one.
    pub const fn opens(self) -> Option<Kind> {
        match self {
            Self::LivesHere => None,
            Self::DontKnow => Some(Kind::Stranger),
            Self::MovedOut => Some(Kind::MovedOut),
        }
    }
}

/// Why an answer with a code was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Error)]
pub enum CodeRefusal {
    /// The check character is wrong: a slip of the pen, which is not counted.
    #[error("mistyped")]
    Mistyped,
    /// Not the code of this letter.
    #[error("wrong code, {left} tries left")]
    Wrong {
        /// How many tries are left.
        left: u8,
    },
    /// Too many wrong codes; also the right one is refused now. A new letter helps.
    #[error("too many wrong codes: ask for a new letter")]
    Spent,
    /// Answered already.
    #[error("answered already")]
    Answered,
    /// The letter is too old. A new one helps.
    #[error("too old: ask for a new letter")]
    TooOld,
}

/// One letter about one entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HostLetter {
    code: Reference,
    until: Until,
    wrong: u8,
    answer: Option<HostAnswer>,
}

impl HostLetter {
    /// A letter with a code of chance.
    pub fn new(code: Reference, until: Until) -> Self {
        Self { code, until, wrong: 0, answer: None }
    }

    /// Takes the answer of whoever has the letter in their hand.
    pub fn answer(&mut self, typed: &str, answer: HostAnswer, now: Timestamp) -> Result<HostAnswer, CodeRefusal> {
        let typed = Reference::parse(typed).map_err(|_| CodeRefusal::Mistyped)?;
        if self.wrong >= MAX_WRONG {
            return Err(CodeRefusal::Spent);
        }
        if typed != self.code {
            self.wrong += 1;
            return Err(CodeRefusal::Wrong { left: MAX_WRONG - self.wrong });
        }
        if self.answer.is_some() {
            return Err(CodeRefusal::Answered);
        }
        if self.until.over(now) {
            return Err(CodeRefusal::TooOld);
        }
        self.answer = Some(answer);
        Ok(answer)
    }
}
