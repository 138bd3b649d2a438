//! Passkeys of staff: they sign nobody in, they show that it is they who decide.

use super::column::{digest, micros, moment};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::StaffId;
use doorstep_storage::{StaffPasskeyRow, TokenHash};
use sqlx::query;

pub(super) async fn put_staff_passkey(db: &mut Connection, row: &StaffPasskeyRow) -> Answer<()> {
    let put = query!(
        "INSERT INTO staff_passkey (credential, staff, public_key, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (credential) DO UPDATE SET public_key = excluded.public_key WHERE staff_passkey.staff = excluded.staff",
        &row.credential[..],
        row.staff.0,
        row.key,
        micros(row.created_at),
    )
    .execute(db)
    .await
    .map_err(failed("staff_passkey"))?;
    if put.rows_affected() == 1 { Ok(()) } else { Fault::conflict("staff_passkey") }
}

pub(super) async fn staff_passkeys(db: &mut Connection, staff: StaffId) -> Answer<Vec<StaffPasskeyRow>> {
    let rows = query!(
        r#"SELECT credential AS "credential!", public_key AS "public_key!", created_at AS "created_at!"
           FROM staff_passkey WHERE staff = $1 ORDER BY created_at, credential"#,
        staff.0
    )
    .fetch_all(db)
    .await
    .map_err(failed("staff_passkey"))?;
    rows.into_iter()
        .map(|r| Ok(StaffPasskeyRow { staff, credential: digest(r.credential)?, key: r.public_key, created_at: moment(r.created_at)? }))
        .collect()
}

pub(super) async fn delete_staff_passkey(db: &mut Connection, staff: StaffId, credential: &TokenHash) -> Answer<()> {
    let gone = query!("DELETE FROM staff_passkey WHERE credential = $1 AND staff = $2", &credential[..], staff.0)
        .execute(db)
        .await
        .map_err(failed("staff_passkey"))?;
    if gone.rows_affected() == 1 { Ok(()) } else { Fault::not_found("staff_passkey") }
}

pub(super) async fn forget_staff_passkeys(db: &mut Connection, staff: StaffId) -> Answer<u64> {
    let gone = query!("DELETE FROM staff_passkey WHERE staff = $1", staff.0).execute(db).await.map_err(failed("staff_passkey"))?;
    Ok(gone.rows_affected())
}
