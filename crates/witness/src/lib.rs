//! A witness of transparency logs (c2sp.org/tlog-witness).

mod memory;
mod router;

pub use memory::{Memory, MemoryError};
pub use router::{Witness, router};
