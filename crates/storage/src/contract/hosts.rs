//! Hosts without an account: links, letters, what they confirmed, and invitations.

use super::Database;
use super::world::{at, finding, hash, id, person, read, sealed, with_people, write};
use crate::row::{HomeProof, HomeRow, HostLetterFor, HostLetterRow, HostLinkRow, HostWordRow, InvitationRow, ResidenceRow};
use crate::store::StoreError;
use doorstep_policy::Identifier::Home;
use doorstep_policy::{HomeGrant, decide_home};

fn home(host: u64, home: u64, proof: HomeProof, shown: i64) -> HomeRow {
    HomeRow { host: person(host), home: hash(home), sealed: sealed("home"), proof, helped_by: None, shown_at: at(shown) }
}

/// A home is found newest proof first, and as a whole only where an extract was seen; it is given up with its invitations.
pub async fn a_home_is_shown_and_given_up(database: &impl Database) {
    let store = with_people(database, 3).await;
    write!(store, |tx| {
        tx.put_home(&home(1, 1, HomeProof::Extract, 10)).await?;
        tx.put_home(&home(2, 1, HomeProof::Letter, 20)).await?;
        tx.put_home(&home(3, 1, HomeProof::Extract, 30)).await?;
        tx.put_invitation(&invitation(1, 1, 1, 100)).await?;
        tx.put_invitation(&invitation(2, 1, 2, 100)).await?;
        tx.put_invitation(&invitation(3, 2, 1, 100)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.hosts(&finding(Home, 1), at(0)).await?), [person(3), person(2), person(1)]);
    assert_eq!(read!(store, |tx| tx.hosts_of_whole(&finding(Home, 1), at(0)).await?), [person(3), person(1)]);
    assert_eq!(read!(store, |tx| tx.homes(person(2)).await?), [home(2, 1, HomeProof::Letter, 20)]);
    let gone = write!(store, |tx| tx.remove_home(person(1), &hash(2)).await?);
    assert_eq!(gone, Err(StoreError::NotFound("home").into()));
    write!(store, |tx| tx.remove_home(person(1), &hash(1)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.hosts(&finding(Home, 1), at(0)).await?), [person(3), person(2)]);
    assert_eq!(read!(store, |tx| tx.invitation(&hash(1), at(0)).await?), None);
    for kept in [2, 3] {
        assert!(read!(store, |tx| tx.invitation(&hash(kept), at(0)).await?).is_some(), "{kept}");
    }
}

fn grant(home: u64) -> HomeGrant {
    decide_home(person(1), &[hash(home)], hash(home), at(0)).expect("a home of the host")
}

/// Who owns a whole flat or house sees each room in it; who owns a room sees the room.
pub async fn a_whole_home_holds_its_rooms(database: &impl Database) {
    let store = with_people(database, 5).await;
    // 1: a house; 2: a flat in it; 3: a room in that flat.
    let lives = |n: u64, home: u64, flat: Option<u64>, house: Option<u64>| ResidenceRow {
        person: person(n),
        home: Some(hash(home)),
        flat: flat.map(hash),
        house: house.map(hash),
        sealed: sealed("there"),
    };
    write!(store, |tx| {
        tx.put_residence(&lives(1, 1, None, None)).await?;
        tx.put_residence(&lives(2, 2, None, Some(1))).await?;
        tx.put_residence(&lives(3, 3, Some(2), Some(1))).await?;
        tx.put_residence(&lives(4, 4, None, None)).await?;
        tx.put_residence(&ResidenceRow { person: person(5), home: None, flat: None, house: None, sealed: sealed("hidden") }).await?;
    })
    .unwrap();
    for (home, exactly, within) in [(1, vec![1], vec![1, 2, 3]), (2, vec![2], vec![2, 3]), (3, vec![3], vec![3]), (5, vec![], vec![])] {
        let people = |all: Vec<u64>| all.into_iter().map(person).collect::<Vec<_>>();
        assert_eq!(read!(store, |tx| tx.residents(&grant(home), at(0)).await?), people(exactly));
        assert_eq!(read!(store, |tx| tx.residents_within(&grant(home), at(0)).await?), people(within));
    }
    assert_eq!(read!(store, |tx| tx.residence(person(3)).await?), Some(lives(3, 3, Some(2), Some(1))));
    let late = super::world::try_read!(store, [], |tx| tx.residents_within(&grant(1), at(61)).await?);
    assert_eq!(late, Err(StoreError::NotFound("residence").into()));
}

/// A letter of the n-th number that was printed.
pub(super) fn letter(n: u64, whose: u64) -> HostLetterRow {
    HostLetterRow {
        id: id(n),
        person: person(whose),
        purpose: HostLetterFor::Entry,
        home: hash(n),
        sealed: sealed("an address"),
        number: Some(hash(n)),
        code: Some(hash(100 + n)),
        wrong: 0,
        made_at: at(n as i64),
        printed_at: Some(at(50)),
        used_at: None,
        until: at(100),
    }
}

fn waiting(n: u64, whose: u64) -> HostLetterRow {
    HostLetterRow { number: None, code: None, printed_at: None, ..letter(n, whose) }
}

/// A letter waits, is printed, counts wrong codes, and is used; another one about the same replaces it.
pub async fn a_letter_goes_its_way(database: &impl Database) {
    let store = with_people(database, 2).await;
    assert_eq!(read!(store, |tx| tx.next_host_letter().await?), None);
    write!(store, |tx| {
        for n in [3, 1, 2] {
            tx.add_host_letter(&waiting(n, 1)).await?;
        }
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.host_letters_waiting().await?), 3);
    assert_eq!(read!(store, |tx| tx.next_host_letter().await?), Some(waiting(1, 1)));
    write!(store, |tx| tx.put_host_letter(&letter(1, 1)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.next_host_letter().await?), Some(waiting(2, 1)));
    assert_eq!(read!(store, |tx| tx.host_letter(&hash(1)).await?), Some(letter(1, 1)));
    assert_eq!(read!(store, |tx| tx.host_letter(&hash(2)).await?), None, "not printed");
    let used = HostLetterRow { wrong: 5, used_at: Some(at(70)), ..letter(1, 1) };
    write!(store, [used], |tx| tx.put_host_letter(&used).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.host_letter(&hash(1)).await?), Some(used));
    let again = HostLetterRow { id: id(9), home: hash(1), ..waiting(9, 1) };
    write!(store, [again], |tx| tx.add_host_letter(&again).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.host_letter(&hash(1)).await?), None, "replaced");
    let all: Vec<_> = read!(store, |tx| tx.host_letters(person(1)).await?).iter().map(|row| row.id).collect();
    assert_eq!(all, [id(2), id(3), id(9)]);
    assert_eq!(read!(store, |tx| tx.host_letters(person(2)).await?), []);
    assert_eq!(write!(store, |tx| tx.put_host_letter(&letter(1, 1)).await?), Err(StoreError::NotFound("host_letter").into()));
    write!(store, |tx| {
        tx.remove_host_letter(id(2)).await?;
        tx.remove_host_letter(id(2)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.host_letters_waiting().await?), 2);
    assert_eq!(write!(store, |tx| tx.sweep(at(100)).await?), Ok(0));
    assert_eq!(write!(store, |tx| tx.sweep(at(101)).await?), Ok(2));
}

/// A link that the n-th token opens.
pub(super) fn link(n: u64, whose: u64, of_letter: Option<u64>) -> HostLinkRow {
    HostLinkRow {
        token: hash(n),
        person: person(whose),
        home: hash(7),
        letter: of_letter.map(id),
        spelling: "local".into(),
        sealed: of_letter.is_none().then(|| sealed("the link")),
        expires_at: at(100),
    }
}

/// A resident shows one link at a time; a letter's code makes others, which go with the letter.
pub async fn a_link_for_a_host(database: &impl Database) {
    let store = with_people(database, 2).await;
    write!(store, |tx| {
        tx.add_host_letter(&letter(1, 1)).await?;
        tx.put_host_link(&link(1, 1, None)).await?;
        tx.put_host_link(&link(2, 1, Some(1))).await?;
        tx.put_host_link(&link(3, 1, None)).await?;
        tx.put_host_link(&link(4, 2, None)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.host_link(&hash(1), at(0)).await?), None, "replaced");
    assert_eq!(read!(store, |tx| tx.host_link(&hash(2), at(100)).await?), Some(link(2, 1, Some(1))));
    assert_eq!(read!(store, |tx| tx.host_link(&hash(2), at(101)).await?), None, "expired");
    assert_eq!(read!(store, |tx| tx.shown_host_link(person(1), at(100)).await?), Some(link(3, 1, None)));
    assert_eq!(read!(store, |tx| tx.shown_host_link(person(1), at(101)).await?), None);
    write!(store, |tx| {
        tx.remove_host_link(&hash(3)).await?;
        tx.remove_host_link(&hash(3)).await?;
        tx.remove_host_letter(id(1)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.shown_host_link(person(1), at(0)).await?), None);
    assert_eq!(read!(store, |tx| tx.host_link(&hash(2), at(0)).await?), None, "gone with the letter");
    assert!(read!(store, |tx| tx.shown_host_link(person(2), at(0)).await?).is_some());
    assert_eq!(write!(store, |tx| tx.sweep(at(101)).await?), Ok(1));
}

/// What hosts confirmed stays in order until it is thrown away.
pub async fn a_hosts_word_is_kept(database: &impl Database) {
    let store = with_people(database, 2).await;
    let word = |n: u64| HostWordRow { person: person(1), id: id(n), sealed: sealed("they live here") };
    write!(store, |tx| {
        tx.add_host_word(&word(2)).await?;
        tx.add_host_word(&word(1)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.host_words(person(1)).await?), [word(1), word(2)]);
    assert_eq!(read!(store, |tx| tx.host_words(person(2)).await?), []);
    assert_eq!(write!(store, |tx| tx.remove_host_word(person(2), id(1)).await?), Err(StoreError::NotFound("host_word").into()));
    write!(store, |tx| tx.remove_host_word(person(1), id(1)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.host_words(person(1)).await?), [word(2)]);
}

pub(super) fn invitation(n: u64, host: u64, home: u64, until: i64) -> InvitationRow {
    InvitationRow { token: hash(n), host: person(host), home: hash(home), sealed: sealed("a place"), expires_at: at(until) }
}

/// An invitation works until its day, and making it again moves the day.
pub async fn an_invitation_has_its_day(database: &impl Database) {
    let store = with_people(database, 1).await;
    write!(store, |tx| {
        tx.put_invitation(&invitation(1, 1, 1, 10)).await?;
        tx.put_invitation(&invitation(2, 1, 1, 10)).await?;
        tx.put_invitation(&invitation(1, 1, 1, 20)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.invitation(&hash(1), at(20)).await?), Some(invitation(1, 1, 1, 20)));
    assert_eq!(read!(store, |tx| tx.invitation(&hash(2), at(11)).await?), None);
    assert_eq!(write!(store, |tx| tx.sweep(at(11)).await?), Ok(1));
}
