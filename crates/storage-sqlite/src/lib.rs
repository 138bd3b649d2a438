//! The embedded engine: one SQLite file.
//!
//! Write-ahead log, `synchronous=FULL`, one writer with group commit, many readers. Durable when a write returns `Ok`.

mod common;
mod engine;
mod many;
mod open;
mod read;
mod write;

use doorstep_storage::schema::{Column, Table};

pub use open::Sqlite;

/// What the migrations say of each table and column.
pub static SCHEMA: &[Table] = include!(concat!(env!("OUT_DIR"), "/schema.rs"));
