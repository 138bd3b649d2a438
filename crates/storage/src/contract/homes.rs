//! Hosts and their homes.

use super::Database;
use super::world::{at, finding, hash, person, read, sealed, try_read, with_people, write};
use crate::row::{HomeProof, HomeRow};
use crate::store::StoreError;
use doorstep_policy::Identifier::{Email, Home};

fn home(host: u64, home: u64, text: &str) -> HomeRow {
    let proof = HomeProof::Extract;
    HomeRow { host: person(host), home: hash(home), sealed: sealed(text), proof, helped_by: None, shown_at: at(0) }
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
    assert_eq!(read!(store, |tx| tx.hosts(&finding(Home, 1), at(60)).await?), [person(1), person(2)]);
    assert_eq!(read!(store, |tx| tx.hosts(&finding(Home, 3), at(60)).await?), []);
    write!(store, |tx| {
        for n in 1..=25 {
            tx.put_home(&home(n, 3, "a dormitory")).await?;
        }
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.hosts(&finding(Home, 3), at(60)).await?).len(), 20);
    for (grant, now) in [(finding(Home, 3), at(61)), (finding(Email, 3), at(0))] {
        let refused = try_read!(store, [grant], |tx| tx.hosts(&grant, now).await?);
        assert_eq!(refused, Err(StoreError::NotFound("home").into()), "another kind of value, or too late");
    }
}
