//! The crate from outside.

mod archive;
mod limits;
mod postal;
mod samples;
mod sheets;
mod tools;
