//! Looks, leaves, and the outcomes of commands: what shows that something happened.

use super::column::{count, micros, unreadable};
use super::entry::{Entry, all_entered};
use super::fault::{Answer, Fault};
use crate::engine::{self, Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{LeafRow, LookRow, Sealed, TokenHash};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn append_looks(db: &mut Connection, rows: &[(LookRow, LeafRow)]) -> Answer<()> {
    let entries: Vec<_> = rows.iter().map(|(look, leaf)| Entry::new(look.person, look.seq, &look.sealed, leaf)).collect();
    let entered = engine::enter_looks(&mut *db, &entries).await?;
    all_entered(db, "look", &entries, entered).await
}

pub(super) async fn untold(db: &mut Connection) -> Answer<Option<PersonId>> {
    let next = query_scalar!(r#"SELECT id AS "id!: Uuid" FROM person WHERE untold_from IS NOT NULL ORDER BY id LIMIT 1"#)
        .fetch_optional(db)
        .await
        .map_err(failed("person"))?;
    Ok(next.map(PersonId))
}

/// A mark beyond the counter is nobody's doing but the operator's. It goes with the next word, or nobody behind it would be told again.
pub(super) async fn tell(db: &mut Connection, person: PersonId, looks: u32) -> Answer<bool> {
    let told = query!(
        "UPDATE person SET untold_from = CASE WHEN looks > $2 THEN $2 + 1 END 
         WHERE id = $1 AND (untold_from <= $2 OR untold_from > looks)",
        person.0,
        i64::from(looks)
    )
    .execute(db)
    .await
    .map_err(failed("person"))?;
    Ok(told.rows_affected() == 1)
}

pub(super) async fn looks(db: &mut Connection, person: PersonId, before: u32, limit: u32) -> Answer<Vec<LookRow>> {
    let rows = query!(
        r#"SELECT seq AS "seq!", sealed AS "sealed!" FROM look WHERE person = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3"#,
        person.0,
        i64::from(before),
        i64::from(limit),
    )
    .fetch_all(db)
    .await
    .map_err(failed("look"))?;
    rows.into_iter().map(|r| Ok(LookRow { person, seq: count(r.seq)?, sealed: Sealed::from_stored(r.sealed) })).collect()
}

pub(super) async fn add_leaf(db: &mut Connection, row: &LeafRow) -> Answer<()> {
    let added = query!("INSERT INTO leaf (id, leaf) VALUES ($1, $2) ON CONFLICT DO NOTHING", row.id, &row.leaf[..])
        .execute(db)
        .await
        .map_err(failed("leaf"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("leaf") }
}

pub(super) async fn leaves(db: &mut Connection) -> Answer<u64> {
    let number = query_scalar!(r#"SELECT count(*) AS "number!: i64" FROM leaf"#).fetch_one(db).await.map_err(failed("leaf"))?;
    u64::try_from(number).map_err(|_| unreadable("a count"))
}

pub(super) async fn keep_outcome(db: &mut Connection, person: PersonId, key: &TokenHash, outcome: &str, at: Timestamp) -> Answer<()> {
    let kept = query!(
        "INSERT INTO outcome (person, command, outcome, kept_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        person.0,
        &key[..],
        outcome,
        micros(at),
    )
    .execute(db)
    .await
    .map_err(failed("outcome"))?;
    if kept.rows_affected() == 1 { Ok(()) } else { Fault::conflict("outcome") }
}

pub(super) async fn outcome(db: &mut Connection, person: PersonId, key: &TokenHash) -> Answer<Option<String>> {
    query_scalar!(r#"SELECT outcome AS "outcome!" FROM outcome WHERE person = $1 AND command = $2"#, person.0, &key[..])
        .fetch_optional(db)
        .await
        .map_err(failed("outcome"))
}
