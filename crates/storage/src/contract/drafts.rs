//! Drafts.

use super::Database;
use super::world::{at, hash, id, person, read, sealed, with_leaf, with_people, write};
use crate::row::{ActRow, DraftRow, EvidenceRow, LookRow};
use crate::store::StoreError;
use doorstep_register::EvidenceId;

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

/// What nobody came back for goes: old drafts, photos that no act names and that belong to no draft, people who declared nothing and have no
/// way in, also where a clerk has looked.
pub async fn what_was_abandoned_goes(database: &impl Database) {
    let store = with_people(database, 5).await;
    write!(store, |tx| {
        for n in 1..=3 {
            tx.put_draft(&DraftRow { saved_at: at(n as i64), ..draft(n, "declare", 1) }).await?;
        }
    })
    .unwrap();
    let photo = |owner, n, created_at| EvidenceRow {
        person: person(owner),
        id: EvidenceId(id(n)),
        sealed: sealed("photo"),
        created_at: at(created_at),
        named_at: None,
    };
    write!(store, |tx| {
        for (owner, n, created_at) in [(4, 10, 1), (4, 11, 1), (4, 12, 3), (2, 13, 1)] {
            tx.add_evidence(&photo(owner, n, created_at)).await?;
        }
        tx.name_evidence(person(4), EvidenceId(id(11)), at(1)).await?;
        tx.append_looks(&[with_leaf(LookRow { person: person(1), seq: 1, sealed: sealed("look") })]).await?;
        tx.put_codes(person(4), &[hash(7)], at(0)).await?;
        tx.append_acts(&[with_leaf(ActRow { person: person(5), seq: 1, sealed: sealed("act") })]).await?;
    })
    .unwrap();
    let refused = write!(store, |tx| tx.name_evidence(person(1), EvidenceId(id(11)), at(1)).await?);
    assert_eq!(refused, Err(StoreError::NotFound("evidence").into()));

    // A draft, a photo, and the person who has neither a draft nor a way in.
    assert_eq!(write!(store, |tx| tx.delete_abandoned(at(2)).await?), Ok(3));
    assert_eq!(read!(store, |tx| tx.draft(person(1), "declare").await?), None);
    assert!(read!(store, |tx| tx.draft(person(2), "declare").await?).is_some());
    assert!(read!(store, |tx| tx.draft(person(3), "declare").await?).is_some());
    let mut there = Vec::new();
    for (owner, n) in [(4, 10), (4, 11), (4, 12), (2, 13)] {
        there.push(read!(store, |tx| tx.evidence(person(owner), EvidenceId(id(n))).await?).is_some());
    }
    assert_eq!(there, [false, true, true, true], "the last one belongs to answers that somebody is still writing");
    let mut there = Vec::new();
    for n in 1..=5 {
        there.push(read!(store, |tx| tx.person(person(n)).await?).is_some());
    }
    assert_eq!(there, [false, true, true, true, true], "the fourth has a code, the fifth has declared something");
}
