//! The log over a real database, and operators who would like it to say something else.

#[path = "it/backups.rs"]
mod backups;
#[path = "it/operators.rs"]
mod operators;
#[path = "it/peers.rs"]
mod peers;
#[path = "it/registered.rs"]
mod registered;
#[path = "it/rows.rs"]
mod rows;
#[path = "it/sequence.rs"]
mod sequence;
#[path = "../../storage-pg/tests/server/mod.rs"]
mod server;
#[path = "it/witnesses.rs"]
mod witnesses;
#[path = "it/world.rs"]
mod world;
