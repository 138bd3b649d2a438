//! Hosts and their homes.

use super::column::{digest, micros, moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_policy::{FindGrant, Identifier};
use doorstep_register::{PersonId, StaffId};
use doorstep_storage::{BlindIndex, HomeProof, HomeRow, Sealed};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn put_home(db: &mut Connection, row: &HomeRow) -> Answer<()> {
    query!(
        "INSERT INTO home (host, home, sealed, proof, helped_by, shown_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (host, home) DO UPDATE
         SET sealed = excluded.sealed, proof = excluded.proof, helped_by = excluded.helped_by, shown_at = excluded.shown_at",
        row.host.0,
        &row.home[..],
        row.sealed.to_stored(),
        row.proof.word(),
        row.helped_by.map(|staff| staff.0),
        micros(row.shown_at),
    )
    .execute(db)
    .await
    .map_err(failed("home"))?;
    Ok(())
}

fn proof(word: &str) -> Answer<HomeProof> {
    [HomeProof::Letter, HomeProof::Extract].into_iter().find(|proof| proof.word() == word).ok_or_else(|| unreadable("how a home was shown"))
}

pub(super) async fn homes(db: &mut Connection, host: PersonId) -> Answer<Vec<HomeRow>> {
    let rows = query!(
        r#"SELECT home AS "home!", sealed AS "sealed!", proof AS "proof!", helped_by AS "helped_by?: Uuid", shown_at AS "shown_at!"
           FROM home WHERE host = $1 ORDER BY home"#,
        host.0
    )
    .fetch_all(db)
    .await
    .map_err(failed("home"))?;
    rows.into_iter()
        .map(|r| {
            Ok(HomeRow {
                host,
                home: digest(r.home)?,
                sealed: Sealed::from_stored(r.sealed),
                proof: proof(&r.proof)?,
                helped_by: r.helped_by.map(StaffId),
                shown_at: moment(r.shown_at)?,
            })
        })
        .collect()
}

pub(super) async fn hosts(db: &mut Connection, grant: &FindGrant, now: Timestamp) -> Answer<Vec<PersonId>> {
    let Some(home) = grant.value(Identifier::Home, now) else { return Fault::not_found("home") };
    let hosts = query_scalar!(r#"SELECT host AS "host!: Uuid" FROM home WHERE home = $1 ORDER BY shown_at DESC, host LIMIT 20"#, &home[..])
        .fetch_all(db)
        .await
        .map_err(failed("home"))?;
    Ok(hosts.into_iter().map(PersonId).collect())
}

pub(super) async fn hosts_of_whole(db: &mut Connection, grant: &FindGrant, now: Timestamp) -> Answer<Vec<PersonId>> {
    let Some(home) = grant.value(Identifier::Home, now) else { return Fault::not_found("home") };
    let hosts = query_scalar!(
        r#"SELECT host AS "host!: Uuid" FROM home WHERE home = $1 AND proof = 'extract' ORDER BY shown_at DESC, host LIMIT 20"#,
        &home[..]
    )
    .fetch_all(db)
    .await
    .map_err(failed("home"))?;
    Ok(hosts.into_iter().map(PersonId).collect())
}

pub(super) async fn remove_home(db: &mut Connection, host: PersonId, home: &BlindIndex) -> Answer<()> {
    query!("DELETE FROM invitation WHERE host = $1 AND home = $2", host.0, &home[..])
        .execute(&mut *db)
        .await
        .map_err(failed("invitation"))?;
    let gone = query!("DELETE FROM home WHERE host = $1 AND home = $2", host.0, &home[..]).execute(db).await.map_err(failed("home"))?;
    if gone.rows_affected() == 0 { Fault::not_found("home") } else { Ok(()) }
}
