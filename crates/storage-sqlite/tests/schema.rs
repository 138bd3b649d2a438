//! The schema of a live database is the one that the build script read, and `docs/schema.md` is written from it.

use doorstep_storage::schema::{Table, forbidden};
use doorstep_storage_sqlite::{SCHEMA, Sqlite};
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use std::fmt::Write as _;
use std::path::Path;

fn named(tables: &[Table]) -> Vec<(String, String)> {
    let mut columns: Vec<_> = tables.iter().flat_map(|t| t.columns.iter().map(|c| (t.name.to_owned(), c.name.to_owned()))).collect();
    columns.sort();
    columns
}

#[tokio::test]
async fn nothing_slips_past_the_build_script() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("doorstep.db");
    let store = Sqlite::open(&path).await.unwrap();
    let mut db = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    let live: Vec<(String, String)> = sqlx::query_as(
        "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name <> 'schema_version' ORDER BY 1, 2",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    assert_eq!(live, named(SCHEMA));

    let lax: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'schema_version'",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    assert!(lax.is_empty(), "not STRICT: {lax:?}");

    let others: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger')").fetch_all(&mut db).await.unwrap();
    assert!(others.is_empty(), "views and triggers need comments too; teach the build script first: {others:?}");
    drop(store);
}

#[test]
fn no_table_holds_what_the_charter_rules_out() {
    for (table, column) in named(SCHEMA) {
        assert_eq!(forbidden(&table), None, "table {table}");
        assert_eq!(forbidden(&column), None, "column {table}.{column}");
    }
}

/// A table whose rows are a person's begins its key with the person, unless a secret is what finds it.
#[tokio::test]
async fn keys_begin_with_the_person() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("doorstep.db");
    let store = Sqlite::open(&path).await.unwrap();
    let mut db = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    let firsts: Vec<(String, String)> = sqlx::query_as(
        "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND c.pk = 1 AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) f WHERE f.\"table\" = 'person')",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    assert!(firsts.len() > 15, "{firsts:?}");
    for (table, first) in firsts {
        let by_secret = ["link", "code", "session", "receipt", "host_link", "invitation"].contains(&table.as_str());
        assert!(by_secret || ["person", "holder", "host"].contains(&first.as_str()), "the key of {table} begins with {first}");
    }
    drop(store);
}

fn page() -> String {
    let mut page = String::from(
        "# What is kept, why, on which ground, and for how long\n\n\
         Written from the comments in the migrations by a test of `storage-sqlite`; do not edit. Both engines have the same tables.\n\
         \"Sealed\" means encrypted under the person's own key, which is destroyed first when the person is erased.\n",
    );
    for table in SCHEMA {
        let _ = write!(page, "\n## {}\n{}. Ground: {}. Kept {}.\n\n", table.name, table.purpose, table.ground, table.retention);
        page.push_str("| column | purpose | ground | kept |\n| --- | --- | --- | --- |\n");
        for c in table.columns {
            let _ = writeln!(page, "| {} | {} | {} | {} |", c.name, c.purpose, c.ground, c.retention);
        }
    }
    page
}

#[test]
fn the_page_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema.md");
    let page = page();
    if std::fs::read_to_string(&path).is_ok_and(|stored| stored == page) {
        return;
    }
    std::fs::write(&path, page).unwrap();
    panic!("docs/schema.md was out of date; it is written anew, commit it");
}
