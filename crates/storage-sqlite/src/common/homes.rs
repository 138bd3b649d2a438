//! Hosts and their homes.

use super::column::digest;
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_policy::{FindGrant, Identifier};
use doorstep_register::PersonId;
use doorstep_storage::{HomeRow, Sealed};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

pub(super) async fn put_home(db: &mut Connection, row: &HomeRow) -> Answer<()> {
    query!(
        "INSERT INTO home (host, home, sealed) VALUES ($1, $2, $3) ON CONFLICT (host, home) DO UPDATE SET sealed = excluded.sealed",
        row.host.0,
        &row.home[..],
        row.sealed.to_stored(),
    )
    .execute(db)
    .await
    .map_err(failed("home"))?;
    Ok(())
}

pub(super) async fn homes(db: &mut Connection, host: PersonId) -> Answer<Vec<HomeRow>> {
    let rows = query!(r#"SELECT home AS "home!", sealed AS "sealed!" FROM home WHERE host = $1 ORDER BY home"#, host.0)
        .fetch_all(db)
        .await
        .map_err(failed("home"))?;
    rows.into_iter().map(|r| Ok(HomeRow { host, home: digest(r.home)?, sealed: Sealed::from_stored(r.sealed) })).collect()
}

pub(super) async fn hosts(db: &mut Connection, grant: &FindGrant, now: Timestamp) -> Answer<Vec<PersonId>> {
    let Some(home) = grant.value(Identifier::Home, now) else { return Fault::not_found("home") };
    let hosts = query_scalar!(r#"SELECT host AS "host!: Uuid" FROM home WHERE home = $1 ORDER BY host LIMIT 20"#, &home[..])
        .fetch_all(db)
        .await
        .map_err(failed("home"))?;
    Ok(hosts.into_iter().map(PersonId).collect())
}
