//! The public log: which leaf stands where, its tiles, its signed heads, and who may append.

use super::column::{digest, micros, moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{self, Connection, failed};
use doorstep_storage::{CheckpointRow, LeafRow, LogRow, StoreError};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

fn stored(number: u64) -> Answer<i64> {
    i64::try_from(number).map_err(|_| unreadable("a size"))
}

fn size(number: i64) -> Answer<u64> {
    u64::try_from(number).map_err(|_| unreadable("a size"))
}

pub(super) async fn pending_leaves(db: &mut Connection, limit: u32) -> Answer<Vec<LeafRow>> {
    let rows = query!(r#"SELECT id AS "id!: Uuid", leaf AS "leaf!" FROM leaf WHERE number IS NULL ORDER BY id LIMIT $1"#, i64::from(limit))
        .fetch_all(db)
        .await
        .map_err(failed("leaf"))?;
    rows.into_iter().map(|r| Ok(LeafRow { id: r.id, leaf: r.leaf.try_into().map_err(|_| unreadable("a leaf"))? })).collect()
}

pub(super) async fn number_leaves(db: &mut Connection, numbers: &[(Uuid, u64)]) -> Answer<()> {
    let numbers = numbers.iter().map(|(id, number)| Ok((*id, stored(*number)?))).collect::<Answer<Vec<_>>>()?;
    let numbered = engine::number_leaves(db, &numbers).await?;
    // Some may have got their numbers: nothing of it may stay.
    if numbered == numbers.len() as u64 { Ok(()) } else { Err(Fault::Lost(StoreError::Conflict("leaf"))) }
}

pub(super) async fn leaf_number(db: &mut Connection, id: Uuid) -> Answer<Option<u64>> {
    let number = query_scalar!(r#"SELECT number FROM leaf WHERE id = $1"#, id).fetch_optional(db).await.map_err(failed("leaf"))?;
    number.flatten().map(size).transpose()
}

pub(super) async fn log_head(db: &mut Connection) -> Answer<LogRow> {
    let row = query!(r#"SELECT epoch AS "epoch!", size AS "size!", root AS "root!", stopped AS "stopped?" FROM log_state WHERE id = 1"#)
        .fetch_optional(db)
        .await
        .map_err(failed("log_state"))?;
    let Some(r) = row else { return Fault::not_found("log_state") };
    Ok(LogRow { epoch: size(r.epoch)?, size: size(r.size)?, root: digest(r.root)?, stopped: r.stopped })
}

pub(super) async fn lease_log(db: &mut Connection, lease: Uuid, now: Timestamp, until: Timestamp) -> Answer<Option<LogRow>> {
    let leased = query!(
        "UPDATE log_state SET epoch = CASE WHEN lease = $1 THEN epoch ELSE epoch + 1 END, lease = $1, leased_until = $3
         WHERE id = 1 AND (lease IS NULL OR lease = $1 OR leased_until <= $2)",
        lease,
        micros(now),
        micros(until),
    )
    .execute(&mut *db)
    .await
    .map_err(failed("log_state"))?;
    if leased.rows_affected() == 1 { log_head(db).await.map(Some) } else { Ok(None) }
}

pub(super) async fn grow_log(db: &mut Connection, before: &LogRow, new_size: u64, root: &[u8; 32]) -> Answer<()> {
    let grown = query!(
        "UPDATE log_state SET size = $3, root = $4 WHERE id = 1 AND epoch = $1 AND size = $2 AND stopped IS NULL",
        stored(before.epoch)?,
        stored(before.size)?,
        stored(new_size)?,
        &root[..],
    )
    .execute(db)
    .await
    .map_err(failed("log_state"))?;
    if grown.rows_affected() == 1 { Ok(()) } else { Fault::conflict("log_state") }
}

pub(super) async fn stop_log(db: &mut Connection, reason: Option<&str>) -> Answer<()> {
    query!("UPDATE log_state SET stopped = $1 WHERE id = 1", reason).execute(db).await.map_err(failed("log_state"))?;
    Ok(())
}

pub(super) async fn log_tile(db: &mut Connection, level: i8, number: u64) -> Answer<Option<Vec<u8>>> {
    query_scalar!(r#"SELECT content AS "content!" FROM log_tile WHERE level = $1 AND number = $2"#, i64::from(level), stored(number)?)
        .fetch_optional(db)
        .await
        .map_err(failed("log_tile"))
}

pub(super) async fn log_tiles(db: &mut Connection, tiles: &[(i8, u64)]) -> Answer<Vec<(i8, u64, Vec<u8>)>> {
    let tiles = tiles.iter().map(|(level, number)| Ok((i64::from(*level), stored(*number)?))).collect::<Answer<Vec<_>>>()?;
    let found = engine::log_tiles(db, &tiles).await?;
    let tile = |(level, number, content)| Ok((i8::try_from(level).map_err(|_| unreadable("a level"))?, size(number)?, content));
    found.into_iter().map(tile).collect()
}

pub(super) async fn put_log_tile(db: &mut Connection, level: i8, number: u64, content: &[u8]) -> Answer<()> {
    query!(
        "INSERT INTO log_tile (level, number, content) VALUES ($1, $2, $3) ON CONFLICT (level, number) DO UPDATE SET content = excluded.content",
        i64::from(level),
        stored(number)?,
        content,
    )
    .execute(db)
    .await
    .map_err(failed("log_tile"))?;
    Ok(())
}

pub(super) async fn add_checkpoint(db: &mut Connection, epoch: u64, row: &CheckpointRow) -> Answer<()> {
    let added = query!(
        "INSERT INTO log_checkpoint (size, note, cosignatures, cosigners, signed_at)
         SELECT CAST($1 AS BIGINT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS BIGINT) FROM log_state WHERE id = 1 AND epoch = $6 AND size >= $1 AND stopped IS NULL
         ON CONFLICT DO NOTHING",
        stored(row.size)?,
        row.note,
        row.cosignatures,
        i64::from(row.cosigners),
        micros(row.signed_at),
        stored(epoch)?,
    )
    .execute(db)
    .await
    .map_err(failed("log_checkpoint"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("log_checkpoint") }
}

pub(super) async fn add_cosignature(db: &mut Connection, checkpoint: u64, line: &str) -> Answer<()> {
    let added = query!(
        "UPDATE log_checkpoint SET cosignatures = cosignatures || CAST($2 AS TEXT), cosigners = cosigners + 1 WHERE size = $1",
        stored(checkpoint)?,
        line,
    )
    .execute(db)
    .await
    .map_err(failed("log_checkpoint"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::not_found("log_checkpoint") }
}

pub(super) async fn checkpoint_up_to(db: &mut Connection, largest: u64, cosigners: u32) -> Answer<Option<CheckpointRow>> {
    let row = query!(
        r#"SELECT size AS "size!", note AS "note!", cosignatures AS "cosignatures!", cosigners AS "cosigners!", signed_at AS "signed_at!"
           FROM log_checkpoint WHERE size <= $1 AND cosigners >= $2 ORDER BY size DESC LIMIT 1"#,
        i64::try_from(largest).unwrap_or(i64::MAX),
        i64::from(cosigners),
    )
    .fetch_optional(db)
    .await
    .map_err(failed("log_checkpoint"))?;
    row.map(|r| checkpoint(r.size, r.note, r.cosignatures, r.cosigners, r.signed_at)).transpose()
}

pub(super) async fn checkpoint_beyond(db: &mut Connection, index: u64, cosigners: u32) -> Answer<Option<CheckpointRow>> {
    let row = query!(
        r#"SELECT size AS "size!", note AS "note!", cosignatures AS "cosignatures!", cosigners AS "cosigners!", signed_at AS "signed_at!"
           FROM log_checkpoint WHERE size > $1 AND cosigners >= $2 ORDER BY size LIMIT 1"#,
        stored(index)?,
        i64::from(cosigners),
    )
    .fetch_optional(db)
    .await
    .map_err(failed("log_checkpoint"))?;
    row.map(|r| checkpoint(r.size, r.note, r.cosignatures, r.cosigners, r.signed_at)).transpose()
}

fn checkpoint(stored_size: i64, note: String, cosignatures: String, cosigners: i64, signed_at: i64) -> Answer<CheckpointRow> {
    let cosigners = u32::try_from(cosigners).map_err(|_| unreadable("a count"))?;
    Ok(CheckpointRow { size: size(stored_size)?, note, cosignatures, cosigners, signed_at: moment(signed_at)? })
}

pub(super) async fn log_size_at(db: &mut Connection, moment: Timestamp) -> Answer<Option<u64>> {
    let found = query_scalar!(
        r#"SELECT size AS "size!" FROM log_checkpoint WHERE signed_at <= $1 ORDER BY signed_at DESC, size DESC LIMIT 1"#,
        micros(moment),
    );
    found.fetch_optional(db).await.map_err(failed("log_checkpoint"))?.map(size).transpose()
}

/// Of each minute before the moment the last checkpoint with the most cosignatures stays.
pub(super) async fn thin_checkpoints(db: &mut Connection, before: Timestamp) -> Answer<u64> {
    let thinned = query!(
        "DELETE FROM log_checkpoint WHERE signed_at < $1 AND EXISTS (
             SELECT 1 FROM log_checkpoint k
             WHERE k.signed_at >= log_checkpoint.signed_at / 60000000 * 60000000
               AND k.signed_at < (log_checkpoint.signed_at / 60000000 + 1) * 60000000
               AND k.size > log_checkpoint.size
               AND k.cosigners >= log_checkpoint.cosigners)",
        micros(before),
    )
    .execute(db)
    .await
    .map_err(failed("log_checkpoint"))?;
    Ok(thinned.rows_affected())
}
