//! Jobs. A lease is a row, not a lock, so that a worker that dies holds nothing up for longer than its lease. Taking one is the
//! engine's own: `crate::engine::lease`.

use super::column::{count, micros, moment};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{JobRow, JobState};
use jiff::Timestamp;
use sqlx::query;
use uuid::Uuid;

pub(super) async fn add_job(db: &mut Connection, row: &JobRow) -> Answer<()> {
    query!(
        "INSERT INTO job (person, id, kind, message, available_at, attempts) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        row.person.0,
        row.id,
        row.kind,
        row.message,
        micros(row.available_at),
        i64::from(row.attempts),
    )
    .execute(db)
    .await
    .map_err(failed("job"))?;
    Ok(())
}

pub(super) async fn lease_jobs(db: &mut Connection, lease: Uuid, now: Timestamp, until: Timestamp, limit: u32) -> Answer<Vec<JobRow>> {
    let mut rows = crate::engine::lease(db, lease, now, until, limit).await?;
    // An UPDATE answers its rows in no order.
    rows.sort_by_key(|row| (row.available_at, row.id));
    Ok(rows)
}

pub(super) async fn finish_job(db: &mut Connection, id: Uuid, lease: Uuid, at: Timestamp) -> Answer<()> {
    let finished = query!(
        "UPDATE job SET done_at = $3, lease = NULL, leased_until = NULL
         WHERE id = $1 AND lease = $2 AND done_at IS NULL AND failed_at IS NULL",
        id,
        lease,
        micros(at)
    )
    .execute(db)
    .await
    .map_err(failed("job"))?;
    if finished.rows_affected() == 1 { Ok(()) } else { Fault::conflict("job") }
}

pub(super) async fn retry_job(db: &mut Connection, id: Uuid, lease: Uuid, at: Timestamp, trouble: &str) -> Answer<()> {
    let put_back = query!(
        "UPDATE job SET available_at = $3, trouble = $4, lease = NULL, leased_until = NULL
         WHERE id = $1 AND lease = $2 AND done_at IS NULL AND failed_at IS NULL",
        id,
        lease,
        micros(at),
        trouble
    )
    .execute(db)
    .await
    .map_err(failed("job"))?;
    if put_back.rows_affected() == 1 { Ok(()) } else { Fault::conflict("job") }
}

pub(super) async fn fail_job(db: &mut Connection, id: Uuid, lease: Uuid, at: Timestamp, trouble: &str) -> Answer<()> {
    let failed_now = query!(
        "UPDATE job SET failed_at = $3, trouble = $4, lease = NULL, leased_until = NULL
         WHERE id = $1 AND lease = $2 AND done_at IS NULL AND failed_at IS NULL",
        id,
        lease,
        micros(at),
        trouble
    )
    .execute(db)
    .await
    .map_err(failed("job"))?;
    if failed_now.rows_affected() == 1 { Ok(()) } else { Fault::conflict("job") }
}

/// Also one that is leased: its worker loses the lease, and what it did is rolled back when it comes to finish.
pub(super) async fn cancel_jobs(db: &mut Connection, person: PersonId, kind: &str) -> Answer<u64> {
    query!(
        "DELETE FROM message WHERE person = $1
         AND id IN (SELECT message FROM job WHERE person = $1 AND kind = $2 AND done_at IS NULL)",
        person.0,
        kind
    )
    .execute(&mut *db)
    .await
    .map_err(failed("message"))?;
    let cancelled = query!("DELETE FROM job WHERE person = $1 AND kind = $2 AND done_at IS NULL", person.0, kind)
        .execute(db)
        .await
        .map_err(failed("job"))?;
    Ok(cancelled.rows_affected())
}

pub(super) async fn job_states(db: &mut Connection, now: Timestamp, limit: u32) -> Answer<Vec<JobState>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", kind AS "kind!", attempts AS "attempts!", available_at AS "available_at!",
                  leased_until AS "leased_until?", failed_at AS "failed_at?", trouble AS "trouble?"
           FROM job WHERE done_at IS NULL ORDER BY CASE WHEN failed_at IS NULL THEN 1 ELSE 0 END, available_at, id LIMIT $1"#,
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .map_err(failed("job"))?;
    let now = micros(now);
    rows.into_iter()
        .map(|r| {
            let state = match (r.failed_at, r.leased_until) {
                (Some(_), _) => "failed",
                (None, Some(until)) if until > now => "leased",
                _ => "waiting",
            };
            Ok(JobState {
                id: r.id,
                kind: r.kind,
                state: state.to_owned(),
                attempts: count(r.attempts)?,
                available_at: moment(r.available_at)?,
                trouble: r.trouble,
            })
        })
        .collect()
}

pub(super) async fn wake_jobs(db: &mut Connection, kind: &str, now: Timestamp) -> Answer<u64> {
    let woken = query!(
        "UPDATE job SET available_at = $2 WHERE kind = $1 AND available_at > $2 AND failed_at IS NULL AND done_at IS NULL",
        kind,
        micros(now)
    )
    .execute(db)
    .await
    .map_err(failed("job"))?;
    Ok(woken.rows_affected())
}

pub(super) async fn revive_jobs(db: &mut Connection, now: Timestamp) -> Answer<u64> {
    let revived = query!(
        "UPDATE job SET failed_at = NULL, attempts = 0, available_at = $1 WHERE failed_at IS NOT NULL AND done_at IS NULL",
        micros(now)
    )
    .execute(db)
    .await
    .map_err(failed("job"))?;
    Ok(revived.rows_affected())
}
