//! By which somebody speaks as a host without an account: links and letters.

use super::column::{count, digest, micros, moment, some_moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{HostLetterFor, HostLetterRow, HostLinkRow, Sealed, TokenHash};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn put_host_link(db: &mut Connection, row: &HostLinkRow) -> Answer<()> {
    if row.letter.is_none() {
        query!("DELETE FROM host_link WHERE person = $1 AND letter IS NULL", row.person.0)
            .execute(&mut *db)
            .await
            .map_err(failed("host_link"))?;
    }
    query!(
        "INSERT INTO host_link (token, person, home, letter, spelling, sealed, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &row.token[..],
        row.person.0,
        &row.home[..],
        row.letter,
        row.spelling,
        row.sealed.as_ref().map(Sealed::to_stored),
        micros(row.expires_at),
    )
    .execute(db)
    .await
    .map_err(failed("host_link"))?;
    Ok(())
}

pub(super) async fn host_link(db: &mut Connection, token: &TokenHash, now: Timestamp) -> Answer<Option<HostLinkRow>> {
    let row = query!(
        r#"SELECT person AS "person!: Uuid", home AS "home!", letter AS "letter?: Uuid", spelling AS "spelling!", sealed,
                  expires_at AS "expires_at!"
           FROM host_link WHERE token = $1 AND expires_at >= $2"#,
        &token[..],
        micros(now)
    )
    .fetch_optional(db)
    .await
    .map_err(failed("host_link"))?;
    row.map(|r| {
        Ok(HostLinkRow {
            token: *token,
            person: PersonId(r.person),
            home: digest(r.home)?,
            letter: r.letter,
            spelling: r.spelling,
            sealed: r.sealed.map(Sealed::from_stored),
            expires_at: moment(r.expires_at)?,
        })
    })
    .transpose()
}

pub(super) async fn shown_host_link(db: &mut Connection, person: PersonId, now: Timestamp) -> Answer<Option<HostLinkRow>> {
    let token = query_scalar!(
        r#"SELECT token AS "token!" FROM host_link WHERE person = $1 AND letter IS NULL AND expires_at >= $2"#,
        person.0,
        micros(now)
    )
    .fetch_optional(&mut *db)
    .await
    .map_err(failed("host_link"))?;
    match token {
        Some(token) => host_link(db, &digest(token)?, now).await,
        None => Ok(None),
    }
}

pub(super) async fn remove_host_link(db: &mut Connection, token: &TokenHash) -> Answer<()> {
    query!("DELETE FROM host_link WHERE token = $1", &token[..]).execute(db).await.map_err(failed("host_link"))?;
    Ok(())
}

pub(super) async fn add_host_letter(db: &mut Connection, row: &HostLetterRow) -> Answer<()> {
    query!("DELETE FROM host_letter WHERE person = $1 AND purpose = $2 AND home = $3", row.person.0, row.purpose.word(), &row.home[..])
        .execute(&mut *db)
        .await
        .map_err(failed("host_letter"))?;
    query!(
        "INSERT INTO host_letter (id, person, purpose, home, sealed, number, code, wrong, made_at, printed_at, used_at, until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        row.id,
        row.person.0,
        row.purpose.word(),
        &row.home[..],
        row.sealed.to_stored(),
        row.number.as_ref().map(|hash| &hash[..]),
        row.code.as_ref().map(|hash| &hash[..]),
        i64::from(row.wrong),
        micros(row.made_at),
        row.printed_at.map(micros),
        row.used_at.map(micros),
        micros(row.until),
    )
    .execute(db)
    .await
    .map_err(failed("host_letter"))?;
    Ok(())
}

pub(super) async fn put_host_letter(db: &mut Connection, row: &HostLetterRow) -> Answer<()> {
    let put = query!(
        "UPDATE host_letter SET number = $2, code = $3, wrong = $4, printed_at = $5, used_at = $6, until = $7 WHERE id = $1",
        row.id,
        row.number.as_ref().map(|hash| &hash[..]),
        row.code.as_ref().map(|hash| &hash[..]),
        i64::from(row.wrong),
        row.printed_at.map(micros),
        row.used_at.map(micros),
        micros(row.until),
    )
    .execute(db)
    .await
    .map_err(failed("host_letter"))?;
    if put.rows_affected() == 0 { Fault::not_found("host_letter") } else { Ok(()) }
}

pub(super) async fn remove_host_letter(db: &mut Connection, id: Uuid) -> Answer<()> {
    query!("DELETE FROM host_letter WHERE id = $1", id).execute(db).await.map_err(failed("host_letter"))?;
    Ok(())
}

/// A row as it is selected.
struct Stored {
    id: Uuid,
    person: Uuid,
    purpose: String,
    home: Vec<u8>,
    sealed: Vec<u8>,
    number: Option<Vec<u8>>,
    code: Option<Vec<u8>>,
    wrong: i64,
    made_at: i64,
    printed_at: Option<i64>,
    used_at: Option<i64>,
    until: i64,
}

impl Stored {
    fn row(self) -> Answer<HostLetterRow> {
        let purpose = [HostLetterFor::Entry, HostLetterFor::Home].into_iter().find(|purpose| purpose.word() == self.purpose);
        Ok(HostLetterRow {
            id: self.id,
            person: PersonId(self.person),
            purpose: purpose.ok_or_else(|| unreadable("what a letter is for"))?,
            home: digest(self.home)?,
            sealed: Sealed::from_stored(self.sealed),
            number: self.number.map(digest).transpose()?,
            code: self.code.map(digest).transpose()?,
            wrong: count(self.wrong)?,
            made_at: moment(self.made_at)?,
            printed_at: some_moment(self.printed_at)?,
            used_at: some_moment(self.used_at)?,
            until: moment(self.until)?,
        })
    }
}

pub(super) async fn next_host_letter(db: &mut Connection) -> Answer<Option<HostLetterRow>> {
    let row = sqlx::query_as!(
        Stored,
        r#"SELECT id AS "id!: Uuid", person AS "person!: Uuid", purpose AS "purpose!", home AS "home!", sealed AS "sealed!", number, code,
                  wrong AS "wrong!", made_at AS "made_at!", printed_at, used_at, until AS "until!"
           FROM host_letter WHERE printed_at IS NULL ORDER BY made_at, id LIMIT 1"#
    )
    .fetch_optional(db)
    .await
    .map_err(failed("host_letter"))?;
    row.map(Stored::row).transpose()
}

pub(super) async fn host_letters_waiting(db: &mut Connection) -> Answer<u32> {
    let number = query_scalar!(r#"SELECT count(*) AS "number!: i64" FROM host_letter WHERE printed_at IS NULL"#)
        .fetch_one(db)
        .await
        .map_err(failed("host_letter"))?;
    count(number)
}

pub(super) async fn host_letter(db: &mut Connection, number: &TokenHash) -> Answer<Option<HostLetterRow>> {
    let row = sqlx::query_as!(
        Stored,
        r#"SELECT id AS "id!: Uuid", person AS "person!: Uuid", purpose AS "purpose!", home AS "home!", sealed AS "sealed!", number, code,
                  wrong AS "wrong!", made_at AS "made_at!", printed_at, used_at, until AS "until!"
           FROM host_letter WHERE number = $1"#,
        &number[..]
    )
    .fetch_optional(db)
    .await
    .map_err(failed("host_letter"))?;
    row.map(Stored::row).transpose()
}

pub(super) async fn host_letters(db: &mut Connection, person: PersonId) -> Answer<Vec<HostLetterRow>> {
    let rows = sqlx::query_as!(
        Stored,
        r#"SELECT id AS "id!: Uuid", person AS "person!: Uuid", purpose AS "purpose!", home AS "home!", sealed AS "sealed!", number, code,
                  wrong AS "wrong!", made_at AS "made_at!", printed_at, used_at, until AS "until!"
           FROM host_letter WHERE person = $1 ORDER BY made_at, id"#,
        person.0
    )
    .fetch_all(db)
    .await
    .map_err(failed("host_letter"))?;
    rows.into_iter().map(Stored::row).collect()
}
