//! How SQLite looks for the rows of each statement that is checked when it is compiled. Those whose text depends on the number of rows are
//! asked about in `src/many.rs`.

use serde_json::Value;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};
use std::path::Path;

/// How each statement that walks through a whole table or a whole index begins, and why it may.
const WALKS: [(&str, &str); 2] = [
    ("SELECT count(*) AS \"number!: i64\" FROM leaf", "only tests count leaves"),
    ("SELECT id AS \"id!: Uuid\", pseudonym", "the officers of an office, out of all staff"),
];

fn statements() -> Vec<String> {
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx")).unwrap();
    let described = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
    described.map(|json| serde_json::from_slice::<Value>(&json).unwrap()["query"].as_str().unwrap().to_owned()).collect()
}

/// Indexes of some rows only, which are those that wait for something.
async fn partial(db: &mut SqliteConnection) -> Vec<String> {
    let sql = "SELECT i.name FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i.partial";
    sqlx::query_scalar(sql).fetch_all(db).await.unwrap()
}

/// Whether a statement reads a whole table or a whole index, or makes itself an index because there is none.
async fn walks(db: &mut SqliteConnection, statement: &str, partial: &[String]) -> bool {
    let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
    let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain).fetch_all(db).await.unwrap();
    steps.iter().any(|(.., step)| {
        let some = step.split(' ').next_back().is_some_and(|index| partial.iter().any(|partial| partial == index));
        let walk = step.starts_with("SCAN") && !some && step != "SCAN CONSTANT ROW";
        walk || step.contains("AUTOMATIC")
    })
}

#[tokio::test]
async fn statements_look_up_their_rows_however_the_register_grows() {
    let mut db = SqliteConnectOptions::new().filename(":memory:").connect().await.unwrap();
    sqlx::migrate!().run(&mut db).await.unwrap();
    let partial = partial(&mut db).await;
    let all = statements();
    assert!(all.len() > 100, "{} statements", all.len());
    let mut excused = 0;
    for statement in all {
        if walks(&mut db, &statement, &partial).await {
            assert!(WALKS.iter().any(|(begins, _why)| statement.starts_with(begins)), "walks: {statement}");
            excused += 1;
        }
    }
    assert_eq!(excused, WALKS.len());
}
