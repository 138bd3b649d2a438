//! `doorstep witness`: a witness of other people's logs.

use crate::config::secret;
use crate::world::SystemClock;
use anyhow::Context;
use doorstep_tlog::{Signer, Verifier};
use doorstep_witness::{Memory, Witness, router};
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Runs a witness of logs: it signs a log's new head only if it follows from the last one that it saw.
#[derive(clap::Args)]
pub struct Options {
    /// The settings file: name, key_file, listen, memory, logs.
    #[arg(long)]
    config: PathBuf,
    /// Prints the public key of the witness and does nothing else.
    #[arg(long)]
    print_key: bool,
}

/// The settings of a witness.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    /// The witness's name: an address without its scheme, such as `witness.example/w1`.
    name: String,
    /// 64 hexadecimal digits, made by `doorstep keygen FILE`. Used for nothing else.
    key_file: PathBuf,
    /// The address and port to listen on.
    listen: String,
    /// The folder in which it remembers what it saw. Never bring it back from an old copy.
    memory: PathBuf,
    /// The public keys of the logs that it knows.
    logs: Vec<String>,
}

/// Serves until it is stopped.
pub async fn run(options: Options) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(&options.config).with_context(|| format!("cannot read {}", options.config.display()))?;
    let settings: Settings = toml::from_str(&text).with_context(|| format!("{} is not a settings file", options.config.display()))?;
    let key = Signer::witness(&settings.name, &secret(&settings.key_file)?)?;
    if options.print_key {
        println!("{}", key.verifier());
        return Ok(());
    }
    let logs =
        settings.logs.iter().map(|log| Verifier::parse(log).with_context(|| format!("{log} is not a key"))).collect::<Result<_, _>>()?;
    let listener = TcpListener::bind(&settings.listen).await.with_context(|| format!("cannot listen on {}", settings.listen))?;
    println!("Witness {} listens on {}.", key.verifier(), listener.local_addr()?);
    serve(listener, key, logs, &settings.memory).await
}

/// Serves a witness on a socket that is open already.
pub async fn serve(listener: TcpListener, key: Signer, logs: Vec<Verifier>, memory: &std::path::Path) -> anyhow::Result<()> {
    let witness = Witness::new(key, logs, Memory::open(memory)?, Arc::new(SystemClock))?;
    Ok(axum::serve(listener, router(Arc::new(witness))).await?)
}
