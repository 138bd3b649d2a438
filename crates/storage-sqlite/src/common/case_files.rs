//! Cases: their rows, and who is heard in them.

use super::column::{count, digest, micros, moment, some_moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_policy::CaseKind;
use doorstep_register::case::Side;
use doorstep_register::{CaseId, Office, PersonId, StaffId};
use doorstep_storage::{CaseMark, CaseRow, CaseStage};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

fn kind(word: &str) -> Answer<CaseKind> {
    CaseKind::from_word(word).ok_or_else(|| unreadable("a kind of case"))
}

fn stage(word: &str) -> Answer<CaseStage> {
    CaseStage::EVERY.into_iter().find(|stage| stage.word() == word).ok_or_else(|| unreadable("a stage of a case"))
}

fn mark(word: Option<String>) -> Answer<Option<CaseMark>> {
    match word.as_deref() {
        None => Ok(None),
        Some("disputed") => Ok(Some(CaseMark::Disputed)),
        Some("under_correction") => Ok(Some(CaseMark::UnderCorrection)),
        Some(_) => Err(unreadable("a mark of a case")),
    }
}

const fn side_word(side: Side) -> &'static str {
    match side {
        Side::Resident => "resident",
        Side::Other => "other",
    }
}

fn side(word: &str) -> Answer<Side> {
    match word {
        "resident" => Ok(Side::Resident),
        "other" => Ok(Side::Other),
        _ => Err(unreadable("a side of a case")),
    }
}

/// The row of a case out of a record of columns.
macro_rules! row {
    ($r:ident) => {
        CaseRow {
            id: CaseId($r.id),
            kind: kind(&$r.kind)?,
            office: Office($r.office),
            stage: stage(&$r.stage)?,
            mark: mark($r.mark)?,
            version: count($r.version)?,
            due_at: moment($r.due_at)?,
            home: $r.home.map(digest).transpose()?,
            assigned_to: $r.assigned_to.map(StaffId),
            second: $r.second.map(StaffId),
            appeal_by: $r.appeal_by.map(StaffId),
            not_for: $r.not_for.map(StaffId),
            opened_at: moment($r.opened_at)?,
            closed_at: some_moment($r.closed_at)?,
        }
    };
}

pub(super) async fn open_case(db: &mut Connection, row: &CaseRow, people: &[(PersonId, Side)]) -> Answer<()> {
    let opened = query!(
        "INSERT INTO case_file
             (id, kind, office, stage, mark, version, due_at, home, assigned_to, second, appeal_by, not_for, opened_at, closed_at, number)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING",
        row.id.0,
        row.kind.word(),
        row.office.0,
        row.stage.word(),
        row.mark.map(CaseMark::word),
        i64::from(row.version),
        micros(row.due_at),
        row.home.as_ref().map(|home| home.to_vec()),
        row.assigned_to.map(|s| s.0),
        row.second.map(|s| s.0),
        row.appeal_by.map(|s| s.0),
        row.not_for.map(|s| s.0),
        micros(row.opened_at),
        row.closed_at.map(micros),
        row.id.number(),
    )
    .execute(&mut *db)
    .await
    .map_err(failed("case_file"))?;
    if opened.rows_affected() == 0 {
        return Fault::conflict("case_file");
    }
    for (person, side) in people {
        add_side(db, row.id, *side, *person).await?;
    }
    Ok(())
}

async fn add_side(db: &mut Connection, id: CaseId, side: Side, person: PersonId) -> Answer<()> {
    query!("INSERT INTO case_person (person, case_id, side) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", person.0, id.0, side_word(side))
        .execute(db)
        .await
        .map_err(failed("case_person"))?;
    Ok(())
}

pub(super) async fn replace_side(db: &mut Connection, id: CaseId, side: Side, person: PersonId) -> Answer<()> {
    query!("DELETE FROM case_person WHERE case_id = $1 AND side = $2", id.0, side_word(side))
        .execute(&mut *db)
        .await
        .map_err(failed("case_person"))?;
    add_side(db, id, side, person).await
}

pub(super) async fn case(db: &mut Connection, id: CaseId) -> Answer<Option<CaseRow>> {
    let row = query!(
        r#"SELECT id AS "id!: Uuid", kind AS "kind!", office AS "office!", stage AS "stage!", mark, version AS "version!", due_at AS "due_at!",
                  home AS "home?", assigned_to AS "assigned_to?: Uuid", second AS "second?: Uuid", appeal_by AS "appeal_by?: Uuid",
                  not_for AS "not_for?: Uuid", opened_at AS "opened_at!", closed_at AS "closed_at?"
           FROM case_file WHERE id = $1"#,
        id.0
    )
    .fetch_optional(db)
    .await
    .map_err(failed("case_file"))?;
    row.map(|r| Ok(row!(r))).transpose()
}

pub(super) async fn cases_numbered(db: &mut Connection, number: &str) -> Answer<Vec<CaseRow>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", kind AS "kind!", office AS "office!", stage AS "stage!", mark, version AS "version!", due_at AS "due_at!",
                  home AS "home?", assigned_to AS "assigned_to?: Uuid", second AS "second?: Uuid", appeal_by AS "appeal_by?: Uuid",
                  not_for AS "not_for?: Uuid", opened_at AS "opened_at!", closed_at AS "closed_at?"
           FROM case_file WHERE number = $1 ORDER BY opened_at DESC, id LIMIT 20"#,
        number
    )
    .fetch_all(db)
    .await
    .map_err(failed("case_file"))?;
    rows.into_iter().map(|r| Ok(row!(r))).collect()
}

pub(super) async fn case_people(db: &mut Connection, id: CaseId) -> Answer<Vec<(PersonId, Side)>> {
    let people =
        query!(r#"SELECT person AS "person!: Uuid", side AS "side!" FROM case_person WHERE case_id = $1 ORDER BY side DESC, person"#, id.0)
            .fetch_all(db)
            .await
            .map_err(failed("case_person"))?;
    people.into_iter().map(|r| Ok((PersonId(r.person), side(&r.side)?))).collect()
}

pub(super) async fn cases_of(db: &mut Connection, person: PersonId) -> Answer<Vec<(CaseRow, Side)>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", kind AS "kind!", office AS "office!", stage AS "stage!", mark, version AS "version!", due_at AS "due_at!",
                  home AS "home?", assigned_to AS "assigned_to?: Uuid", second AS "second?: Uuid", appeal_by AS "appeal_by?: Uuid",
                  not_for AS "not_for?: Uuid", opened_at AS "opened_at!", closed_at AS "closed_at?", side AS "side!"
           FROM case_person JOIN case_file ON case_file.id = case_person.case_id
           WHERE case_person.person = $1 ORDER BY opened_at DESC, id DESC"#,
        person.0
    )
    .fetch_all(db)
    .await
    .map_err(failed("case_file"))?;
    rows.into_iter().map(|r| Ok((row!(r), side(&r.side)?))).collect()
}

pub(super) async fn open_cases_about(db: &mut Connection, person: PersonId, about: CaseKind) -> Answer<Vec<CaseId>> {
    let cases = query_scalar!(
        r#"SELECT case_file.id AS "id!: Uuid" FROM case_person JOIN case_file ON case_file.id = case_person.case_id
           WHERE case_person.person = $1 AND case_file.kind = $2 AND case_file.closed_at IS NULL ORDER BY case_file.opened_at, case_file.id"#,
        person.0,
        about.word()
    )
    .fetch_all(db)
    .await
    .map_err(failed("case_file"))?;
    Ok(cases.into_iter().map(CaseId).collect())
}

pub(super) async fn case_queue(db: &mut Connection, office: &str, staff: StaffId, now: Timestamp, limit: u32) -> Answer<Vec<CaseRow>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", kind AS "kind!", office AS "office!", stage AS "stage!", mark, version AS "version!", due_at AS "due_at!",
                  home AS "home?", assigned_to AS "assigned_to?: Uuid", second AS "second?: Uuid", appeal_by AS "appeal_by?: Uuid",
                  not_for AS "not_for?: Uuid", opened_at AS "opened_at!", closed_at AS "closed_at?"
           FROM case_file
           WHERE office = $1 AND closed_at IS NULL AND (not_for IS NULL OR not_for <> $2)
               AND (assigned_to IS NULL OR assigned_to = $2 OR second = $2 OR (stage = 'drafted' AND (second IS NULL OR due_at <= $3)))
           ORDER BY due_at, id LIMIT $4"#,
        office,
        staff.0,
        micros(now),
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .map_err(failed("case_file"))?;
    rows.into_iter().map(|r| Ok(row!(r))).collect()
}

pub(super) async fn appeal_queue(db: &mut Connection, staff: StaffId, limit: u32) -> Answer<Vec<CaseRow>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", kind AS "kind!", office AS "office!", stage AS "stage!", mark, version AS "version!", due_at AS "due_at!",
                  home AS "home?", assigned_to AS "assigned_to?: Uuid", second AS "second?: Uuid", appeal_by AS "appeal_by?: Uuid",
                  not_for AS "not_for?: Uuid", opened_at AS "opened_at!", closed_at AS "closed_at?"
           FROM case_file WHERE stage = 'appealed' AND (appeal_by IS NULL OR appeal_by = $1) AND (not_for IS NULL OR not_for <> $1)
           ORDER BY due_at, id LIMIT $2"#,
        staff.0,
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .map_err(failed("case_file"))?;
    rows.into_iter().map(|r| Ok(row!(r))).collect()
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

pub(super) async fn take_appeal(db: &mut Connection, id: CaseId, staff: StaffId) -> Answer<()> {
    let taken = query!(
        "UPDATE case_file SET appeal_by = $2
         WHERE id = $1 AND appeal_by IS NULL AND stage = 'appealed' AND (not_for IS NULL OR not_for <> $2)",
        id.0,
        staff.0
    )
    .execute(&mut *db)
    .await
    .map_err(failed("case_file"))?;
    if taken.rows_affected() == 1 { Ok(()) } else { missed(db, id).await }
}

pub(super) async fn put_case(db: &mut Connection, row: &CaseRow) -> Answer<()> {
    let put = query!(
        "UPDATE case_file SET stage = $2, mark = $3, version = $4, due_at = $5, second = $6, appeal_by = $7, closed_at = $8, not_for = $9
         WHERE id = $1 AND version + 1 = $4",
        row.id.0,
        row.stage.word(),
        row.mark.map(CaseMark::word),
        i64::from(row.version),
        micros(row.due_at),
        row.second.map(|s| s.0),
        row.appeal_by.map(|s| s.0),
        row.closed_at.map(micros),
        row.not_for.map(|s| s.0),
    )
    .execute(&mut *db)
    .await
    .map_err(failed("case_file"))?;
    if put.rows_affected() == 1 { Ok(()) } else { missed(db, row.id).await }
}
