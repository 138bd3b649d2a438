//! Replaying somebody's acts gives the stored projection, after any sequence of use cases, on each engine.

use crate::app::TestApp;
use doorstep_locales::Locale;
use doorstep_register::{Birth, Change, Contact, Identity, Kind, Line, Name, Names, Place, Words};
use doorstep_service::{Correction, Declare, Leave, Member, Session};
use jiff::ToSpan;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

#[derive(Clone, Debug)]
enum Wish {
    Declare(Kind, u8, i16, bool),
    Leave(i16),
    Correct(u8),
    Contact(u8),
    Explain,
    Photo,
    Wait(u8),
    Background,
}

fn wish() -> impl Strategy<Value = Wish> {
    let kind = prop_oneof![Just(Kind::Arrival), Just(Kind::Move), Just(Kind::Same), Just(Kind::Renewal)];
    prop_oneof![
        5 => (kind, any::<u8>(), -60..60i16, any::<bool>()).prop_map(|(kind, place, since, along)| Wish::Declare(kind, place, since, along)),
        1 => (-30..60i16).prop_map(Wish::Leave),
        1 => any::<u8>().prop_map(Wish::Correct),
        1 => any::<u8>().prop_map(Wish::Contact),
        1 => Just(Wish::Explain),
        1 => Just(Wish::Photo),
        1 => any::<u8>().prop_map(Wish::Wait),
        1 => Just(Wish::Background),
    ]
}

fn names(n: u8) -> Names {
    Names { passport: Name::parse(&format!("NAMUNA {n}")).ok(), ..Names::default() }
}

fn identity(n: u8) -> Identity {
    Identity { names: names(n), birth: Some(Birth { year: 1990, month: None, day: None }), citizenship: None, document: None }
}

fn place(n: u8) -> Place {
    let words = Words::parse(&format!("Behind the mill, door {n}")).expect("words");
    if n.is_multiple_of(2) { Place::NotListed { description: words } } else { Place::NoFixedAddress { reached_at: words } }
}

/// Does it, if it is possible; a refusal is an answer too, and leaves nothing.
async fn wish_for(app: &TestApp, session: &Session, wish: &Wish, n: usize) {
    let service = &app.service;
    let record = service.record(session).await.expect("the record opens");
    let day = |offset: i16| service.today().checked_add(i64::from(offset).days()).expect("a day");
    let key = format!("key {n}");
    match wish {
        Wish::Declare(kind, at, since, along) => {
            let household = service.household(session).await.expect("the household opens");
            let first = record.identity.is_none();
            let command = Declare {
                kind: *kind,
                identity: first.then(|| identity(0)),
                contact: None,
                place: place(*at),
                since: day(*since),
                arrived: None,
                until: None,
                members: if first && *along { vec![Member { identity: identity(1) }] } else { Vec::new() },
                along: if *along { household.iter().map(|r| r.person).collect() } else { Vec::new() },
                evidence: Vec::new(),
                late_because: None,
                told: Vec::new(),
                document_seen: false,
                seen: Some(record.version),
                journey: "declare",
                locale: Locale::En,
            };
            let _ = service.declare(session, command, &key).await;
        }
        Wish::Leave(on) => {
            let command = Leave { on: day(*on), to: None, along: Vec::new(), seen: record.version, locale: Locale::En };
            let _ = service.leave(session, command, &key).await;
        }
        Wish::Correct(n) => {
            let command =
                Correction { person: record.person, change: Change::Names(names(*n)), why: None, seen: record.version, locale: Locale::En };
            let _ = service.correct(session, command, &key).await;
        }
        Wish::Contact(n) => {
            let contact = Contact { email: Line::parse(&format!("a{n}@sample-person.example")).ok(), ..Contact::default() };
            let _ = service.set_contact(session, contact, record.version, Locale::En).await;
        }
        Wish::Explain => {
            let _ = service
                .explain(session, Line::parse("ru.arrival.general").expect("a line"), Words::parse("I was ill.").expect("words"))
                .await;
        }
        Wish::Photo => {
            if let Ok(id) = service.keep_photo(session, vec![1, 2, 3]).await {
                let _ = service.add_evidence(session, id, Line::parse("A lease").expect("a line")).await;
            }
        }
        Wish::Wait(days) => app.days_later(i64::from(*days) % 20),
        Wish::Background => app.background().await,
    }
}

async fn replayed(app: &TestApp, wishes: &[Wish]) {
    let (_, session) = app.service.begin_new().await.expect("a session begins");
    let mut people = vec![session.person().expect("a person")];
    for (n, wish) in wishes.iter().enumerate() {
        wish_for(app, &session, wish, n).await;
        people.truncate(1);
        people.extend(app.service.household(&session).await.expect("the household opens").into_iter().map(|r| r.person));
        for person in &people {
            let record = app.folded(*person).await.expect("the acts make a record");
            assert_eq!(app.projection(*person).await.as_ref(), record.current(), "after {wish:?}");
            assert_eq!(app.service.record_of(&session, *person).await.as_ref(), Ok(&record), "after {wish:?}");
        }
    }
}

#[test]
fn replaying_the_acts_gives_the_stored_projection() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    for app in runtime.block_on(TestApp::on_each_engine("replay")) {
        let config = Config { cases: 12, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        // A session lives for 30 days, and a case waits for fewer.
        let outcome = runner.run(&vec(wish(), 1..14), |wishes| {
            runtime.block_on(replayed(&app, &wishes));
            Ok(())
        });
        assert!(outcome.is_ok(), "{}: {outcome:?}", app.service.engine());
        runtime.block_on(app.close());
    }
}
