//! Drafts.

use super::Database;
use super::world::{at, person, read, sealed, with_people, write};
use crate::row::DraftRow;
use crate::store::StoreError;

fn draft(n: u64, journey: &str, version: u32) -> DraftRow {
    DraftRow {
        person: person(n),
        journey: journey.to_owned(),
        version,
        sealed: sealed(&format!("v{version}")),
        saved_at: at(version.into()),
    }
}

/// Each save follows the one before it, or it is a conflict.
pub async fn a_draft_counts_its_saves(database: &impl Database) {
    let store = with_people(database, 2).await;
    assert_eq!(write!(store, |tx| tx.put_draft(&draft(1, "declare", 2)).await?), Err(StoreError::Conflict("draft").into()));
    for version in 1..=3 {
        write!(store, |tx| tx.put_draft(&draft(1, "declare", version)).await?).unwrap();
    }
    for taken_or_ahead in [1, 2, 3, 5] {
        assert_eq!(
            write!(store, |tx| tx.put_draft(&draft(1, "declare", taken_or_ahead)).await?),
            Err(StoreError::Conflict("draft").into()),
            "save {taken_or_ahead} after 3"
        );
    }
    write!(store, |tx| tx.put_draft(&draft(1, "move", 1)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.draft(person(1), "declare").await?), Some(draft(1, "declare", 3)));
    assert_eq!(read!(store, |tx| tx.draft(person(2), "declare").await?), None);
    write!(store, |tx| {
        tx.delete_draft(person(1), "declare").await?;
        tx.delete_draft(person(1), "declare").await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.draft(person(1), "declare").await?), None);
    assert_eq!(read!(store, |tx| tx.draft(person(1), "move").await?), Some(draft(1, "move", 1)));
}

/// Drafts that were last saved before a moment go, and no others.
pub async fn old_drafts_go(database: &impl Database) {
    let store = with_people(database, 3).await;
    write!(store, |tx| {
        for n in 1..=3 {
            tx.put_draft(&DraftRow { saved_at: at(n as i64), ..draft(n, "declare", 1) }).await?;
        }
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.delete_drafts_before(at(2)).await?), Ok(1));
    assert_eq!(read!(store, |tx| tx.draft(person(1), "declare").await?), None);
    assert!(read!(store, |tx| tx.draft(person(2), "declare").await?).is_some());
    assert!(read!(store, |tx| tx.draft(person(3), "declare").await?).is_some());
}
