//! `doorstep load`: declarations per second through the HTTP form path, beside the durable commits of the same engine in the same run.
//!
//! The forms go through the whole stack of the site (cookies, form tokens, limits, compression) within this process; no socket is between.

mod browser;

use crate::config::{Config, HostsConfig, MailConfig, StaffConfig, make_key};
use crate::world::{SystemClock, SystemRandom};
use anyhow::Context;
use browser::Browser;
use doorstep_register::world::new_id;
use doorstep_storage::{LeafRow, LookupRate, Store, TxError, write};
use doorstep_web::router;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Measures declarations per second.
#[derive(clap::Args)]
pub struct Options {
    /// An empty database: sqlite:FILE or postgres://…
    #[arg(long)]
    database: String,
    /// How many people declare at once.
    #[arg(long, default_value_t = 16)]
    clients: usize,
    /// How many people declare in all.
    #[arg(long, default_value_t = 400)]
    people: usize,
    /// Seconds of bare durable commits, before and after.
    #[arg(long, default_value_t = 3)]
    raw_seconds: u64,
}

/// Measures and prints.
pub async fn run(options: Options) -> anyhow::Result<()> {
    let dir = std::env::temp_dir().join(format!("doorstep-load-{}", std::process::id()));
    std::fs::create_dir_all(&dir)?;
    let result = measure(&options, dir.clone()).await;
    std::fs::remove_dir_all(&dir).context("cannot remove the folder of the measurement")?;
    result
}

async fn measure(options: &Options, dir: PathBuf) -> anyhow::Result<()> {
    make_key(&dir.join("master.key"))?;
    let config = Config {
        database: options.database.clone(),
        listen: String::new(),
        base_url: "http://localhost".into(),
        key_file: Some(dir.join("master.key")),
        hsm: None,
        lookups_per_second: LookupRate::default().per_second,
        issuer: "Load".into(),
        office: "Load".into(),
        return_address: None,
        contact: String::new(),
        pack: "ru-mow".into(),
        rules: None,
        region: None,
        addresses: None,
        locale: "en".into(),
        exit_to: "/".into(),
        kept_after_end_days: 30,
        client_address_header: None,
        database_connections: 32,
        mail: MailConfig { folder: Some(dir), ..MailConfig::default() },
        staff: StaffConfig::default(),
        hosts: HostsConfig::default(),
        sms: None,
        log: None,
        demo: false,
        limit_factor: 1_000_000,
    };
    let store = config.store().await?;
    let service = config.service(Arc::clone(&store), Arc::new(SystemClock))?;
    let app = router(service, config.web());

    let before = raw(&store, options).await?;
    let mut ready = JoinSet::new();
    let (start, mut browsers) = (now(), Vec::new());
    for i in 0..options.people {
        while ready.len() >= options.clients {
            browsers.extend(ready.join_next().await.transpose()?.transpose()?);
        }
        let app = app.clone();
        ready.spawn(async move { Browser::new(app).answer_all(i).await });
    }
    while let Some(done) = ready.join_next().await {
        browsers.push(done??);
    }
    let journey = start.elapsed();
    let posts: usize = browsers.iter().map(|b| b.posts).sum();

    let (start, mut filing, mut times) = (now(), JoinSet::new(), Vec::new());
    for browser in browsers {
        while filing.len() >= options.clients {
            times.extend(filing.join_next().await.transpose()?.transpose()?);
        }
        filing.spawn(async move {
            let start = now();
            browser.file().await.map(|()| start.elapsed())
        });
    }
    while let Some(done) = filing.join_next().await {
        times.push(done??);
    }
    let filed = start.elapsed();
    let after = raw(&store, options).await?;
    times.sort();

    let per_second = |n: usize, time: Duration| n as f64 / time.as_secs_f64();
    let raw = (before + after) / 2.0;
    let declarations = per_second(times.len(), filed);
    println!("engine {}, {} clients, {} people", store.engine(), options.clients, options.people);
    println!("bare durable commits of one 33-byte row: {before:.0}/s before, {after:.0}/s after");
    println!("answers kept (form posts with a durable draft each): {:.0}/s", per_second(posts, journey));
    println!("declarations filed: {declarations:.0}/s, {:.2} of the bare rate", declarations / raw);
    println!("time to file: p50 {:?}, p99 {:?}", times[times.len() / 2], times[times.len() * 99 / 100]);
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn now() -> Instant {
    Instant::now()
}

/// Durable commits of one small row by as many clients, per second.
async fn raw(store: &Arc<dyn Store>, options: &Options) -> anyhow::Result<f64> {
    use doorstep_register::world::Clock;
    let (start, mut clients) = (now(), JoinSet::new());
    for _ in 0..options.clients {
        let store = Arc::clone(store);
        let limit = Duration::from_secs(options.raw_seconds);
        clients.spawn(async move {
            let mut done = 0usize;
            while start.elapsed() < limit {
                let id = new_id(SystemClock.now(), &SystemRandom);
                let outcome: Result<(), TxError<()>> =
                    write(&*store, "load.raw", move |tx| Box::pin(async move { Ok(tx.add_leaf(&LeafRow { id, leaf: [0; 33] }).await?) }))
                        .await;
                outcome.map_err(|error| anyhow::anyhow!("{error:?}"))?;
                done += 1;
            }
            anyhow::Ok(done)
        });
    }
    let mut total = 0;
    while let Some(done) = clients.join_next().await {
        total += done??;
    }
    Ok(total as f64 / start.elapsed().as_secs_f64())
}
