//! Databases that one test has to itself, and what their own catalogue says.

use doorstep_storage::Store;
use doorstep_storage_pg::Postgres;
use doorstep_storage_sqlite::Sqlite;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use tempfile::TempDir;

/// A database of a test's own.
pub enum Database {
    /// A file in a folder.
    Sqlite { folder: TempDir },
    /// A database on the server that the environment names.
    Postgres { server: Box<PgConnectOptions>, name: String, store: Arc<Postgres> },
}

#[expect(clippy::disallowed_methods, reason = "a test is told by its environment where the server is")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

async fn on_server(server: &PgConnectOptions, sql: String) {
    let mut connection = server.connect().await.expect("the server of DOORSTEP_TEST_PG");
    connection.execute(AssertSqlSafe(sql)).await.expect("the server does it");
}

impl Database {
    pub(super) async fn sqlite(pages: Option<u32>) -> (Database, Arc<dyn Store>) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Sqlite::open_limited(&folder.path().join("doorstep.db"), pages).await.expect("a fresh database");
        (Database::Sqlite { folder }, Arc::new(store))
    }

    pub(super) async fn postgres(case: &str) -> Option<(Database, Arc<dyn Store>)> {
        let Some(server) = variable("DOORSTEP_TEST_PG") else {
            assert_ne!(variable("CI").as_deref(), Some("true"), "DOORSTEP_TEST_PG names no PostgreSQL server, and in CI it has to");
            // Not `eprintln!`, which the test harness keeps to itself.
            drop(writeln!(std::io::stderr(), "SKIPPED {case} on PostgreSQL: DOORSTEP_TEST_PG names no server"));
            return None;
        };
        let server = PgConnectOptions::from_str(&server).expect("DOORSTEP_TEST_PG is the URL of a PostgreSQL server");
        let name = format!("charter_{}_{}", std::process::id(), &case[..case.len().min(40)]);
        on_server(&server, format!("DROP DATABASE IF EXISTS \"{name}\"")).await;
        on_server(&server, format!("CREATE DATABASE \"{name}\"")).await;
        let url = server.clone().database(&name).to_url_lossy().to_string();
        let store = Arc::new(Postgres::connect(&url, 4).await.expect("a fresh database"));
        let database = Database::Postgres { server: Box::new(server), name, store: Arc::clone(&store) };
        Some((database, store))
    }

    /// The file of the embedded engine.
    pub fn file(&self) -> PathBuf {
        match self {
            Database::Sqlite { folder } => folder.path().join("doorstep.db"),
            Database::Postgres { .. } => panic!("only the embedded engine has a file"),
        }
    }

    /// One column of text from a query that both engines understand.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        match self {
            Database::Sqlite { .. } => {
                let mut db = SqliteConnectOptions::new().filename(self.file()).connect().await.expect("a second connection");
                sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_all(&mut db).await.expect("an answer")
            }
            Database::Postgres { server, name, .. } => {
                let mut db = server.as_ref().clone().database(name).connect().await.expect("a second connection");
                sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_all(&mut db).await.expect("an answer")
            }
        }
    }

    /// Runs a statement behind the product's back.
    pub async fn execute(&self, sql: &str) {
        match self {
            Database::Sqlite { .. } => {
                let mut db = SqliteConnectOptions::new().filename(self.file()).connect().await.expect("a second connection");
                db.execute(AssertSqlSafe(sql.to_owned())).await.expect("it is done");
            }
            Database::Postgres { server, name, .. } => {
                let mut db = server.as_ref().clone().database(name).connect().await.expect("a second connection");
                db.execute(AssertSqlSafe(sql.to_owned())).await.expect("it is done");
            }
        }
    }

    /// The tables, by the engine's own catalogue.
    pub async fn tables(&self) -> Vec<String> {
        let sql = match self {
            Database::Sqlite { .. } => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1",
            Database::Postgres { .. } => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
        };
        self.texts(sql).await
    }

    /// Every name in the schema: of tables, columns, indexes, triggers and views.
    pub async fn names(&self) -> Vec<String> {
        match self {
            Database::Sqlite { .. } => {
                let sql = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'
                           UNION SELECT c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.name NOT LIKE 'sqlite_%'";
                self.texts(sql).await
            }
            Database::Postgres { .. } => {
                let sql = "SELECT relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = 'public'
                           UNION SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public'";
                self.texts(sql).await
            }
        }
    }

    /// The columns of a table, by the engine's own catalogue.
    pub async fn columns(&self, table: &str) -> Vec<String> {
        let sql = match self {
            Database::Sqlite { .. } => format!("SELECT name FROM pragma_table_info('{table}')"),
            Database::Postgres { .. } => {
                format!("SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'")
            }
        };
        self.texts(&sql).await
    }

    /// How many rows each table has.
    pub async fn rows(&self) -> BTreeMap<String, i64> {
        let mut rows = BTreeMap::new();
        for table in self.tables().await {
            let count = self.texts(&format!("SELECT CAST(count(*) AS TEXT) FROM \"{table}\"")).await;
            rows.insert(table, count[0].parse().expect("a count"));
        }
        rows
    }

    /// How many looks are stored.
    pub async fn looks(&self) -> i64 {
        self.rows().await["look"]
    }

    /// Everything that the engine keeps, as bytes: the file with its log, or every row as text.
    pub async fn everything(&self) -> Vec<u8> {
        match self {
            Database::Sqlite { folder } => {
                let mut all = Vec::new();
                for entry in std::fs::read_dir(folder.path()).expect("the folder") {
                    all.extend(std::fs::read(entry.expect("an entry").path()).expect("a file"));
                }
                all
            }
            Database::Postgres { .. } => {
                let mut all = Vec::new();
                for table in self.tables().await {
                    for row in self.texts(&format!("SELECT t::text FROM \"{table}\" t")).await {
                        all.extend(row.into_bytes());
                    }
                }
                all
            }
        }
    }

    pub(super) async fn close(self) {
        match self {
            Database::Sqlite { folder } => folder.close().expect("the folder goes"),
            Database::Postgres { server, name, store } => {
                store.close().await;
                on_server(&server, format!("DROP DATABASE \"{name}\" WITH (FORCE)")).await;
            }
        }
    }
}
