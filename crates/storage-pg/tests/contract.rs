//! The contract of `doorstep-storage`, run on PostgreSQL. Each case makes a database and drops it.
//!
//! `DOORSTEP_TEST_PG` is the URL of a server where that is allowed, such as `postgres://postgres@127.0.0.1:5432/postgres`.

mod server;

use async_trait::async_trait;
use doorstep_register::PersonId;
use doorstep_storage::Store;
use doorstep_storage::contract::Database;
use doorstep_storage_pg::Postgres;
use server::Scratch;
use sqlx::{AssertSqlSafe, Connection};
use std::sync::Arc;

struct Server {
    store: Arc<Postgres>,
    scratch: Scratch,
}

async fn fresh(case: &'static str) -> Option<Server> {
    let scratch = Scratch::make(case).await?;
    let store = Arc::new(Postgres::connect(&scratch.url, 10).await.expect("a fresh database"));
    Some(Server { store, scratch })
}

#[async_trait]
impl Database for Server {
    fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store) as Arc<dyn Store>
    }

    async fn columns_with_a_person(&self) -> Vec<(String, String)> {
        let mut db = self.scratch.connect().await;
        let columns = sqlx::query_as(
            "SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
             WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped AND (
                 a.attname IN ('person', 'host', 'holder', 'member')
                 OR EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
                            AND f.confrelid = 'person'::regclass AND a.attnum = ANY (f.conkey)))
             ORDER BY 1, 2",
        )
        .fetch_all(&mut db)
        .await
        .expect("the catalogue");
        db.close().await.expect("a connection closes");
        columns
    }

    async fn rows_with(&self, table: &str, column: &str, person: PersonId) -> u64 {
        let mut db = self.scratch.connect().await;
        let count: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\" WHERE \"{column}\" = $1")))
            .bind(person.0)
            .fetch_one(&mut db)
            .await
            .expect("a count");
        db.close().await.expect("a connection closes");
        count.try_into().expect("a count")
    }

    async fn close(self) {
        self.store.close().await;
        self.scratch.drop().await;
    }
}

doorstep_storage::suite!(fresh);
