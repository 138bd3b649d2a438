//! Acts, and the registration in force that follows from them.

use super::column::{count, digest};
use super::entry::{Entry, all_entered};
use super::fault::{Answer, Fault};
use crate::engine::{self, Connection, failed};
use doorstep_policy::HomeGrant;
use doorstep_register::PersonId;
use doorstep_storage::{ActRow, LeafRow, ResidenceRow, Sealed};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn append_acts(db: &mut Connection, rows: &[(ActRow, LeafRow)]) -> Answer<()> {
    let entries: Vec<_> = rows.iter().map(|(act, leaf)| Entry::new(act.person, act.seq, &act.sealed, leaf)).collect();
    let entered = engine::enter_acts(&mut *db, &entries).await?;
    all_entered(db, "act", &entries, entered).await
}

pub(super) async fn acts(db: &mut Connection, person: PersonId) -> Answer<Vec<ActRow>> {
    let rows = query!(r#"SELECT seq AS "seq!", sealed AS "sealed!" FROM act WHERE person = $1 ORDER BY seq"#, person.0)
        .fetch_all(db)
        .await
        .map_err(failed("act"))?;
    rows.into_iter().map(|r| Ok(ActRow { person, seq: count(r.seq)?, sealed: Sealed::from_stored(r.sealed) })).collect()
}

pub(super) async fn put_residence(db: &mut Connection, row: &ResidenceRow) -> Answer<()> {
    query!(
        "INSERT INTO residence (person, home, sealed, flat, house) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person) DO UPDATE SET home = excluded.home, sealed = excluded.sealed, flat = excluded.flat, house = excluded.house",
        row.person.0,
        row.home.as_ref().map(|home| &home[..]),
        row.sealed.to_stored(),
        row.flat.as_ref().map(|flat| &flat[..]),
        row.house.as_ref().map(|house| &house[..]),
    )
    .execute(db)
    .await
    .map_err(failed("residence"))?;
    Ok(())
}

pub(super) async fn clear_residence(db: &mut Connection, person: PersonId) -> Answer<()> {
    query!("DELETE FROM residence WHERE person = $1", person.0).execute(db).await.map_err(failed("residence"))?;
    Ok(())
}

pub(super) async fn residence(db: &mut Connection, person: PersonId) -> Answer<Option<ResidenceRow>> {
    let row = query!(r#"SELECT home, flat, house, sealed AS "sealed!" FROM residence WHERE person = $1"#, person.0)
        .fetch_optional(db)
        .await
        .map_err(failed("residence"))?;
    row.map(|r| {
        let index = |stored: Option<Vec<u8>>| stored.map(digest).transpose();
        let sealed = Sealed::from_stored(r.sealed);
        Ok(ResidenceRow { person, home: index(r.home)?, flat: index(r.flat)?, house: index(r.house)?, sealed })
    })
    .transpose()
}

pub(super) async fn residents(db: &mut Connection, grant: &HomeGrant, now: Timestamp) -> Answer<Vec<PersonId>> {
    if now > grant.until() {
        return Fault::not_found("residence");
    }
    let people =
        query_scalar!(r#"SELECT person AS "person!: Uuid" FROM residence WHERE home = $1 ORDER BY person LIMIT 500"#, &grant.home()[..])
            .fetch_all(db)
            .await
            .map_err(failed("residence"))?;
    Ok(people.into_iter().map(PersonId).collect())
}

pub(super) async fn residents_within(db: &mut Connection, grant: &HomeGrant, now: Timestamp) -> Answer<Vec<PersonId>> {
    if now > grant.until() {
        return Fault::not_found("residence");
    }
    let people = query_scalar!(
        r#"SELECT person AS "person!: Uuid" FROM residence WHERE home = $1 OR flat = $1 OR house = $1 ORDER BY person LIMIT 500"#,
        &grant.home()[..]
    )
    .fetch_all(db)
    .await
    .map_err(failed("residence"))?;
    Ok(people.into_iter().map(PersonId).collect())
}
