#![doc = include_str!("../README.md")]

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
