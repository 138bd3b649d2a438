//! Settings: each is documented in the example file, and an unknown one is refused.

mod log;
mod staff;

use crate::paper::Typst;
use crate::rules::folder::Library;
use crate::world::{SystemClock, SystemRandom};
use anyhow::{Context, bail};
use doorstep_hsm::Pkcs11Keys;
use doorstep_jobs::{Folder, Gateway, Smtp};
use doorstep_locales::Locale;
use doorstep_register::world::{Clock, Random};
use doorstep_rules::{Calendars, Pack};
use doorstep_service::{Parts, Post, Service, Settings, Texts};
use doorstep_storage::{FileKeys, LimitedKeys, LookupRate, MasterKeys, Store};
use doorstep_storage_pg::Postgres;
use doorstep_storage_sqlite::Sqlite;
use doorstep_web::WebConfig;
use serde::Deserialize;
use std::io::Write;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use log::{LogConfig, WitnessConfig};
pub use staff::StaffConfig;

/// The example file.
pub const EXAMPLE: &str = include_str!("config.example.toml");

/// The settings, as the example file explains them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where records are kept.
    pub database: String,
    /// Address and port.
    pub listen: String,
    /// The site's own address.
    pub base_url: String,
    /// The file of the master key.
    pub key_file: Option<PathBuf>,
    /// The token that holds the keys, in place of a file.
    pub hsm: Option<HsmConfig>,
    /// How often a blind index of one kind may be asked for.
    #[serde(default = "lookups_per_second")]
    pub lookups_per_second: NonZeroU32,
    /// Who issues receipts.
    pub issuer: String,
    /// The office that works on cases.
    pub office: String,
    /// Where letters go back to.
    #[serde(default)]
    pub return_address: Option<String>,
    /// Who runs the site.
    pub contact: String,
    /// The rule pack.
    pub pack: String,
    /// A folder of packs and calendars beside those that come with the program.
    pub rules: Option<PathBuf>,
    /// Its region.
    pub region: Option<String>,
    /// The index directory of the address register.
    pub addresses: Option<PathBuf>,
    /// The language for people who chose none.
    pub locale: String,
    /// Where "leave this page" goes.
    pub exit_to: String,
    /// Days until erasure after the end.
    pub kept_after_end_days: i64,
    /// The proxy's header with the network address.
    pub client_address_header: Option<String>,
    /// Connections to PostgreSQL.
    pub database_connections: u32,
    /// How messages leave.
    pub mail: MailConfig,
    /// How people who work for an office sign in.
    #[serde(default)]
    pub staff: StaffConfig,
    /// Hosts.
    #[serde(default)]
    pub hosts: HostsConfig,
    /// How SMS leave, if they do.
    #[serde(default)]
    pub sms: Option<SmsConfig>,
    /// The public log.
    #[serde(default)]
    pub log: Option<LogConfig>,
    /// Set by the demo and by load tests only; there is no setting for it.
    #[serde(skip)]
    pub demo: bool,
    /// Set by load tests only.
    #[serde(skip)]
    pub limit_factor: u32,
}

fn lookups_per_second() -> NonZeroU32 {
    LookupRate::default().per_second
}

/// A token behind PKCS#11.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HsmConfig {
    /// The maker's module.
    pub module: PathBuf,
    /// The label of the token.
    pub token: String,
    /// A file with the user's PIN.
    pub pin_file: PathBuf,
    /// The beginning of the labels of the keys.
    #[serde(default = "label")]
    pub label: String,
}

fn label() -> String {
    "doorstep".into()
}

impl HsmConfig {
    /// With the PIN.
    pub fn settings(&self) -> anyhow::Result<doorstep_hsm::Settings> {
        let pin = std::fs::read_to_string(&self.pin_file).with_context(|| format!("cannot read the PIN in {}", self.pin_file.display()))?;
        let (module, token, label) = (self.module.clone(), self.token.clone(), self.label.clone());
        Ok(doorstep_hsm::Settings { module, token, pin: pin.trim().into(), label })
    }
}

/// How messages leave.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// Into a folder.
    pub folder: Option<PathBuf>,
    /// Through a mail server.
    pub smtp: Option<String>,
    /// The sender.
    pub from: Option<String>,
}

/// Hosts.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HostsConfig {
    /// Whether letters with a code go to addresses.
    #[serde(default)]
    pub letters: bool,
}

/// How SMS leave.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmsConfig {
    /// Into a folder.
    pub folder: Option<PathBuf>,
    /// Through a gateway.
    pub url: Option<String>,
    /// Where the gateway says whether one arrived.
    pub report_url: Option<String>,
    /// A file with the gateway's token.
    pub token_file: Option<PathBuf>,
}

impl Config {
    /// Reads a settings file.
    pub fn read(path: &Path) -> anyhow::Result<Config> {
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("{} is not a usable settings file", path.display()))
    }

    /// Opens the database.
    pub async fn store(&self) -> anyhow::Result<Arc<dyn Store>> {
        if let Some(file) = self.database.strip_prefix("sqlite:") {
            let store = Sqlite::open(Path::new(file)).await.with_context(|| format!("cannot open the database file {file}"))?;
            return Ok(Arc::new(store));
        }
        if self.database.starts_with("postgres://") || self.database.starts_with("postgresql://") {
            let store = Postgres::connect(&self.database, self.database_connections).await.context("cannot connect to PostgreSQL")?;
            return Ok(Arc::new(store));
        }
        bail!("`database` must begin with \"sqlite:\" or \"postgres://\"")
    }

    /// The key store. A key is never made here: a fresh one over an existing database would open nothing.
    pub fn keys(&self) -> anyhow::Result<Arc<dyn MasterKeys>> {
        match (&self.key_file, &self.hsm) {
            (Some(path), None) => Ok(Arc::new(FileKeys::open(path).with_context(|| {
                format!("{} is not the key file; `doorstep keygen FILE` makes one for a new database", path.display())
            })?)),
            (None, Some(hsm)) => Ok(Arc::new(
                Pkcs11Keys::open(hsm.settings()?)
                    .context("cannot use the keys in the token; `doorstep keys init` makes them for a new database")?,
            )),
            (Some(_), Some(_)) => bail!("there is `key_file` and `[hsm]`: the keys are in one of them"),
            (None, None) => bail!("neither `key_file` nor `[hsm]` says where the keys are"),
        }
    }

    fn limited_keys(&self, clock: &Arc<dyn Clock>) -> anyhow::Result<LimitedKeys> {
        let per_second = self.lookups_per_second.saturating_mul(NonZeroU32::MIN.saturating_add(self.limit_factor.saturating_sub(1)));
        Ok(LimitedKeys::new(self.keys()?, Arc::clone(clock), LookupRate::per_second(per_second)))
    }

    /// The pack in force, and the calendars.
    fn rules(&self) -> anyhow::Result<(Pack, Calendars)> {
        let Library { packs, calendars } = Library::with(self.rules.as_deref())?;
        let Some(pack) = packs.iter().find(|p| p.id() == self.pack) else {
            let ids: Vec<&str> = packs.iter().map(Pack::id).collect();
            bail!("there is no rule pack `{}`; there are {}", self.pack, ids.join(", "))
        };
        let pack = match &self.region {
            Some(region) => pack.clone().in_region(region),
            None => pack.clone(),
        };
        calendars.select(pack.calendar(), pack.region()).context("the rule pack needs a calendar that is not there")?;
        Ok((pack, calendars))
    }

    fn locale(&self) -> anyhow::Result<Locale> {
        self.locale.parse().with_context(|| format!("`locale` cannot be {}", self.locale))
    }

    /// The use cases over a database, with a clock.
    pub fn service(&self, store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> anyhow::Result<Service> {
        let addresses = match &self.addresses {
            Some(dir) => Some(
                doorstep_addresses::Register::open(dir)
                    .with_context(|| format!("cannot open the address register in {}", dir.display()))?,
            ),
            None => None,
        };
        let (pack, calendars) = self.rules()?;
        doorstep_policy::load().context("the policies of who may open what")?;
        let service = Service::new(Parts {
            store,
            keys: Arc::new(self.limited_keys(&clock)?),
            clock,
            random: Arc::new(SystemRandom),
            pack,
            calendars,
            addresses,
            paper: Arc::new(Typst),
            settings: Settings {
                issuer: self.issuer.clone(),
                office: self.office.clone(),
                return_address: self.return_address.clone().unwrap_or_else(|| self.issuer.clone()),
                base_url: self.base_url.trim_end_matches('/').to_owned(),
                kept_after_end_days: self.kept_after_end_days,
                host_letters: self.hosts.letters,
                sms: self.sms.is_some(),
                locale: self.locale()?,
                staff_links: self.staff.links,
                passkeys_decide: !self.demo || self.staff.oidc.is_some(),
            },
        });
        if let Some(provider) = self.staff.provider(&self.office)? {
            service.trust_provider(provider);
        }
        if let Some(log) = &self.log {
            service.know_log(log.facts()?);
        }
        Ok(service)
    }

    /// The use cases over the configured database and the real clock.
    pub async fn open(&self) -> anyhow::Result<Service> {
        self.service(self.store().await?, Arc::new(SystemClock))
    }

    /// What the pages need.
    pub fn web(&self) -> WebConfig {
        WebConfig {
            random: Arc::new(SystemRandom),
            exit_to: self.exit_to.clone(),
            demo: self.demo,
            contact: self.contact.clone(),
            client_address_header: self.client_address_header.clone(),
            limit_factor: self.limit_factor.max(1),
        }
    }

    /// How messages leave.
    pub fn post(&self) -> anyhow::Result<Box<dyn Post>> {
        match (&self.mail.folder, &self.mail.smtp, &self.mail.from) {
            (Some(folder), None, _) => Ok(Box::new(Folder(folder.clone()))),
            (None, Some(url), Some(from)) => Ok(Box::new(Smtp::new(url, from)?)),
            (None, Some(_), None) => bail!("`mail.smtp` needs `mail.from`"),
            _ => bail!("`[mail]` needs either `folder` or `smtp`"),
        }
    }

    /// How SMS leave, if they do.
    pub fn texts(&self) -> anyhow::Result<Option<Box<dyn Texts>>> {
        let Some(sms) = &self.sms else { return Ok(None) };
        match (&sms.folder, &sms.url, &sms.token_file) {
            (Some(folder), None, None) => Ok(Some(Box::new(Folder(folder.clone())))),
            (None, Some(url), Some(file)) => {
                let token = std::fs::read_to_string(file).with_context(|| format!("cannot read `sms.token_file` {}", file.display()))?;
                Ok(Some(Box::new(Gateway::new(url, sms.report_url.as_deref(), &token)?)))
            }
            _ => bail!("`[sms]` needs either `folder`, or `url` and `token_file`"),
        }
    }
}

/// The 32 bytes of a key file: 64 hexadecimal digits, white space around them ignored.
pub fn secret(path: &Path) -> anyhow::Result<[u8; 32]> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the key file {}; `doorstep keygen FILE` makes one", path.display()))?;
    let (text, mut secret) = (text.trim(), [0; 32]);
    if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        bail!("{} is not a key file of 64 hexadecimal digits", path.display());
    }
    for (i, byte) in secret.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16)?;
    }
    Ok(secret)
}

/// Makes a key in a new file that only its owner can read; an existing file is left alone.
pub fn make_key(path: &Path) -> anyhow::Result<()> {
    let mut bytes = [0; 32];
    SystemRandom.fill(&mut bytes);
    let text: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    let mut file = private_file(path).with_context(|| format!("cannot make {}", path.display()))?;
    Ok(file.write_all(format!("{text}\n").as_bytes())?)
}

#[cfg(unix)]
fn private_file(path: &Path) -> std::io::Result<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_a_settings_file() {
        let config: Config = toml::from_str(EXAMPLE).unwrap();
        assert!(config.rules().is_ok());
        assert!(config.locale().is_ok());
        assert!(config.post().is_ok());
    }

    #[test]
    fn the_keys_are_in_one_place() {
        let refused = |config: &Config| config.keys().err().expect("refused").to_string();
        let mut config: Config = toml::from_str(EXAMPLE).unwrap();
        let hsm = HsmConfig { module: "m".into(), token: "t".into(), pin_file: "/nowhere/pin".into(), label: label() };
        config.hsm = Some(hsm);
        assert!(refused(&config).contains("in one of them"));
        config.key_file = None;
        assert!(refused(&config).contains("/nowhere/pin"));
        config.hsm = None;
        assert!(refused(&config).contains("neither"));
    }

    #[test]
    fn an_unknown_setting_is_refused_by_name() {
        let error = toml::from_str::<Config>(&format!("colour = 1\n{EXAMPLE}")).unwrap_err().to_string();
        assert!(error.contains("colour"), "{error}");
    }
}
