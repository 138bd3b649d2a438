//! Receipts behind links.

use super::column::{digest, micros, moment};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::PersonId;
use doorstep_storage::{ReceiptRow, Sealed, TokenHash};
use sqlx::query;
use uuid::Uuid;

pub(super) async fn add_receipt(db: &mut Connection, row: &ReceiptRow) -> Answer<()> {
    let added = query!(
        "INSERT INTO receipt (id, person, issued_at, sealed, link) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        &row.id[..],
        row.person.0,
        micros(row.issued_at),
        row.sealed.to_stored(),
        row.link.to_stored(),
    )
    .execute(db)
    .await
    .map_err(failed("receipt"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("receipt") }
}

pub(super) async fn receipt(db: &mut Connection, id: &TokenHash) -> Answer<Option<ReceiptRow>> {
    let row = query!(
        r#"SELECT person AS "person!: Uuid", issued_at AS "issued_at!", sealed AS "sealed!", link AS "link!" FROM receipt WHERE id = $1"#,
        &id[..]
    )
    .fetch_optional(db)
    .await
    .map_err(failed("receipt"))?;
    row.map(|r| {
        Ok(ReceiptRow {
            id: *id,
            person: PersonId(r.person),
            issued_at: moment(r.issued_at)?,
            sealed: Sealed::from_stored(r.sealed),
            link: Sealed::from_stored(r.link),
        })
    })
    .transpose()
}

pub(super) async fn receipts(db: &mut Connection, person: PersonId) -> Answer<Vec<ReceiptRow>> {
    let rows = query!(
        r#"SELECT id AS "id!", issued_at AS "issued_at!", sealed AS "sealed!", link AS "link!"
           FROM receipt WHERE person = $1 ORDER BY issued_at DESC, id"#,
        person.0
    )
    .fetch_all(db)
    .await
    .map_err(failed("receipt"))?;
    rows.into_iter()
        .map(|r| {
            Ok(ReceiptRow {
                id: digest(r.id)?,
                person,
                issued_at: moment(r.issued_at)?,
                sealed: Sealed::from_stored(r.sealed),
                link: Sealed::from_stored(r.link),
            })
        })
        .collect()
}
