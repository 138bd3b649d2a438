//! Receipts.

use super::Database;
use super::world::{at, hash, person, read, sealed, with_people, write};
use crate::row::ReceiptRow;
use crate::store::StoreError;

fn receipt(n: u64, issued: i64) -> ReceiptRow {
    ReceiptRow { id: hash(n), person: person(1), issued_at: at(issued), sealed: sealed("statement"), link: sealed("link") }
}

/// A receipt is found by the hash of its link, and by its person, newest first.
pub async fn receipts_are_found_by_their_link(database: &impl Database) {
    let store = with_people(database, 2).await;
    write!(store, |tx| {
        tx.add_receipt(&receipt(1, 10)).await?;
        tx.add_receipt(&receipt(2, 30)).await?;
        tx.add_receipt(&receipt(3, 20)).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.add_receipt(&receipt(1, 11)).await?), Err(StoreError::Conflict("receipt").into()));
    assert_eq!(read!(store, |tx| tx.receipt(&hash(1)).await?), Some(receipt(1, 10)));
    assert_eq!(read!(store, |tx| tx.receipt(&hash(4)).await?), None);
    assert_eq!(read!(store, |tx| tx.receipts(person(1)).await?), [receipt(2, 30), receipt(3, 20), receipt(1, 10)]);
    assert_eq!(read!(store, |tx| tx.receipts(person(2)).await?), []);
}
