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

/// What is remembered of a letter beside its code: how often a wrong one was typed, whether it was used, and until when it works.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tries {
    wrong: u8,
    used: bool,
    ends: Timestamp,
}

impl Tries {
    /// As stored: how many wrong codes, whether it was used, and the moment from which on it works no more.
    pub fn kept(wrong: u8, used: bool, ends: Timestamp) -> Self {
        Self { wrong, used, ends }
    }

    /// How many wrong codes were typed.
    pub fn wrong(&self) -> u8 {
        self.wrong
    }

    /// Takes a code from whoever has the letter in their hand. `fits` says whether it is the letter's; the letter itself need not be kept.
    pub fn take(&mut self, typed: &str, fits: impl FnOnce(&Reference) -> bool, now: Timestamp) -> Result<(), CodeRefusal> {
        let typed = Reference::parse(typed).map_err(|_| CodeRefusal::Mistyped)?;
        if self.wrong >= MAX_WRONG {
            return Err(CodeRefusal::Spent);
        }
        if !fits(&typed) {
            self.wrong += 1;
            return Err(CodeRefusal::Wrong { left: MAX_WRONG - self.wrong });
        }
        if self.used {
            return Err(CodeRefusal::Answered);
        }
        if now >= self.ends {
            return Err(CodeRefusal::TooOld);
        }
        Ok(())
    }
}

/// One letter about one entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HostLetter {
    code: Reference,
    tries: Tries,
    answer: Option<HostAnswer>,
}

impl HostLetter {
    /// A letter with a code of chance.
    pub fn new(code: Reference, until: Until) -> Self {
        Self { code, tries: Tries::kept(0, false, until.ends), answer: None }
    }

    /// Takes the answer of whoever has the letter in their hand.
    pub fn answer(&mut self, typed: &str, answer: HostAnswer, now: Timestamp) -> Result<HostAnswer, CodeRefusal> {
        self.tries.take(typed, |code| *code == self.code, now)?;
        self.tries.used = true;
        self.answer = Some(answer);
        Ok(answer)
    }
}
