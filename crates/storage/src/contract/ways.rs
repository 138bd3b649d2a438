//! The ways of messages.

use super::Database;
use super::cases::officer;
use super::world::{at, hash, id, person, read, sealed, try_read, with_people, write};
use crate::row::{MessageRow, WayNote, WayRow};
use crate::store::{Store, StoreError, TxError};
use doorstep_policy::{Finder, Identifier, decide_find};
use doorstep_register::StaffId;
use doorstep_register::case::Channel;
use std::sync::Arc;

const CLERK: StaffId = StaffId(uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0007));

fn way(n: u64, channel: Channel) -> WayRow {
    WayRow::new(person(1), id(n), channel)
}

fn note(seconds: i64, by: Option<StaffId>) -> WayNote<'static> {
    WayNote { at: at(seconds), by, trouble: None }
}

/// People with messages 1 to `n`, dated by their number, of the first of them, and a clerk.
async fn with_messages(database: &impl Database, n: u64) -> Arc<dyn Store> {
    let store = with_people(database, 2).await;
    write!(store, |tx| {
        for n in 1..=n {
            let row =
                MessageRow { person: person(1), id: id(n), sealed: sealed("text"), created_at: at(n.cast_signed()), expires_at: None };
            tx.add_message(&row).await?;
        }
        tx.put_staff(&officer(7)).await?;
        tx.put_staff(&officer(8)).await?;
    })
    .expect("messages are added");
    store
}

/// A message goes once on each way; what proves it is noted once, and by whom; what came back is proved no more.
pub async fn a_way_is_proved_or_comes_back(database: &impl Database) {
    let store = with_messages(database, 1).await;
    let mail = WayRow { code: Some(hash(1)), ..way(1, Channel::Email) };
    write!(store, [mail], |tx| {
        tx.add_way(&mail).await?;
        tx.add_way(&WayRow { sent_at: Some(at(1)), ..way(1, Channel::Inbox) }).await?;
    })
    .unwrap();
    assert_eq!(write!(store, [mail], |tx| tx.add_way(&mail).await?), Err(StoreError::Conflict("message_way").into()));
    let nowhere = write!(store, |tx| tx.add_way(&way(9, Channel::Email)).await?);
    assert_eq!(nowhere, Err(StoreError::NotFound("message_way").into()));

    write!(store, |tx| tx.way_sent(person(1), id(1), Channel::Email, at(5), Some(&sealed("ticket"))).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.way_ticket(person(1), id(1), Channel::Email).await?), Some(sealed("ticket")));
    assert_eq!(read!(store, |tx| tx.way_ticket(person(1), id(1), Channel::Inbox).await?), None);
    assert_eq!(write!(store, |tx| tx.prove_way(person(1), id(1), Channel::Email, &note(6, None)).await?), Ok(true));
    assert_eq!(write!(store, |tx| tx.prove_way(person(1), id(1), Channel::Email, &note(7, Some(CLERK))).await?), Ok(false));
    assert_eq!(write!(store, |tx| tx.prove_way(person(1), id(1), Channel::Inbox, &note(8, None)).await?), Ok(true));
    let proved = WayRow { sent_at: Some(at(5)), proved_at: Some(at(6)), ..mail.clone() };
    let opened = WayRow { sent_at: Some(at(1)), proved_at: Some(at(8)), ..way(1, Channel::Inbox) };
    assert_eq!(read!(store, |tx| tx.ways(person(1), id(1)).await?), [proved, opened.clone()]);

    let bounced = || WayNote { at: at(9), by: Some(CLERK), trouble: Some("no such mailbox") };
    assert_eq!(write!(store, |tx| tx.return_way(person(1), id(1), Channel::Email, &bounced()).await?), Ok(true));
    assert_eq!(write!(store, |tx| tx.return_way(person(1), id(1), Channel::Email, &bounced()).await?), Ok(false));
    assert_eq!(write!(store, |tx| tx.prove_way(person(1), id(1), Channel::Email, &note(10, None)).await?), Ok(false));
    let returned =
        WayRow { sent_at: Some(at(5)), came_back_at: Some(at(9)), noted_by: Some(CLERK), trouble: Some("no such mailbox".into()), ..mail };
    assert_eq!(read!(store, |tx| tx.ways(person(1), id(1)).await?), [returned, opened]);
    assert_eq!(read!(store, |tx| tx.ways(person(2), id(1)).await?), []);
    for lost in [Channel::Sms, Channel::Letter] {
        let missing = Err(TxError::Store(StoreError::NotFound("message_way")));
        assert_eq!(write!(store, |tx| tx.prove_way(person(1), id(1), lost, &note(9, None)).await?), missing);
        assert_eq!(write!(store, |tx| tx.return_way(person(1), id(1), lost, &note(9, None)).await?), missing);
        assert_eq!(
            write!(store, |tx| tx.way_sent(person(1), id(1), lost, at(9), None).await?),
            Err(StoreError::NotFound("message_way").into())
        );
    }
    // Somebody else's message is not theirs to prove.
    assert!(write!(store, |tx| tx.prove_way(person(2), id(1), Channel::Inbox, &note(9, None)).await?).is_err());
}

/// What waits to be opened is the person's own and dated up to now.
pub async fn what_is_unopened(database: &impl Database) {
    let store = with_messages(database, 3).await;
    write!(store, |tx| {
        for n in 1..=3 {
            tx.add_way(&way(n, Channel::Inbox)).await?;
            tx.add_way(&way(n, Channel::Sms)).await?;
        }
        tx.prove_way(person(1), id(2), Channel::Inbox, &note(2, None)).await?;
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.unopened(person(1), at(3), 10).await?), [id(3), id(1)]);
    assert_eq!(read!(store, |tx| tx.unopened(person(1), at(3), 1).await?), [id(3)]);
    assert_eq!(read!(store, |tx| tx.unopened(person(1), at(2), 10).await?), [id(1)]);
    assert!(read!(store, |tx| tx.unopened(person(2), at(3), 10).await?).is_empty());
}

/// A number finds the one message that it was given to, with a grant for just that.
pub async fn a_way_is_found_by_its_number(database: &impl Database) {
    let store = with_messages(database, 2).await;
    write!(store, |tx| tx.add_way(&WayRow { code: Some(hash(1)), ..way(1, Channel::Letter) }).await?).unwrap();
    let taken = write!(store, |tx| tx.add_way(&WayRow { code: Some(hash(1)), ..way(2, Channel::Letter) }).await?);
    assert_eq!(taken, Err(StoreError::Conflict("message_way").into()));
    let grant = |by, n| decide_find(Finder::Register, by, hash(n), at(0)).expect("the register finds");
    let (right, other, kind) = (grant(Identifier::Message, 1), grant(Identifier::Message, 2), grant(Identifier::Email, 1));
    assert_eq!(read!(store, [right], |tx| tx.way_by_code(&right, at(1)).await?), Some((person(1), id(1), Channel::Letter)));
    assert_eq!(read!(store, [other], |tx| tx.way_by_code(&other, at(1)).await?), None);
    assert!(try_read!(store, [kind], |tx| tx.way_by_code(&kind, at(1)).await?).is_err(), "a grant for something else");
    assert!(try_read!(store, [right], |tx| tx.way_by_code(&right, at(61)).await?).is_err(), "a grant that has run out");
}

/// Letters are handed out one at a time, the oldest first, to one clerk each; whoever has one gets no other before it is posted.
pub async fn letters_are_handed_out_one_by_one(database: &impl Database) {
    let store = with_messages(database, 3).await;
    let other = StaffId(id(8));
    write!(store, |tx| {
        for n in [2, 1, 3] {
            tx.add_way(&way(n, Channel::Letter)).await?;
            tx.add_way(&way(n, Channel::Email)).await?;
        }
    })
    .unwrap();
    assert_eq!(read!(store, |tx| tx.letters_to_print(at(2)).await?), 2, "the third is dated later");
    assert_eq!(read!(store, |tx| tx.held_letter(CLERK, at(5)).await?), None);
    assert_eq!(write!(store, |tx| tx.hold_letter(CLERK, at(5), at(60)).await?), Ok(Some((person(1), id(1)))));
    assert_eq!(write!(store, |tx| tx.hold_letter(CLERK, at(6), at(66)).await?), Ok(Some((person(1), id(1)))));
    assert_eq!(write!(store, |tx| tx.hold_letter(other, at(6), at(60)).await?), Ok(Some((person(1), id(2)))));
    assert_eq!(read!(store, |tx| tx.held_letter(CLERK, at(65)).await?), Some((person(1), id(1))));
    assert_eq!(read!(store, |tx| tx.letters_to_print(at(9)).await?), 3);

    // Posted, put back, and forgotten on a desk overnight.
    write!(store, |tx| tx.way_sent(person(1), id(1), Channel::Letter, at(7), None).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.held_letter(CLERK, at(8)).await?), None);
    write!(store, |tx| tx.drop_letter(StaffId(id(8))).await?).unwrap();
    assert_eq!(write!(store, |tx| tx.hold_letter(CLERK, at(8), at(60)).await?), Ok(Some((person(1), id(2)))));
    assert_eq!(read!(store, |tx| tx.held_letter(CLERK, at(60)).await?), None);
    assert_eq!(write!(store, |tx| tx.hold_letter(StaffId(id(8)), at(60), at(90)).await?), Ok(Some((person(1), id(2)))));
    write!(store, |tx| tx.return_way(person(1), id(2), Channel::Letter, &note(61, None)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.letters_to_print(at(61)).await?), 1);
    assert_eq!(write!(store, |tx| tx.hold_letter(StaffId(id(8)), at(61), at(90)).await?), Ok(Some((person(1), id(3)))));
}

/// Ways go with their message.
pub async fn ways_go_with_their_message(database: &impl Database) {
    let store = with_messages(database, 1).await;
    write!(store, |tx| {
        let short = MessageRow { person: person(1), id: id(5), sealed: sealed("link"), created_at: at(0), expires_at: Some(at(10)) };
        tx.add_message(&short).await?;
        tx.add_way(&way(5, Channel::Email)).await?;
        tx.add_way(&way(1, Channel::Email)).await?;
    })
    .unwrap();
    write!(store, |tx| tx.sweep(at(20)).await?).unwrap();
    assert_eq!(read!(store, |tx| tx.ways(person(1), id(5)).await?), []);
    assert_eq!(read!(store, |tx| tx.ways(person(1), id(1)).await?), [way(1, Channel::Email)]);
}
