//! Sessions.

use super::column::{digest, micros, moment, some_day, some_moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::{PersonId, StaffId};
use doorstep_storage::{SessionRow, SignInWay, TokenHash};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::query;
use uuid::Uuid;

fn word(way: SignInWay) -> &'static str {
    match way {
        SignInWay::New => "new",
        SignInWay::Link => "link",
        SignInWay::Code => "code",
        SignInWay::Passkey => "passkey",
        SignInWay::Desk => "desk",
        SignInWay::Provider => "provider",
    }
}

fn way(word: &str) -> Answer<SignInWay> {
    match word {
        "new" => Ok(SignInWay::New),
        "link" => Ok(SignInWay::Link),
        "code" => Ok(SignInWay::Code),
        "passkey" => Ok(SignInWay::Passkey),
        "desk" => Ok(SignInWay::Desk),
        "provider" => Ok(SignInWay::Provider),
        _ => Err(unreadable("a way to sign in")),
    }
}

pub(super) async fn add_session(db: &mut Connection, row: &SessionRow) -> Answer<()> {
    let added = query!(
        "INSERT INTO session (token, id, person, staff, way, created_at, expires_at, stepped_up_at, posted_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT DO NOTHING",
        &row.token[..],
        row.id,
        row.person.map(|p| p.0),
        row.staff.map(|s| s.0),
        word(row.way),
        micros(row.created_at),
        micros(row.expires_at),
        row.stepped_up_at.map(micros),
        row.posted_on.map(|day| day.to_string()),
    )
    .execute(db)
    .await
    .map_err(failed("session"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("session") }
}

pub(super) async fn session(db: &mut Connection, token: &TokenHash, now: Timestamp) -> Answer<Option<SessionRow>> {
    let row = query!(
        r#"SELECT id AS "id!: Uuid", person AS "person?: Uuid", staff AS "staff?: Uuid", way AS "way!",
                  created_at AS "created_at!", expires_at AS "expires_at!", stepped_up_at, posted_on AS "posted_on?"
           FROM session WHERE token = $1 AND expires_at > $2"#,
        &token[..],
        micros(now)
    )
    .fetch_optional(db)
    .await
    .map_err(failed("session"))?;
    row.map(|r| {
        Ok(SessionRow {
            id: r.id,
            token: *token,
            person: r.person.map(PersonId),
            staff: r.staff.map(StaffId),
            way: way(&r.way)?,
            created_at: moment(r.created_at)?,
            expires_at: moment(r.expires_at)?,
            stepped_up_at: some_moment(r.stepped_up_at)?,
            posted_on: some_day(r.posted_on.as_deref())?,
        })
    })
    .transpose()
}

/// A clerk's session that helps the person is the clerk's, not theirs.
pub(super) async fn sessions(db: &mut Connection, person: PersonId, now: Timestamp) -> Answer<Vec<SessionRow>> {
    let rows = query!(
        r#"SELECT token AS "token!", id AS "id!: Uuid", way AS "way!", created_at AS "created_at!", expires_at AS "expires_at!"
           FROM session WHERE person = $1 AND staff IS NULL AND expires_at > $2 ORDER BY created_at DESC, id DESC"#,
        person.0,
        micros(now)
    )
    .fetch_all(db)
    .await
    .map_err(failed("session"))?;
    rows.into_iter()
        .map(|r| {
            Ok(SessionRow {
                id: r.id,
                token: digest(r.token)?,
                person: Some(person),
                staff: None,
                way: way(&r.way)?,
                created_at: moment(r.created_at)?,
                expires_at: moment(r.expires_at)?,
                stepped_up_at: None,
                posted_on: None,
            })
        })
        .collect()
}

pub(super) async fn set_session_person(db: &mut Connection, id: Uuid, person: Option<PersonId>, posted_on: Option<Date>) -> Answer<()> {
    let set = query!(
        "UPDATE session SET person = $2, posted_on = $3 WHERE id = $1",
        id,
        person.map(|p| p.0),
        posted_on.map(|day| day.to_string())
    )
    .execute(db)
    .await
    .map_err(failed("session"))?;
    if set.rows_affected() == 1 { Ok(()) } else { Fault::not_found("session") }
}

pub(super) async fn set_stepped_up(db: &mut Connection, id: Uuid, at: Timestamp) -> Answer<()> {
    let set = query!("UPDATE session SET stepped_up_at = $2 WHERE id = $1 AND staff IS NOT NULL", id, micros(at))
        .execute(db)
        .await
        .map_err(failed("session"))?;
    if set.rows_affected() == 1 { Ok(()) } else { Fault::not_found("session") }
}

pub(super) async fn end_staff_sessions(db: &mut Connection, id: StaffId) -> Answer<u64> {
    let ended = query!("DELETE FROM session WHERE staff = $1", id.0).execute(db).await.map_err(failed("session"))?;
    Ok(ended.rows_affected())
}

pub(super) async fn end_session(db: &mut Connection, person: PersonId, id: Uuid) -> Answer<()> {
    let ended = query!("DELETE FROM session WHERE id = $1 AND person = $2 AND staff IS NULL", id, person.0)
        .execute(db)
        .await
        .map_err(failed("session"))?;
    if ended.rows_affected() == 1 { Ok(()) } else { Fault::not_found("session") }
}

pub(super) async fn end_session_by_token(db: &mut Connection, token: &TokenHash) -> Answer<()> {
    query!("DELETE FROM session WHERE token = $1", &token[..]).execute(db).await.map_err(failed("session"))?;
    Ok(())
}

pub(super) async fn end_other_sessions(db: &mut Connection, person: PersonId, but: Option<Uuid>) -> Answer<u64> {
    // No session has the nil id, so that it stands for "but none".
    let but = but.unwrap_or(Uuid::nil());
    let ended = query!("DELETE FROM session WHERE person = $1 AND staff IS NULL AND id <> $2", person.0, but)
        .execute(db)
        .await
        .map_err(failed("session"))?;
    Ok(ended.rows_affected())
}

pub(super) async fn sweep(db: &mut Connection, moment: Timestamp) -> Answer<u64> {
    let before = micros(moment);
    let sessions = query!("DELETE FROM session WHERE expires_at < $1", before).execute(&mut *db).await.map_err(failed("session"))?;
    let links = query!("DELETE FROM link WHERE expires_at < $1", before).execute(&mut *db).await.map_err(failed("link"))?;
    let ceremonies = query!("DELETE FROM ceremony WHERE expires_at < $1", before).execute(&mut *db).await.map_err(failed("ceremony"))?;
    let letters = query!("DELETE FROM message WHERE expires_at < $1", before).execute(&mut *db).await.map_err(failed("message"))?;
    let doors = query!("DELETE FROM host_link WHERE expires_at < $1", before).execute(&mut *db).await.map_err(failed("host_link"))?;
    let to_hosts = query!("DELETE FROM host_letter WHERE until < $1", before).execute(&mut *db).await.map_err(failed("host_letter"))?;
    let invitations = query!("DELETE FROM invitation WHERE expires_at < $1", before).execute(db).await.map_err(failed("invitation"))?;
    Ok([sessions, links, ceremonies, letters, doors, to_hosts, invitations].iter().map(|done| done.rows_affected()).sum())
}
