//! The log against published vectors, against another implementation, and against itself.

#[path = "it/another.rs"]
mod another;
#[path = "it/forms.rs"]
mod forms;
#[path = "it/headmap.rs"]
mod headmap;
#[path = "it/history.rs"]
mod history;
#[path = "it/vectors.rs"]
mod vectors;
#[path = "it/witness.rs"]
mod witness;
#[path = "it/world.rs"]
mod world;
