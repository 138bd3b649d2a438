//! The public log: its key, its witnesses, and what appends to it.

use super::{Config, secret};
use crate::world::{SystemClock, SystemRandom};
use anyhow::Context;
use doorstep_log::{FileAnchor, Sequencer, Witness};
use doorstep_service::LogFacts;
use doorstep_storage::Store;
use doorstep_tlog::{Policy, Signer, Verifier};
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::Arc;

/// The public log.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogConfig {
    /// The log's own key.
    pub key_file: PathBuf,
    /// The log's name.
    pub origin: String,
    /// At least so many lines a second.
    #[serde(default = "floor")]
    pub floor: u32,
    /// How many witnesses have to sign.
    #[serde(default)]
    pub quorum: u32,
    /// The witnesses.
    #[serde(default)]
    pub witness: Vec<WitnessConfig>,
}

fn floor() -> u32 {
    doorstep_log::Settings::default().floor
}

/// A witness of the log.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WitnessConfig {
    /// Its public key.
    pub key: String,
    /// Where it takes heads.
    pub url: String,
}

impl LogConfig {
    /// The key that signs.
    pub fn signer(&self) -> anyhow::Result<Signer> {
        Signer::log(&self.origin, &secret(&self.key_file)?).context("`log.origin` cannot be the name of a log")
    }

    /// The witnesses, if there are as many as have to sign.
    pub fn witnesses(&self) -> anyhow::Result<Vec<Witness>> {
        let known = |w: &WitnessConfig| Ok((Verifier::parse(&w.key).with_context(|| format!("{} is not a key", w.key))?, w.url.clone()));
        let known: Vec<(Verifier, String)> = self.witness.iter().map(known).collect::<anyhow::Result<_>>()?;
        let keys = known.iter().map(|(key, _)| key.clone()).collect();
        Policy::new(self.signer()?.verifier().clone(), keys, self.quorum as usize).context("`log.witness` and `log.quorum` do not fit")?;
        Ok(known.into_iter().map(|(key, url)| Witness::new(key, &url)).collect())
    }

    pub(super) fn facts(&self) -> anyhow::Result<LogFacts> {
        let witnesses = self.witness.iter().map(|witness| witness.key.clone()).collect();
        Ok(LogFacts { key: self.signer()?.verifier().to_string(), witnesses, quorum: self.quorum })
    }
}

impl Config {
    /// What appends to the public log, if there is one. Beside its key it remembers the largest size that it signed.
    pub fn sequencer(&self, store: Arc<dyn Store>) -> anyhow::Result<Option<Sequencer>> {
        let Some(log) = &self.log else { return Ok(None) };
        let anchor = Arc::new(FileAnchor::new(log.key_file.with_extension("signed")));
        let settings = doorstep_log::Settings { floor: log.floor, ..doorstep_log::Settings::default() };
        Ok(Some(Sequencer::new(store, Arc::new(SystemClock), Arc::new(SystemRandom), Arc::new(log.signer()?), anchor, settings)))
    }
}
