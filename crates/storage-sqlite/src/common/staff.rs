//! Members of staff, and the notes about who learned their names.

use super::column::{micros, moment, some_moment};
use super::fault::{Answer, Fault};
use super::sessions::end_staff_sessions;
use super::staff_passkeys::forget_staff_passkeys;
use crate::engine::{Connection, failed};
use doorstep_register::{Office, StaffId, StaffRole};
use doorstep_storage::{BlindIndex, NamedStaff, ResolvedRow, StaffRow};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn put_staff(db: &mut Connection, row: &StaffRow) -> Answer<()> {
    query!(
        "INSERT INTO staff (id, office, role, pseudonym, name, left_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE
         SET office = excluded.office, role = excluded.role, pseudonym = excluded.pseudonym, name = excluded.name, left_at = excluded.left_at",
        row.id.0,
        row.office.0,
        row.role.word(),
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
    let known = row.and_then(|r| r.role.parse().ok().map(|role| (r, role)));
    known
        .map(|(r, role)| {
            let left_at = some_moment(r.left_at)?;
            Ok(StaffRow { id, office: Office(r.office), role, pseudonym: r.pseudonym, name: r.name, left_at })
        })
        .transpose()
}

pub(super) async fn officers(db: &mut Connection, office: &str) -> Answer<Vec<StaffRow>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", pseudonym AS "pseudonym!", name AS "name!" FROM staff
           WHERE office = $1 AND role = 'officer' AND left_at IS NULL ORDER BY pseudonym, id LIMIT 200"#,
        office
    )
    .fetch_all(db)
    .await
    .map_err(failed("staff"))?;
    let row = |id, pseudonym, name| StaffRow {
        id: StaffId(id),
        office: Office(office.to_owned()),
        role: StaffRole::Officer,
        pseudonym,
        name,
        left_at: None,
    };
    Ok(rows.into_iter().map(|r| row(r.id, r.pseudonym, r.name)).collect())
}

pub(super) async fn retire_staff(db: &mut Connection, id: StaffId, at: Timestamp) -> Answer<()> {
    let left = query!("UPDATE staff SET left_at = $2 WHERE id = $1 AND left_at IS NULL", id.0, micros(at))
        .execute(&mut *db)
        .await
        .map_err(failed("staff"))?;
    if left.rows_affected() == 0 {
        return Fault::not_found("staff");
    }
    end_staff_sessions(&mut *db, id).await?;
    query!("DELETE FROM link WHERE staff = $1", id.0).execute(&mut *db).await.map_err(failed("link"))?;
    forget_staff_passkeys(&mut *db, id).await?;
    release_cases(db, id).await
}

/// What somebody who left had in hand is anybody's again.
pub(super) async fn release_cases(db: &mut Connection, id: StaffId) -> Answer<()> {
    let taken = query!("UPDATE case_file SET assigned_to = NULL WHERE assigned_to = $1 AND closed_at IS NULL", id.0);
    taken.execute(&mut *db).await.map_err(failed("case_file"))?;
    let to_confirm = query!("UPDATE case_file SET second = NULL WHERE second = $1 AND closed_at IS NULL", id.0);
    to_confirm.execute(&mut *db).await.map_err(failed("case_file"))?;
    let appeals = query!("UPDATE case_file SET appeal_by = NULL WHERE appeal_by = $1 AND closed_at IS NULL", id.0);
    appeals.execute(db).await.map_err(failed("case_file"))?;
    Ok(())
}

pub(super) async fn readmit_staff(db: &mut Connection, id: StaffId) -> Answer<()> {
    let back =
        query!("UPDATE staff SET left_at = NULL WHERE id = $1 AND left_at IS NOT NULL", id.0).execute(db).await.map_err(failed("staff"))?;
    if back.rows_affected() == 1 { Ok(()) } else { Fault::not_found("staff") }
}

pub(super) async fn staff_of_account(db: &mut Connection, account: &BlindIndex) -> Answer<Option<StaffId>> {
    let id = query_scalar!(r#"SELECT id AS "id!: Uuid" FROM staff WHERE account = $1"#, &account[..])
        .fetch_optional(db)
        .await
        .map_err(failed("staff"))?;
    Ok(id.map(StaffId))
}

pub(super) async fn set_staff_account(db: &mut Connection, id: StaffId, account: &BlindIndex) -> Answer<()> {
    match staff_of_account(db, account).await? {
        Some(whose) if whose == id => return Ok(()),
        Some(_) => return Fault::conflict("staff"),
        None => {}
    }
    let set = query!("UPDATE staff SET account = $2 WHERE id = $1", id.0, &account[..]).execute(db).await.map_err(failed("staff"))?;
    if set.rows_affected() == 1 { Ok(()) } else { Fault::not_found("staff") }
}

pub(super) async fn staff_by_pseudonym(db: &mut Connection, pseudonym: &str) -> Answer<Vec<NamedStaff>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", office AS "office!", name AS "name!", left_at FROM staff WHERE pseudonym = $1 ORDER BY id LIMIT 20"#,
        pseudonym
    )
    .fetch_all(db)
    .await
    .map_err(failed("staff"))?;
    rows.into_iter()
        .map(|r| Ok(NamedStaff { id: StaffId(r.id), office: Office(r.office), name: r.name, left_at: some_moment(r.left_at)? }))
        .collect()
}

pub(super) async fn note_resolved(db: &mut Connection, row: &ResolvedRow) -> Answer<()> {
    query!(
        "INSERT INTO resolved (id, resolved_at, resolved_by, staff, reason, reference) VALUES ($1, $2, $3, $4, $5, $6)",
        row.id,
        micros(row.at),
        row.by.0,
        row.staff.0,
        row.reason,
        row.reference,
    )
    .execute(db)
    .await
    .map_err(failed("resolved"))?;
    Ok(())
}

pub(super) async fn resolved(db: &mut Connection, staff: StaffId, limit: u32) -> Answer<Vec<ResolvedRow>> {
    let rows = query!(
        r#"SELECT id AS "id!: Uuid", resolved_at AS "resolved_at!", resolved_by AS "resolved_by!: Uuid", reason AS "reason!",
                  reference AS "reference!"
           FROM resolved WHERE staff = $1 ORDER BY id DESC LIMIT $2"#,
        staff.0,
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .map_err(failed("resolved"))?;
    rows.into_iter()
        .map(|r| {
            Ok(ResolvedRow {
                id: r.id,
                at: moment(r.resolved_at)?,
                by: StaffId(r.resolved_by),
                staff,
                reason: r.reason,
                reference: r.reference,
            })
        })
        .collect()
}
