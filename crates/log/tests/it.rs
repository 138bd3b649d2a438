//! The log over a real database, and operators who would like it to say something else.

#[path = "it/operators.rs"]
mod operators;
#[path = "it/peers.rs"]
mod peers;
#[path = "it/sequence.rs"]
mod sequence;
#[path = "it/witnesses.rs"]
mod witnesses;
#[path = "it/world.rs"]
mod world;
