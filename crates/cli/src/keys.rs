//! `doorstep keys`: the master key, and its change while the site serves. Nothing here shows or names a person.

use crate::config::Config;
use crate::world::SystemRandom;
use anyhow::{Context, bail};
use doorstep_hsm::Pkcs11Keys;
use doorstep_register::world::Random;
use doorstep_storage::{MasterKeys, Rewrapped, Rewrapping, Store, wrapped_under};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The master key.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Makes the keys of a new database in the token of `[hsm]`. For keys in a file there is `doorstep keygen`.
    Init {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
    },
    /// Says which master keys there are, and how many people's keys are wrapped under each.
    Info {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
    },
    /// Changes the master key while the site serves: makes another one, and wraps every person's key anew. Where an earlier change was not
    /// finished, it goes on with that one.
    Rotate {
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
        /// Only makes the master key: to be copied to every machine that serves, before the keys are wrapped anew.
        #[arg(long)]
        only_make: bool,
    },
    /// Destroys an old master key for ever. Back-ups from before the change open no more.
    Destroy {
        /// Its version, as `doorstep keys info` says it.
        version: u8,
        /// The settings file.
        #[arg(long)]
        config: PathBuf,
    },
}

/// Longer than any transaction runs: whatever was wrapped under an old master key when the new one was made is stored by then.
const SETTLED: Duration = Duration::from_secs(120);

/// Runs the command.
pub async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Init { config } => {
            let Some(hsm) = Config::read(&config)?.hsm else { bail!("`[hsm]` names no token; `doorstep keygen FILE` makes a key file") };
            Pkcs11Keys::init(hsm.settings()?)?;
            println!("The keys are in the token \"{}\". Without it nothing opens: back it up as its maker says, now.", hsm.token);
            Ok(())
        }
        Command::Info { config } => {
            let (keys, store) = opened(&config).await?;
            info(&*keys, &*store).await
        }
        Command::Rotate { config, only_make } => {
            let (keys, store) = opened(&config).await?;
            rotate(keys, store, only_make).await
        }
        Command::Destroy { version, config } => {
            let (keys, store) = opened(&config).await?;
            destroy(keys, store, version, SETTLED).await
        }
    }
}

async fn opened(config: &std::path::Path) -> anyhow::Result<(Arc<dyn MasterKeys>, Arc<dyn Store>)> {
    let config = Config::read(config)?;
    Ok((config.keys()?, config.store().await?))
}

async fn info(keys: &dyn MasterKeys, store: &dyn Store) -> anyhow::Result<()> {
    let (versions, under) = (keys.versions()?, wrapped_under(store).await?);
    for version in &versions {
        let wraps = if versions.last() == Some(version) { "wraps from now on" } else { "old" };
        println!("master key {version:3}  {:>10} people's keys  {wraps}", under.get(version).unwrap_or(&0));
    }
    for (version, count) in under.iter().filter(|(version, _)| !versions.contains(version)) {
        println!("master key {version:3}  {count:>10} people's keys  NOT HERE: these do not open");
    }
    Ok(())
}

async fn rotate(keys: Arc<dyn MasterKeys>, store: Arc<dyn Store>, only_make: bool) -> anyhow::Result<()> {
    let versions = keys.versions()?;
    if let [old, .., newest] = versions[..] {
        println!("Master key {old} is still there: the change to {newest} goes on.");
    } else {
        println!("Master key {} wraps from now on. Back it up before anything else.", keys.add_master(&SystemRandom)?);
    }
    if only_make {
        println!("Copy it to every machine that serves, then run `doorstep keys rotate` again.");
        return Ok(());
    }
    let done = rewrapped(&keys, &store).await?;
    println!("{} of {} people's keys were wrapped anew.", done.changed, done.seen);
    tell_shut(done);
    if let [old, _, ..] = keys.versions()?[..] {
        println!("When a back-up of the database and of the new master key is safe: `doorstep keys destroy {old}`.");
    }
    Ok(())
}

fn tell_shut(done: Rewrapped) {
    if done.shut > 0 {
        println!("{} keys do not open and were left as they are: damaged, or under a master key that is not here.", done.shut);
    }
}

async fn rewrapped(keys: &Arc<dyn MasterKeys>, store: &Arc<dyn Store>) -> anyhow::Result<Rewrapped> {
    let random: Arc<dyn Random> = Arc::new(SystemRandom);
    let run = Rewrapping::new(Arc::clone(store), Arc::clone(keys) as _, random);
    run.finish().await.context("the change stopped; run the command again to go on")
}

async fn destroy(keys: Arc<dyn MasterKeys>, store: Arc<dyn Store>, version: u8, settled: Duration) -> anyhow::Result<()> {
    if !keys.versions()?.contains(&version) {
        bail!("there is no master key {version}");
    }
    if keys.newest()? == version {
        bail!("master key {version} is in use; `doorstep keys rotate` makes another one");
    }
    rewrapped(&keys, &store).await?;
    println!("Waiting {} seconds, so that nothing is under way that was wrapped under master key {version}.", settled.as_secs());
    tokio::time::sleep(settled).await;
    tell_shut(rewrapped(&keys, &store).await?);
    if let Some(left) = wrapped_under(&*store).await?.get(&version) {
        bail!("{left} people's keys are wrapped under master key {version}: it is not destroyed");
    }
    keys.destroy_master(version)?;
    println!(
        "Master key {version} is destroyed here. Destroy its copies too, on paper and on other machines: then no back-up from before opens."
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorstep_storage::{FileKeys, KeyError, OpenError, TxError, Vault, read, write};
    use doorstep_storage_sqlite::Sqlite;
    use jiff::Timestamp;

    async fn person(store: &Arc<dyn Store>, keys: &Arc<dyn MasterKeys>) -> doorstep_register::PersonId {
        let vault = Vault::new(Arc::clone(keys) as _, Arc::new(SystemRandom));
        let made = write(&**store, "person", move |tx| {
            let vault = vault.clone();
            Box::pin(async move { vault.add_person(tx, Timestamp::UNIX_EPOCH).await.map_err(TxError::<OpenError>::from) })
        });
        made.await.unwrap()
    }

    async fn wrapped(store: &Arc<dyn Store>, who: doorstep_register::PersonId) -> Vec<u8> {
        let row = read(&**store, "person", move |tx| Box::pin(async move { Ok::<_, TxError<OpenError>>(tx.person(who).await?) }));
        row.await.unwrap().unwrap().wrapped_key
    }

    /// With the file of the keys on the disk, and the site's own view of it open all the while.
    #[tokio::test]
    async fn a_master_key_is_changed_and_destroyed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("master.key");
        crate::config::make_key(&file).unwrap();
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(&folder.path().join("doorstep.db")).await.unwrap());
        let keys = || -> Arc<dyn MasterKeys> { Arc::new(FileKeys::open(&file).unwrap()) };
        let site = keys();
        let who = person(&store, &site).await;
        let copy = wrapped(&store, who).await;

        rotate(keys(), Arc::clone(&store), true).await.unwrap();
        assert_eq!(wrapped(&store, who).await, copy, "made only");
        let now = Duration::ZERO;
        assert!(destroy(keys(), Arc::clone(&store), 2, now).await.is_err(), "the newest");
        assert!(destroy(keys(), Arc::clone(&store), 3, now).await.is_err(), "there is none");
        rotate(keys(), Arc::clone(&store), false).await.unwrap();
        assert_eq!(keys().versions(), Ok(vec![1, 2]), "the change that was begun, and not another");
        assert!(site.unwrap(who, &wrapped(&store, who).await).is_ok() && site.unwrap(who, &copy).is_ok());

        destroy(keys(), Arc::clone(&store), 1, now).await.unwrap();
        assert!(keys().unwrap(who, &wrapped(&store, who).await).is_ok());
        assert_eq!(keys().unwrap(who, &copy).err(), Some(KeyError::Version(1)));
        rotate(keys(), Arc::clone(&store), false).await.unwrap();
        assert_eq!(keys().versions(), Ok(vec![2, 3]));
    }
}
