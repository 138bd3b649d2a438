//! Passkeys and their ceremonies.

use super::column::{digest, micros, moment};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{PasskeyRow, Sealed, TokenHash};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn put_passkey(db: &mut Connection, row: &PasskeyRow) -> Answer<()> {
    query!(
        "INSERT INTO passkey (person, credential, sealed, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person, credential) DO UPDATE SET sealed = excluded.sealed",
        row.person.0,
        &row.credential[..],
        row.sealed.to_stored(),
        micros(row.created_at),
    )
    .execute(db)
    .await
    .map_err(failed("passkey"))?;
    Ok(())
}

pub(super) async fn passkeys(db: &mut Connection, person: PersonId) -> Answer<Vec<PasskeyRow>> {
    let rows = query!(
        r#"SELECT credential AS "credential!", sealed AS "sealed!", created_at AS "created_at!"
           FROM passkey WHERE person = $1 ORDER BY created_at, credential"#,
        person.0
    )
    .fetch_all(db)
    .await
    .map_err(failed("passkey"))?;
    rows.into_iter()
        .map(|r| {
            Ok(PasskeyRow {
                person,
                credential: digest(r.credential)?,
                sealed: Sealed::from_stored(r.sealed),
                created_at: moment(r.created_at)?,
            })
        })
        .collect()
}

pub(super) async fn passkey(db: &mut Connection, credential: &TokenHash) -> Answer<Option<PasskeyRow>> {
    let row = query!(
        r#"SELECT person AS "person!: Uuid", sealed AS "sealed!", created_at AS "created_at!" FROM passkey WHERE credential = $1"#,
        &credential[..]
    )
    .fetch_optional(db)
    .await
    .map_err(failed("passkey"))?;
    row.map(|r| {
        Ok(PasskeyRow {
            person: PersonId(r.person),
            credential: *credential,
            sealed: Sealed::from_stored(r.sealed),
            created_at: moment(r.created_at)?,
        })
    })
    .transpose()
}

pub(super) async fn delete_passkey(db: &mut Connection, person: PersonId, credential: &TokenHash) -> Answer<()> {
    let deleted = query!("DELETE FROM passkey WHERE person = $1 AND credential = $2", person.0, &credential[..])
        .execute(db)
        .await
        .map_err(failed("passkey"))?;
    if deleted.rows_affected() == 1 { Ok(()) } else { Fault::not_found("passkey") }
}

pub(super) async fn add_ceremony(db: &mut Connection, id: &TokenHash, state: &[u8], expires_at: Timestamp) -> Answer<()> {
    let added = query!(
        "INSERT INTO ceremony (id, state, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        &id[..],
        state,
        micros(expires_at)
    )
    .execute(db)
    .await
    .map_err(failed("ceremony"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("ceremony") }
}

pub(super) async fn take_ceremony(db: &mut Connection, id: &TokenHash, now: Timestamp) -> Answer<Option<Vec<u8>>> {
    query_scalar!(r#"DELETE FROM ceremony WHERE id = $1 AND expires_at >= $2 RETURNING state AS "state!: Vec<u8>""#, &id[..], micros(now))
        .fetch_optional(db)
        .await
        .map_err(failed("ceremony"))
}
