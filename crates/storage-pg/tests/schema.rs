//! The schema of a live database is the one that the build script read, and says the same as SQLite's.

mod server;

use doorstep_storage::schema::{Table, forbidden};
use doorstep_storage_pg::{Postgres, SCHEMA};
use server::Scratch;
use sqlx::Connection;
use std::path::Path;

#[path = "../../storage/schema/migration.rs"]
mod migration;

/// Table, column (none: the table itself), comment.
type Line = (String, Option<String>, Option<String>);

fn lines(tables: &[Table]) -> Vec<Line> {
    let mut lines = Vec::new();
    for t in tables {
        lines.push((t.name.to_owned(), None, Some(format!("{}; {}; {}", t.purpose, t.ground, t.retention))));
        for c in t.columns {
            lines.push((t.name.to_owned(), Some(c.name.to_owned()), Some(format!("{}; {}; {}", c.purpose, c.ground, c.retention))));
        }
    }
    lines.sort();
    lines
}

#[tokio::test]
async fn nothing_slips_past_the_build_script() {
    let Some(scratch) = Scratch::make("nothing_slips_past_the_build_script").await else { return };
    let store = Postgres::connect(&scratch.url, 2).await.unwrap();
    let mut db = scratch.connect().await;
    let mut live: Vec<Line> = sqlx::query_as(
        "SELECT c.relname::text, a.attname::text, CASE WHEN a.attnum IS NULL THEN obj_description(c.oid, 'pg_class')
                ELSE col_description(c.oid, a.attnum) END
         FROM pg_class c JOIN LATERAL (
             SELECT NULL::name AS attname, NULL::int2 AS attnum UNION ALL
             SELECT attname, attnum FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
         ) a ON true
         WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_version'",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    live.sort();
    assert_eq!(live, lines(SCHEMA));

    let sequences: Vec<String> =
        sqlx::query_scalar("SELECT relname::text FROM pg_class WHERE relkind = 'S'").fetch_all(&mut db).await.unwrap();
    assert!(sequences.is_empty(), "{sequences:?}");
    db.close().await.unwrap();
    store.close().await;
    scratch.drop().await;
}

#[test]
fn both_engines_say_the_same() {
    let folder = |engine: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../storage-{engine}/migrations"));
    let sqlite = migration::schema(&folder("sqlite"), true).unwrap();
    let postgres = migration::schema(&folder("pg"), false).unwrap();
    assert_eq!(sqlite, postgres);
}

#[test]
fn no_table_holds_what_the_charter_rules_out() {
    for (table, column, _) in lines(SCHEMA) {
        let name = column.unwrap_or(table);
        assert_eq!(forbidden(&name), None, "{name}");
    }
}

/// An index on a counter, or over some rows chosen by one, would be written to whenever somebody is counted (PostgreSQL's README.HOT), and
/// then everybody who counts meets there.
#[tokio::test]
async fn counting_touches_no_index() {
    let Some(scratch) = Scratch::make("counting_touches_no_index").await else { return };
    let store = Postgres::connect(&scratch.url, 2).await.unwrap();
    let mut db = scratch.connect().await;
    let indexes: Vec<String> =
        sqlx::query_scalar("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'person'::regclass ORDER BY 1")
            .fetch_all(&mut db)
            .await
            .unwrap();
    assert_eq!(indexes.len(), 3, "{indexes:?}");
    for index in indexes {
        assert!(!index.contains("version") && !index.contains("looks"), "{index}");
    }
    db.close().await.unwrap();
    store.close().await;
    scratch.drop().await;
}
