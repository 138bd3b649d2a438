//! Acts and their projection.

use super::Database;
use super::world::{at, hash, person, read, sealed, try_read, with_leaf, with_people, write};
use crate::row::{ActRow, ResidenceRow};
use crate::store::StoreError;
use doorstep_policy::{HomeGrant, decide_home};

fn act(n: u64, seq: u32) -> ActRow {
    ActRow { person: person(n), seq, sealed: sealed(&format!("act {seq} of {n}")) }
}

/// Acts are numbered without gaps, come back in order, and raise the version.
pub async fn acts_follow_each_other(database: &impl Database) {
    let store = with_people(database, 2).await;
    write!(store, |tx| {
        tx.append_acts(&[with_leaf(act(1, 1))]).await?;
        tx.append_acts(&[with_leaf(act(1, 2))]).await?;
    })
    .unwrap();
    for taken_or_ahead in [1, 2, 4] {
        assert_eq!(
            write!(store, |tx| tx.append_acts(&[with_leaf(act(1, taken_or_ahead))]).await?),
            Err(StoreError::Conflict("act").into()),
            "act {taken_or_ahead} after version 2"
        );
    }
    assert_eq!(write!(store, |tx| tx.append_acts(&[with_leaf(act(9, 1))]).await?), Err(StoreError::NotFound("person").into()));
    for seq in 3..=12 {
        write!(store, |tx| tx.append_acts(&[with_leaf(act(1, seq))]).await?).unwrap();
    }
    assert_eq!(read!(store, |tx| tx.acts(person(1)).await?), (1..=12).map(|seq| act(1, seq)).collect::<Vec<_>>());
    assert_eq!(read!(store, |tx| tx.acts(person(2)).await?), []);
    assert_eq!(read!(store, |tx| tx.person(person(1)).await?).unwrap().version, 12);
    assert_eq!(read!(store, |tx| tx.person(person(2)).await?).unwrap().version, 0);
}

/// More than an engine takes in one statement: each act raises its own person's version, and each has its leaf.
pub async fn many_acts_are_appended_at_once(database: &impl Database) {
    const MANY: u64 = 131;
    let store = with_people(database, MANY).await;
    for seq in 1..=2 {
        write!(store, |tx| {
            let acts: Vec<_> = (1..=MANY).map(|n| with_leaf(act(n, seq))).collect();
            tx.append_acts(&acts).await?;
        })
        .unwrap();
    }
    write!(store, |tx| tx.append_acts(&[]).await?).unwrap();
    for n in [1, 64, 65, 128, 129, MANY] {
        assert_eq!(read!(store, |tx| tx.acts(person(n)).await?), [act(n, 1), act(n, 2)]);
        assert_eq!(read!(store, |tx| tx.person(person(n)).await?).unwrap().version, 2);
    }
    assert_eq!(read!(store, |tx| tx.leaves().await?), 2 * MANY);
}

/// If one of several has another version or is nobody, none is appended, whatever the work makes of it.
pub async fn one_act_of_another_version_stops_them_all(database: &impl Database) {
    let store = with_people(database, 3).await;
    write!(store, |tx| tx.append_acts(&[with_leaf(act(2, 1))]).await?).unwrap();
    for wrong in [act(2, 1), act(2, 3), act(9, 1)] {
        let answer = write!(store, [wrong], |tx| {
            let refused = tx.append_acts(&[with_leaf(act(1, 1)), with_leaf(wrong), with_leaf(act(3, 1))]).await;
            assert_eq!(refused, Err(StoreError::Conflict("act")));
        });
        assert_eq!(answer, Err(StoreError::Conflict("act").into()));
        assert_eq!(read!(store, |tx| (tx.acts(person(1)).await?, tx.acts(person(3)).await?)), (vec![], vec![]));
        assert_eq!(read!(store, |tx| tx.person(person(1)).await?).unwrap().version, 0);
        assert_eq!(read!(store, |tx| tx.leaves().await?), 1);
    }
    let alone = write!(store, |tx| {
        assert_eq!(tx.append_acts(&[with_leaf(act(2, 1))]).await, Err(StoreError::Conflict("act")));
        tx.append_acts(&[with_leaf(act(2, 2))]).await?;
    });
    assert_eq!(alone, Ok(()), "one alone that is refused has touched nothing, and the work may go on");
}

fn at_home(n: u64, home: Option<u64>) -> ResidenceRow {
    ResidenceRow { person: person(n), home: home.map(hash), flat: None, house: None, sealed: sealed(&format!("{n} at {home:?}")) }
}

/// The projection is replaced and cleared.
pub async fn the_projection_follows(database: &impl Database) {
    let store = with_people(database, 1).await;
    for home in [Some(1), None, Some(2)] {
        write!(store, |tx| tx.put_residence(&at_home(1, home)).await?).unwrap();
        assert_eq!(read!(store, |tx| tx.residence(person(1)).await?), Some(at_home(1, home)));
    }
    write!(store, |tx| {
        tx.clear_residence(person(1)).await?;
        tx.clear_residence(person(1)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.residence(person(1)).await?), None);
    assert_eq!(write!(store, |tx| tx.put_residence(&at_home(9, None)).await?), Err(StoreError::NotFound("residence").into()));
}

fn grant(home: u64) -> HomeGrant {
    decide_home(person(1), &[hash(home)], hash(home), at(0)).expect("a home of the host")
}

/// A home answers who is registered there, oldest id first, at most 500 of them; nobody is at "no home".
pub async fn a_host_finds_their_home_only(database: &impl Database) {
    let store = with_people(database, 510).await;
    write!(store, |tx| {
        for n in (1..=3).rev() {
            tx.put_residence(&at_home(n, Some(1))).await?;
        }
        tx.put_residence(&at_home(4, None)).await?;
        for n in 5..=510 {
            tx.put_residence(&at_home(n, Some(2))).await?;
        }
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.residents(&grant(1), at(60)).await?), [person(1), person(2), person(3)]);
    assert_eq!(read!(store, |tx| tx.residents(&grant(2), at(0)).await?), (5..505).map(person).collect::<Vec<_>>());
    assert_eq!(read!(store, |tx| tx.residents(&grant(3), at(0)).await?), []);
    assert_eq!(try_read!(store, [], |tx| tx.residents(&grant(1), at(61)).await?), Err(StoreError::NotFound("residence").into()));
}
