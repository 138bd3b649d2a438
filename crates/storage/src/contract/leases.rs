//! Leases.

use super::Database;
use super::jobs::job;
use super::world::{at, id, with_people, write};
use crate::store::StoreError;
use std::collections::HashSet;
use std::sync::Arc;

/// Eight workers empty a queue of sixty jobs; none is handed out twice, and none is left.
pub async fn two_workers_never_share_a_job(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        for n in 1..=60 {
            tx.add_job(&job(n, 0)).await?;
        }
    })
    .unwrap();
    let workers: Vec<_> = (0..8)
        .map(|worker| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let mut mine = Vec::new();
                let mut idle = 0;
                // A look that finds nothing may only mean that the others hold locks for a moment.
                while idle < 3 {
                    let leased = write!(store, |tx| tx.lease_jobs(id(900 + worker), at(1), at(61), 4).await?).expect("a lease");
                    idle = if leased.is_empty() { idle + 1 } else { 0 };
                    mine.extend(leased.into_iter().map(|job| job.id));
                }
                mine
            })
        })
        .collect();
    let mut seen = HashSet::new();
    for worker in workers {
        for job in worker.await.expect("a worker") {
            assert!(seen.insert(job), "{job} was handed out twice");
        }
    }
    assert_eq!(seen.len(), 60);
}

/// A lease that ran out goes to the next worker; the first one can end the job no more.
pub async fn a_lease_that_ran_out_is_taken_over(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| tx.add_job(&job(1, 0)).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(90), at(0), at(60), 1).await?).unwrap().len(), 1);
    assert_eq!(write!(store, |tx| tx.lease_jobs(id(91), at(59), at(119), 1).await?).unwrap().len(), 0);
    let taken_over = write!(store, |tx| tx.lease_jobs(id(91), at(60), at(120), 1).await?).unwrap();
    assert_eq!(taken_over[0].attempts, 2);
    assert_eq!(write!(store, |tx| tx.finish_job(id(1), id(90), at(61)).await?), Err(StoreError::Conflict("job").into()));
    write!(store, |tx| tx.finish_job(id(1), id(91), at(61)).await?).unwrap();
}
