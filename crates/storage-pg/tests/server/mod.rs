//! Databases for tests, on a server that the environment names.

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, PgConnection};
use std::io::Write as _;
use std::str::FromStr;

/// A database that one test has to itself.
pub struct Scratch {
    server: PgConnectOptions,
    name: String,
    /// Where it is.
    pub url: String,
}

#[expect(clippy::disallowed_methods, reason = "a test is told by its environment where the server is")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

impl Scratch {
    /// Makes an empty database, or says loudly that there is no server; where there has to be one, it panics.
    pub async fn make(case: &str) -> Option<Scratch> {
        let Some(server) = variable("DOORSTEP_TEST_PG") else {
            let required = variable("CI").is_some_and(|ci| ci == "true") || variable("DOORSTEP_REQUIRE_PG").is_some_and(|set| set == "1");
            assert!(!required, "DOORSTEP_TEST_PG names no PostgreSQL server, and here it has to");
            // Not `eprintln!`, which the test harness keeps to itself.
            drop(writeln!(std::io::stderr(), "SKIPPED {case}: DOORSTEP_TEST_PG names no PostgreSQL server"));
            return None;
        };
        let server = PgConnectOptions::from_str(&server).expect("DOORSTEP_TEST_PG is the URL of a PostgreSQL server");
        let name = format!("doorstep_{}_{}", std::process::id(), &case[..case.len().min(40)]);
        let scratch = Scratch { url: server.clone().database(&name).to_url_lossy().to_string(), server, name };
        scratch.run(&format!("DROP DATABASE IF EXISTS \"{}\"", scratch.name)).await;
        scratch.run(&format!("CREATE DATABASE \"{}\"", scratch.name)).await;
        Some(scratch)
    }

    async fn run(&self, sql: &str) {
        let mut server = self.server.connect().await.expect("the server of DOORSTEP_TEST_PG");
        server.execute(AssertSqlSafe(sql.to_owned())).await.expect("a database of its own");
    }

    /// A connection of the test's own.
    pub async fn connect(&self) -> PgConnection {
        self.server.clone().database(&self.name).connect().await.expect("the database of the test")
    }

    /// Drops the database.
    pub async fn drop(self) {
        self.run(&format!("DROP DATABASE \"{}\" WITH (FORCE)", self.name)).await;
    }
}
