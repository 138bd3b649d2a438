#![doc = include_str!("../README.md")]

mod fault;
mod post;
mod provider;
mod settings;
mod wire;

pub use fault::Fault;
pub use post::{Group, NoPost, Post, Posts, Where};
pub use provider::{Account, Answer, Asked, Provider};
pub use settings::{Settings, SettingsError};
