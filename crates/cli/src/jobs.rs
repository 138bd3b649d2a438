//! `doorstep jobs`: messages on their way, for the operator. Nothing here names a person.

use crate::config::Config;
use std::path::PathBuf;

/// Messages on their way.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Lists the jobs that are not done, failed ones first.
    List {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
    },
    /// Notes that a mail came back, by the Message-ID in the bounce: it then proves nothing.
    Bounced {
        /// As it stands in the bounce: `<…@…>`.
        message_id: String,
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
    },
    /// Gives failed jobs another chance.
    Retry {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
    },
}

/// Runs the command.
pub async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::List { config } => {
            let jobs = Config::read(&config)?.open().await?.jobs(1000).await?;
            println!("{:36}  {:16} {:8} {:>8}  {:20}  trouble", "job", "kind", "state", "attempts", "not before");
            for job in &jobs {
                let trouble = job.trouble.as_deref().unwrap_or("");
                println!(
                    "{}  {:16} {:8} {:>8}  {:.20}  {trouble}",
                    job.id,
                    job.kind,
                    job.state,
                    job.attempts,
                    job.available_at.to_string()
                );
            }
            println!("{} jobs are not done.", jobs.len());
        }
        Command::Bounced { message_id, config } => {
            let noted = Config::read(&config)?.open().await?.mail_bounced(&message_id).await?;
            println!(
                "{}",
                if noted { "Noted: the mail came back." } else { "Nothing to note: it was noted before, or there is no such mail." }
            );
        }
        Command::Retry { config } => {
            let revived = Config::read(&config)?.open().await?.revive_jobs().await?;
            println!("{revived} failed jobs will be tried again.");
        }
    }
    Ok(())
}
