//! What is SQLite's own: its connection, its errors, and how it leases.

use crate::common::{Answer, Fault, count, micros, moment};
use doorstep_register::PersonId;
use doorstep_storage::{JobRow, StoreError};
use jiff::Timestamp;
use sqlx::query;
use uuid::Uuid;

pub(crate) use crate::many::{enter_acts, enter_looks, log_tiles, number_leaves, standing};

pub(crate) type Connection = sqlx::SqliteConnection;

/// Result codes of SQLite (sqlite.org/rescode.html), without their extension.
mod code {
    pub(super) const BUSY: i32 = 5;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const NOMEM: i32 = 7;
    pub(super) const IOERR: i32 = 10;
    pub(super) const FULL: i32 = 13;
    pub(super) const CANTOPEN: i32 = 14;
    pub(super) const READONLY_DBMOVED: i32 = 1032;
}

/// What a failed statement means for whoever wanted to change this table.
pub(crate) fn failed(table: &'static str) -> impl FnOnce(sqlx::Error) -> Fault {
    move |error| Fault::Lost(meaning(error, table))
}

/// What an error of sqlx means.
pub(crate) fn meaning(error: sqlx::Error, table: &'static str) -> StoreError {
    let sqlx::Error::Database(told) = error else {
        return match error {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
                StoreError::Unavailable(error.to_string())
            }
            other => StoreError::Broken(other.to_string()),
        };
    };
    if told.is_unique_violation() {
        return StoreError::Conflict(table);
    }
    if told.is_foreign_key_violation() {
        return StoreError::NotFound(table);
    }
    let extended = told.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or_default();
    match extended & 0xff {
        code::BUSY | code::LOCKED => StoreError::Serialization,
        code::NOMEM | code::IOERR | code::FULL | code::CANTOPEN => StoreError::Unavailable(told.message().to_owned()),
        _ if extended == code::READONLY_DBMOVED => StoreError::Unavailable(told.message().to_owned()),
        _ => StoreError::Broken(told.message().to_owned()),
    }
}

/// There is one writer, so that nobody else can lease at the same time.
pub(crate) async fn lease(db: &mut Connection, lease: Uuid, now: Timestamp, until: Timestamp, limit: u32) -> Answer<Vec<JobRow>> {
    let rows = query!(
        r#"UPDATE job SET lease = $1, leased_until = $3, attempts = attempts + 1
           WHERE id IN (
               SELECT id FROM job
               WHERE done_at IS NULL AND failed_at IS NULL AND available_at <= $2 AND (leased_until IS NULL OR leased_until <= $2)
               ORDER BY available_at, id LIMIT $4
           )
           RETURNING id AS "id!: Uuid", kind AS "kind!", person AS "person!: Uuid", message AS "message!: Uuid",
                     available_at AS "available_at!", attempts AS "attempts!""#,
        lease,
        micros(now),
        micros(until),
        i64::from(limit),
    )
    .fetch_all(db)
    .await
    .map_err(failed("job"))?;
    rows.into_iter()
        .map(|r| {
            Ok(JobRow {
                id: r.id,
                kind: r.kind,
                person: PersonId(r.person),
                message: r.message,
                available_at: moment(r.available_at)?,
                attempts: count(r.attempts)?,
            })
        })
        .collect()
}
