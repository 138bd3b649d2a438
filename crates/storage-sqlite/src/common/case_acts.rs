//! What was said in cases, and the notes that decisions left at addresses.

use super::column::{count, unreadable};
use super::fault::Answer;
use super::trace::add_leaf;
use crate::engine::{Connection, failed};
use doorstep_policy::CaseKind;
use doorstep_register::{CaseId, PersonId};
use doorstep_storage::{BlindIndex, CaseActRow, LeafRow, Sealed};
use sqlx::query;
use uuid::Uuid;

pub(super) async fn append_case_act(db: &mut Connection, row: &CaseActRow, leaf: &LeafRow) -> Answer<()> {
    query!(
        "INSERT INTO case_act (person, case_id, seq, sealed) VALUES ($1, $2, $3, $4)",
        row.person.0,
        row.case.0,
        i64::from(row.seq),
        row.sealed.to_stored(),
    )
    .execute(&mut *db)
    .await
    .map_err(failed("case_act"))?;
    add_leaf(db, leaf).await
}

pub(super) async fn case_acts(db: &mut Connection, owner: PersonId, id: CaseId) -> Answer<Vec<CaseActRow>> {
    let rows =
        query!(r#"SELECT seq AS "seq!", sealed AS "sealed!" FROM case_act WHERE person = $1 AND case_id = $2 ORDER BY seq"#, owner.0, id.0)
            .fetch_all(db)
            .await
            .map_err(failed("case_act"))?;
    rows.into_iter()
        .map(|r| Ok(CaseActRow { person: owner, case: id, seq: count(r.seq)?, sealed: Sealed::from_stored(r.sealed) }))
        .collect()
}

pub(super) async fn mark_home(db: &mut Connection, home: &BlindIndex, mark: Option<(CaseKind, CaseId)>) -> Answer<()> {
    let Some((kind, id)) = mark else {
        query!("DELETE FROM home_mark WHERE home = $1", &home[..]).execute(db).await.map_err(failed("home_mark"))?;
        return Ok(());
    };
    query!(
        "INSERT INTO home_mark (home, kind, case_id) VALUES ($1, $2, $3)
         ON CONFLICT (home) DO UPDATE SET kind = excluded.kind, case_id = excluded.case_id",
        &home[..],
        kind.word(),
        id.0
    )
    .execute(db)
    .await
    .map_err(failed("home_mark"))?;
    Ok(())
}

pub(super) async fn home_mark(db: &mut Connection, home: &BlindIndex) -> Answer<Option<(CaseKind, CaseId)>> {
    let row = query!(r#"SELECT kind AS "kind!", case_id AS "id!: Uuid" FROM home_mark WHERE home = $1"#, &home[..])
        .fetch_optional(db)
        .await
        .map_err(failed("home_mark"))?;
    row.map(|r| Ok((CaseKind::from_word(&r.kind).ok_or_else(|| unreadable("a kind of case"))?, CaseId(r.id)))).transpose()
}
