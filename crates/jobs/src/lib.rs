//! What runs beside the pages: delivery of messages, sweeping. The jobs stand in the database and are leased from it, so that any number
//! of processes can run this loop and a crash loses nothing.

mod folder;
mod gateway;
mod log;
mod run;
mod smtp;

pub use folder::Folder;
pub use gateway::{Gateway, GatewayError};
pub use log::run_log;
pub use run::run;
pub use smtp::{Smtp, SmtpError};
