//! Documents: their blind indexes, and those added as evidence.

use super::Database;
use super::world::{at, finding, hash, id, person, read, try_read, with_people, write};
use crate::row::EvidenceRow;
use crate::seal::Sealed;
use crate::store::StoreError;
use doorstep_policy::Identifier::{Document, Email, Home};
use doorstep_register::EvidenceId;

/// A second record with the same document is found, until the document is replaced or removed.
pub async fn the_same_document_is_found(database: &impl Database) {
    let store = with_people(database, 30).await;
    write!(store, |tx| {
        for n in 1..=3 {
            tx.put_document(person(n), Some(&hash(1))).await?;
        }
        tx.put_document(person(4), Some(&hash(2))).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.same_document(&finding(Document, 1), person(2), at(60)).await?), [person(1), person(3)]);
    assert_eq!(read!(store, |tx| tx.same_document(&finding(Document, 2), person(4), at(60)).await?), []);
    write!(store, |tx| {
        tx.put_document(person(1), Some(&hash(2))).await?;
        tx.put_document(person(3), None).await?;
        tx.put_document(person(3), None).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.same_document(&finding(Document, 1), person(2), at(60)).await?), []);
    assert_eq!(read!(store, |tx| tx.same_document(&finding(Document, 2), person(4), at(60)).await?), [person(1)]);
    write!(store, |tx| {
        for n in 1..=30 {
            tx.put_document(person(n), Some(&hash(3))).await?;
        }
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.same_document(&finding(Document, 3), person(1), at(60)).await?).len(), 20);
    for (grant, now) in [(finding(Document, 3), at(61)), (finding(Email, 3), at(0)), (finding(Home, 3), at(0))] {
        let refused = try_read!(store, [grant], |tx| tx.same_document(&grant, person(1), now).await?);
        assert_eq!(refused, Err(StoreError::NotFound("document_index").into()), "another kind of value, or too late");
    }
}

/// A picture of two megabytes comes back byte for byte, belongs to one person, and goes.
pub async fn two_megabytes_come_back(database: &impl Database) {
    let store = with_people(database, 2).await;
    let picture = || {
        let bytes = (0..2_000_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        EvidenceRow { person: person(1), id: EvidenceId(id(1)), sealed: Sealed::from_stored(bytes), created_at: at(0), named_at: None }
    };
    write!(store, |tx| tx.add_evidence(&picture()).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.add_evidence(&picture()).await?), Err(StoreError::Conflict("evidence").into()));
    assert!(read!(store, |tx| tx.evidence(person(1), EvidenceId(id(1))).await?) == Some(picture()));
    assert!(read!(store, |tx| tx.evidence(person(2), EvidenceId(id(1))).await?).is_none());
    assert_eq!(read!(store, |tx| tx.evidence_count(person(1)).await?), 1);
    assert_eq!(read!(store, |tx| tx.evidence_count(person(2)).await?), 0);
    write!(store, |tx| {
        tx.delete_evidence(person(2), EvidenceId(id(1))).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.evidence_count(person(1)).await?), 1);
    write!(store, |tx| tx.delete_evidence(person(1), EvidenceId(id(1))).await?).unwrap();
    assert!(read!(store, |tx| tx.evidence(person(1), EvidenceId(id(1))).await?).is_none());
}
