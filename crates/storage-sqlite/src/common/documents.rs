//! Blind indexes of documents, and the documents added as evidence.

use super::column::{micros, moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_policy::{FindGrant, Identifier};
use doorstep_register::{EvidenceId, PersonId};
use doorstep_storage::{BlindIndex, EvidenceRow, Sealed};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn put_document(db: &mut Connection, person: PersonId, index: Option<&BlindIndex>) -> Answer<()> {
    match index {
        Some(index) => {
            query!(
                "INSERT INTO document_index (person, digest) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET digest = excluded.digest",
                person.0,
                &index[..]
            )
            .execute(db)
            .await
        }
        None => query!("DELETE FROM document_index WHERE person = $1", person.0).execute(db).await,
    }
    .map_err(failed("document_index"))?;
    Ok(())
}

pub(super) async fn same_document(db: &mut Connection, grant: &FindGrant, but: PersonId, now: Timestamp) -> Answer<Vec<PersonId>> {
    let Some(index) = grant.value(Identifier::Document, now) else { return Fault::not_found("document_index") };
    let people = query_scalar!(
        r#"SELECT person AS "person!: Uuid" FROM document_index WHERE digest = $1 AND person <> $2 ORDER BY person LIMIT 20"#,
        &index[..],
        but.0
    )
    .fetch_all(db)
    .await
    .map_err(failed("document_index"))?;
    Ok(people.into_iter().map(PersonId).collect())
}

pub(super) async fn add_evidence(db: &mut Connection, row: &EvidenceRow) -> Answer<()> {
    let added = query!(
        "INSERT INTO evidence (person, id, sealed, created_at, named_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        row.person.0,
        row.id.0,
        row.sealed.to_stored(),
        micros(row.created_at),
        row.named_at.map(micros),
    )
    .execute(db)
    .await
    .map_err(failed("evidence"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("evidence") }
}

pub(super) async fn evidence(db: &mut Connection, person: PersonId, id: EvidenceId) -> Answer<Option<EvidenceRow>> {
    let row = query!(
        r#"SELECT sealed AS "sealed!", created_at AS "created_at!", named_at FROM evidence WHERE person = $1 AND id = $2"#,
        person.0,
        id.0
    )
    .fetch_optional(db)
    .await
    .map_err(failed("evidence"))?;
    row.map(|r| {
        let named_at = r.named_at.map(moment).transpose()?;
        Ok(EvidenceRow { person, id, sealed: Sealed::from_stored(r.sealed), created_at: moment(r.created_at)?, named_at })
    })
    .transpose()
}

pub(super) async fn name_evidence(db: &mut Connection, person: PersonId, id: EvidenceId, at: Timestamp) -> Answer<()> {
    let named = query!("UPDATE evidence SET named_at = $3 WHERE person = $1 AND id = $2", person.0, id.0, micros(at))
        .execute(db)
        .await
        .map_err(failed("evidence"))?;
    if named.rows_affected() == 1 { Ok(()) } else { Fault::not_found("evidence") }
}

pub(super) async fn evidence_count(db: &mut Connection, person: PersonId) -> Answer<u32> {
    let number = query_scalar!(r#"SELECT count(*) AS "number!: i64" FROM evidence WHERE person = $1"#, person.0)
        .fetch_one(db)
        .await
        .map_err(failed("evidence"))?;
    u32::try_from(number).map_err(|_| unreadable("a count"))
}

pub(super) async fn delete_evidence(db: &mut Connection, person: PersonId, id: EvidenceId) -> Answer<()> {
    query!("DELETE FROM evidence WHERE person = $1 AND id = $2", person.0, id.0).execute(db).await.map_err(failed("evidence"))?;
    Ok(())
}
