//! Text on its way to a match: scripts, keyboards, tokens and the words that name kinds of places and streets.

pub(crate) mod alphabet;
pub(crate) mod fold;
pub(crate) mod keyboard;
pub(crate) mod kinds;
pub(crate) mod official;
pub(crate) mod token;
