//! Decisions on one core: `cargo bench -p doorstep-policy`.

use doorstep_policy::{CaseFile, CaseKind, Desk, Finder, Identifier, Officer, Purpose, Subject, decide, decide_find, decide_home, load};
use doorstep_register::{CaseId, Office, PersonId, StaffId};
use jiff::Timestamp;
use std::hint::black_box;
use std::time::{Duration, Instant};
use uuid::Uuid;

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

#[expect(clippy::disallowed_methods, reason = "a bench reads the clock")]
fn now() -> Instant {
    Instant::now()
}

fn main() {
    let start = now();
    load().expect("the embedded policies");
    println!("{:>8.1} ms  reading and checking the policies, once", start.elapsed().as_secs_f64() * 1e3);

    let (staff, office) = (StaffId(Uuid::from_u128(9)), Office("north".into()));
    let resident = Subject::Resident { person: person(1), household: (2..6).map(person).collect() };
    let desk = Desk { staff, office: office.clone(), pseudonym: "C-1".into(), present: (1..5).map(person).collect() };
    let clerk = Subject::Clerk(desk);
    let kind = CaseKind::PossibleDuplicate;
    let people = (1..3).map(person).collect();
    let case = CaseFile { id: CaseId(Uuid::from_u128(5)), kind, office: office.clone(), assigned_to: Some(staff), people, open: true };
    let officer = Subject::Officer(Officer { staff, office, pseudonym: "O-1".into() }, Box::new(case));
    let homes = vec![[7; 32], [8; 32]];
    let host = Subject::Host { host: person(3), homes: homes.clone(), home: [7; 32] };
    let at = Timestamp::UNIX_EPOCH;

    measure("a person, their own record", || decide(&resident, person(1), Purpose::Own, at).is_ok());
    measure("a person, one of four of their household", || decide(&resident, person(4), Purpose::Household, at).is_ok());
    measure("a person, a stranger's record: refused", || decide(&resident, person(77), Purpose::Household, at).is_err());
    measure("a clerk, one of four at the desk", || decide(&clerk, person(2), Purpose::DeskHelp, at).is_ok());
    measure("an officer, one of two of a case", || decide(&officer, person(2), Purpose::PossibleDuplicate, at).is_ok());
    measure("a host, a name in one of two homes", || decide(&host, person(9), Purpose::HostView, at).is_ok());
    measure("a host, one of two homes (counting and listing)", || decide_home(person(3), &homes, [7; 32], at).is_ok());
    measure("the post", || decide(&Subject::Post, person(1), Purpose::Delivery, at).is_ok());
    measure("finding by a document", || decide_find(Finder::Register, Identifier::Document, [1; 32], at).is_ok());
}

fn measure(what: &str, mut decision: impl FnMut() -> bool) {
    let (start, mut done) = (now(), 0_u32);
    while start.elapsed() < Duration::from_secs(1) {
        for _ in 0..100 {
            assert!(black_box(decision()), "{what}");
        }
        done += 100;
    }
    println!("{:>8.1} µs  {what}", start.elapsed().as_secs_f64() * 1e6 / f64::from(done));
}
