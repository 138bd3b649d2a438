//! House numbers: a grammar of their own, and how two of them compare.

pub(crate) mod compare;
pub(crate) mod grammar;
pub(crate) mod number;
pub(crate) mod words;
