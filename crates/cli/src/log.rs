//! `doorstep log`: the checks that anyone can run from outside, and what the operator does with the log.

mod check;

use crate::config::Config;
use anyhow::{Context, bail};
use doorstep_log::{Http, Source, audit, check_backup, sign_backup};
use doorstep_tlog::{Checkpoint, Note, Policy, Verifier};
use std::path::{Path, PathBuf};

/// The public log.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Checks a whole log: every leaf, every tile, the signatures, and that it goes on from what was seen the last time.
    Verify {
        /// The log's address (http:// or https://, up to before /checkpoint), or a folder with a copy of it.
        log: String,
        #[command(flatten)]
        trust: Trust,
        /// A file that remembers the head from one check to the next.
        #[arg(long)]
        remember: Option<PathBuf>,
    },
    /// Checks what a person downloaded: a proof file (.tlog-proof), or a whole history (.json). Needs no network.
    Check {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        trust: Trust,
        /// How far apart, in seconds, the witnesses' moments before and after an entry may be to show when it was written.
        #[arg(long, default_value_t = 900)]
        window: u64,
    },
    /// Prints the public key of the log of these settings.
    Key {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
    },
    /// Signs a back-up with the key of the log, into FILE.note beside it.
    SignBackup {
        /// The back-up: any file.
        file: PathBuf,
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
    },
    /// Says whether a back-up is still the file that was signed.
    CheckBackup {
        /// The back-up, with FILE.note beside it.
        file: PathBuf,
        /// The public key of the log.
        #[arg(long)]
        key: String,
    },
    /// Says why the log has stopped, and with --go-on lets it go on.
    State {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
        /// Lets it go on. Whoever says so has found out why it stood.
        #[arg(long)]
        go_on: bool,
    },
}

/// Whom to trust. Take the keys from somewhere else than from the log itself.
#[derive(clap::Args)]
pub struct Trust {
    /// The public key of the log.
    #[arg(long)]
    key: String,
    /// The public key of a witness; may stand several times.
    #[arg(long)]
    witness: Vec<String>,
    /// How many of them must have signed; all, if it is not said.
    #[arg(long)]
    quorum: Option<usize>,
}

impl Trust {
    fn policy(&self) -> anyhow::Result<Policy> {
        let key = |text: &str| Verifier::parse(text).with_context(|| format!("{text} is not a key"));
        let witnesses: Vec<Verifier> = self.witness.iter().map(|text| key(text)).collect::<anyhow::Result<_>>()?;
        let quorum = self.quorum.unwrap_or(witnesses.len());
        Ok(Policy::new(key(&self.key)?, witnesses, quorum)?)
    }
}

/// Runs a command.
pub async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Verify { log, trust, remember } => {
            tokio::task::spawn_blocking(move || verify(&log, &trust.policy()?, remember.as_deref())).await?
        }
        Command::Check { file, trust, window } => check::run(&file, &trust.policy()?, window),
        Command::Key { config } => {
            let Some(log) = Config::read(&config)?.log else { bail!("the settings have no [log]") };
            println!("{}", log.signer()?.verifier());
            Ok(())
        }
        Command::SignBackup { file, config } => {
            let Some(log) = Config::read(&config)?.log else { bail!("the settings have no [log]") };
            let note = sign_backup(opened(&file)?, &log.signer()?)?;
            std::fs::write(beside(&file), note.to_string()).with_context(|| format!("cannot write {}", beside(&file).display()))
        }
        Command::CheckBackup { file, key } => {
            let key = Verifier::parse(&key).with_context(|| format!("{key} is not a key"))?;
            let text = std::fs::read_to_string(beside(&file)).with_context(|| format!("cannot read {}", beside(&file).display()))?;
            check_backup(opened(&file)?, &Note::parse(&text)?, &key)?;
            println!("This is the file that {} signed.", key.name());
            Ok(())
        }
        Command::State { config, go_on } => state(&Config::read(&config)?, go_on).await,
    }
}

fn opened(file: &Path) -> anyhow::Result<std::fs::File> {
    std::fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Where the note of a back-up lies.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".note");
    PathBuf::from(name)
}

fn remembered(file: &Path, policy: &Policy) -> anyhow::Result<Option<Checkpoint>> {
    if !file.exists() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let note = Note::parse(&text).with_context(|| format!("{} does not hold a checkpoint", file.display()))?;
    Ok(Some(policy.check(&note)?.checkpoint))
}

fn verify(log: &str, policy: &Policy, remember: Option<&Path>) -> anyhow::Result<()> {
    let before = remember.map(|file| remembered(file, policy)).transpose()?.flatten();
    let source: Box<dyn Source> = if log.contains("://") { Box::new(Http::new(log)) } else { Box::new(Folder(PathBuf::from(log))) };
    let found = audit(&*source, policy, before.as_ref())?;
    if let Some(file) = remember {
        std::fs::write(file, &found.note).with_context(|| format!("cannot write {}", file.display()))?;
    }
    let checkpoint = &found.head.checkpoint;
    println!("The log {} is in order.", checkpoint.origin);
    println!("  leaves      {} ({} of them erasures)", checkpoint.size, found.erasures);
    println!("  root        {}", checkpoint.root.to_base64());
    println!("  witnesses   {} of {}", found.head.witnesses, policy.witnesses().len());
    match before {
        Some(before) => println!("  goes on from {} leaves, seen before", before.size),
        None => println!("  seen for the first time: keep the head (--remember FILE), so that a log that goes back is found out"),
    }
    Ok(())
}

struct Folder(PathBuf);

impl Source for Folder {
    fn get(&self, path: &str) -> Result<Vec<u8>, doorstep_log::Gone> {
        self.0.as_path().get(path)
    }
}

async fn state(config: &Config, go_on: bool) -> anyhow::Result<()> {
    let store = config.store().await?;
    let Some(log) = config.sequencer(std::sync::Arc::clone(&store))? else { bail!("the settings have no [log]") };
    if go_on {
        log.resume().await?;
    }
    let head = log.head().await?;
    println!("{} leaves; {}", head.size, head.stopped.as_deref().map_or("in order".to_owned(), |why| format!("stopped: {why}")));
    Ok(())
}
