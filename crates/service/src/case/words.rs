//! Cases in words.

use crate::Service;
use crate::message::Letter;
use doorstep_locales::Locale;
use doorstep_policy::CaseKind;
use doorstep_register::case::{Outcome, Side};
use doorstep_register::{CaseId, Place, Words};

/// The part of text ids that names a kind of case.
pub fn case_key(kind: CaseKind) -> String {
    kind.word().replace('_', "-")
}

/// The part of text ids that names a side.
pub const fn side_key(side: Side) -> &'static str {
    match side {
        Side::Resident => "resident",
        Side::Other => "other",
    }
}

/// The part of text ids that names an outcome.
pub fn outcome_key(outcome: Outcome) -> String {
    serde_json::to_value(outcome).ok().and_then(|word| word.as_str().map(|word| word.replace('_', "-"))).unwrap_or_default()
}

/// The words of a case that the program opened. They are kept in the language of the office; every reader has them in their own.
pub fn programs_words(locale: Locale, kind: CaseKind) -> Words {
    let text = locale.t(&format!("case-{}-program", case_key(kind)));
    Words::parse(&text).unwrap_or_else(|_| Words::parse(kind.purpose()).expect("a sentence is words"))
}

impl Service {
    /// An address with its flat and room in one line, in the language of the office.
    pub(crate) fn place_in_full(&self, place: &Place) -> String {
        let l = self.settings().locale;
        let Place::Listed { unit, .. } = place else { return place.text().to_owned() };
        let flat = unit.flat.as_ref().map(|flat| l.t1("place-flat", "flat", flat.as_str()));
        let room = unit.room.as_ref().map(|room| l.t1("place-room", "room", room.as_str()));
        [Some(place.text().to_owned()), flat, room].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// A letter about a case: what it is about in the words of this side, its number, the office, and where to read on.
    pub(crate) fn case_letter(&self, kind: &'static str, locale: Locale, side: Side, about: CaseKind, id: CaseId) -> Letter {
        let base = self.settings().base_url.clone();
        Letter::new(kind, locale)
            .local("case", move |l| l.t(&format!("mine-title-{}-{}", case_key(about), side_key(side))))
            .with("number", id.number())
            .with("office", self.office().0)
            .local("link", move |l| format!("{base}/{l}/my-cases/{id}"))
    }
}
