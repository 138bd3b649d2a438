//! People, and what two people are to each other.

use super::column::{count, micros};
use super::entry::Stored;
use super::fault::{Answer, Fault};
use crate::engine::{self, Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{PersonRow, Standing, WrappedKey};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn add_person(db: &mut Connection, row: &PersonRow, now: Timestamp) -> Answer<()> {
    let added = query!(
        "INSERT INTO person (id, wrapped_key, version, looks, empty_since) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        row.id.0,
        row.wrapped_key,
        i64::from(row.version),
        i64::from(row.looks),
        micros(now),
    )
    .execute(db)
    .await
    .map_err(failed("person"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("person") }
}

pub(super) async fn person(db: &mut Connection, id: PersonId) -> Answer<Option<PersonRow>> {
    let row = query!(
        r#"SELECT wrapped_key AS "wrapped_key!", version AS "version!", looks AS "looks!"
           FROM person WHERE id = $1"#,
        id.0
    )
    .fetch_optional(db)
    .await
    .map_err(failed("person"))?;
    row.map(|r| Ok(PersonRow { id, wrapped_key: r.wrapped_key, version: count(r.version)?, looks: count(r.looks)? })).transpose()
}

pub(super) async fn standing(db: &mut Connection, ids: &[PersonId]) -> Answer<Vec<Standing>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = engine::standing(db, &ids).await?;
    rows.into_iter().map(Stored::standing).collect()
}

/// Every table with a person refers to `person` and is emptied with it. A clerk's session outlives whom it helps.
pub(super) async fn erase_person(db: &mut Connection, id: PersonId) -> Answer<()> {
    query!("UPDATE session SET person = NULL WHERE person = $1 AND staff IS NOT NULL", id.0)
        .execute(&mut *db)
        .await
        .map_err(failed("session"))?;
    let erased = query!("DELETE FROM person WHERE id = $1", id.0).execute(db).await.map_err(failed("person"))?;
    if erased.rows_affected() == 1 { Ok(()) } else { Fault::not_found("person") }
}

/// Ids are made of a moment and chance: none is nil, so that the first page is the one after it.
pub(super) async fn wrapped_keys(db: &mut Connection, after: Option<PersonId>, limit: u32) -> Answer<Vec<WrappedKey>> {
    let after = after.map_or(Uuid::nil(), |person| person.0);
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", wrapped_key AS "wrapped_key!" FROM person WHERE id > $1 ORDER BY id LIMIT $2"#,
        after,
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .map_err(failed("person"))?;
    Ok(rows.into_iter().map(|row| WrappedKey::new(PersonId(row.id), row.wrapped_key)).collect())
}

pub(super) async fn replace_wrapped_key(db: &mut Connection, person: PersonId, before: &[u8], after: &[u8]) -> Answer<bool> {
    let replaced = query!("UPDATE person SET wrapped_key = $1 WHERE id = $2 AND wrapped_key = $3", after, person.0, before)
        .execute(db)
        .await
        .map_err(failed("person"))?;
    Ok(replaced.rows_affected() == 1)
}

pub(super) async fn add_member(db: &mut Connection, holder: PersonId, member: PersonId) -> Answer<()> {
    query!("INSERT INTO household (holder, member) VALUES ($1, $2) ON CONFLICT DO NOTHING", holder.0, member.0)
        .execute(db)
        .await
        .map_err(failed("household"))?;
    Ok(())
}

pub(super) async fn remove_member(db: &mut Connection, holder: PersonId, member: PersonId) -> Answer<()> {
    query!("DELETE FROM household WHERE holder = $1 AND member = $2", holder.0, member.0).execute(db).await.map_err(failed("household"))?;
    Ok(())
}

pub(super) async fn members(db: &mut Connection, holder: PersonId) -> Answer<Vec<PersonId>> {
    let members = query_scalar!(r#"SELECT member AS "member!: Uuid" FROM household WHERE holder = $1 ORDER BY member"#, holder.0)
        .fetch_all(db)
        .await
        .map_err(failed("household"))?;
    Ok(members.into_iter().map(PersonId).collect())
}

pub(super) async fn holders(db: &mut Connection, member: PersonId) -> Answer<Vec<PersonId>> {
    let holders = query_scalar!(r#"SELECT holder AS "holder!: Uuid" FROM household WHERE member = $1 ORDER BY holder"#, member.0)
        .fetch_all(db)
        .await
        .map_err(failed("household"))?;
    Ok(holders.into_iter().map(PersonId).collect())
}
