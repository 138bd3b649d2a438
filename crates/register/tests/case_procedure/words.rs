//! The words of the procedure, and what they mean.

use doorstep_register::StaffId;
use doorstep_register::case::{AppealResult, By, Channel, FiledKind, Ground, HeardHow, HostAnswer, Kind, Outcome, Side};
use uuid::Uuid;

/// The officers of the scenarios, by name.
pub const STAFF: [&str; 6] = ["Anna", "Boris", "Clara", "Dora", "Emil", "Fatima"];

pub const KINDS: [(&str, Kind); 13] = [
    ("a stranger at the address", Kind::Stranger),
    ("somebody who moved out", Kind::MovedOut),
    ("the correction of a field", Kind::Correction),
    ("an address that the register lacks", Kind::Unlisted),
    ("a crowded address", Kind::Crowded),
    ("an address where nobody could live", Kind::NonResidential),
    ("a possible duplicate", Kind::PossibleDuplicate),
    ("a look at a record", Kind::Look),
    ("a reason for being late", Kind::LateReason),
    ("an objection to the office", Kind::Appeal),
    ("protection", Kind::Protection),
    ("a host who refuses", Kind::HostRefuses),
    ("a home that is not fit", Kind::HomeNotFit),
];

pub const OUTCOMES: [(&str, Outcome); 13] = [
    ("nothing changes", Outcome::NothingChanges),
    ("the registration ends", Outcome::RegistrationEnds),
    ("the field is corrected", Outcome::FieldCorrected),
    ("the address is accepted", Outcome::AddressAccepted),
    ("the address was found", Outcome::AddressMatched),
    ("the address is marked", Outcome::AddressMarked),
    ("the records are merged", Outcome::RecordsMerged),
    ("the look had its reason", Outcome::LookExplained),
    ("the look had no reason", Outcome::LookWrong),
    ("the delay is excused", Outcome::LateExcused),
    ("the objection is granted", Outcome::Granted),
    ("the address is protected", Outcome::Protected),
    ("the host is not needed", Outcome::HostDispensed),
];

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> T {
    table.iter().find(|(w, _)| *w == word).map(|(_, t)| *t).unwrap_or_else(|| panic!("the procedure does not know «{word}»"))
}

pub fn kind(word: &str) -> Kind {
    find(&KINDS, word)
}

pub fn outcome(word: &str) -> Outcome {
    find(&OUTCOMES, word)
}

pub fn side(word: &str) -> Side {
    let other = Side::Other;
    find(&[("the resident", Side::Resident), ("the host", other), ("the new host", other), ("the second person", other)], word)
}

pub fn sides(words: &str) -> Vec<Side> {
    if words == "nobody" { vec![] } else { list(words).map(side).collect() }
}

/// "a", "a and b", "a, b and c".
pub fn list(words: &str) -> impl Iterator<Item = &str> {
    words.split(", ").flat_map(|part| part.split(" and "))
}

pub fn staff(name: &str) -> StaffId {
    let n = STAFF.iter().position(|s| *s == name).unwrap_or_else(|| panic!("nobody is called «{name}»"));
    StaffId(Uuid::from_u128(n as u128 + 1))
}

/// Dora and Fatima sit on the appeal body.
pub fn officer(name: &str) -> By {
    let staff = staff(name);
    if matches!(name, "Dora" | "Fatima") { By::AppealBody { staff } } else { By::Officer { staff } }
}

pub fn who(word: &str) -> By {
    match word.strip_prefix("Officer ") {
        Some(name) => officer(name),
        None if matches!(word, "a timer" | "the program") => By::Program,
        None => By::Side { side: side(word), helped_by: None },
    }
}

pub fn channel(word: &str) -> Channel {
    find(
        &[
            ("letter", Channel::Letter),
            ("e-mail", Channel::Email),
            ("in-box", Channel::Inbox),
            ("SMS", Channel::Sms),
            ("push", Channel::Push),
            ("hand", Channel::ByHand),
        ],
        word,
    )
}

pub fn grounds(words: &str) -> Vec<Ground> {
    let table: Vec<(String, Ground)> = Ground::ALL.into_iter().map(|g| (g.to_string(), g)).collect();
    let known = |word: &str| table.iter().find(|(w, _)| w == word).map(|(_, g)| *g);
    list(words).map(|word| known(word).unwrap_or_else(|| panic!("«{word}» is no ground"))).collect()
}

pub fn filed(word: &str) -> FiledKind {
    find(&[("a document", FiledKind::Document), ("an extract", FiledKind::Extract), ("a witness's word", FiledKind::Witness)], word)
}

pub fn heard_how(word: &str) -> HeardHow {
    find(
        &[
            ("opened the case", HeardHow::Opened),
            ("answered", HeardHow::Answered),
            ("was heard orally", HeardHow::Orally),
            ("had the time to answer", HeardHow::HadItsTime),
            ("loses nothing", HeardHow::NotNeeded),
        ],
        word,
    )
}

pub fn host_answer(word: &str) -> HostAnswer {
    find(
        &[
            ("Yes, they live here", HostAnswer::LivesHere),
            ("I don't know this person", HostAnswer::DontKnow),
            ("Moved out", HostAnswer::MovedOut),
        ],
        word,
    )
}

pub fn appeal_result(word: &str) -> AppealResult {
    match word {
        "upholds the decision" => AppealResult::Upheld {},
        "annuls the decision" => AppealResult::Annulled {},
        "sends the case back to the office" => AppealResult::BackToOffice {},
        other => {
            let outcome = outcome(other.strip_prefix("decides instead that ").unwrap_or(other));
            AppealResult::Replaced { outcome }
        }
    }
}
