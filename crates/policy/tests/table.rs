//! Every subject × purpose × state, and which fields open. What is not listed here is refused.

use doorstep_policy::{CaseFile, CaseKind, Desk, Field, Mailroom, Officer, Purpose, Subject, decide};
use doorstep_register::{CaseId, Office, PersonId, StaffId};
use jiff::Timestamp;
use uuid::Uuid;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn subjects() -> Vec<(String, Subject)> {
    let (me, other) = (PersonId(id(1)), PersonId(id(2)));
    let office = Office("north".into());
    let mut all = vec![
        ("resident, own".into(), Subject::Resident { person: me, household: vec![] }),
        ("resident, household".into(), Subject::Resident { person: other, household: vec![me] }),
        ("resident, stranger".into(), Subject::Resident { person: other, household: vec![] }),
        ("post".into(), Subject::Post),
        ("host, own home".into(), Subject::Host { host: other, homes: vec![[7; 32]], home: [7; 32] }),
        ("host, other home".into(), Subject::Host { host: other, homes: vec![[7; 32]], home: [8; 32] }),
    ];
    for (state, present) in [("nobody present", vec![]), ("present", vec![me]), ("somebody else present", vec![other])] {
        let desk = Desk { staff: StaffId(id(9)), office: office.clone(), pseudonym: "C-1".into(), present };
        all.push((format!("clerk, {state}"), Subject::Clerk(desk)));
    }
    for (state, letter_to) in [("letter in hand", me), ("letter to somebody else", other)] {
        let room = Mailroom { staff: StaffId(id(9)), office: office.clone(), pseudonym: "C-1".into(), letter_to };
        all.push((format!("clerk, {state}"), Subject::Mailroom(room)));
    }
    for kind in CaseKind::ALL {
        let good =
            CaseFile { id: CaseId(id(5)), kind, office: office.clone(), assigned_to: Some(StaffId(id(9))), people: vec![me], open: true };
        let states = [
            ("own open case", good.clone()),
            ("closed case", CaseFile { open: false, ..good.clone() }),
            ("unassigned case", CaseFile { assigned_to: None, ..good.clone() }),
            ("another's case", CaseFile { assigned_to: Some(StaffId(id(8))), ..good.clone() }),
            ("another office's case", CaseFile { office: Office("south".into()), ..good.clone() }),
            ("case about others", CaseFile { people: vec![other], ..good }),
        ];
        for (state, case) in states {
            let officer = Officer { staff: StaffId(id(9)), office: office.clone(), pseudonym: "O-1".into() };
            all.push((format!("officer, {state}, {kind:?}"), Subject::Officer(officer, Box::new(case))));
        }
    }
    for kind in CaseKind::ALL {
        let heard = CaseFile { id: CaseId(id(5)), kind, office: office.clone(), assigned_to: None, people: vec![me, other], open: true };
        let states = [
            ("in the case", heard.clone()),
            ("closed case", CaseFile { open: false, ..heard.clone() }),
            ("in another case", CaseFile { people: vec![me], ..heard.clone() }),
            ("case about others", CaseFile { people: vec![other], ..heard }),
        ];
        for (state, case) in states {
            all.push((format!("party, {state}, {kind:?}"), Subject::Party(other, Box::new(case))));
        }
    }
    all
}

#[test]
fn the_whole_table() {
    let mut allowed = Vec::new();
    for (name, subject) in subjects() {
        for purpose in Purpose::EVERY {
            if let Ok(grant) = decide(&subject, PersonId(id(1)), purpose, Timestamp::UNIX_EPOCH) {
                let fields: Vec<_> = if grant.fields().iter().count() == Field::EVERY.len() {
                    vec!["all".to_owned()]
                } else {
                    grant.fields().iter().map(|f| format!("{f:?}")).collect()
                };
                let look = if grant.leaves_a_look() { "look" } else { "own" };
                allowed.push(format!("{name} / {purpose:?}: {} ({look})", fields.join("+")));
            }
        }
    }
    assert_eq!(
        allowed,
        [
            "resident, own / Own: all (own)",
            "resident, household / Household: all (look)",
            "resident, household / HouseholdList: Names+Address (look)",
            "post / Delivery: Case+Private (own)",
            "host, own home / HostView: Names+Address (look)",
            "clerk, present / DeskHelp: all (look)",
            "clerk, present / DeskDocument: Names+Birth+Document (look)",
            "clerk, present / DeskPost: all (look)",
            "clerk, letter in hand / PostLetter: Names+Address (look)",
            "officer, own open case, Stranger / Stranger: Names+Address+Evidence+Case (look)",
            "officer, own open case, MovedOut / MovedOut: Names+Address+Evidence+Case (look)",
            "officer, own open case, Correction / Correction: Names+Birth+Document+Evidence+Case (look)",
            "officer, own open case, Unlisted / Unlisted: Address+Evidence+Case (look)",
            "officer, own open case, Crowded / Crowded: Case (look)",
            "officer, own open case, NonResidential / NonResidential: Case (look)",
            "officer, own open case, PossibleDuplicate / PossibleDuplicate: Names+Birth+Document+Case (look)",
            "officer, own open case, Look / Look: Questions+Case (look)",
            "officer, own open case, LateReason / LateReason: Names+Address+Explanations+Case (look)",
            "officer, own open case, Appeal / Appeal: Names+Address+Case (look)",
            "officer, own open case, Protection / Protection: Names+Case (look)",
            "officer, own open case, HostRefuses / HostRefuses: Names+Address+Evidence+Case (look)",
            "officer, own open case, HomeNotFit / HomeNotFit: Address+Evidence+Case (look)",
            "party, in the case, Stranger / HostCase: Names+Address+Case (look)",
            "party, in the case, MovedOut / HostCase: Names+Address+Case (look)",
            "party, in the case, HostRefuses / HostCase: Names+Address+Case (look)",
        ]
    );
}

#[test]
fn no_grant_outlives_a_page() {
    let subject = Subject::Resident { person: PersonId(id(1)), household: vec![] };
    let grant = decide(&subject, PersonId(id(1)), Purpose::Own, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(grant.until().as_second(), 60);
}
