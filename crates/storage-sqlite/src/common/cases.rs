//! Cases.

use super::column::{micros, moment, some_moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_policy::CaseKind;
use doorstep_register::{CaseId, Office, PersonId, StaffId};
use doorstep_storage::CaseRow;
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

fn word(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::PossibleDuplicate => "possible_duplicate",
        CaseKind::UnlistedAddress => "unlisted_address",
        CaseKind::LateReason => "late_reason",
        CaseKind::LookQuestion => "look_question",
    }
}

fn kind(word: &str) -> Answer<CaseKind> {
    match word {
        "possible_duplicate" => Ok(CaseKind::PossibleDuplicate),
        "unlisted_address" => Ok(CaseKind::UnlistedAddress),
        "late_reason" => Ok(CaseKind::LateReason),
        "look_question" => Ok(CaseKind::LookQuestion),
        _ => Err(unreadable("a kind of case")),
    }
}

pub(super) async fn open_case(db: &mut Connection, row: &CaseRow, people: &[PersonId]) -> Answer<()> {
    let opened = query!(
        "INSERT INTO case_file (id, kind, office, assigned_to, not_for, opened_at, closed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT DO NOTHING",
        row.id.0,
        word(row.kind),
        row.office.0,
        row.assigned_to.map(|s| s.0),
        row.not_for.map(|s| s.0),
        micros(row.opened_at),
        row.closed_at.map(micros),
    )
    .execute(&mut *db)
    .await
    .map_err(failed("case_file"))?;
    if opened.rows_affected() == 0 {
        return Fault::conflict("case_file");
    }
    for person in people {
        query!("INSERT INTO case_person (person, case_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", person.0, row.id.0)
            .execute(&mut *db)
            .await
            .map_err(failed("case_person"))?;
    }
    Ok(())
}

pub(super) async fn case(db: &mut Connection, id: CaseId) -> Answer<Option<CaseRow>> {
    let row = query!(
        r#"SELECT kind AS "kind!", office AS "office!", assigned_to AS "assigned_to?: Uuid", not_for AS "not_for?: Uuid",
                  opened_at AS "opened_at!", closed_at AS "closed_at?"
           FROM case_file WHERE id = $1"#,
        id.0
    )
    .fetch_optional(db)
    .await
    .map_err(failed("case_file"))?;
    row.map(|r| {
        Ok(CaseRow {
            id,
            kind: kind(&r.kind)?,
            office: Office(r.office),
            assigned_to: r.assigned_to.map(StaffId),
            not_for: r.not_for.map(StaffId),
            opened_at: moment(r.opened_at)?,
            closed_at: some_moment(r.closed_at)?,
        })
    })
    .transpose()
}

pub(super) async fn case_people(db: &mut Connection, id: CaseId) -> Answer<Vec<PersonId>> {
    let people = query_scalar!(r#"SELECT person AS "person!: Uuid" FROM case_person WHERE case_id = $1 ORDER BY person"#, id.0)
        .fetch_all(db)
        .await
        .map_err(failed("case_person"))?;
    Ok(people.into_iter().map(PersonId).collect())
}

pub(super) async fn open_cases_about(db: &mut Connection, person: PersonId, about: CaseKind) -> Answer<Vec<CaseId>> {
    let cases = query_scalar!(
        r#"SELECT case_file.id AS "id!: Uuid" FROM case_person JOIN case_file ON case_file.id = case_person.case_id
           WHERE case_person.person = $1 AND case_file.kind = $2 AND case_file.closed_at IS NULL ORDER BY case_file.opened_at, case_file.id"#,
        person.0,
        word(about)
    )
    .fetch_all(db)
    .await
    .map_err(failed("case_file"))?;
    Ok(cases.into_iter().map(CaseId).collect())
}

pub(super) async fn case_queue(db: &mut Connection, office: &str, staff: StaffId, limit: u32) -> Answer<Vec<CaseRow>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", kind AS "kind!", assigned_to AS "assigned_to?: Uuid", not_for AS "not_for?: Uuid", opened_at AS "opened_at!"
           FROM case_file WHERE office = $1 AND closed_at IS NULL AND (assigned_to IS NULL OR assigned_to = $2)
               AND (not_for IS NULL OR not_for <> $2)
           ORDER BY opened_at, id LIMIT $3"#,
        office,
        staff.0,
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .map_err(failed("case_file"))?;
    rows.into_iter()
        .map(|r| {
            Ok(CaseRow {
                id: CaseId(r.id),
                kind: kind(&r.kind)?,
                office: Office(office.to_owned()),
                assigned_to: r.assigned_to.map(StaffId),
                not_for: r.not_for.map(StaffId),
                opened_at: moment(r.opened_at)?,
                closed_at: None,
            })
        })
        .collect()
}

async fn missed(db: &mut Connection, id: CaseId) -> Answer<()> {
    match case(db, id).await? {
        Some(_) => Fault::conflict("case_file"),
        None => Fault::not_found("case_file"),
    }
}

pub(super) async fn take_case(db: &mut Connection, id: CaseId, staff: StaffId) -> Answer<()> {
    let taken = query!(
        "UPDATE case_file SET assigned_to = $2
         WHERE id = $1 AND assigned_to IS NULL AND closed_at IS NULL AND (not_for IS NULL OR not_for <> $2)",
        id.0,
        staff.0
    )
    .execute(&mut *db)
    .await
    .map_err(failed("case_file"))?;
    if taken.rows_affected() == 1 { Ok(()) } else { missed(db, id).await }
}

pub(super) async fn release_cases(db: &mut Connection, staff: StaffId) -> Answer<u64> {
    let released = query!("UPDATE case_file SET assigned_to = NULL WHERE assigned_to = $1 AND closed_at IS NULL", staff.0)
        .execute(db)
        .await
        .map_err(failed("case_file"))?;
    Ok(released.rows_affected())
}

pub(super) async fn close_case(db: &mut Connection, id: CaseId, at: Timestamp) -> Answer<()> {
    let closed = query!("UPDATE case_file SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL", id.0, micros(at))
        .execute(&mut *db)
        .await
        .map_err(failed("case_file"))?;
    if closed.rows_affected() == 1 { Ok(()) } else { missed(db, id).await }
}
