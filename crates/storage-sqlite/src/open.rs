//! Opening a database file, and the two ways into it.

use crate::engine::meaning;
use crate::read::read_once;
use crate::write::{Request, Writer};
use async_trait::async_trait;
use doorstep_storage::{Outcome, Store, StoreError, TxError, Work};
use sqlx::migrate::MigrateError;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlitePool};
use std::path::Path;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// How long to wait for another program that holds the file, such as a backup.
const BUSY: Duration = Duration::from_secs(5);
/// How many connections read at once.
const READERS: u32 = 8;
/// How many prepared statements a connection keeps: all of them.
const STATEMENTS: usize = 256;
/// How many writes may wait before callers have to wait with them.
const WAITING: usize = 1024;

/// An SQLite file.
pub struct Sqlite {
    requests: mpsc::Sender<Request>,
    readers: SqlitePool,
}

impl Sqlite {
    /// Opens a database file, makes it if there is none (readable by its owner only), and brings its schema up to date.
    ///
    /// Call it within a Tokio runtime; the writer lives on it until the `Sqlite` is dropped. A file belongs to one process and must not
    /// lie on a network file system.
    pub async fn open(path: &Path) -> Result<Sqlite, StoreError> {
        Self::open_limited(path, None).await
    }

    /// As [`open`](Self::open); the file cannot grow beyond a number of pages of 4 KiB.
    pub async fn open_limited(path: &Path, pages: Option<u32>) -> Result<Sqlite, StoreError> {
        private(path).map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let common = SqliteConnectOptions::new()
            .filename(path)
            .busy_timeout(BUSY)
            .statement_cache_capacity(STATEMENTS)
            .foreign_keys(true)
            .pragma("trusted_schema", "OFF")
            .pragma("cell_size_check", "ON")
            .disable_statement_logging();
        let mut writing = common
            .clone()
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            // What is erased is overwritten, not only forgotten.
            .pragma("secure_delete", "ON");
        if let Some(pages) = pages {
            writing = writing.pragma("max_page_count", pages.to_string());
        }

        migrate(&writing).await?;
        let writer = writing.connect().await.map_err(|error| meaning(error, "database"))?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(BUSY)
            .test_before_acquire(false)
            .connect_with(common.read_only(true))
            .await
            .map_err(|error| meaning(error, "database"))?;

        let (requests, queue) = mpsc::channel(WAITING);
        tokio::spawn(Writer::new(writing, writer, queue).serve());
        Ok(Sqlite { requests, readers })
    }
}

/// Makes the file with no rights for others; SQLite gives its companions the same.
fn private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

async fn migrate(writing: &SqliteConnectOptions) -> Result<(), StoreError> {
    let alone = SqlitePoolOptions::new().max_connections(1);
    let connection = alone.connect_with(writing.clone()).await.map_err(|error| meaning(error, "database"))?;
    sqlx::migrate!().run(&connection).await.map_err(not_migrated)?;
    connection.close().await;
    Ok(())
}

fn not_migrated(error: MigrateError) -> StoreError {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => meaning(error, "schema_version"),
        other => StoreError::Broken(other.to_string()),
    }
}

#[async_trait]
impl Store for Sqlite {
    fn engine(&self) -> &'static str {
        "sqlite"
    }

    async fn run_read(&self, name: &'static str, work: Work) -> Outcome {
        read_once(&self.readers, name, work).await
    }

    async fn run_write(&self, name: &'static str, work: Work) -> Outcome {
        let gone = || TxError::Store(StoreError::Unavailable("the writer has stopped".to_owned()));
        let (answer, answered) = oneshot::channel();
        self.requests.send(Request { name, work, answer }).await.map_err(|_| gone())?;
        answered.await.unwrap_or_else(|_| Err(gone()))
    }
}
