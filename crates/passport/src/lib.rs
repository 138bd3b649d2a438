//! What the machine-readable zone of a travel document says, as a scanner or a hand types it.
//!
//! [`read`] takes typed text and answers with names, birth, citizenship, kind and number, or says which line is wrong. [`offer`] proposes
//! how a name could be written in the script of the country; whoever bears it changes it. [`same_name`] compares a name that was typed
//! from a document with one on a record.
//!
//! Sex, expiry and personal numbers stand in the zone too. They are read past: nobody needs them here.

mod country;
mod fault;
mod offer;
mod same;
mod typed;
mod zone;

pub use fault::{Fault, Part};
pub use offer::{Script, offer};
pub use same::same_name;
pub use zone::{Zone, ZoneName, read};
