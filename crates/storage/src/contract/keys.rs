//! The change of the master key: everybody's key is wrapped anew while people are served, and what was copied before opens no more.

use super::Database;
use super::vault::{introduced, opened, written};
use super::world::{Answer, Dice, Refused, at, person, read, try_read, with_people, write};
use crate::keys::{KeyError, MasterKeys};
use crate::rewrap::{Rewrapped, Rewrapping, wrapped_under};
use crate::row::PersonRow;
use crate::store::{Store, TxError};
use crate::vault::{OpenError, Vault};
use doorstep_register::PersonId;
use std::collections::BTreeMap;
use std::sync::Arc;

type Town = (Arc<dyn Store>, Arc<dyn MasterKeys>, Vault, Vec<PersonId>);

/// A database with people who have a record each.
async fn town(database: &impl Database, people: usize) -> Town {
    let (store, keys) = (database.store(), database.keys());
    let vault = Vault::new(Arc::clone(&keys) as _, Arc::new(Dice::default()));
    let mut all = Vec::new();
    for _ in 0..people {
        all.push(written(&store, &vault, vec![introduced()]).await);
    }
    (store, keys, vault, all)
}

fn run((store, keys, ..): &Town) -> Rewrapping {
    Rewrapping::new(Arc::clone(store), Arc::clone(keys) as _, Arc::new(Dice::default()))
}

async fn row(store: &Arc<dyn Store>, who: PersonId) -> PersonRow {
    read!(store, |tx| tx.person(who).await?).expect("a person")
}

/// Somebody without a record, so that there are many at little cost.
async fn crowd(store: &Arc<dyn Store>, vault: &Vault, people: usize) {
    write!(store, [vault], |tx| {
        for _ in 0..people {
            vault.add_person(tx, at(0)).await?;
        }
    })
    .expect("people are added");
}

/// Before, during and after the change every record opens; once the old master key is destroyed, a copy from before does not.
pub async fn the_master_key_changes_while_people_are_served(database: &impl Database) {
    let town = town(database, 3).await;
    let (store, keys, vault, people) = &town;
    let first = keys.newest().expect("a master key");
    let before = row(store, people[0]).await;
    let second = keys.add_master(&Dice::default()).expect("another master key");
    assert_eq!((keys.newest(), keys.versions()), (Ok(second), Ok(vec![first, second])));

    let newcomer = written(store, vault, vec![introduced()]).await;
    assert_eq!(wrapped_under(&**store).await, Ok(BTreeMap::from([(first, 3), (second, 1)])));
    for who in people.iter().chain([&newcomer]) {
        assert!(opened(store, vault, *who).await.is_ok(), "both master keys open while the change goes on");
    }
    assert_eq!(run(&town).finish().await, Ok(Rewrapped { seen: 4, changed: 3, shut: 0 }));
    assert_eq!(wrapped_under(&**store).await, Ok(BTreeMap::from([(second, 4)])));

    keys.destroy_master(first).expect("the old master key goes");
    for who in people.iter().chain([&newcomer]) {
        assert!(opened(store, vault, *who).await.is_ok(), "what was sealed before opens as before");
    }
    assert_eq!(vault.keys().unwrap(people[0], &before.wrapped_key).err(), Some(KeyError::Version(first)));
    // As if a back-up from before were brought back.
    let (now, who) = (row(store, people[0]).await, people[0]);
    write!(store, [now, before], |tx| {
        tx.replace_wrapped_key(who, &now.wrapped_key, &before.wrapped_key).await?;
    })
    .expect("a row is brought back");
    assert_eq!(opened(store, vault, who).await, Err(TxError::Refused(Refused::Open(OpenError::Key(KeyError::Version(first))))));
}

/// A run that was cut off is taken up by the next; what was done is not done again.
pub async fn a_change_goes_on_where_it_stopped(database: &impl Database) {
    let town = town(database, 0).await;
    let (store, keys, vault, _) = &town;
    crowd(store, vault, 250).await;
    let first = keys.newest().expect("a master key");
    let second = keys.add_master(&Dice::default()).expect("another master key");
    let mut cut_off = run(&town);
    assert_eq!(cut_off.next_page().await, Ok(Some(Rewrapped { seen: 100, changed: 100, shut: 0 })));
    drop(cut_off);
    assert_eq!(wrapped_under(&**store).await, Ok(BTreeMap::from([(first, 150), (second, 100)])));
    assert_eq!(run(&town).finish().await, Ok(Rewrapped { seen: 250, changed: 150, shut: 0 }));
    assert_eq!(run(&town).finish().await, Ok(Rewrapped { seen: 250, changed: 0, shut: 0 }));
}

/// A key is replaced only where it is still the one that was read.
pub async fn a_key_is_replaced_once(database: &impl Database) {
    let store = with_people(database, 2).await;
    let replaced = |who: u64, before: &'static [u8], after: &'static [u8]| {
        let store = &store;
        async move { write!(store, |tx| tx.replace_wrapped_key(person(who), before, after).await?) }
    };
    assert_eq!(replaced(1, b"key 1", b"anew").await, Ok(true));
    assert_eq!(replaced(1, b"key 1", b"again").await, Ok(false));
    assert_eq!(replaced(9, b"key 9", b"anew").await, Ok(false));
    assert_eq!(row(&store, person(1)).await.wrapped_key, b"anew");
    assert_eq!(row(&store, person(2)).await.wrapped_key, b"key 2");
    let pages = read!(store, |tx| {
        let first = tx.wrapped_keys(None, 1).await?;
        let second = tx.wrapped_keys(first.last().map(|key| key.person), 5).await?;
        [first, second].map(|page| page.into_iter().map(|key| key.person).collect::<Vec<_>>())
    });
    assert_eq!(pages, [vec![person(1)], vec![person(2)]]);
}

/// Wrapping anew brings nobody back who was erased after their key was read.
pub async fn who_is_erased_meanwhile_stays_erased(database: &impl Database) {
    let (store, keys, vault, _) = town(database, 0).await;
    let who = written(&store, &vault, vec![introduced()]).await;
    let before = row(&store, who).await;
    keys.add_master(&Dice::default()).expect("another master key");
    write!(store, [vault], |tx| vault.erase(tx, who, at(3)).await?).expect("erased");
    let anew: Answer<bool> = write!(store, [before], |tx| tx.replace_wrapped_key(who, &before.wrapped_key, b"anew").await?);
    assert_eq!(anew, Ok(false));
    assert_eq!(try_read!(store, [], |tx| tx.person(who).await?), Ok(None));
}

/// A key that does not open is counted and left; everybody else's is wrapped anew.
pub async fn a_damaged_key_holds_nobody_else_up(database: &impl Database) {
    let town = town(database, 3).await;
    let (store, keys, vault, people) = &town;
    let (damaged, whole) = (people[1], row(store, people[1]).await.wrapped_key);
    let mut broken = whole.clone();
    broken[40] ^= 1;
    write!(store, [whole, broken], |tx| tx.replace_wrapped_key(damaged, &whole, &broken).await?).expect("a row is damaged");
    keys.add_master(&Dice::default()).expect("another master key");
    assert_eq!(run(&town).finish().await, Ok(Rewrapped { seen: 3, changed: 2, shut: 1 }));
    assert!(opened(store, vault, people[0]).await.is_ok() && opened(store, vault, people[2]).await.is_ok());
    assert!(matches!(opened(store, vault, damaged).await, Err(TxError::Refused(Refused::Open(OpenError::Key(KeyError::Unwrap))))));
    assert_eq!(row(store, damaged).await.wrapped_key, broken);
}
