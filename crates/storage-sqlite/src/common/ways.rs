//! The ways of messages: where each one went, and what proves it.

use super::column::{digest, micros, some_moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_policy::{FindGrant, Identifier};
use doorstep_register::case::Channel;
use doorstep_register::{PersonId, StaffId};
use doorstep_storage::{Sealed, WayNote, WayRow};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

fn channel(text: &str) -> Answer<Channel> {
    Channel::EVERY.into_iter().find(|channel| channel.word() == text).ok_or_else(|| unreadable("a way of a message"))
}

pub(super) async fn add_way(db: &mut Connection, row: &WayRow) -> Answer<()> {
    let added = query!(
        "INSERT INTO message_way (person, message, channel, code, sent_at, proved_at, came_back_at, noted_by, trouble)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
        row.person.0,
        row.message,
        row.channel.word(),
        row.code.as_ref().map(|code| &code[..]),
        row.sent_at.map(micros),
        row.proved_at.map(micros),
        row.came_back_at.map(micros),
        row.noted_by.map(|staff| staff.0),
        row.trouble,
    )
    .execute(db)
    .await
    .map_err(failed("message_way"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("message_way") }
}

pub(super) async fn ways(db: &mut Connection, person: PersonId, message: Uuid) -> Answer<Vec<WayRow>> {
    let rows = query!(
        r#"SELECT channel AS "channel!", code AS "code?", sent_at AS "sent_at?", proved_at AS "proved_at?",
                  came_back_at AS "came_back_at?", noted_by AS "noted_by?: Uuid", trouble AS "trouble?"
           FROM message_way WHERE person = $1 AND message = $2 ORDER BY channel"#,
        person.0,
        message
    )
    .fetch_all(db)
    .await
    .map_err(failed("message_way"))?;
    rows.into_iter()
        .map(|r| {
            Ok(WayRow {
                person,
                message,
                channel: channel(&r.channel)?,
                code: r.code.map(digest).transpose()?,
                sent_at: some_moment(r.sent_at)?,
                proved_at: some_moment(r.proved_at)?,
                came_back_at: some_moment(r.came_back_at)?,
                noted_by: r.noted_by.map(StaffId),
                trouble: r.trouble,
            })
        })
        .collect()
}

pub(super) async fn unopened(db: &mut Connection, person: PersonId, now: Timestamp, limit: u32) -> Answer<Vec<Uuid>> {
    query_scalar!(
        r#"SELECT w.message AS "message!: Uuid"
           FROM message_way w JOIN message m ON m.person = w.person AND m.id = w.message
           WHERE w.person = $1 AND w.channel = 'inbox' AND w.proved_at IS NULL AND m.created_at <= $2
           ORDER BY m.created_at DESC, m.id DESC LIMIT $3"#,
        person.0,
        micros(now),
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .map_err(failed("message_way"))
}

pub(super) async fn way_sent(
    db: &mut Connection,
    person: PersonId,
    message: Uuid,
    channel: Channel,
    at: Timestamp,
    ticket: Option<&Sealed>,
) -> Answer<()> {
    let sent = query!(
        "UPDATE message_way SET sent_at = $4, ticket = $5, trouble = NULL, held_by = NULL, held_until = NULL
         WHERE person = $1 AND message = $2 AND channel = $3",
        person.0,
        message,
        channel.word(),
        micros(at),
        ticket.map(Sealed::to_stored)
    )
    .execute(db)
    .await
    .map_err(failed("message_way"))?;
    if sent.rows_affected() == 1 { Ok(()) } else { Fault::not_found("message_way") }
}

pub(super) async fn way_ticket(db: &mut Connection, person: PersonId, message: Uuid, channel: Channel) -> Answer<Option<Sealed>> {
    let ticket = query_scalar!(
        r#"SELECT ticket AS "ticket?" FROM message_way WHERE person = $1 AND message = $2 AND channel = $3"#,
        person.0,
        message,
        channel.word()
    )
    .fetch_optional(db)
    .await
    .map_err(failed("message_way"))?;
    Ok(ticket.flatten().map(Sealed::from_stored))
}

/// Whether a way that an update did not touch is there.
async fn known(db: &mut Connection, person: PersonId, message: Uuid, channel: Channel) -> Answer<bool> {
    let known = query_scalar!(
        r#"SELECT channel AS "channel!" FROM message_way WHERE person = $1 AND message = $2 AND channel = $3"#,
        person.0,
        message,
        channel.word()
    )
    .fetch_optional(db)
    .await
    .map_err(failed("message_way"))?;
    if known.is_some() { Ok(false) } else { Fault::not_found("message_way") }
}

pub(super) async fn prove_way(db: &mut Connection, person: PersonId, message: Uuid, channel: Channel, note: &WayNote<'_>) -> Answer<bool> {
    let proved = query!(
        "UPDATE message_way SET proved_at = $4, noted_by = $5, trouble = NULL
         WHERE person = $1 AND message = $2 AND channel = $3 AND proved_at IS NULL AND came_back_at IS NULL",
        person.0,
        message,
        channel.word(),
        micros(note.at),
        note.by.map(|staff| staff.0)
    )
    .execute(&mut *db)
    .await
    .map_err(failed("message_way"))?;
    if proved.rows_affected() == 1 { Ok(true) } else { known(db, person, message, channel).await }
}

pub(super) async fn return_way(db: &mut Connection, person: PersonId, message: Uuid, channel: Channel, note: &WayNote<'_>) -> Answer<bool> {
    let returned = query!(
        "UPDATE message_way SET came_back_at = $4, proved_at = NULL, noted_by = $5, trouble = $6, held_by = NULL, held_until = NULL
         WHERE person = $1 AND message = $2 AND channel = $3 AND came_back_at IS NULL",
        person.0,
        message,
        channel.word(),
        micros(note.at),
        note.by.map(|staff| staff.0),
        note.trouble
    )
    .execute(&mut *db)
    .await
    .map_err(failed("message_way"))?;
    if returned.rows_affected() == 1 { Ok(true) } else { known(db, person, message, channel).await }
}

pub(super) async fn way_by_code(db: &mut Connection, grant: &FindGrant, now: Timestamp) -> Answer<Option<(PersonId, Uuid, Channel)>> {
    let Some(code) = grant.value(Identifier::Message, now) else { return Fault::not_found("message_way") };
    let row = query!(
        r#"SELECT person AS "person!: Uuid", message AS "message!: Uuid", channel AS "channel!" FROM message_way WHERE code = $1"#,
        &code[..]
    )
    .fetch_optional(db)
    .await
    .map_err(failed("message_way"))?;
    row.map(|r| Ok((PersonId(r.person), r.message, channel(&r.channel)?))).transpose()
}

pub(super) async fn letters_to_print(db: &mut Connection, now: Timestamp) -> Answer<u64> {
    let count = query_scalar!(
        r#"SELECT COUNT(*) AS "count!: i64" FROM message_way w JOIN message m ON m.person = w.person AND m.id = w.message
           WHERE w.channel = 'letter' AND w.sent_at IS NULL AND w.came_back_at IS NULL AND m.created_at <= $1"#,
        micros(now)
    )
    .fetch_one(db)
    .await
    .map_err(failed("message_way"))?;
    Ok(count.unsigned_abs())
}

pub(super) async fn hold_letter(db: &mut Connection, clerk: StaffId, now: Timestamp, until: Timestamp) -> Answer<Option<(PersonId, Uuid)>> {
    if let Some((person, message)) = held_letter(&mut *db, clerk, now).await? {
        query!(
            "UPDATE message_way SET held_until = $4 WHERE person = $1 AND message = $2 AND channel = 'letter' AND held_by = $3",
            person.0,
            message,
            clerk.0,
            micros(until)
        )
        .execute(db)
        .await
        .map_err(failed("message_way"))?;
        return Ok(Some((person, message)));
    }
    let next = query!(
        r#"SELECT w.person AS "person!: Uuid", w.message AS "message!: Uuid"
           FROM message_way w JOIN message m ON m.person = w.person AND m.id = w.message
           WHERE w.channel = 'letter' AND w.sent_at IS NULL AND w.came_back_at IS NULL AND m.created_at <= $1
             AND (w.held_until IS NULL OR w.held_until <= $1)
           ORDER BY m.created_at, w.message LIMIT 1"#,
        micros(now)
    )
    .fetch_optional(&mut *db)
    .await
    .map_err(failed("message_way"))?;
    let Some(next) = next else { return Ok(None) };
    query!(
        "UPDATE message_way SET held_by = $3, held_until = $4 WHERE person = $1 AND message = $2 AND channel = 'letter'",
        next.person,
        next.message,
        clerk.0,
        micros(until)
    )
    .execute(db)
    .await
    .map_err(failed("message_way"))?;
    Ok(Some((PersonId(next.person), next.message)))
}

pub(super) async fn held_letter(db: &mut Connection, clerk: StaffId, now: Timestamp) -> Answer<Option<(PersonId, Uuid)>> {
    let held = query!(
        r#"SELECT person AS "person!: Uuid", message AS "message!: Uuid" FROM message_way
           WHERE channel = 'letter' AND sent_at IS NULL AND came_back_at IS NULL AND held_by = $1 AND held_until > $2
           ORDER BY message LIMIT 1"#,
        clerk.0,
        micros(now)
    )
    .fetch_optional(db)
    .await
    .map_err(failed("message_way"))?;
    Ok(held.map(|r| (PersonId(r.person), r.message)))
}

pub(super) async fn drop_letter(db: &mut Connection, clerk: StaffId) -> Answer<()> {
    query!(
        "UPDATE message_way SET held_by = NULL, held_until = NULL WHERE channel = 'letter' AND sent_at IS NULL AND came_back_at IS NULL AND held_by = $1",
        clerk.0
    )
    .execute(db)
    .await
    .map_err(failed("message_way"))?;
    Ok(())
}
