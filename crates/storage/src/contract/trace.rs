//! Looks, leaves and outcomes.

use super::Database;
use super::world::{at, hash, id, person, read, sealed, with_leaf, with_people, write};
use crate::row::{LeafRow, LookRow};
use crate::store::StoreError;

fn look(seq: u32) -> LookRow {
    LookRow { person: person(1), seq, sealed: sealed(&format!("look {seq}")) }
}

/// Looks are numbered without gaps and come back page by page, newest first.
pub async fn looks_are_numbered(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        for seq in 1..=5 {
            tx.append_looks(&[with_leaf(look(seq))]).await?;
        }
    })
    .unwrap();
    for taken_or_ahead in [1, 5, 7] {
        assert_eq!(
            write!(store, |tx| tx.append_looks(&[with_leaf(look(taken_or_ahead))]).await?),
            Err(StoreError::Conflict("look").into())
        );
    }
    let stranger = LookRow { person: person(9), ..look(1) };
    assert_eq!(
        write!(store, |tx| tx.append_looks(&[with_leaf(LookRow { person: person(9), ..look(1) })]).await?),
        Err(StoreError::NotFound("person").into()),
        "{stranger:?}"
    );
    assert_eq!(read!(store, |tx| tx.looks(person(1), u32::MAX, 2).await?), [look(5), look(4)]);
    assert_eq!(read!(store, |tx| tx.looks(person(1), 4, 10).await?), [look(3), look(2), look(1)]);
    let row = read!(store, |tx| tx.person(person(1)).await?).unwrap();
    assert_eq!((row.version, row.looks), (0, 5));
}

/// More than an engine takes in one statement; and if one of several has another number, none is appended.
pub async fn many_looks_are_appended_at_once(database: &impl Database) {
    const MANY: u64 = 131;
    let store = with_people(database, MANY).await;
    let looks = |seq| (1..=MANY).map(|n| with_leaf(LookRow { person: person(n), ..look(seq) })).collect::<Vec<_>>();
    write!(store, |tx| tx.append_looks(&looks(1)).await?).unwrap();
    let mut wrong = looks(2);
    wrong[MANY as usize - 1].0.seq = 3;
    assert_eq!(write!(store, [wrong], |tx| tx.append_looks(&wrong).await?), Err(StoreError::Conflict("look").into()));
    for n in [1, 64, 65, MANY] {
        assert_eq!(read!(store, |tx| tx.person(person(n)).await?).unwrap().looks, 1);
        assert_eq!(read!(store, |tx| tx.looks(person(n), u32::MAX, 9).await?), [LookRow { person: person(n), ..look(1) }]);
    }
    assert_eq!(read!(store, |tx| tx.leaves().await?), MANY);
}

/// Who was looked at since they were sent word is found, until they are.
pub async fn looks_are_told_of(database: &impl Database) {
    let store = with_people(database, 3).await;
    assert_eq!(read!(store, |tx| tx.untold().await?), None);
    write!(store, |tx| {
        for (n, seq) in [(1, 1), (1, 2), (3, 1)] {
            tx.append_looks(&[with_leaf(LookRow { person: person(n), ..look(seq) })]).await?;
        }
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.untold().await?), Some(person(1)));
    write!(store, |tx| tx.tell(person(1), 1).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.untold().await?), Some(person(1)), "one more look than told");
    write!(store, |tx| tx.tell(person(1), 2).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.untold().await?), Some(person(3)));
    write!(store, |tx| tx.tell(person(3), 1).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.tell(person(1), 1).await?), Ok(false));
    assert_eq!(read!(store, |tx| tx.untold().await?), None, "word is not taken back");
}

/// Leaves are counted, and none replaces another.
pub async fn leaves_are_counted(database: &impl Database) {
    let store = database.store();
    assert_eq!(read!(store, |tx| tx.leaves().await?), 0);
    write!(store, |tx| {
        tx.add_leaf(&LeafRow { id: id(1), leaf: [1; 33] }).await?;
        tx.add_leaf(&LeafRow { id: id(2), leaf: [1; 33] }).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.add_leaf(&LeafRow { id: id(2), leaf: [2; 33] }).await?), Err(StoreError::Conflict("leaf").into()));
    assert_eq!(read!(store, |tx| tx.leaves().await?), 2);
}

/// An outcome is kept once for each person and key.
pub async fn an_outcome_is_kept_once(database: &impl Database) {
    let store = with_people(database, 2).await;
    assert_eq!(read!(store, |tx| tx.outcome(person(1), &hash(1)).await?), None);
    write!(store, |tx| {
        tx.keep_outcome(person(1), &hash(1), "first", at(0)).await?;
        tx.keep_outcome(person(2), &hash(1), "of another", at(0)).await?;
        tx.keep_outcome(person(1), &hash(2), "second", at(0)).await?;
    })
    .unwrap();
    assert_eq!(
        write!(store, |tx| tx.keep_outcome(person(1), &hash(1), "again", at(1)).await?),
        Err(StoreError::Conflict("outcome").into())
    );
    assert_eq!(read!(store, |tx| tx.outcome(person(1), &hash(1)).await?).as_deref(), Some("first"));
    assert_eq!(read!(store, |tx| tx.outcome(person(2), &hash(2)).await?), None);
}
