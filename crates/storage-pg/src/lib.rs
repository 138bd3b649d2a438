//! PostgreSQL, and engines that speak it.
//!
//! Writes are `SERIALIZABLE` and run again when the engine asks for it; reads are one read-only `REPEATABLE READ` snapshot. There is no
//! sequence, no `LISTEN`, and no session lock, so that engines which spread a database over machines can take the same schema.

// The SQL that both engines share, checked here against PostgreSQL's schema.
#[path = "../../storage-sqlite/src/common/mod.rs"]
mod common;
mod connect;
mod engine;
mod many;
mod read;
mod write;

use doorstep_storage::schema::{Column, Table};

pub use connect::Postgres;

/// What the migrations say of each table and column.
pub static SCHEMA: &[Table] = include!(concat!(env!("OUT_DIR"), "/schema.rs"));
