//! `doorstep demo`: everything with an invented town, ready to try. It can be stopped at any moment and goes on where it was.

mod cases;
mod people;
mod register;
mod seed;
mod town;
mod witnesses;

use crate::config::{Config, HostsConfig, MailConfig, SmsConfig, StaffConfig, make_key};
use crate::serve;
use crate::world::MovedClock;
use anyhow::Context;
use doorstep_storage::LookupRate;
use jiff::SignedDuration;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Starts everything with an invented town.
#[derive(clap::Args)]
pub struct Options {
    /// A real register instead of the invented town's: an official GAR archive (.zip), an OSM extract (.osm.pbf), or a table (.csv).
    #[arg(long)]
    addresses: Option<PathBuf>,
    /// Where the demo keeps its files.
    #[arg(long, default_value = "doorstep-demo")]
    dir: PathBuf,
    /// The port on this machine.
    #[arg(long, default_value_t = 8030)]
    port: u16,
    /// Another database than the demo's own file: postgres://…
    #[arg(long)]
    database: Option<String>,
    /// The rule pack.
    #[arg(long, default_value = "ru-mow")]
    pack: String,
    /// A file with a section `[staff]` of the settings, to try the service by which staff sign in.
    #[arg(long)]
    staff: Option<PathBuf>,
    /// Loosens the rate limits, for test runs that come from one place.
    #[arg(long, default_value_t = 1, hide = true)]
    limit_factor: u32,
    /// Serves as if it were so many days later: terms run out. What is recorded then is later than the log's own signatures say.
    #[arg(long, default_value_t = 0, hide = true)]
    ahead: u16,
}

/// The demo's settings, without the address register.
fn config(options: &Options) -> Config {
    let dir = &options.dir;
    Config {
        database: options.database.clone().unwrap_or_else(|| format!("sqlite:{}", dir.join("doorstep.db").display())),
        listen: format!("127.0.0.1:{}", options.port),
        base_url: format!("http://localhost:{}", options.port),
        key_file: Some(dir.join("master.key")),
        hsm: None,
        lookups_per_second: LookupRate::default().per_second,
        issuer: "Отдел учёта города Порожска · Porozhsk residence office".into(),
        office: "Отдел учёта города Порожска".into(),
        return_address: Some("Отдел учёта, Ратушная площадь, 1, Порожск".into()),
        contact: "porozhsk.example".into(),
        pack: options.pack.clone(),
        rules: None,
        region: None,
        addresses: None,
        locale: "ru".into(),
        exit_to: "https://www.wikipedia.org/".into(),
        kept_after_end_days: 30,
        client_address_header: None,
        database_connections: 8,
        mail: MailConfig { folder: Some(dir.join("mail")), ..MailConfig::default() },
        staff: StaffConfig::default(),
        hosts: HostsConfig { letters: true },
        sms: Some(SmsConfig { folder: Some(dir.join("mail")), ..SmsConfig::default() }),
        log: None,
        demo: true,
        limit_factor: options.limit_factor,
    }
}

/// Prepares, prints the ways in, and serves.
pub async fn run(options: Options) -> anyhow::Result<()> {
    std::fs::create_dir_all(options.dir.join("mail")).with_context(|| format!("cannot make {}", options.dir.display()))?;
    println!("Doorstep demo. Its files are in {}; delete the folder to start afresh.", options.dir.display());
    let mut config = config(&options);
    let staff = options.staff.as_deref().map(StaffConfig::read).transpose()?;
    // Taken before the long work, and before anything else on this machine can be given the same port.
    let listener = serve::listen(&config).await?;
    config.addresses = Some(register::prepare(&options.dir, options.addresses.as_deref())?);
    witnesses::start(&mut config, &options.dir).await?;
    if let Some(file) = config.key_file.as_deref().filter(|file| !file.exists()) {
        make_key(file)?;
    }
    let store = config.store().await?;
    // Before the provider is known: invented officers of invented days have no passkeys.
    let seeded = seed::run(&config, &store, &options.dir).await?;
    config.staff = staff.unwrap_or_default();
    let service = config.service(Arc::clone(&store), Arc::new(MovedClock(SignedDuration::from_hours(24 * i64::from(options.ahead)))))?;
    greet(&config, &seed::links(&service, &seeded).await?, &options.dir);
    serve::until_stopped(&config, listener, service, store).await
}

fn greet(config: &Config, links: &[(&'static str, String)], dir: &Path) {
    println!("\nThe site:          {}/", config.base_url);
    println!("Sign-in links (each works once, for a day; start the demo again for fresh ones):");
    for (who, path) in links {
        println!("  {who:32} {}/{}{path}", config.base_url, config.locale);
    }
    println!("Letters and e-mails that the system sends: {}", dir.join("mail").display());
    println!("Ready. Ctrl-C stops it.\n");
}
