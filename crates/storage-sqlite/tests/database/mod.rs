//! Databases for tests. `doorstep-hsm` runs the contract with them too.

use async_trait::async_trait;
use doorstep_register::PersonId;
use doorstep_storage::Store;
use doorstep_storage::contract::Database;
use doorstep_storage_sqlite::Sqlite;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// A database file of its own, with a second way into it.
pub struct File {
    store: Arc<dyn Store>,
    path: PathBuf,
    folder: TempDir,
}

impl File {
    /// Makes an empty one.
    pub async fn fresh() -> File {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("doorstep.db");
        let store = Arc::new(Sqlite::open(&path).await.expect("a fresh database"));
        File { store, path, folder }
    }

    async fn catalogue(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(&self.path).connect().await.expect("a second connection")
    }
}

#[async_trait]
impl Database for File {
    fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store)
    }

    async fn columns_with_a_person(&self) -> Vec<(String, String)> {
        sqlx::query_as(
            "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND (
                 c.name IN ('person', 'host', 'holder', 'member')
                 OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) f WHERE f.\"from\" = c.name AND f.\"table\" = 'person'))
             ORDER BY 1, 2",
        )
        .fetch_all(&mut self.catalogue().await)
        .await
        .expect("the catalogue")
    }

    async fn rows_with(&self, table: &str, column: &str, person: PersonId) -> u64 {
        let count: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\" WHERE \"{column}\" = $1")))
            .bind(person.0)
            .fetch_one(&mut self.catalogue().await)
            .await
            .expect("a count");
        count.try_into().expect("a count")
    }

    async fn close(self) {
        drop(self.store);
        self.folder.close().expect("the folder goes");
    }
}
