//! Connecting, and the two ways in.

use crate::engine::meaning;
use crate::read::read_once;
use crate::write::Writer;
use async_trait::async_trait;
use doorstep_storage::{Outcome, Store, StoreError, TxError, Work};
use sqlx::migrate::MigrateError;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Executor, PgPool};
use std::str::FromStr;
use std::time::Duration;

/// How long to wait for a connection, and for a place in the pool.
const CONNECT: Duration = Duration::from_secs(5);
/// How many prepared statements a connection keeps: all of them.
const STATEMENTS: usize = 256;
/// How often to try the migrations: two instances may start at once, and the one that comes second has to look again.
const MIGRATING: u32 = 5;

/// A PostgreSQL database.
pub struct Postgres {
    pool: PgPool,
    writer: Writer,
}

impl Postgres {
    /// Connects to a database, such as `postgres://doorstep@db.example/doorstep`, and brings its schema up to date.
    ///
    /// Statements run for at most 10 s, and wait for a lock for at most 5 s. Call it within a Tokio runtime.
    pub async fn connect(url: &str, max_connections: u32) -> Result<Postgres, StoreError> {
        // An error never quotes the URL, for it may hold a password.
        let no_url = || StoreError::Broken("this is not the URL of a PostgreSQL database".to_owned());
        if !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
            return Err(no_url());
        }
        let options = PgConnectOptions::from_str(url)
            .map_err(|_| no_url())?
            .application_name("doorstep")
            .statement_cache_capacity(STATEMENTS)
            .disable_statement_logging();
        migrate(&options).await?;
        let pool = PgPoolOptions::new()
            .max_connections(max_connections.max(2))
            .acquire_timeout(CONNECT)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    let limits = "SET statement_timeout = '10s'; SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '30s'";
                    connection.execute(limits).await?;
                    // Small tables are read through more quickly than looked up in, but that locks them as a whole, and more has to run
                    // again (PostgreSQL 15, 13.2.3). Without `jit`, for what a forbidden walk seems to cost would bring it in.
                    connection.execute("SET enable_seqscan = off; SET jit = off").await.map(drop)
                })
            })
            .connect_with(options)
            .await
            .map_err(|error| meaning(error, "database"))?;
        let writer = Writer::new(pool.clone());
        Ok(Postgres { pool, writer })
    }

    /// Ends all connections, and waits until they are free.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// On a connection of its own, without limits: a migration may take its time.
async fn migrate(options: &PgConnectOptions) -> Result<(), StoreError> {
    let mut migrations = sqlx::migrate!();
    migrations.set_locking(false);
    let alone = PgPoolOptions::new().max_connections(1).acquire_timeout(CONNECT);
    let connection = alone.connect_with(options.clone()).await.map_err(|error| meaning(error, "database"))?;
    let mut attempt = 1;
    loop {
        match migrations.run(&connection).await {
            Ok(()) => break,
            Err(error @ (MigrateError::VersionMismatch(_) | MigrateError::VersionMissing(_))) => {
                return Err(StoreError::Broken(error.to_string()));
            }
            Err(error) if attempt == MIGRATING => return Err(StoreError::Unavailable(error.to_string())),
            Err(error) => tracing::info!(%error, attempt, "migrating again"),
        }
        tokio::time::sleep(Duration::from_millis(100) * attempt).await;
        attempt += 1;
    }
    connection.close().await;
    Ok(())
}

#[async_trait]
impl Store for Postgres {
    fn engine(&self) -> &'static str {
        "postgresql"
    }

    async fn run_read(&self, name: &'static str, work: Work) -> Outcome {
        read_once(&self.pool, name, work).await
    }

    async fn run_write(&self, name: &'static str, work: Work) -> Outcome {
        let writer = self.writer.clone();
        let done = tokio::spawn(async move { writer.run(name, work).await });
        done.await.unwrap_or_else(|_| Err(TxError::Store(StoreError::Broken(format!("{name} panicked")))))
    }
}
