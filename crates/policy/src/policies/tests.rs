//! What keeps the program from starting, and what Cedar's own answer would have let through.

use super::*;
use crate::{CaseKind, Field, Finder, Identifier};
use std::collections::BTreeMap;
use std::path::Path;

const TOWN: &str = "entity Person { age: Long }; entity Door; action enter appliesTo { principal: Person, resource: Door };";
const WELCOME: &str = r#"@id("welcome") @why("Anybody may.") permit (principal, action == Action::"enter", resource);"#;

fn refused(schema: &str, policies: &str) -> PolicyError {
    Policies::parse(schema, &[("a.cedar", policies)]).unwrap_err()
}

fn enter(age: i64) -> (Request, Entity) {
    let uid = |text: &str| text.parse::<EntityUid>().unwrap();
    let request = Request::new(uid(r#"Person::"p""#), uid(r#"Action::"enter""#), uid(r#"Door::"d""#), Context::empty(), None).unwrap();
    let facts = HashMap::from([("age".to_owned(), RestrictedExpression::new_long(age))]);
    (request, Entity::new(uid(r#"Person::"p""#), facts, HashSet::new()).unwrap())
}

#[test]
fn the_embedded_policies_can_be_used() {
    load().unwrap();
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let mut there: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    there.sort_unstable();
    let mut embedded: Vec<_> = FILES.iter().map(|(name, _)| (*name).to_owned()).chain(["schema.cedarschema".to_owned()]).collect();
    embedded.sort_unstable();
    assert_eq!(there, embedded);
}

#[test]
fn policies_are_known_by_the_ids_that_we_gave() {
    let policies = embedded().unwrap();
    for policy in policies.set.policies() {
        assert_eq!(Some(policy.id().to_string().as_str()), words(policy, "id"));
    }
    let texts = |policies: &Policies| -> BTreeMap<String, String> {
        policies.set.policies().map(|policy| (policy.id().to_string(), policy.to_string())).collect()
    };
    let backwards: Vec<_> = FILES.into_iter().rev().collect();
    assert_eq!(texts(&Policies::parse(SCHEMA, &backwards).unwrap()), texts(policies), "the order of files means nothing");
}

#[test]
fn a_policy_without_a_name_or_a_reason_does_not_start() {
    for text in [
        "permit (principal, action, resource);",
        r#"@id("a") permit (principal, action, resource);"#,
        r#"@why("b") permit (principal, action, resource);"#,
        r#"@id("a") @why("  ") permit (principal, action, resource);"#,
        r#"@id("a") @why("b") permit (principal == ?principal, action, resource);"#,
    ] {
        assert_eq!(refused(TOWN, text), PolicyError::Nameless("a.cedar".to_owned()), "{text}");
    }
    assert_eq!(refused(TOWN, &format!("{WELCOME}{WELCOME}")), PolicyError::Twice("welcome".to_owned()));
}

#[test]
fn what_the_schema_does_not_know_does_not_start() {
    let named = |rest: &str| format!(r#"@id("a") @why("b") {rest}"#);
    for text in [
        r#"permit (principal, action == Action::"entre", resource);"#,
        r#"permit (principal is Persom, action, resource);"#,
        r#"permit (principal, action, resource) when { principal.citizenship == "X" };"#,
        r#"permit (principal, action, resource) when { principal.age == "old" };"#,
        // Never true, which is a warning only.
        r#"permit (principal, action, resource) when { principal.age == 1 && false };"#,
    ] {
        assert!(matches!(refused(TOWN, &named(text)), PolicyError::Invalid(_)), "{text}");
    }
    assert!(matches!(refused(TOWN, "permit (principal"), PolicyError::File(..)));
    assert!(matches!(refused("entity Person {", WELCOME), PolicyError::Schema(_)));
}

#[test]
fn a_value_outside_a_closed_list_does_not_start() {
    let text =
        r#"@id("a") @why("b") permit (principal, action == Action::"open", resource) when { context.purpose == Purpose::"curiosity" };"#;
    assert!(matches!(refused(SCHEMA, text), PolicyError::Invalid(_)));
}

#[test]
fn a_forbidding_policy_that_fails_is_a_refusal() {
    // Passes every check at start, and fails with the largest age.
    let text =
        format!(r#"{WELCOME} @id("old") @why("Not the oldest.") forbid (principal, action, resource) when {{ principal.age + 1 > 120 }};"#);
    let policies = Policies::parse(TOWN, &[("a.cedar", &text)]).unwrap();
    let answer = |age| {
        let (request, person) = enter(age);
        let entities = Entities::from_entities([person], Some(&policies.schema)).unwrap();
        (Authorizer::new().is_authorized(&request, &policies.set, &entities).decision(), policies.permit(&request, &entities))
    };
    assert_eq!(answer(30), (Decision::Allow, true));
    assert_eq!(answer(130), (Decision::Deny, false));
    assert_eq!(answer(i64::MAX), (Decision::Allow, false), "Cedar's own answer leaves the failed policy out");
}

#[test]
fn a_missing_attribute_is_a_refusal() {
    let text = format!(r#"{WELCOME} @id("old") @why("Not the old.") forbid (principal, action, resource) when {{ principal.age > 120 }};"#);
    let policies = Policies::parse(TOWN, &[("a.cedar", &text)]).unwrap();
    let (request, _) = enter(130);
    // Nobody said how old.
    let entities = Entities::empty();
    assert_eq!(Authorizer::new().is_authorized(&request, &policies.set, &entities).decision(), Decision::Allow, "Cedar's own answer");
    assert!(!policies.permit(&request, &entities));
}

#[test]
fn a_question_that_does_not_fit_the_schema_is_refused() {
    let policies = embedded().unwrap();
    let good = Question::of_value(Finder::Register, Identifier::Document, &[7; 32]);
    assert!(policies.allow(&good));
    let misfits = [
        Question { who: Name::new("Regster", "program"), ..good.clone() },
        Question { who: Name::new("Record", "program"), ..good.clone() },
        Question { action: "fnd", ..good.clone() },
        Question { action: "open", ..good.clone() },
        Question { what: Name::new("Home", "x"), ..good.clone() },
        Question { of_what: vec![], ..good.clone() },
        Question { of_what: vec![("kind", Fact::Truth(true))], ..good.clone() },
        Question { of_what: vec![("kind", Fact::One(Name::new("Identifier", "face")))], ..good.clone() },
        Question { context: vec![("hurry", Fact::Truth(true))], ..good.clone() },
    ];
    for misfit in misfits {
        assert!(!policies.allow(&misfit), "{misfit:?}");
    }
}

#[test]
fn words_are_those_of_the_interfaces_and_of_the_schema() {
    let spelled = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    for purpose in Purpose::EVERY {
        assert_eq!(purpose.word(), spelled(serde_json::to_value(purpose).unwrap()));
    }
    for field in Field::EVERY {
        assert_eq!(field.word(), spelled(serde_json::to_value(field).unwrap()));
    }
    for kind in CaseKind::ALL {
        assert_eq!(kind.word(), spelled(serde_json::to_value(kind).unwrap()));
    }
    let schema: serde_json::Value = cedar_policy::SchemaFragment::from_cedarschema_str(SCHEMA).unwrap().0.to_json_value().unwrap();
    let listed = |of: &str| -> Vec<String> { serde_json::from_value(schema[""]["entityTypes"][of]["enum"].clone()).unwrap() };
    assert_eq!(listed("Purpose"), Purpose::EVERY.map(Purpose::word));
    assert_eq!(listed("Identifier"), Identifier::EVERY.map(Identifier::word));
    assert_eq!(listed("CaseKind"), CaseKind::ALL.map(CaseKind::word));
    let desk = desk(vec![]);
    for finder in [Finder::Visitor, Finder::Register, Finder::Clerk(&desk)] {
        assert!(schema[""]["entityTypes"][finder.word()].is_object());
    }
}

#[test]
fn fields_that_differ_from_what_is_opened_do_not_start() {
    let policies = embedded().unwrap();
    for changed in Purpose::EVERY {
        let fields = |purpose: Purpose| if purpose == changed { Fields::of(&[Field::Citizenship]) } else { purpose.fields() };
        assert!(matches!(policies.agree_with(fields), Err(PolicyError::Fields(..))), "{changed:?}");
    }
    let open = |annotations: &str, when: &str| {
        let text = format!(r#"@id("a") @why("b") {annotations} permit (principal is Post, action == Action::"open", resource) {when};"#);
        Policies::parse(SCHEMA, &[("a.cedar", &text)]).unwrap().agree_with(Purpose::fields)
    };
    assert_eq!(open(r#"@fields("case private")"#, r#"when { context.purpose == Purpose::"delivery" }"#), Ok(()));
    assert!(open(r#"@fields("case private")"#, "").is_err(), "without a purpose");
    assert!(open("", r#"when { context.purpose == Purpose::"delivery" }"#).is_err(), "without fields");
    let two = r#"when { context.purpose == Purpose::"delivery" || context.purpose == Purpose::"own" }"#;
    assert!(open(r#"@fields("case private")"#, two).is_err(), "two purposes");
}

/// `decide` asks about nobody in particular and remembers the answer: right only as long as no policy has somebody in mind.
#[test]
fn no_policy_calls_anybody_by_name() {
    for (file, text) in FILES {
        for (before, _) in text.match_indices("::\"").map(|(at, _)| text.split_at(at)) {
            let kind = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap();
            assert!(["Action", "Purpose", "CaseKind", "Identifier"].contains(&kind), "{file}: {kind}");
        }
    }
}

fn desk(present: Vec<doorstep_register::PersonId>) -> crate::Desk {
    let staff = doorstep_register::StaffId(uuid::Uuid::from_u128(9));
    crate::Desk { staff, office: doorstep_register::Office("north".into()), pseudonym: "C-1".into(), present }
}

#[test]
fn a_clerk_finds_by_a_document_alone_and_with_nobody_at_the_desk() {
    let somebody = doorstep_register::PersonId(uuid::Uuid::from_u128(1));
    let (empty, taken) = (desk(vec![]), desk(vec![somebody]));
    let finds = |desk, by| crate::decide_find(Finder::Clerk(desk), by, [7; 32], jiff::Timestamp::UNIX_EPOCH).is_ok();
    assert!(finds(&empty, Identifier::Document));
    assert!(!finds(&taken, Identifier::Document), "the person before has not left");
    assert!(!finds(&empty, Identifier::Email) && !finds(&empty, Identifier::Home));
}

#[test]
fn a_question_about_nobody_has_the_same_answer() {
    use crate::{Purpose, Subject};
    use doorstep_register::PersonId;
    let policies = embedded().unwrap();
    let person = |n: u128| PersonId(uuid::Uuid::from_u128(n));
    let subject = |own: u128, household: &[u128]| Subject::Resident {
        person: person(own),
        household: household.iter().map(|n| person(*n)).collect(),
    };
    for (own, household) in [(7, vec![]), (8, vec![7]), (9, vec![5, 6]), (10, vec![5, 7])] {
        for purpose in Purpose::EVERY {
            let question = Question::of_record("open", &subject(own, &household), person(7), purpose);
            let nobody = question.about_nobody();
            assert_eq!(policies.allow(&nobody), policies.allow(&question), "{question:?}");
            assert!(!format!("{nobody:?}").contains(&person(7).0.to_string()));
        }
    }
    let asked = |own: u128, other: u128| Question::of_record("open", &subject(own, &[]), person(other), Purpose::Own).about_nobody();
    assert_eq!(asked(7, 7), asked(8, 8), "everybody asks the same of themselves");
    assert_ne!(asked(7, 7), asked(7, 8), "and not the same of another");
}
