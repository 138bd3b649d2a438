//! `doorstep serve`

use crate::config::Config;
use crate::world::SystemClock;
use anyhow::Context;
use doorstep_log::Http;
use doorstep_service::{Outgoing, Service};
use doorstep_storage::Store;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Serves the site.
#[derive(clap::Args)]
pub struct Options {
    /// The settings file; `doorstep config` prints one.
    #[arg(long)]
    config: PathBuf,
}

/// Serves until it is told to stop.
pub async fn run(options: Options) -> anyhow::Result<()> {
    let config = Config::read(&options.config)?;
    let store = config.store().await?;
    let service = config.service(Arc::clone(&store), Arc::new(SystemClock))?;
    let listener = listen(&config).await?;
    println!("Doorstep listens on {} ({}, rule pack {}).", config.listen, service.engine(), service.pack().id());
    until_stopped(&config, listener, service, store).await
}

/// The port of the site. Whoever connects before the service runs waits for it.
pub async fn listen(config: &Config) -> anyhow::Result<TcpListener> {
    TcpListener::bind(&config.listen).await.with_context(|| format!("cannot listen on {}", config.listen))
}

/// Serves the pages and runs the jobs until Ctrl-C or SIGTERM; requests under way are finished.
pub async fn until_stopped(config: &Config, listener: TcpListener, service: Service, store: Arc<dyn Store>) -> anyhow::Result<()> {
    let (post, texts) = (config.post()?, config.texts()?);
    let out = Outgoing { post: &*post, texts: texts.as_deref() };
    let app = doorstep_web::router(service.clone(), config.web()).into_make_service_with_connect_info::<SocketAddr>();
    let (stop, stopped) = watch::channel(false);
    let wait = |mut stopped: watch::Receiver<bool>| async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    let signal = async {
        told_to_stop().await;
        let _ = stop.send(true);
    };
    let jobs = doorstep_jobs::run(service.clone(), out, Duration::from_secs(1), wait(stopped.clone()));
    let serving = async { axum::serve(listener, app).with_graceful_shutdown(wait(stopped.clone())).await };
    let addresses = watch_addresses(config.addresses.as_deref(), &service, wait(stopped.clone()));
    let log = public_log(config, store, wait(stopped.clone()))?;
    let (served, (), (), (), ()) = tokio::join!(serving, jobs, addresses, log, signal);
    served.context("serving failed")
}

/// How often the public log is signed. Fixed, so that its moments tell nothing.
const CADENCE: Duration = Duration::from_secs(1);

/// Sequences the public log, if there is one, and takes it to its witnesses.
fn public_log<'a>(
    config: &Config,
    store: Arc<dyn Store>,
    stopped: impl Future<Output = ()> + Send + 'a,
) -> anyhow::Result<Pin<Box<dyn Future<Output = ()> + Send + 'a>>> {
    let (Some(sequencer), Some(log)) = (config.sequencer(store)?, &config.log) else { return Ok(Box::pin(stopped)) };
    let witnesses = log.witnesses()?;
    Ok(Box::pin(doorstep_jobs::run_log(sequencer, Arc::new(Http::new("")), witnesses, CADENCE, stopped)))
}

/// How often the directory of the address register is looked at.
const LOOK: Duration = Duration::from_secs(2);

/// Puts a register in force that was imported while the service runs. One that is damaged is told of, and the one in use stays.
async fn watch_addresses(dir: Option<&Path>, service: &Service, stopped: impl Future<Output = ()>) {
    let Some(dir) = dir else { return };
    let mut watch = doorstep_addresses::Watch::new(dir);
    let mut stopped = std::pin::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => return,
            () = tokio::time::sleep(LOOK) => {}
        }
        // Opening reads the disk.
        let Ok((next, changed)) = tokio::task::spawn_blocking(move || {
            let changed = watch.changed();
            (watch, changed)
        })
        .await
        else {
            return;
        };
        watch = next;
        match changed {
            Some(Ok(register)) => {
                tracing::info!(
                    addresses = register.source().count,
                    version = register.source().version,
                    "another address register is in force"
                );
                service.swap_addresses(register);
            }
            Some(Err(error)) => tracing::error!(%error, "the new address register was not taken"),
            None => {}
        }
    }
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut term) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = term.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
