//! Keys in a token of SoftHSM2.

mod contract;
#[path = "../../../storage-sqlite/tests/database/mod.rs"]
mod database;
mod keys;
mod token;
