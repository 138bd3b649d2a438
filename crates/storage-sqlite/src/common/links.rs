//! Signing in by e-mail link and by printed code: each works once.

use super::column::{micros, moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_policy::{FindGrant, Identifier};
use doorstep_register::{PersonId, StaffId};
use doorstep_storage::{BlindIndex, LinkRow, TokenHash};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn put_email(db: &mut Connection, person: PersonId, index: Option<&BlindIndex>) -> Answer<()> {
    match index {
        Some(index) => {
            query!(
                "INSERT INTO email_index (person, digest) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET digest = excluded.digest",
                person.0,
                &index[..]
            )
            .execute(db)
            .await
        }
        None => query!("DELETE FROM email_index WHERE person = $1", person.0).execute(db).await,
    }
    .map_err(failed("email_index"))?;
    Ok(())
}

pub(super) async fn people_by_email(db: &mut Connection, grant: &FindGrant, now: Timestamp) -> Answer<Vec<PersonId>> {
    let Some(index) = grant.value(Identifier::Email, now) else { return Fault::not_found("email_index") };
    let people =
        query_scalar!(r#"SELECT person AS "person!: Uuid" FROM email_index WHERE digest = $1 ORDER BY person DESC LIMIT 20"#, &index[..])
            .fetch_all(db)
            .await
            .map_err(failed("email_index"))?;
    Ok(people.into_iter().map(PersonId).collect())
}

pub(super) async fn add_link(db: &mut Connection, row: &LinkRow) -> Answer<()> {
    let added = query!(
        "INSERT INTO link (token, person, staff, expires_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        &row.token[..],
        row.person.map(|p| p.0),
        row.staff.map(|s| s.0),
        micros(row.expires_at),
    )
    .execute(db)
    .await
    .map_err(failed("link"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("link") }
}

fn link_row(token: TokenHash, person: Option<Uuid>, staff: Option<Uuid>, expires_at: i64) -> Answer<LinkRow> {
    Ok(LinkRow { token, person: person.map(PersonId), staff: staff.map(StaffId), expires_at: moment(expires_at)? })
}

pub(super) async fn link(db: &mut Connection, token: &TokenHash, now: Timestamp) -> Answer<Option<LinkRow>> {
    let row = query!(
        r#"SELECT person AS "person?: Uuid", staff AS "staff?: Uuid", expires_at AS "expires_at!"
           FROM link WHERE token = $1 AND expires_at >= $2"#,
        &token[..],
        micros(now)
    )
    .fetch_optional(db)
    .await
    .map_err(failed("link"))?;
    row.map(|r| link_row(*token, r.person, r.staff, r.expires_at)).transpose()
}

pub(super) async fn take_link(db: &mut Connection, token: &TokenHash, now: Timestamp) -> Answer<Option<LinkRow>> {
    let row = query!(
        r#"DELETE FROM link WHERE token = $1 AND expires_at >= $2
           RETURNING person AS "person?: Uuid", staff AS "staff?: Uuid", expires_at AS "expires_at!""#,
        &token[..],
        micros(now)
    )
    .fetch_optional(db)
    .await
    .map_err(failed("link"))?;
    row.map(|r| link_row(*token, r.person, r.staff, r.expires_at)).transpose()
}

pub(super) async fn put_codes(db: &mut Connection, person: PersonId, codes: &[TokenHash], at: Timestamp) -> Answer<()> {
    query!("DELETE FROM code WHERE person = $1", person.0).execute(&mut *db).await.map_err(failed("code"))?;
    for code in codes {
        let added = query!(
            "INSERT INTO code (token, person, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            &code[..],
            person.0,
            micros(at)
        )
        .execute(&mut *db)
        .await
        .map_err(failed("code"))?;
        if added.rows_affected() == 0 {
            return Fault::conflict("code");
        }
    }
    Ok(())
}

/// A used code leaves nothing behind, so there is nothing to write the moment to.
pub(super) async fn take_code(db: &mut Connection, code: &TokenHash, _at: Timestamp) -> Answer<Option<PersonId>> {
    let person = query_scalar!(r#"DELETE FROM code WHERE token = $1 RETURNING person AS "person!: Uuid""#, &code[..])
        .fetch_optional(db)
        .await
        .map_err(failed("code"))?;
    Ok(person.map(PersonId))
}

pub(super) async fn codes_left(db: &mut Connection, person: PersonId) -> Answer<u32> {
    let number = query_scalar!(r#"SELECT count(*) AS "number!: i64" FROM code WHERE person = $1"#, person.0)
        .fetch_one(db)
        .await
        .map_err(failed("code"))?;
    u32::try_from(number).map_err(|_| unreadable("a count"))
}
