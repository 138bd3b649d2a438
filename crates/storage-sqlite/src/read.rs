//! Reading: each read sees one snapshot, and none waits for the writer.

use crate::common::EngineTx;
use crate::engine::meaning;
use doorstep_storage::{Outcome, Work};
use sqlx::SqlitePool;

pub(crate) async fn read_once(readers: &SqlitePool, name: &'static str, work: Work) -> Outcome {
    let broken = |error| meaning(error, "database");
    let mut snapshot = readers.begin().await.map_err(broken)?;
    let mut tx = EngineTx::new(&mut snapshot);
    let outcome = work(&mut tx).await;
    let lost = tx.lost();
    snapshot.rollback().await.map_err(broken)?;
    tracing::trace!(name, ok = outcome.is_ok(), "read");
    match lost {
        Some(error) => Err(error.into()),
        None => outcome,
    }
}
