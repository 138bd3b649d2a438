#![doc = include_str!("../README.md")]

mod answer;
mod check;
mod fault;
mod file;
mod trust;

pub use answer::answer;
pub use check::{Checked, Part, Report, WINDOW, check, check_one};
pub use fault::Fault;
pub use file::{Entry, History, HistoryError};
pub use trust::{TrustError, policy};
