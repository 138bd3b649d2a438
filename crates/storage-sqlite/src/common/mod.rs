//! What both engines say in the same words: SQL of the common subset, checked when compiled against each engine's own schema.
//!
//! The PostgreSQL crate compiles these same files by path. What they need of their engine is in `crate::engine`: `Connection`, `failed`,
//! `lease`, and what is done to many rows in one statement.

mod acts;
mod case_acts;
mod case_files;
mod column;
mod credentials;
mod desk;
mod documents;
mod drafts;
mod entry;
mod fault;
mod homes;
mod host_doors;
mod host_words;
mod jobs;
mod links;
mod log;
mod messages;
mod people;
mod receipts;
mod sessions;
mod staff;
mod staff_passkeys;
mod trace;
mod tx;
mod ways;

pub(crate) use column::{count, micros, moment};
pub(crate) use entry::{Entry, Stored};
pub(crate) use fault::{Answer, Fault};
pub(crate) use tx::EngineTx;
