//! What is PostgreSQL's own: its connection, its errors, and how it leases.

use crate::common::{Answer, Fault, count, micros, moment};
use doorstep_register::PersonId;
use doorstep_storage::{JobRow, StoreError};
use jiff::Timestamp;
use sqlx::query;
use uuid::Uuid;

pub(crate) use crate::many::{enter_acts, enter_looks, log_tiles, number_leaves, standing};

pub(crate) type Connection = sqlx::PgConnection;

/// What a failed statement means for whoever wanted to change this table.
pub(crate) fn failed(table: &'static str) -> impl FnOnce(sqlx::Error) -> Fault {
    move |error| Fault::Lost(meaning(error, table))
}

/// What an error of sqlx means, by SQLSTATE (PostgreSQL 15, appendix A).
pub(crate) fn meaning(error: sqlx::Error, table: &'static str) -> StoreError {
    let sqlx::Error::Database(told) = error else {
        return match error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => StoreError::Unavailable(error.to_string()),
            other => StoreError::Broken(other.to_string()),
        };
    };
    let state = told.code().unwrap_or_default();
    match &*state {
        // serialization_failure, deadlock_detected
        "40001" | "40P01" => StoreError::Serialization,
        // unique_violation, foreign_key_violation
        "23505" => StoreError::Conflict(table),
        "23503" => StoreError::NotFound(table),
        // read_only_sql_transaction: a standby that was promoted elsewhere looks the same, but there the pool meets 57P01 first.
        "25006" => StoreError::Broken(told.message().to_owned()),
        // query_canceled (a time limit), lock_not_available
        "57014" | "55P03" => StoreError::Unavailable(told.message().to_owned()),
        // connection exceptions, transaction limits, insufficient resources, operator intervention, system errors
        state if ["08", "25P", "53", "57", "58"].iter().any(|class| state.starts_with(class)) => {
            StoreError::Unavailable(told.message().to_owned())
        }
        _ => StoreError::Broken(told.message().to_owned()),
    }
}

/// Workers pass over what another one is just leasing instead of waiting for it.
pub(crate) async fn lease(db: &mut Connection, lease: Uuid, now: Timestamp, until: Timestamp, limit: u32) -> Answer<Vec<JobRow>> {
    let rows = query!(
        r#"UPDATE job SET lease = $1, leased_until = $3, attempts = attempts + 1
           WHERE id IN (
               SELECT id FROM job
               WHERE done_at IS NULL AND failed_at IS NULL AND available_at <= $2 AND (leased_until IS NULL OR leased_until <= $2)
               ORDER BY available_at, id LIMIT $4
               FOR UPDATE SKIP LOCKED
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
