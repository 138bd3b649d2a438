//! `doorstep staff`: adds and removes people who work for an office, and makes their one-time sign-in links.

use crate::config::Config;
use anyhow::{Context, bail};
use doorstep_register::{Office, StaffId, StaffRole};
use doorstep_service::Error;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// People who work for an office.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Adds somebody and prints their first sign-in link.
    Add {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
        /// `clerk`, `officer`, `supervisor`, `appeal` or `dpo`.
        #[arg(long)]
        role: StaffRole,
        /// The office, if it is not the one that works on cases.
        #[arg(long)]
        office: Option<String>,
        /// The name, for the data-protection officer.
        #[arg(long)]
        name: String,
        /// What people see instead of the name; nobody else may have had it.
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
    /// Takes somebody back who was removed. They add a passkey anew.
    Return {
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
    /// Says as whom the provider of sign-ins knows somebody who was added here, so that they do not become two people.
    Connect {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
        /// The id that `add` printed.
        id: Uuid,
        /// The subject (`sub`) of their account at the provider.
        subject: String,
    },
    /// Removes all passkeys of somebody who lost theirs, and signs them out. They add one after signing in anew.
    ForgetPasskeys {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
        /// The id that `add` printed, or their pseudonym.
        who: String,
    },
}

/// How long a link works, in hours.
const HOURS: i64 = 24;

/// Runs the command.
pub async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Add { config, role, office, name, pseudonym } => {
            let config = Config::read(&config)?;
            let service = config.open().await?;
            if service.pseudonym_is_taken(pseudonym.clone()).await? {
                bail!("somebody has the pseudonym {pseudonym}, or had it; people could not tell the two apart");
            }
            let office = office.map_or_else(|| service.office(), Office);
            let id = service.add_staff_of(office, role, name, pseudonym).await?;
            println!("Added with id {id}.");
            if config.staff.links {
                link(&config, id).await?;
            }
        }
        Command::Remove { config, id } => {
            Config::read(&config)?.open().await?.retire_staff(StaffId(id)).await?;
            println!("Removed.");
        }
        Command::Return { config, id } => {
            Config::read(&config)?.open().await?.readmit_staff(StaffId(id)).await?;
            println!("Works for the office again.");
        }
        Command::Link { config, id } => link(&Config::read(&config)?, StaffId(id)).await?,
        Command::Connect { config, id, subject } => connect(&config, StaffId(id), &subject).await?,
        Command::ForgetPasskeys { config, who } => {
            let service = Config::read(&config)?.open().await?;
            let id = match Uuid::try_parse(&who) {
                Ok(id) => StaffId(id),
                Err(_) => service.staff_called(who.clone()).await?.with_context(|| format!("not one person has the pseudonym {who}"))?,
            };
            let count = service.forget_staff_passkeys(id).await?;
            println!("Passkeys removed: {count}. They are signed out.");
        }
    }
    Ok(())
}

async fn link(config: &Config, id: StaffId) -> anyhow::Result<()> {
    if !config.staff.links {
        bail!("`staff.links` is off: staff sign in by the provider alone");
    }
    let path = config.open().await?.staff_link(id, HOURS).await?;
    println!("Works once, for {HOURS} hours: {}/{}{path}", config.base_url, config.locale);
    Ok(())
}

async fn connect(config: &Path, id: StaffId, subject: &str) -> anyhow::Result<()> {
    let config = Config::read(config)?;
    let oidc = config.staff.oidc.as_ref().context("there is no `[staff.oidc]` in the settings")?;
    match config.open().await?.connect_staff(id, &oidc.issuer, subject).await {
        Ok(()) => println!("Connected."),
        Err(Error::Stale(_)) => bail!("that account is somebody else's here"),
        Err(other) => return Err(other.into()),
    }
    Ok(())
}
