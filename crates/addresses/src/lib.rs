//! The official address register as a library: import, index, search.
//!
//! An official file (a Russian GAR archive, an OpenStreetMap extract, a table) becomes an immutable index directory;
//! [`Register`] opens it and finds the right door from what people type, in any script or keyboard layout. There is no
//! dependency on the rest of Doorstep. No position on the earth is read into anything.

mod error;
mod house;
mod import;
mod manifest;
mod register;
mod search;
mod segment;
mod source;
mod text;

pub use error::{ImportError, OpenError};
pub use import::{Format, Imported, Progress, Stage, import};
pub use register::{Address, Hit, Register};
pub use source::Source;
