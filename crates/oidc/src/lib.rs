#![doc = include_str!("../README.md")]

mod post;
mod provider;
mod wire;

pub use post::{Group, NoPost, Post, Posts, Where};
pub use provider::{Account, Answer, Asked, Fault, Provider, Settings, SettingsError};
