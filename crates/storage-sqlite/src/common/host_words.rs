//! What hosts confirmed, and their invitations.

use super::column::{digest, micros, moment};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{HostWordRow, InvitationRow, Sealed, TokenHash};
use jiff::Timestamp;
use sqlx::query;
use uuid::Uuid;

pub(super) async fn add_host_word(db: &mut Connection, row: &HostWordRow) -> Answer<()> {
    query!("INSERT INTO host_word (person, id, sealed) VALUES ($1, $2, $3)", row.person.0, row.id, row.sealed.to_stored())
        .execute(db)
        .await
        .map_err(failed("host_word"))?;
    Ok(())
}

pub(super) async fn host_words(db: &mut Connection, person: PersonId) -> Answer<Vec<HostWordRow>> {
    let rows = query!(r#"SELECT id AS "id!: Uuid", sealed AS "sealed!" FROM host_word WHERE person = $1 ORDER BY id"#, person.0)
        .fetch_all(db)
        .await
        .map_err(failed("host_word"))?;
    Ok(rows.into_iter().map(|r| HostWordRow { person, id: r.id, sealed: Sealed::from_stored(r.sealed) }).collect())
}

pub(super) async fn remove_host_word(db: &mut Connection, person: PersonId, id: Uuid) -> Answer<()> {
    let gone =
        query!("DELETE FROM host_word WHERE person = $1 AND id = $2", person.0, id).execute(db).await.map_err(failed("host_word"))?;
    if gone.rows_affected() == 0 { Fault::not_found("host_word") } else { Ok(()) }
}

pub(super) async fn put_invitation(db: &mut Connection, row: &InvitationRow) -> Answer<()> {
    query!(
        "INSERT INTO invitation (token, host, home, sealed, expires_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (token) DO UPDATE
         SET host = excluded.host, home = excluded.home, sealed = excluded.sealed, expires_at = excluded.expires_at",
        &row.token[..],
        row.host.0,
        &row.home[..],
        row.sealed.to_stored(),
        micros(row.expires_at),
    )
    .execute(db)
    .await
    .map_err(failed("invitation"))?;
    Ok(())
}

pub(super) async fn invitation(db: &mut Connection, token: &TokenHash, now: Timestamp) -> Answer<Option<InvitationRow>> {
    let row = query!(
        r#"SELECT host AS "host!: Uuid", home AS "home!", sealed AS "sealed!", expires_at AS "expires_at!"
           FROM invitation WHERE token = $1 AND expires_at >= $2"#,
        &token[..],
        micros(now)
    )
    .fetch_optional(db)
    .await
    .map_err(failed("invitation"))?;
    row.map(|r| {
        Ok(InvitationRow {
            token: *token,
            host: PersonId(r.host),
            home: digest(r.home)?,
            sealed: Sealed::from_stored(r.sealed),
            expires_at: moment(r.expires_at)?,
        })
    })
    .transpose()
}
