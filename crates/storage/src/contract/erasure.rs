//! Erasure: nothing of a person stays, in no table that there is now or will be.

use super::Database;
use super::cases::{case, officer};
use super::hosts::{invitation, letter, link};
use super::jobs::job;
use super::world::{at, hash, id, person, read, sealed, with_leaf, with_people, write};
use crate::row::*;
use crate::store::{Store, StoreError};
use doorstep_register::case::{Channel, Side};
use doorstep_register::{CaseId, EvidenceId, StaffId};
use std::sync::Arc;

/// Gives the person something in every table that can hold them.
async fn fill(store: &Arc<dyn Store>, n: u64) {
    let (whose, other) = (person(n), person(n + 1));
    write!(store, |tx| {
        let (key, handle, sealed) = (hash(n), id(100 + n), sealed("something"));
        tx.append_acts(&[with_leaf(ActRow { person: whose, seq: 1, sealed: sealed.clone() })]).await?;
        tx.put_residence(&ResidenceRow { person: whose, home: Some(key), flat: Some(key), house: Some(key), sealed: sealed.clone() })
            .await?;
        tx.append_looks(&[with_leaf(LookRow { person: whose, seq: 1, sealed: sealed.clone() })]).await?;
        let leaf = LeafRow { id: handle, leaf: [1; 33] };
        tx.put_draft(&DraftRow { person: whose, journey: "declare".into(), version: 1, sealed: sealed.clone(), saved_at: at(0) }).await?;
        tx.keep_outcome(whose, &key, "done", at(0)).await?;
        tx.put_document(whose, Some(&key)).await?;
        tx.add_member(whose, other).await?;
        tx.add_member(other, whose).await?;
        tx.put_email(whose, Some(&key)).await?;
        tx.add_link(&LinkRow { token: key, person: Some(whose), staff: None, expires_at: at(60) }).await?;
        tx.put_codes(whose, &[key], at(0)).await?;
        tx.put_passkey(&PasskeyRow { person: whose, credential: key, sealed: sealed.clone(), created_at: at(0) }).await?;
        let session = SessionRow {
            id: handle,
            token: key,
            person: Some(whose),
            staff: None,
            way: SignInWay::Link,
            created_at: at(0),
            expires_at: at(60),
            stepped_up_at: None,
            posted_on: None,
        };
        tx.add_session(&session).await?;
        tx.add_message(&MessageRow { person: whose, id: handle, sealed: sealed.clone(), created_at: at(0), expires_at: None }).await?;
        tx.add_way(&WayRow::new(whose, handle, Channel::Inbox)).await?;
        tx.add_job(&JobRow { person: whose, ..job(n, 0) }).await?;
        let evidence = EvidenceRow { person: whose, id: EvidenceId(handle), sealed: sealed.clone(), created_at: at(0), named_at: None };
        tx.add_evidence(&evidence).await?;
        let receipt = ReceiptRow { id: key, person: whose, issued_at: at(0), sealed: sealed.clone(), link: sealed.clone() };
        tx.add_receipt(&receipt).await?;
        tx.open_case(&CaseRow { id: CaseId(handle), ..case(n, 0) }, &[(whose, Side::Resident), (other, Side::Other)]).await?;
        tx.append_case_act(&CaseActRow { person: whose, case: CaseId(handle), seq: 1, sealed: sealed.clone() }, &leaf).await?;
        let proof = HomeProof::Letter;
        tx.put_home(&HomeRow { host: whose, home: key, sealed: sealed.clone(), proof, helped_by: None, shown_at: at(0) }).await?;
        tx.add_host_letter(&letter(n, n)).await?;
        tx.put_host_link(&link(n, n, Some(n))).await?;
        tx.add_host_word(&HostWordRow { person: whose, id: handle, sealed }).await?;
        tx.put_invitation(&invitation(n, n, n, 60)).await?;
    })
    .expect("the tables are filled");
}

/// The catalogue names the tables, so that a table of tomorrow fails this test until it is filled here and erased there.
pub async fn nothing_of_a_person_stays(database: &impl Database) {
    let store = with_people(database, 4).await;
    fill(&store, 1).await;
    fill(&store, 3).await;
    let columns = database.columns_with_a_person().await;
    assert!(columns.len() >= 20, "the catalogue shows only {columns:?}");
    for (table, column) in &columns {
        for whose in [1, 3] {
            assert!(database.rows_with(table, column, person(whose)).await > 0, "{table}.{column} is not filled");
        }
    }
    write!(store, |tx| tx.erase_person(person(1)).await?).unwrap();
    for (table, column) in &columns {
        assert_eq!(database.rows_with(table, column, person(1)).await, 0, "{table}.{column} still has the person");
        assert!(database.rows_with(table, column, person(3)).await > 0, "{table}.{column} lost somebody else");
    }
    assert_eq!(read!(store, |tx| tx.leaves().await?), 6, "leaves stay");
    assert!(read!(store, |tx| tx.case(CaseId(id(101))).await?).is_some(), "the case stays");
    assert_eq!(read!(store, |tx| tx.case_people(CaseId(id(101))).await?), [(person(2), Side::Other)]);
    assert_eq!(write!(store, |tx| tx.erase_person(person(1)).await?), Err(StoreError::NotFound("person").into()));
}

/// A clerk who helps somebody while they are erased stays signed in, and helps nobody.
pub async fn a_clerk_stays_signed_in(database: &impl Database) {
    let store = with_people(database, 1).await;
    let desk = |whom| SessionRow {
        id: id(50),
        token: hash(5),
        person: whom,
        staff: Some(StaffId(id(7))),
        way: SignInWay::Link,
        created_at: at(0),
        expires_at: at(60),
        stepped_up_at: None,
        posted_on: None,
    };
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.add_session(&desk(Some(person(1)))).await?;
        tx.erase_person(person(1)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.session(&hash(5), at(1)).await?), Some(desk(None)));
}
