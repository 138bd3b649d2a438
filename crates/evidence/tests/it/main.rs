//! The crate from outside.

mod files;
mod refusals;
mod secrets;
