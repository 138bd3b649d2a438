//! The in-box.

use super::column::{micros, moment, some_moment};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{MessageRow, Sealed};
use jiff::Timestamp;
use sqlx::query;
use uuid::Uuid;

pub(super) async fn add_message(db: &mut Connection, row: &MessageRow) -> Answer<()> {
    let added = query!(
        "INSERT INTO message (person, id, sealed, created_at, expires_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        row.person.0,
        row.id,
        row.sealed.to_stored(),
        micros(row.created_at),
        row.expires_at.map(micros),
    )
    .execute(db)
    .await
    .map_err(failed("message"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("message") }
}

pub(super) async fn messages(db: &mut Connection, person: PersonId, now: Timestamp, limit: u32) -> Answer<Vec<MessageRow>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", sealed AS "sealed!", created_at AS "created_at!", expires_at AS "expires_at?"
           FROM message WHERE person = $1 AND created_at <= $2 ORDER BY created_at DESC, id DESC LIMIT $3"#,
        person.0,
        micros(now),
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .map_err(failed("message"))?;
    rows.into_iter()
        .map(|r| {
            let expires_at = some_moment(r.expires_at)?;
            Ok(MessageRow { person, id: r.id, sealed: Sealed::from_stored(r.sealed), created_at: moment(r.created_at)?, expires_at })
        })
        .collect()
}

pub(super) async fn message(db: &mut Connection, person: PersonId, id: Uuid) -> Answer<Option<MessageRow>> {
    let row = query!(
        r#"SELECT sealed AS "sealed!", created_at AS "created_at!", expires_at AS "expires_at?" FROM message WHERE person = $1 AND id = $2"#,
        person.0,
        id
    )
    .fetch_optional(db)
    .await
    .map_err(failed("message"))?;
    row.map(|r| {
        let expires_at = some_moment(r.expires_at)?;
        Ok(MessageRow { person, id, sealed: Sealed::from_stored(r.sealed), created_at: moment(r.created_at)?, expires_at })
    })
    .transpose()
}
