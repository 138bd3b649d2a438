//! The vault over an engine: a record that is written comes back, and never without its trace.

use super::Database;
use super::world::{Answer, Refused, at, id, read, try_read, vault, with_leaf, write};
use crate::look::Look;
use crate::row::{ActRow, LookRow};
use crate::store::{self, Store, StoreError, TxError};
use crate::vault::{OpenError, Vault};
use doorstep_policy::{CaseFile, CaseKind, Grant, Officer, Purpose, Subject, decide};
use doorstep_register::{
    Actor, CaseId, Declaration, Identity, Kind, Line, Name, Names, Office, PersonId, Place, Record, Reference, StaffId, Unit, What,
};
use doorstep_tlog::{Chain, Statement, check_chain};
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;

fn line(text: &str) -> Line {
    Line::parse(text).expect("a line")
}

pub(super) fn introduced() -> What {
    let names = Names { passport: Some(Name::parse("Dilnoza Testova").expect("a name")), ..Names::default() };
    What::Introduced { identity: Identity { names, birth: None, citizenship: None, document: None } }
}

fn declared(kind: Kind, house: u8) -> What {
    let place = Place::Listed {
        source: line("test@1"),
        key: line(&format!("house-{house}")),
        text: line(&format!("Test Street {house}")),
        unit: Unit::default(),
    };
    let since = date(2026, 9, 1);
    let reference = Reference::new([house; 8]);
    What::Declared {
        declaration: Declaration { reference, kind, place, since, arrived: None, until: None, posted_on: None, meets: vec![] },
    }
}

fn left() -> What {
    What::Left { reference: Reference::new([99; 8]), on: date(2026, 10, 1), to: None }
}

fn own(person: PersonId, now: Timestamp) -> Grant {
    decide(&Subject::Resident { person, household: vec![] }, person, Purpose::Own, now).expect("one's own record")
}

fn of_officer(person: PersonId, now: Timestamp) -> Grant {
    let (staff, office) = (StaffId(id(7)), Office("north".into()));
    let assigned_to = Some(staff);
    let case =
        CaseFile { id: CaseId(id(8)), kind: CaseKind::LateReason, office: office.clone(), assigned_to, people: vec![person], open: true };
    let officer = Officer { staff, office, pseudonym: "O-7".into() };
    decide(&Subject::Officer(officer, Box::new(case)), person, Purpose::LateReason, now).expect("the officer's case")
}

/// A person with acts, one transaction each, as a use case does it: open, then append.
pub(super) async fn written(store: &Arc<dyn Store>, vault: &Vault, acts: Vec<What>) -> PersonId {
    let person = write!(store, [vault], |tx| vault.add_person(tx, at(0)).await?).expect("a person");
    for what in acts {
        append(store, vault, person, what).await.expect("an act");
    }
    person
}

async fn append(store: &Arc<dyn Store>, vault: &Vault, person: PersonId, what: What) -> Answer<Record> {
    write!(store, [vault, what], |tx| {
        let mut record = vault.open(tx, &own(person, at(1)), at(1)).await?.record;
        vault.append(tx, &mut record, Actor::Person, what, at(1)).await?;
        record
    })
}

pub(super) async fn opened(store: &Arc<dyn Store>, vault: &Vault, person: PersonId) -> Answer<Record> {
    try_read!(store, [vault], |tx| vault.open(tx, &own(person, at(2)), at(2)).await?.record)
}

async fn looks(store: &Arc<dyn Store>, vault: &Vault, person: PersonId) -> Answer<Vec<Look>> {
    try_read!(store, [vault], |tx| vault.open_looks(tx, &own(person, at(3)), u32::MAX, 10, at(3)).await?)
}

/// After each act, what is opened is the fold of the acts, and the stored projection is the fold's.
pub async fn a_record_is_the_fold_of_its_acts(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let person = written(&store, &vault, vec![]).await;
    let steps =
        [introduced(), declared(Kind::Arrival, 1), declared(Kind::Renewal, 1), declared(Kind::Move, 2), left(), declared(Kind::Move, 3)];
    for (n, what) in steps.into_iter().enumerate() {
        let after = append(&store, &vault, person, what).await.unwrap();
        let record = opened(&store, &vault, person).await.unwrap();
        assert_eq!(record, after, "after act {}", n + 1);
        assert_eq!(record.version as usize, n + 1);
        let projection = read!(store, [vault], |tx| vault.open_residence(tx, &own(person, at(2)), at(2)).await?);
        assert_eq!(projection.as_ref(), record.current(), "after act {}", n + 1);
    }
    assert_eq!(read!(store, |tx| tx.leaves().await?), 6, "one leaf for each act, none for the person's own reading");
}

/// Two that opened the same version cannot both append, and the second leaves nothing.
pub async fn an_act_of_another_version_conflicts(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let person = written(&store, &vault, vec![introduced()]).await;
    let stale = opened(&store, &vault, person).await.unwrap();
    append(&store, &vault, person, declared(Kind::Arrival, 1)).await.unwrap();
    let before = opened(&store, &vault, person).await.unwrap();
    let again = write!(store, [vault, stale], |tx| {
        vault.append(tx, &mut { stale }, Actor::Person, declared(Kind::Arrival, 2), at(3)).await?;
    });
    assert_eq!(again, Err(StoreError::Conflict("act").into()));
    assert_eq!(opened(&store, &vault, person).await.unwrap(), before);
    assert_eq!(read!(store, |tx| tx.leaves().await?), 2);
}

/// Several people's records open in the order of their grants, each with its look, and grow together, each history going on by itself.
pub async fn several_records_open_and_grow_at_once(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let mut people = Vec::new();
    for house in 1..=3 {
        people.push(written(&store, &vault, vec![introduced(), declared(Kind::Arrival, house)]).await);
    }
    people.reverse();
    for second in 2..4 {
        let grants: Vec<_> = people.iter().map(|person| of_officer(*person, at(second))).collect();
        let opened = write!(store, [vault, grants], |tx| vault.open_all(tx, &grants, at(second)).await?).unwrap();
        assert_eq!(opened.iter().map(|opened| opened.record.person).collect::<Vec<_>>(), people);
        assert!(opened.iter().all(|opened| opened.look.as_ref().is_some_and(|look| look.seq + 1 == second as u32)));
    }
    let grants: Vec<_> = people.iter().map(|person| own(*person, at(4))).collect();
    let grown = write!(store, [vault, grants], |tx| {
        let mut opened = vault.open_all(tx, &grants, at(4)).await?;
        let moved = |n: usize| (Actor::Person, declared(Kind::Move, 10 + n as u8));
        let entries = opened.iter_mut().enumerate().map(|(n, opened)| (&mut opened.record, moved(n).0, moved(n).1));
        vault.append_all(tx, entries.collect(), at(4)).await?;
        opened
    })
    .unwrap();
    for (person, grown) in people.iter().zip(grown) {
        let person = *person;
        assert_eq!(opened(&store, &vault, person).await.unwrap(), grown.record);
        let projection = read!(store, [vault], |tx| vault.open_residence(tx, &own(person, at(5)), at(5)).await?);
        assert_eq!(projection.as_ref(), grown.record.current());
        let history = read!(store, [vault], |tx| vault.open_history(tx, &own(person, at(5)), at(5)).await?);
        for (chain, traces, count) in [(Chain::Acts, history.acts, 3), (Chain::Looks, history.looks, 2)] {
            let entry = |trace: &crate::vault::Trace| (Statement::parse(&trace.opening.canonical).unwrap(), trace.opening.leaf());
            let entries: Vec<_> = traces.iter().map(entry).collect();
            assert_eq!(check_chain(chain, *person.0.as_bytes(), &entries, count), Ok(()), "{chain:?}");
        }
    }
    let twice = vec![of_officer(people[0], at(6)); 2];
    let refused = write!(store, [vault, twice], |tx| vault.open_all(tx, &twice, at(6)).await?.len());
    assert_eq!(refused, Err(TxError::Refused(Refused::Open(OpenError::Nobody))));
}

/// Opening somebody's record writes the look and its leaf in the same transaction; the person reads who it was.
pub async fn a_look_comes_with_the_opening(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let person = written(&store, &vault, vec![introduced()]).await;
    let opened = write!(store, [vault], |tx| vault.open(tx, &of_officer(person, at(2)), at(2)).await?).unwrap();
    assert!(opened.record.names().is_some_and(|names| names.formal() == "Dilnoza Testova"));
    let looks = looks(&store, &vault, person).await.unwrap();
    assert_eq!(looks, opened.look.into_iter().collect::<Vec<_>>());
    assert_eq!((looks.len(), looks[0].seq, looks[0].purpose), (1, 1, Purpose::LateReason));
    assert_eq!(read!(store, |tx| tx.leaves().await?), 2);
    assert_eq!(read!(store, |tx| tx.person(person).await?).unwrap().looks, 1);
}

/// Acts and looks are numbered, each names the leaf of the one before, and each opens a leaf that waits for the log.
pub async fn a_history_is_chained(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let person = written(&store, &vault, vec![introduced(), declared(Kind::Arrival, 1), left()]).await;
    for second in 2..5 {
        write!(store, [vault], |tx| vault.open(tx, &of_officer(person, at(second)), at(second)).await?).unwrap();
    }
    let leaves = read!(store, |tx| tx.pending_leaves(100).await?);
    assert_eq!(leaves.len(), 6);
    let history = read!(store, [vault], |tx| vault.open_history(tx, &own(person, at(9)), at(9)).await?);
    assert_eq!((history.act_count, history.look_count), (3, 3));
    let newest = read!(store, [vault], |tx| vault.open_traced_looks(tx, &own(person, at(9)), (3, 1), at(9)).await?);
    assert_eq!(newest.iter().map(|(look, trace)| (look.seq, trace)).collect::<Vec<_>>(), [(2, &history.looks[1])]);
    for (chain, traces) in [(Chain::Acts, history.acts), (Chain::Looks, history.looks)] {
        let mut entries = Vec::new();
        for trace in traces {
            let leaf = trace.opening.leaf();
            assert!(leaves.iter().any(|row| row.id == trace.leaf && row.leaf == leaf.0), "{chain:?} {}", trace.seq);
            let statement = Statement::parse(&trace.opening.canonical).expect("a statement");
            assert_eq!((statement.seq, statement.at), (trace.seq, trace.at.as_microsecond()));
            entries.push((statement, leaf));
        }
        assert_eq!(check_chain(chain, *person.0.as_bytes(), &entries, 3), Ok(()), "{chain:?}");
    }

    // Whoever acts for the person leaves a look by reading it; that look is not in what they read.
    let parent = Subject::Resident { person: PersonId(id(99)), household: vec![person] };
    let parent = decide(&parent, person, Purpose::Household, at(9)).expect("a member of the household");
    let read_by_parent = write!(store, [vault, parent], |tx| vault.open_history(tx, &parent, at(9)).await?).unwrap();
    assert_eq!((read_by_parent.look_count, read_by_parent.looks.len()), (3, 3));
    assert_eq!(read!(store, |tx| tx.person(person).await?).unwrap().looks, 4);
}

/// Where the last look was taken away or is damaged, no further one opens the record: nobody can go on over a hole.
pub async fn a_history_with_a_hole_is_not_continued(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let person = written(&store, &vault, vec![introduced()]).await;
    // As if a look had been written and its row lost: the counter stands at one, what is there does not open.
    write!(store, |tx| {
        let act = tx.acts(person).await?.swap_remove(0);
        tx.append_looks(&[with_leaf(LookRow { person, seq: 1, sealed: act.sealed })]).await?;
    })
    .unwrap();
    let next = write!(store, [vault], |tx| vault.open(tx, &of_officer(person, at(2)), at(2)).await?.record);
    assert_eq!(next, Err(TxError::Refused(Refused::Open(OpenError::Damaged("look")))));
    assert_eq!(read!(store, |tx| tx.leaves().await?), 2);
}

/// If the transaction is refused after the opening, neither the look nor anything of the record comes out; and none opens in a read.
pub async fn a_refused_opening_shows_and_leaves_nothing(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let person = written(&store, &vault, vec![introduced()]).await;
    let open = vault.clone();
    let refused: Answer<Record> = store::write(&*store, "refuse", move |tx| {
        let vault = open.clone();
        Box::pin(async move {
            vault.open(tx, &of_officer(person, at(2)), at(2)).await?;
            Err(TxError::Refused(Refused::OnPurpose))
        })
    })
    .await;
    assert_eq!(refused, Err(TxError::Refused(Refused::OnPurpose)));
    let unwritten = try_read!(store, [vault], |tx| vault.open(tx, &of_officer(person, at(2)), at(2)).await?.record);
    assert!(matches!(unwritten, Err(TxError::Store(StoreError::Broken(_)))), "{unwritten:?}");
    assert_eq!(read!(store, |tx| tx.leaves().await?), 1);
    assert_eq!(read!(store, |tx| tx.looks(person, u32::MAX, 10).await?), []);
    assert_eq!(read!(store, |tx| tx.person(person).await?).unwrap().looks, 0);
}

/// Sealed rows that somebody moves from one person to another, or from one table to another, do not open.
pub async fn a_row_of_another_person_does_not_open(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let rich = written(&store, &vault, vec![introduced(), declared(Kind::Arrival, 1)]).await;
    let poor = written(&store, &vault, vec![]).await;
    write!(store, |tx| {
        for row in tx.acts(rich).await? {
            tx.append_acts(&[with_leaf(ActRow { person: poor, ..row })]).await?;
        }
    })
    .unwrap();
    assert_eq!(opened(&store, &vault, poor).await, Err(TxError::Refused(Refused::Open(OpenError::Damaged("act")))));
    write!(store, |tx| {
        let act = tx.acts(rich).await?.swap_remove(0);
        tx.append_looks(&[with_leaf(LookRow { person: rich, seq: 1, sealed: act.sealed })]).await?;
    })
    .unwrap();
    assert_eq!(looks(&store, &vault, rich).await, Err(TxError::Refused(Refused::Open(OpenError::Damaged("look")))));
}

/// Erasing leaves one leaf more and no person; what the log already held stays.
pub async fn an_erased_person_does_not_open(database: &impl Database) {
    let (store, vault) = (database.store(), vault(database));
    let person = written(&store, &vault, vec![introduced(), declared(Kind::Arrival, 1)]).await;
    let erased = write!(store, [vault], |tx| vault.erase(tx, person, at(3)).await?);
    assert_eq!(erased, Ok(()));
    assert_eq!(opened(&store, &vault, person).await, Err(TxError::Refused(Refused::Open(OpenError::Nobody))));
    assert_eq!(read!(store, |tx| tx.leaves().await?), 3);
    assert_eq!(read!(store, |tx| tx.acts(person).await?), []);
}
