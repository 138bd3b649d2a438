//! The parts of a record that a grant can show.

use serde::{Deserialize, Serialize};

/// One part of a record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u16)]
pub enum Field {
    /// Names and former names.
    Names = 1,
    /// Date of birth.
    Birth = 1 << 1,
    /// Citizenship.
    Citizenship = 1 << 2,
    /// Document.
    Document = 1 << 3,
    /// Contacts.
    Contact = 1 << 4,
    /// The registration in force.
    Address = 1 << 5,
    /// Earlier registrations.
    History = 1 << 6,
    /// Documents added as evidence.
    Evidence = 1 << 7,
    /// Reasons given for being late.
    Explanations = 1 << 8,
    /// Messages, drafts, sessions, the history of looks: what only the person uses.
    Private = 1 << 9,
    /// Questions asked about looks.
    Questions = 1 << 10,
    /// What was said in a case.
    Case = 1 << 11,
}

impl Field {
    /// All fields, in the order in which people read them.
    pub const EVERY: [Field; 12] = [
        Field::Names,
        Field::Birth,
        Field::Citizenship,
        Field::Document,
        Field::Contact,
        Field::Address,
        Field::History,
        Field::Evidence,
        Field::Explanations,
        Field::Questions,
        Field::Case,
        Field::Private,
    ];

    /// Its word in the policies.
    pub const fn word(self) -> &'static str {
        match self {
            Field::Names => "names",
            Field::Birth => "birth",
            Field::Citizenship => "citizenship",
            Field::Document => "document",
            Field::Contact => "contact",
            Field::Address => "address",
            Field::History => "history",
            Field::Evidence => "evidence",
            Field::Explanations => "explanations",
            Field::Questions => "questions",
            Field::Case => "case",
            Field::Private => "private",
        }
    }
}

/// A set of fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(from = "Vec<Field>", into = "Vec<Field>")]
pub struct Fields(u16);

impl Fields {
    /// Every field.
    pub const ALL: Fields = Fields((1 << 12) - 1);

    /// The set of the given fields.
    pub const fn of(fields: &[Field]) -> Fields {
        let (mut bits, mut i) = (0, 0);
        while i < fields.len() {
            bits |= fields[i] as u16;
            i += 1;
        }
        Fields(bits)
    }

    /// Whether a field is in the set.
    pub const fn has(self, field: Field) -> bool {
        self.0 & field as u16 != 0
    }

    /// The fields of the set, in reading order.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::EVERY.into_iter().filter(move |f| self.has(*f))
    }

    /// The set in the words of the policies: `all`, or the fields in reading order.
    pub fn words(self) -> String {
        if self == Fields::ALL { "all".to_owned() } else { self.iter().map(Field::word).collect::<Vec<_>>().join(" ") }
    }

    /// What both sets hold.
    pub const fn and(self, other: Fields) -> Fields {
        Fields(self.0 & other.0)
    }
}

impl From<Vec<Field>> for Fields {
    fn from(fields: Vec<Field>) -> Fields {
        Fields::of(&fields)
    }
}

impl From<Fields> for Vec<Field> {
    fn from(fields: Fields) -> Vec<Field> {
        fields.iter().collect()
    }
}
