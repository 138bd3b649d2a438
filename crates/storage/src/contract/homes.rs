//! Hosts and their homes.

use super::Database;
use super::world::{hash, person, read, sealed, with_people, write};
use crate::row::HomeRow;

fn home(host: u64, home: u64, text: &str) -> HomeRow {
    HomeRow { host: person(host), home: hash(home), sealed: sealed(text) }
}

/// A host has homes, and a home has at most twenty hosts.
pub async fn homes_and_hosts(database: &impl Database) {
    let store = with_people(database, 25).await;
    write!(store, |tx| {
        tx.put_home(&home(1, 1, "first")).await?;
        tx.put_home(&home(1, 2, "second")).await?;
        tx.put_home(&home(1, 2, "second, said better")).await?;
        tx.put_home(&home(2, 1, "shared")).await?;
    })
    .unwrap();
    let mut homes = read!(store, |tx| tx.homes(person(1)).await?);
    homes.sort_by_key(|h| h.sealed.to_stored().to_vec());
    assert_eq!(homes, [home(1, 1, "first"), home(1, 2, "second, said better")]);
    assert_eq!(read!(store, |tx| tx.homes(person(3)).await?), []);
    assert_eq!(read!(store, |tx| tx.hosts(&hash(1)).await?), [person(1), person(2)]);
    assert_eq!(read!(store, |tx| tx.hosts(&hash(3)).await?), []);
    write!(store, |tx| {
        for n in 1..=25 {
            tx.put_home(&home(n, 3, "a dormitory")).await?;
        }
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.hosts(&hash(3)).await?).len(), 20);
}
