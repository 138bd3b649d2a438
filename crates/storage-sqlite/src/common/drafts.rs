//! Answers kept between two pages.

use super::column::{count, micros, moment};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{DraftRow, Sealed};
use jiff::Timestamp;
use sqlx::query;

pub(super) async fn draft(db: &mut Connection, person: PersonId, journey: &str) -> Answer<Option<DraftRow>> {
    let row = query!(
        r#"SELECT version AS "version!", sealed AS "sealed!", saved_at AS "saved_at!" FROM draft WHERE person = $1 AND journey = $2"#,
        person.0,
        journey
    )
    .fetch_optional(db)
    .await
    .map_err(failed("draft"))?;
    row.map(|r| {
        Ok(DraftRow {
            person,
            journey: journey.to_owned(),
            version: count(r.version)?,
            sealed: Sealed::from_stored(r.sealed),
            saved_at: moment(r.saved_at)?,
        })
    })
    .transpose()
}

pub(super) async fn put_draft(db: &mut Connection, row: &DraftRow) -> Answer<()> {
    let (version, saved_at) = (i64::from(row.version), micros(row.saved_at));
    let saved = if row.version == 1 {
        query!(
            "INSERT INTO draft (person, journey, version, sealed, saved_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            row.person.0,
            row.journey,
            version,
            row.sealed.to_stored(),
            saved_at,
        )
        .execute(db)
        .await
    } else {
        query!(
            "UPDATE draft SET version = $3, sealed = $4, saved_at = $5 WHERE person = $1 AND journey = $2 AND version + 1 = $3",
            row.person.0,
            row.journey,
            version,
            row.sealed.to_stored(),
            saved_at,
        )
        .execute(db)
        .await
    };
    if saved.map_err(failed("draft"))?.rows_affected() == 1 { Ok(()) } else { Fault::conflict("draft") }
}

pub(super) async fn delete_draft(db: &mut Connection, person: PersonId, journey: &str) -> Answer<()> {
    query!("DELETE FROM draft WHERE person = $1 AND journey = $2", person.0, journey).execute(db).await.map_err(failed("draft"))?;
    Ok(())
}

pub(super) async fn delete_abandoned(db: &mut Connection, before: Timestamp) -> Answer<u64> {
    let before = micros(before);
    let drafts = query!("DELETE FROM draft WHERE saved_at < $1", before).execute(&mut *db).await.map_err(failed("draft"))?;
    // A photo waits for as long as the answers that it belongs to.
    let documents = query!(
        "DELETE FROM evidence WHERE named_at IS NULL AND created_at < $1
            AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.person = evidence.person)",
        before
    )
    .execute(&mut *db)
    .await
    .map_err(failed("evidence"))?;
    let jobs = query!("DELETE FROM job WHERE done_at < $1", before).execute(&mut *db).await.map_err(failed("job"))?;
    let openings =
        query!("DELETE FROM desk_opening WHERE opened_at < $1", before).execute(&mut *db).await.map_err(failed("desk_opening"))?;
    let people = query!(
        "DELETE FROM person WHERE version = 0 AND empty_since < $1
            AND NOT EXISTS (SELECT 1 FROM session WHERE session.person = person.id)
            AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.person = person.id)
            AND NOT EXISTS (SELECT 1 FROM code WHERE code.person = person.id)
            AND NOT EXISTS (SELECT 1 FROM passkey WHERE passkey.person = person.id)
            AND NOT EXISTS (SELECT 1 FROM email_index WHERE email_index.person = person.id)
            AND NOT EXISTS (SELECT 1 FROM home WHERE home.host = person.id)
            AND NOT EXISTS (SELECT 1 FROM case_person WHERE case_person.person = person.id)",
        before
    )
    .execute(db)
    .await
    .map_err(failed("person"))?;
    Ok([drafts, documents, jobs, openings, people].iter().map(|done| done.rows_affected()).sum())
}
