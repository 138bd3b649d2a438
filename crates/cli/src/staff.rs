//! `doorstep staff`: adds and removes people who work for an office, and makes their one-time sign-in links.

use crate::config::Config;
use doorstep_register::StaffId;
use doorstep_service::StaffRole;
use std::path::PathBuf;
use uuid::Uuid;

/// People who work for an office.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Adds a clerk, an officer or a supervisor and prints their first sign-in link.
    Add {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
        /// `clerk`, `officer`, `supervisor`, or `appeal` for a member of the body that hears appeals.
        #[arg(long, value_parser = ["clerk", "officer", "supervisor", "appeal"])]
        role: String,
        /// The name, for the data-protection officer.
        #[arg(long)]
        name: String,
        /// What people see instead of the name.
        #[arg(long)]
        pseudonym: String,
    },
    /// Ends somebody's work for the office: they are signed out, and their open cases go back to the queue.
    Remove {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
        /// The id that `add` printed.
        id: Uuid,
    },
    /// Prints another sign-in link.
    Link {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
        /// The id that `add` printed.
        id: Uuid,
    },
}

/// How long a link works, in hours.
const HOURS: i64 = 24;

/// Runs the command.
pub async fn run(command: Command) -> anyhow::Result<()> {
    let (config, id) = match command {
        Command::Add { config, role, name, pseudonym } => {
            let config = Config::read(&config)?;
            let role = match role.as_str() {
                "clerk" => StaffRole::Clerk,
                "supervisor" => StaffRole::Supervisor,
                "appeal" => StaffRole::Appeal,
                _ => StaffRole::Officer,
            };
            let id = config.open().await?.add_staff(role, name, pseudonym).await?;
            println!("Added with id {id}.");
            (config, id)
        }
        Command::Remove { config, id } => {
            Config::read(&config)?.open().await?.retire_staff(StaffId(id)).await?;
            println!("Removed.");
            return Ok(());
        }
        Command::Link { config, id } => (Config::read(&config)?, StaffId(id)),
    };
    let path = config.open().await?.staff_link(id, HOURS).await?;
    println!("Works once, for {HOURS} hours: {}/{}{path}", config.base_url, config.locale);
    Ok(())
}
