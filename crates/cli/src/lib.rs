//! The binary: wires everything together. As a library it is what the tests of the whole product start.

mod addresses;
pub mod config;
mod demo;
mod jobs;
mod keys;
mod load;
mod log;
pub mod paper;
mod provider;
mod rules;
mod serve;
mod staff;
mod witness;
pub mod world;

use clap::{Parser, Subcommand};

/// Digital residence registration.
#[derive(Parser)]
#[command(name = "doorstep", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Starts everything with an invented town, ready to try.
    Demo(demo::Options),
    /// Serves the site.
    Serve(serve::Options),
    /// Prints a configuration file with every setting explained.
    Config,
    /// Makes a key in a new file: the master key of a new database, the key of a log, or that of a witness.
    Keygen {
        /// The file to make.
        file: std::path::PathBuf,
    },
    /// The official address register: import, search, info.
    #[command(subcommand)]
    Addresses(addresses::Command),
    /// Rule packs: count a term, explain a rule, show what a new version changes.
    Rules(rules::Options),
    /// Messages on their way: list them, try failed ones again.
    #[command(subcommand)]
    Jobs(jobs::Command),
    /// The master key: make it in a token, change it, destroy an old one.
    #[command(subcommand)]
    Keys(keys::Command),
    /// People who work for an office.
    #[command(subcommand)]
    Staff(staff::Command),
    /// Measures declarations per second through the HTTP form path, beside the engine's own durable commits.
    Load(load::Options),
    /// The public log: check it from outside, check one's own history, see how it stands.
    #[command(subcommand)]
    Log(log::Command),
    /// Runs a witness of logs.
    Witness(witness::Options),
    /// Prints the description of the JSON API.
    Openapi,
}

/// Runs the command line.
pub fn main() -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn,sqlx::postgres::notice=error".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match Cli::parse().command {
            Command::Demo(options) => demo::run(options).await,
            Command::Serve(options) => serve::run(options).await,
            Command::Config => {
                print!("{}", config::EXAMPLE);
                Ok(())
            }
            Command::Keygen { file } => config::make_key(&file),
            Command::Addresses(command) => addresses::run(command),
            Command::Rules(command) => rules::run(command),
            Command::Jobs(command) => jobs::run(command).await,
            Command::Keys(command) => keys::run(command).await,
            Command::Staff(command) => staff::run(command).await,
            Command::Load(options) => load::run(options).await,
            Command::Log(command) => log::run(command).await,
            Command::Witness(options) => witness::run(options).await,
            Command::Openapi => {
                print!("{}", doorstep_web::api_description());
                Ok(())
            }
        }
    })
}
