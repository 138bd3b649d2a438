//! How PostgreSQL looks for the rows of each statement that is checked when it is compiled. Whoever reads a table from end to end is in the
//! way of everybody who writes to it (PostgreSQL 15, 13.2.3).

mod server;

use doorstep_storage_pg::Postgres;
use serde_json::Value;
use server::Scratch;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::path::Path;

/// Every statement, with the number of its parameters.
fn statements() -> Vec<(String, usize)> {
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx")).unwrap();
    let described = files.map(|file| serde_json::from_slice::<Value>(&std::fs::read(file.unwrap().path()).unwrap()).unwrap());
    let taken = |json: Value| {
        let parameters = json["describe"]["parameters"]["Left"].as_array().unwrap().len();
        (json["query"].as_str().unwrap().to_owned(), parameters)
    };
    described.map(taken).collect()
}

/// The plan that is kept for a statement, whatever it is given.
async fn plan(db: &mut PgConnection, statement: &str, parameters: usize) -> Vec<String> {
    db.execute(AssertSqlSafe(format!("PREPARE asked AS {statement}"))).await.unwrap();
    let nulls = vec!["NULL"; parameters].join(", ");
    let execute = if parameters == 0 { "asked".to_owned() } else { format!("asked({nulls})") };
    let plan = sqlx::query_scalar(AssertSqlSafe(format!("EXPLAIN (COSTS OFF) EXECUTE {execute}"))).fetch_all(&mut *db).await.unwrap();
    db.execute("DEALLOCATE asked").await.unwrap();
    plan
}

#[tokio::test]
async fn statements_look_up_their_rows() {
    let Some(scratch) = Scratch::make("statements_look_up_their_rows").await else { return };
    let store = Postgres::connect(&scratch.url, 2).await.unwrap();
    let mut db = scratch.connect().await;
    db.execute("SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan").await.unwrap();
    let all = statements();
    assert!(all.len() > 100, "{} statements", all.len());
    for (statement, parameters) in all {
        let plan = plan(&mut db, &statement, parameters).await;
        assert!(!plan.iter().any(|step| step.contains("Seq Scan")), "{statement}\n{}", plan.join("\n"));
    }
    db.close().await.unwrap();
    store.close().await;
    scratch.drop().await;
}
