//! Members of staff.

use super::column::{micros, some_moment};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::{Office, StaffId};
use doorstep_storage::StaffRow;
use jiff::Timestamp;
use sqlx::query;
use uuid::Uuid;

pub(super) async fn put_staff(db: &mut Connection, row: &StaffRow) -> Answer<()> {
    query!(
        "INSERT INTO staff (id, office, role, pseudonym, name, left_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE
         SET office = excluded.office, role = excluded.role, pseudonym = excluded.pseudonym, name = excluded.name, left_at = excluded.left_at",
        row.id.0,
        row.office.0,
        row.role,
        row.pseudonym,
        row.name,
        row.left_at.map(micros),
    )
    .execute(db)
    .await
    .map_err(failed("staff"))?;
    Ok(())
}

pub(super) async fn staff(db: &mut Connection, id: StaffId) -> Answer<Option<StaffRow>> {
    let row = query!(
        r#"SELECT office AS "office!", role AS "role!", pseudonym AS "pseudonym!", name AS "name!", left_at FROM staff WHERE id = $1"#,
        id.0
    )
    .fetch_optional(db)
    .await
    .map_err(failed("staff"))?;
    row.map(|r| {
        let left_at = some_moment(r.left_at)?;
        Ok(StaffRow { id, office: Office(r.office), role: r.role, pseudonym: r.pseudonym, name: r.name, left_at })
    })
    .transpose()
}

pub(super) async fn officers(db: &mut Connection, office: &str) -> Answer<Vec<StaffRow>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", role AS "role!", pseudonym AS "pseudonym!", name AS "name!" FROM staff
           WHERE office = $1 AND role = 'officer' AND left_at IS NULL ORDER BY pseudonym, id LIMIT 200"#,
        office
    )
    .fetch_all(db)
    .await
    .map_err(failed("staff"))?;
    let row =
        |id, role, pseudonym, name| StaffRow { id: StaffId(id), office: Office(office.to_owned()), role, pseudonym, name, left_at: None };
    Ok(rows.into_iter().map(|r| row(r.id, r.role, r.pseudonym, r.name)).collect())
}

pub(super) async fn retire_staff(db: &mut Connection, id: StaffId, at: Timestamp) -> Answer<()> {
    let left = query!("UPDATE staff SET left_at = $2 WHERE id = $1 AND left_at IS NULL", id.0, micros(at))
        .execute(&mut *db)
        .await
        .map_err(failed("staff"))?;
    if left.rows_affected() == 0 {
        return Fault::not_found("staff");
    }
    query!("DELETE FROM session WHERE staff = $1", id.0).execute(&mut *db).await.map_err(failed("session"))?;
    query!("DELETE FROM link WHERE staff = $1", id.0).execute(&mut *db).await.map_err(failed("link"))?;
    for_others(db, id).await?;
    Ok(())
}

/// What somebody who left had in hand is anybody's again.
async fn for_others(db: &mut Connection, id: StaffId) -> Answer<()> {
    let taken = query!("UPDATE case_file SET assigned_to = NULL WHERE assigned_to = $1 AND closed_at IS NULL", id.0);
    taken.execute(&mut *db).await.map_err(failed("case_file"))?;
    let to_confirm = query!("UPDATE case_file SET second = NULL WHERE second = $1 AND closed_at IS NULL", id.0);
    to_confirm.execute(&mut *db).await.map_err(failed("case_file"))?;
    let appeals = query!("UPDATE case_file SET appeal_by = NULL WHERE appeal_by = $1 AND closed_at IS NULL", id.0);
    appeals.execute(db).await.map_err(failed("case_file"))?;
    Ok(())
}
