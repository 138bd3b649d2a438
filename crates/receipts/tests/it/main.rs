//! The crate from outside.

mod archive;
mod limits;
mod samples;
mod tools;
