//! Every statement that is checked when it is compiled finds its rows by an index, however the register grows. Those whose text depends on the
//! number of rows are asked in `src/many.rs`.

use serde_json::Value;
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, SqliteConnection, query_as_with};
use std::path::Path;

/// Counts all leaves, which only tests do.
const WALKS: [&str; 1] = [r#"SELECT count(*) AS "number!: i64" FROM leaf"#];

fn statements() -> Vec<String> {
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx")).unwrap();
    let described = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
    described.map(|json| serde_json::from_slice::<Value>(&json).unwrap()["query"].as_str().unwrap().to_owned()).collect()
}

/// Whether a statement reads a whole table, or makes itself an index because there is none.
async fn walks(db: &mut SqliteConnection, statement: &str) -> bool {
    let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
    let steps: Vec<(i64, i64, i64, String)> = query_as_with(explain, SqliteArguments::default()).fetch_all(db).await.unwrap();
    steps.iter().any(|(.., step)| {
        let walk = step.starts_with("SCAN") && !step.contains("USING") && step != "SCAN CONSTANT ROW";
        walk || step.contains("AUTOMATIC")
    })
}

#[tokio::test]
async fn statements_find_their_rows_by_an_index() {
    let mut db = SqliteConnectOptions::new().filename(":memory:").connect().await.unwrap();
    let mut schema: Vec<_> = std::fs::read_dir("migrations").unwrap().map(|file| file.unwrap().path()).collect();
    schema.sort();
    for file in schema {
        db.execute(AssertSqlSafe(std::fs::read_to_string(file).unwrap())).await.unwrap();
    }
    let mut walking = Vec::new();
    let all = statements();
    assert!(all.len() > 100, "{} statements", all.len());
    for statement in all {
        if walks(&mut db, &statement).await {
            walking.push(statement);
        }
    }
    assert_eq!(walking, WALKS);
}
