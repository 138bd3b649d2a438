//! Promises 3, 4 and 11 for any sequence of commands: the record is the fold of its acts, and nothing but an act changes it.

use doorstep_register::{
    Act, Actor, Birth, CaseId, Change, CitizenshipCode, Contact, Declaration, Document, DocumentKind, Effect, End, EvidenceId, FoldError,
    Identity, Kind, Line, Name, Names, Office, PersonId, Place, Record, Reference, Refusal, StaffId, Unit, What, Words, correct, declare,
    leave,
};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

/// What somebody wants; whether it is possible is for the commands to say.
#[derive(Clone, Debug)]
enum Wish {
    Declare { kind: Kind, place: u8, since: i16, arrived: Option<i16>, until: Option<i16> },
    Leave { on: i16 },
    Correct(u8, u8),
    Contact(u8),
    Evidence(u8),
    Explain,
    Ask,
    DocumentSeen,
}

fn wish() -> impl Strategy<Value = Wish> {
    let kind = prop_oneof![Just(Kind::Arrival), Just(Kind::Move), Just(Kind::Same), Just(Kind::Renewal)];
    prop_oneof![
        4 => (kind, any::<u8>(), -400..400i16, option::of(-400..400i16), option::of(-400..800i16))
            .prop_map(|(kind, place, since, arrived, until)| Wish::Declare { kind, place, since, arrived, until }),
        1 => (-400..400i16).prop_map(|on| Wish::Leave { on }),
        2 => (0..4u8, any::<u8>()).prop_map(|(field, value)| Wish::Correct(field, value)),
        1 => any::<u8>().prop_map(Wish::Contact),
        1 => any::<u8>().prop_map(Wish::Evidence),
        1 => Just(Wish::Explain),
        1 => Just(Wish::Ask),
        1 => Just(Wish::DocumentSeen),
    ]
}

const START: Date = date(2026, 11, 22);

fn day(offset: i16) -> Date {
    START.checked_add(i64::from(offset).days()).unwrap()
}

fn person() -> PersonId {
    PersonId(Uuid::from_u128(1))
}

fn reference(n: u32) -> Reference {
    Reference::new((u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15)).to_be_bytes())
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn names(n: u8) -> Names {
    Names { passport: Some(Name::parse(&format!("NAMUNA {n}")).unwrap()), ..Names::default() }
}

fn identity() -> Identity {
    Identity { names: names(0), birth: Some(Birth { year: 1993, month: Some(5), day: Some(17) }), citizenship: None, document: None }
}

fn place(n: u8) -> Place {
    let text = format!("Sample street {n}");
    match n % 3 {
        0 => Place::Listed { source: line("town@1"), key: line(&text), text: line(&text), unit: Unit::default() },
        1 => Place::NotListed { description: Words::parse(&text).unwrap() },
        _ => Place::NoFixedAddress { reached_at: Words::parse(&text).unwrap() },
    }
}

fn change(field: u8, n: u8) -> Change {
    match field {
        0 => Change::Names(names(n % 5)),
        1 => Change::Birth((!n.is_multiple_of(4)).then(|| Birth { year: 1960 + i16::from(n % 40), month: None, day: None })),
        2 => {
            Change::Citizenship((!n.is_multiple_of(3)).then(|| CitizenshipCode::parse(["UZB", "TJK", "GEO"][usize::from(n) % 3]).unwrap()))
        }
        _ => Change::Document(
            (!n.is_multiple_of(3)).then(|| Document::parse(DocumentKind::Passport, &format!("AB {}", 1000 + i32::from(n))).unwrap()),
        ),
    }
}

fn command(record: &Record, wish: &Wish, today: Date) -> Result<What, Refusal> {
    let number = reference(record.version + 1);
    match wish {
        Wish::Declare { kind, place: n, since, arrived, until } => {
            let declaration = Declaration {
                reference: number,
                kind: *kind,
                place: place(*n),
                since: day(*since),
                arrived: arrived.map(day),
                until: until.map(day),
                posted_on: None,
                meets: Vec::new(),
            };
            declare(record, declaration, today)
        }
        Wish::Leave { on } => leave(record, number, day(*on), None, today),
        Wish::Correct(field, n) => correct(record, number, change(*field, *n), None),
        Wish::Contact(n) => {
            Ok(What::Contacted { contact: Contact { email: Some(line(&format!("a{n}@example.org"))), ..Contact::default() } })
        }
        Wish::Evidence(n) => Ok(What::EvidenceAdded { evidence: EvidenceId(Uuid::from_u128(u128::from(*n))), title: line("A lease") }),
        Wish::Explain => Ok(What::Explained { rule: line("rule"), words: Words::parse("I was ill.").unwrap() }),
        Wish::Ask => Ok(What::Asked {
            look: 1,
            about: None,
            entry: Words::parse("An officer, 1 January").unwrap(),
            words: Words::parse("Why did you look?").unwrap(),
        }),
        Wish::DocumentSeen => Ok(What::DocumentSeen {}),
    }
}

fn act(seq: u32, what: What) -> Act {
    let at = Timestamp::from_second(1_795_000_000 + 60 * i64::from(seq)).unwrap();
    Act { person: person(), seq, at, by: Actor::Person, what }
}

/// Each wish in turn; what is refused leaves nothing.
fn live(wishes: &[Wish], mut each: impl FnMut(&Record, &Act, &Record)) -> (Vec<Act>, Record) {
    let mut acts = vec![act(1, What::Introduced { identity: identity() })];
    let mut record = Record::fold(person(), &acts).unwrap();
    for wish in wishes {
        let Ok(what) = command(&record, wish, START) else { continue };
        let before = record.clone();
        let next = act(record.version + 1, what);
        record.apply(&next).unwrap();
        each(&before, &next, &record);
        acts.push(next);
    }
    (acts, record)
}

fn has_gap(folded: &Result<Record, FoldError>) -> bool {
    matches!(folded, Err(FoldError::Gap { .. }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_the_persons_own_move_or_leave_ends_a_registration(wishes in vec(wish(), 0..40)) {
        live(&wishes, |before, act, after| {
            let Some(old) = before.current() else { return };
            let still = &after.residences[before.residences.len() - 1];
            match (&act.what, &still.ended) {
                (_, None) => assert_eq!(still.declaration, old.declaration),
                (What::Left { on, .. }, Some(End::Left { on: last })) => assert_eq!(on, last),
                (What::Declared { declaration }, Some(End::Moved { on, to })) => {
                    assert_ne!(declaration.kind, Kind::Renewal);
                    assert_eq!((on, to), (&declaration.since, &declaration.reference));
                }
                (what, end) => panic!("{what:?} ended a registration: {end:?}"),
            }
        });
    }

    #[test]
    fn a_declaration_is_in_force_when_it_is_made(wishes in vec(wish(), 0..40)) {
        live(&wishes, |_, act, after| {
            if let What::Declared { declaration } = &act.what {
                let current = after.current().expect("in force at once");
                assert_eq!(current.latest_reference(), &declaration.reference);
                assert_eq!(current.place(), &declaration.place);
                if declaration.kind != Kind::Renewal {
                    assert_eq!(current.declared_at, act.at);
                }
            }
        });
    }

    #[test]
    fn at_most_one_registration_is_in_force_and_none_is_forgotten(wishes in vec(wish(), 0..40)) {
        live(&wishes, |before, _, after| {
            assert!(after.residences.iter().rev().skip(1).all(|r| r.ended.is_some()));
            assert!(after.residences.len() >= before.residences.len());
            let declared = |r: &Record| r.residences.iter().map(|r| r.declaration.clone()).collect::<Vec<_>>();
            assert!(declared(after).starts_with(&declared(before)));
            assert!(after.evidence.starts_with(&before.evidence));
            assert!(after.explanations.starts_with(&before.explanations));
        });
    }

    #[test]
    fn every_other_act_leaves_the_registrations_alone(wishes in vec(wish(), 0..40)) {
        live(&wishes, |before, act, after| {
            if !matches!(act.what, What::Declared { .. } | What::Left { .. }) {
                assert_eq!(before.residences, after.residences);
            }
        });
    }

    #[test]
    fn a_corrected_name_is_kept_as_a_former_one(wishes in vec(wish(), 0..40)) {
        live(&wishes, |before, act, after| {
            let mut expected = before.former_names.clone();
            if let What::Corrected { change: Change::Names(names), .. } = &act.what {
                expected.push(before.names().unwrap().clone());
                assert_eq!(after.names(), Some(names));
            }
            assert_eq!(after.former_names, expected);
        });
    }

    #[test]
    fn replaying_the_acts_gives_the_record(wishes in vec(wish(), 0..40)) {
        let (acts, record) = live(&wishes, |_, _, _| {});
        prop_assert_eq!(Record::fold(person(), &acts), Ok(record.clone()));
        let stored: Vec<String> = acts.iter().map(|act| serde_json::to_string(act).unwrap()).collect();
        let read: Vec<Act> = stored.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
        prop_assert_eq!(Record::fold(person(), &read), Ok(record));
    }

    #[test]
    fn a_gap_a_stranger_or_another_order_is_refused(wishes in vec(wish(), 2..40), at in any::<prop::sample::Index>()) {
        let (acts, _) = live(&wishes, |_, _, _| {});
        prop_assume!(acts.len() >= 3);
        let i = at.index(acts.len() - 1);

        let mut gap = acts.clone();
        gap.remove(i);
        prop_assert_eq!(Record::fold(person(), &gap), Err(FoldError::Gap { version: i as u32, found: i as u32 + 2 }));

        let mut swapped = acts.clone();
        swapped.swap(i, i + 1);
        prop_assert!(has_gap(&Record::fold(person(), &swapped)));

        let mut twice = acts.clone();
        twice.insert(i, acts[i].clone());
        prop_assert!(has_gap(&Record::fold(person(), &twice)));

        let mut stranger = acts;
        stranger[i].person = PersonId(Uuid::from_u128(2));
        prop_assert_eq!(Record::fold(person(), &stranger), Err(FoldError::Stranger(i as u32 + 1)));
    }

    #[test]
    fn ten_years_change_nothing(wishes in vec(wish(), 0..40)) {
        let (acts, record) = live(&wishes, |_, _, _| {});
        let later = START.checked_add(10.years()).unwrap();
        // The fold takes no clock: there is nothing that ten years could be told to.
        prop_assert_eq!(Record::fold(person(), &acts), Ok(record.clone()));
        let Some(current) = record.current() else { return Ok(()) };
        // Whoever is registered can still say "still there", and can still leave: it is in force.
        let still = Wish::Declare { kind: Kind::Renewal, place: 0, since: 0, arrived: None, until: None };
        let again = command(&record, &still, later).unwrap();
        let What::Declared { declaration } = again else { panic!("a renewal is a declaration") };
        prop_assert_eq!(&declaration.place, current.place());
        prop_assert!(leave(&record, reference(9999), later, None, later).is_ok());
        let anew = Declaration { kind: Kind::Arrival, ..declaration };
        prop_assert_eq!(declare(&record, anew, later), Err(Refusal::AlreadyRegistered));
    }

    #[test]
    fn a_refused_command_says_why_and_changes_nothing(wishes in vec(wish(), 0..40), last in wish()) {
        let (_, record) = live(&wishes, |_, _, _| {});
        let before = record.clone();
        if let Err(refusal) = command(&record, &last, START) {
            prop_assert!(!refusal.to_string().is_empty());
            prop_assert_ne!(refusal, Refusal::NotIntroduced);
        }
        prop_assert_eq!(before, record);
    }
}

#[test]
fn the_acts_are_the_persons_own_and_no_other_kind_is_known() {
    // Every kind of act by name: whoever adds one has to say here whether it can end a registration, and by whose will.
    fn ends_by_the_persons_own_act(what: &What) -> bool {
        match what {
            What::Declared { declaration } => declaration.kind != Kind::Renewal,
            What::Left { .. } => true,
            What::Introduced { .. }
            | What::Corrected { .. }
            | What::Contacted { .. }
            | What::DocumentSeen {}
            | What::EvidenceAdded { .. }
            | What::HostConfirmed { .. }
            | What::Explained { .. }
            | What::Asked { .. } => false,
            // Not the person's own: only an officer makes it, out of a decision in effect (`a_decided_end_is_an_officers`).
            What::Settled { .. } => false,
        }
    }
    // And every way in which one can have ended.
    fn own(end: &End) -> bool {
        match end {
            End::Moved { .. } | End::Left { .. } => true,
            End::Decided { .. } | End::Died { .. } => false,
        }
    }
    assert!(!ends_by_the_persons_own_act(&What::DocumentSeen {}));
    assert!(own(&End::Left { on: START }));
}

#[test]
fn nothing_comes_before_the_introduction() {
    let first = act(1, What::DocumentSeen {});
    assert_eq!(Record::fold(person(), &[first]), Err(FoldError::OutOfPlace(1)));
    let twice = [act(1, What::Introduced { identity: identity() }), act(2, What::Introduced { identity: identity() })];
    assert_eq!(Record::fold(person(), &twice), Err(FoldError::OutOfPlace(2)));
}

#[test]
fn what_a_case_settles_is_an_officers_act() {
    let declared = Wish::Declare { kind: Kind::Arrival, place: 1, since: 0, arrived: None, until: None };
    let (acts, record) = live(&[declared], |_, _, _| {});
    assert!(record.current().is_some());
    let number = record.current().unwrap().declaration.reference.clone();
    let case = CaseId(Uuid::from_u128(77));
    let officer = Actor::Officer { staff: StaffId(Uuid::from_u128(7)), office: Office("north".into()), case };
    let settle = |by: Actor, effect: Effect| {
        let mut acts = acts.clone();
        acts.push(Act { by, ..act(record.version + 1, What::Settled { effect }) });
        Record::fold(person(), &acts)
    };
    let effects = [
        Effect::Matched { reference: reference(9999), place: place(0) },
        Effect::Matched { reference: number.clone(), place: place(0) },
        Effect::Hidden {},
        Effect::Died { on: START },
        Effect::Joined { with: PersonId(Uuid::from_u128(2)) },
    ];
    for effect in &effects {
        // The person, their household and a clerk at a desk cannot say what a decision says.
        if matches!(effect, Effect::Hidden {}) {
            assert!(settle(Actor::Person, effect.clone()).unwrap().hidden, "whoever asks for it is hidden at once");
            continue;
        }
        for by in [
            Actor::Person,
            Actor::Household { person: PersonId(Uuid::from_u128(3)) },
            Actor::Clerk { staff: StaffId(Uuid::from_u128(7)), office: Office("north".into()) },
        ] {
            assert_eq!(settle(by, effect.clone()), Err(FoldError::OutOfPlace(record.version + 1)));
        }
    }
    assert_eq!(settle(officer.clone(), effects[0].clone()), Err(FoldError::OutOfPlace(record.version + 1)), "another registration");
    let located = settle(officer.clone(), effects[1].clone()).unwrap();
    assert_eq!(located.current().unwrap().place(), &place(0));
    assert!(settle(officer.clone(), effects[2].clone()).unwrap().hidden);
    let died = settle(officer.clone(), effects[3].clone()).unwrap();
    assert_eq!(died.residences.last().unwrap().ended, Some(End::Died { on: START }));
    assert_eq!(settle(officer.clone(), effects[4].clone()).unwrap().joined, [PersonId(Uuid::from_u128(2))]);
    let itself = Effect::Joined { with: person() };
    assert_eq!(settle(officer.clone(), itself), Err(FoldError::OutOfPlace(record.version + 1)));
    let never_ended = Effect::Restored { reference: number };
    assert_eq!(settle(officer, never_ended), Err(FoldError::OutOfPlace(record.version + 1)));
}
